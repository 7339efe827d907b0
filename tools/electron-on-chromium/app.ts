import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { note } from './host-log.ts'
import { InstanceLock } from './lock.ts'
import { openWindows, preventable } from './registry.ts'

interface Manifest {
  readonly folder: string
  readonly name: string
  readonly version: string
}

/** The package.json next to or above the started script, as Electron reads it from the application's folder. */
function readManifest(): Manifest {
  let folder = dirname(resolve(process.argv[1] ?? '.'))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8')
    const json = JSON.parse(text) as { name?: string; productName?: string; version?: string }
    return { folder, name: json.productName ?? json.name ?? 'Electron', version: json.version ?? '0.0.0' }
  } catch {
    return { folder: process.cwd(), name: 'Electron', version: '0.0.0' }
  }
}

function appDataFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

const HOME_FOLDERS: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
}

/** Electron's `app.commandLine` over this process's arguments. */
const commandLine = {
  appendSwitch: (name: string, value?: string) => note('app.commandLine.appendSwitch', name, value),
  hasSwitch: (name: string) => process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  getSwitchValue: (name: string) =>
    process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
}

/** Electron's `app`. */
class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = commandLine
  readonly #manifest = readManifest()
  readonly #paths = new Map<string, string>()
  readonly #lock = new InstanceLock()
  readonly #atExit: (() => Promise<void>)[] = []
  #beforeReady: () => Promise<void> = () => Promise.resolve()
  #name = this.#manifest.name
  #sent: Promise<void> = Promise.resolve()
  #isReady = false
  #quitting = false
  #exiting = false
  #ready: Promise<void> | undefined

  constructor() {
    super()
    this.on('newListener', (event) => {
      if (event === 'ready') void this.whenReady()
    })
  }

  /** The application is ready a turn after it first asks, when Chromium has been started. */
  whenReady(): Promise<void> {
    this.#ready ??= new Promise<void>((done) => setImmediate(done))
      .then(() => this.#beforeReady())
      .then(() => {
        this.#isReady = true
        // Electron lives until it is told to quit, however little there is to do.
        setInterval(() => undefined, 60_000)
        this.emit('ready', {}, {})
      })
    return this.#ready
  }
  isReady(): boolean {
    return this.#isReady
  }
  getName(): string {
    return this.#name
  }
  setName(name: string): void {
    this.#name = name
  }
  getVersion(): string {
    return this.#manifest.version
  }
  getAppPath(): string {
    return this.#manifest.folder
  }
  getLocale(): string {
    return 'en-GB'
  }
  getSystemLocale(): string {
    return 'en-GB'
  }
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    note('app.enableSandbox')
  }
  setAppUserModelId(id: string): void {
    note('app.setAppUserModelId', id)
  }
  setAboutPanelOptions(options: object): void {
    note('app.setAboutPanelOptions', options)
  }
  addRecentDocument(path: string): void {
    note('app.addRecentDocument', path)
  }
  disableHardwareAcceleration(): void {}
  focus(): void {}

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    const path = this.#paths.get(name) ?? this.#defaultPath(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (['userData', 'sessionData', 'logs', 'crashDumps'].includes(name)) mkdirSync(path, { recursive: true })
    return path
  }

  #defaultPath(name: string): string | undefined {
    const home = HOME_FOLDERS[name]
    if (home) return join(homedir(), home)
    const userData = this.#paths.get('userData') ?? commandLine.getSwitchValue('user-data-dir')
    const data = userData || join(appDataFolder(), this.#name)
    const others: Readonly<Record<string, string>> = {
      home: homedir(),
      appData: appDataFolder(),
      userData: data,
      sessionData: data,
      temp: tmpdir(),
      logs: join(data, 'logs'),
      crashDumps: join(data, 'Crashpad'),
      exe: process.execPath,
      module: process.execPath,
    }
    return others[name]
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    const news = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    const { held, sent } = this.#lock.request(this.getPath('userData'), news, (second) =>
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData),
    )
    this.#sent = sent
    return held
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock.isHeld
  }
  releaseSingleInstanceLock(): void {
    this.#lock.release()
  }

  /** Closes every window and ends; `before-quit`, a window's `close` and `will-quit` may each refuse. */
  quit(): void {
    if (this.#exiting) return
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    for (const window of openWindows) window.close()
    if (openWindows.size > 0) {
      this.#quitting = false
      return
    }
    const will = preventable({})
    this.emit('will-quit', will)
    this.#quitting = false
    if (!will.defaultPrevented) this.exit(typeof process.exitCode === 'number' ? process.exitCode : 0)
  }

  /** Ends at once: windows are closed without asking. */
  exit(code = 0): void {
    if (this.#exiting) return
    this.#exiting = true
    for (const window of openWindows) window.destroy()
    this.emit('quit', {}, code)
    void this.#end(code)
  }

  async #end(code: number): Promise<void> {
    await this.#sent
    await Promise.allSettled(this.#atExit.map((work) => work()))
    this.#lock.release()
    process.exit(code)
  }

  /** Not Electron's: what `ready` waits for. */
  beforeReady(work: () => Promise<void>): void {
    this.#beforeReady = work
  }

  /** Not Electron's: work to be done before the process ends. */
  onExit(work: () => Promise<void>): void {
    this.#atExit.push(work)
  }

  /** Not Electron's: the last window is gone. Without a listener Electron quits. */
  allWindowsClosed(): void {
    if (this.#quitting || this.#exiting) return
    if (!this.emit('window-all-closed')) this.quit()
  }
}

export const app = new App()
