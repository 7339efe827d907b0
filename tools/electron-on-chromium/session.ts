import { EventEmitter } from 'node:events'
import { note } from './host-log.ts'
import { protocol } from './schemes.ts'

export type PermissionRequestHandler = (
  webContents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void
export type PermissionCheckHandler = (
  webContents: unknown,
  permission: string,
  origin: string,
  details: object,
) => boolean
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  callback: (answer: { readonly cancel?: boolean }) => void,
) => void

/** Electron's `session.defaultSession`, as far as an application without remote content uses it. */
class Session extends EventEmitter {
  readonly protocol = protocol
  #permissionRequest: PermissionRequestHandler | null = null
  #permissionCheck: PermissionCheckHandler | null = null
  #beforeRequest: BeforeRequest | null = null

  readonly webRequest = {
    onBeforeRequest: (first: unknown, second?: BeforeRequest | null): void => {
      this.#beforeRequest = typeof first === 'function' ? (first as BeforeRequest) : (second ?? null)
    },
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    note('session.setPermissionRequestHandler', handler)
    this.#permissionRequest = handler
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    note('session.setPermissionCheckHandler', handler)
    this.#permissionCheck = handler
  }
  setDevicePermissionHandler(handler: unknown): void {
    note('session.setDevicePermissionHandler', handler)
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    note('session.setDisplayMediaRequestHandler', handler)
  }
  setUSBProtectedClassesHandler(handler: unknown): void {
    note('session.setUSBProtectedClassesHandler', handler)
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    note('session.setSpellCheckerEnabled', enabled)
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    note('session.setSpellCheckerLanguages', languages)
  }
  setCertificateVerifyProc(): void {
    note('session.setCertificateVerifyProc')
  }
  async clearStorageData(): Promise<void> {
    note('session.clearStorageData')
  }

  /** Not Electron's: asks both handlers, as Electron would when the page asks. Without a handler Electron grants. */
  async decides(webContents: unknown, permission: string, origin: string): Promise<boolean> {
    const details = { requestingUrl: origin, isMainFrame: true, securityOrigin: origin }
    if (this.#permissionCheck?.(webContents, permission, origin, details) === false) return false
    const request = this.#permissionRequest
    if (!request) return true
    return new Promise((resolve) => request(webContents, permission, resolve, details))
  }

  /** Not Electron's: whether the application lets a request go out. */
  async lets(url: string, method: string, resourceType: string): Promise<boolean> {
    const listener = this.#beforeRequest
    if (!listener) return true
    return new Promise((resolve) =>
      listener({ url, method, resourceType }, ({ cancel }) => resolve(cancel !== true)),
    )
  }
}

export const session = { defaultSession: new Session() }
