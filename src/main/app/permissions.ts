import type { Session } from 'electron'
import { isOurs } from './origin'

/** The one thing a page of ours may ask for: to put plain text on the clipboard (copying a table). */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Whether a page may have a permission. Electron's own default is to grant everything. */
export function isPermitted(permission: string, origin: string): boolean {
  return GRANTED.has(permission) && isOurs(origin)
}

/** What `lockPermissions` needs of a session. */
export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

/** Refuses cameras, places, notifications, devices and all else, whoever asks. */
export function lockPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isPermitted(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
}
