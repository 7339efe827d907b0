import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const fromBuilder = createRequire(require.resolve('electron-builder/package.json'))

interface Configuration {
  readonly appId: string
  readonly asar: boolean
  readonly npmRebuild: boolean
  readonly publish: unknown
  readonly electronFuses: Readonly<Record<string, boolean>>
}

async function configuration(): Promise<Configuration> {
  const { getConfig, validateConfiguration } = fromBuilder('app-builder-lib/out/util/config/config.js') as {
    getConfig(folder: string, path: null, packager: null): Promise<Configuration>
    validateConfiguration(config: Configuration, log: unknown): Promise<void>
  }
  const { DebugLogger } = fromBuilder('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown }
  const config = await getConfig(resolve('.'), null, null)
  // Throws for a key that is misspelt or a value of the wrong kind.
  await validateConfiguration(config, new DebugLogger(false))
  return config
}

describe('the settings of the installer', () => {
  it('are valid, compile nothing and publish nowhere', async () => {
    const config = await configuration()
    expect(config).toMatchObject({ appId: 'uk.cpd-binder.app', asar: true, npmRebuild: false, publish: null })
    const main = readFileSync('src/main/index.ts', 'utf8')
    expect(main).toContain(`setAppUserModelId('${config.appId}')`)
  })

  it('item 19, asked for: every fuse is set, all that could run foreign code is off', async () => {
    expect((await configuration()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it.each(['resources/icon.png', 'resources/icon.ico', 'resources/icon.svg'])('%s is there and small', (path) => {
    expect(statSync(path).size).toBeGreaterThan(500)
    expect(statSync(path).size).toBeLessThan(200_000)
  })
})

/** What Electron's executable carries its fuses in: a mark, a version, how many, and a sign for each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const DEFAULT_FUSES = '10110001'

/** A folder that looks like Electron's to the packer; nothing in it runs. */
function emptyElectron(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-electron-'))
  mkdirSync(join(folder, 'locales'))
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, name), `${FUSE_MARK}\u0001\u0008${DEFAULT_FUSES}`)
  writeFileSync(join(folder, 'locales', 'en-GB.pak'), '')
  writeFileSync(join(folder, 'version'), '45.4.1')
  return folder
}

interface Packed {
  readonly files: readonly string[]
  readonly unpacked: string
  readonly fuses: string
}

/** Packs for a platform without installer and signature; lists the files of the archive and reads the fuses back. */
function pack(platform: 'win' | 'linux', program: string, packedProgram: string): Packed {
  const output = mkdtempSync(join(tmpdir(), 'cpd-pack-'))
  const options = [
    `-c.electronDist=${emptyElectron(program)}`,
    `-c.directories.output=${output}`,
    '-c.disableAsarIntegrity=true',
    '-c.win.signAndEditExecutable=false',
  ]
  const builder = resolve('node_modules/electron-builder/cli.js')
  execFileSync(process.execPath, [builder, `--${platform}`, 'dir', '--x64', ...options], { stdio: 'pipe' })
  const folder = join(output, `${platform}-unpacked`)
  const asar = join(folder, 'resources', 'app.asar')
  const fuses = readFileSync(join(folder, packedProgram), 'latin1').slice(FUSE_MARK.length + 2)
  const { listPackage } = fromBuilder('@electron/asar') as { listPackage(path: string, options: object): string[] }
  return {
    files: listPackage(asar, {}).map((path) => path.replaceAll('\\', '/')),
    unpacked: `${asar}.unpacked`,
    fuses,
  }
}

describe.each([
  ['win', 'electron.exe', 'CPD Binder.exe', 'win32-x64.node'],
  ['linux', 'electron', 'cpd-binder', 'linux-x64.node'],
] as const)('what is packed for %s', (platform, program, packedProgram, binary) => {
  it('is the bundles, one database binary, and nothing else of ours', () => {
    expect(existsSync('out/main/index.js')).toBe(true)
    const { files, unpacked, fuses } = pack(platform, program, packedProgram)
    // In Electron's order; only encrypted cookies, checked archives and nothing but archives are on.
    expect(fuses).toBe('01001100')
    for (const wanted of [
      '/package.json',
      '/out/main/index.js',
      '/out/main/parse-child.js',
      '/out/main/backup-child.js',
      '/out/main/docx-child.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/resources/icon.png',
    ]) {
      expect(files).toContain(wanted)
    }
    const foreign = files.filter(
      (path) =>
        !/^\/(out(\/(main|preload|renderer)(\/.*)?)?|package\.json|resources(\/icon\.png)?|node_modules(\/better-sqlite3(\/.*)?)?)$/.test(
          path,
        ),
    )
    expect(foreign).toEqual([])
    expect(files.filter((path) => /\.map$|\.ts$|\.test\.|\/deps\/|\/src\//.test(path))).toEqual([])
    expect(files.filter((path) => path.endsWith('.node')).map((path) => path.split('/').at(-1))).toEqual([binary])
    // A native binary cannot be loaded from inside the archive.
    expect(existsSync(join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds', binary))).toBe(true)
  })
})
