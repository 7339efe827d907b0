import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The preloaded shim needs Linux and a C compiler. */
export const canPreload = process.platform === 'linux' && ['/usr/bin/cc', '/usr/local/bin/cc'].some(existsSync)

/** Compiles the shim into a folder and returns its path. */
export function compileShim(folder: string): string {
  const library = join(folder, 'shim.so')
  const source = resolve('tests/reliability/power-loss/shim.c')
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source, '-ldl', '-lpthread'])
  return library
}
