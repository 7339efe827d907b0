import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the first instance is told when a second one starts. */
export interface SecondInstance {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

interface Holder {
  readonly pid: number
  /** Tells a process apart from a later one with the same number, where the system shows it. */
  readonly started: string
}

function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === '' || startOf(pid) === started
}

function socketPath(folder: string): string {
  const name = `cpd-binder-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** One instance per user data folder: a lock file with the process id, and a socket to wake the holder. */
export class InstanceLock {
  #server: Server | undefined
  #file: string | undefined

  get isHeld(): boolean {
    return this.#file !== undefined
  }

  /** Takes the lock, or tells its holder about us and answers false. `sent` settles when it has been told. */
  request(
    folder: string,
    news: SecondInstance,
    onSecond: (news: SecondInstance) => void,
  ): { readonly held: boolean; readonly sent: Promise<void> } {
    if (this.isHeld) return { held: true, sent: Promise.resolve() }
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'instance.lock')
    if (!this.#take(file)) return { held: false, sent: tell(socketPath(folder), news) }
    this.#file = file
    this.#listen(socketPath(folder), onSecond)
    return { held: true, sent: Promise.resolve() }
  }

  #take(file: string): boolean {
    const me: Holder = { pid: process.pid, started: startOf(process.pid) }
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx' })
      return true
    } catch {
      const holder = readHolder(file)
      if (holder && isAlive(holder)) return false
      // Left behind by an instance that was killed.
      writeFileSync(file, JSON.stringify(me))
      return true
    }
  }

  #listen(path: string, onSecond: (news: SecondInstance) => void): void {
    if (process.platform !== 'win32') rmSync(path, { force: true })
    this.#server = createServer((socket) => {
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (part: string) => (text += part))
      socket.on('end', () => onSecond(JSON.parse(text) as SecondInstance))
      socket.on('error', () => undefined)
    })
    this.#server.on('error', () => undefined)
    this.#server.listen(path)
    this.#server.unref()
  }

  release(): void {
    this.#server?.close()
    this.#server = undefined
    if (this.#file) rmSync(this.#file, { force: true })
    this.#file = undefined
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return typeof holder.pid === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}

function tell(path: string, news: SecondInstance): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.on('connect', () => socket.end(JSON.stringify(news)))
  })
}
