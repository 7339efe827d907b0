import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { isHeaded } from './browser.ts'
import { note } from './host-log.ts'

/** Electron's `shell`. Only a shown application really opens something; a hidden one just notes the wish. */
export const shell = {
  async openExternal(url: string): Promise<void> {
    note('shell.openExternal', url)
    openWithSystem(url)
  },
  showItemInFolder(path: string): void {
    note('shell.showItemInFolder', path)
    openWithSystem(dirname(path))
  },
  async openPath(path: string): Promise<string> {
    note('shell.openPath', path)
    openWithSystem(path)
    return ''
  },
  beep(): void {},
}

function openWithSystem(target: string): void {
  if (!isHeaded) return
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    win32: ['explorer.exe', target],
    darwin: ['open', target],
  }
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', target]
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}

/** Electron's `net`, for an application that is never on the network. */
export const net = {
  isOnline: (): boolean => false,
  async fetch(input: string | URL | Request): Promise<Response> {
    note('denied', input instanceof Request ? input.url : String(input))
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  },
}

/** Electron's `safeStorage`: outside Electron there is no system key store, and we say so. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  encryptString(): Buffer {
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    )
  },
  decryptString(): string {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  },
}

const bounds = { x: 0, y: 0, width: 1920, height: 1080 }
const display = { id: 1, scaleFactor: 1, bounds, workArea: bounds, workAreaSize: { width: 1920, height: 1080 } }

/** Electron's `screen`, with one display of a common size. */
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
}
