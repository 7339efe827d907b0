import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'

export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly execArgv?: readonly string[]
  readonly cwd?: string
  readonly stdio?: 'pipe' | 'ignore' | 'inherit'
  readonly serviceName?: string
}

/** Electron's `UtilityProcess`: a Node process of its own that speaks through `process.parentPort`. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('spawn', () => this.emit('spawn'))
    child.on('message', (message) => this.emit('message', message))
    child.on('error', (error) => this.emit('error', 'FatalError', error.message, ''))
    child.on('exit', (code, signal) => this.emit('exit', code ?? (signal ? 1 : 0)))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }
  get stdout(): Readable | null {
    return this.#child.stdout
  }
  get stderr(): Readable | null {
    return this.#child.stderr
  }

  postMessage(message: unknown): void {
    // Messages are structured clones, as over a MessagePort; a function throws here.
    if (this.#child.connected) this.#child.send(structuredClone(message) as object)
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    const shim = new URL('./utility-child.mjs', import.meta.url).href
    const child = fork(modulePath, [...args], {
      env: options.env ?? process.env,
      execArgv: [...(options.execArgv ?? []), '--import', shim],
      serialization: 'advanced',
      stdio: ['ignore', ...childOutput(options.stdio), 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    return new UtilityProcess(child)
  },
}

function childOutput(stdio: ForkOptions['stdio']): ['inherit' | 'pipe' | 'ignore', 'inherit' | 'pipe' | 'ignore'] {
  const kind = stdio ?? 'inherit'
  return [kind, kind]
}
