import { outsideHosts } from '../../shared/kernel/outside-hosts'
import { isOurs } from './origin'

const MAX_URL_LENGTH = 2000

/** Whether a link may be handed to the system: https to a named host, or a plain e-mail address; nothing else ever. */
export function mayOpenOutside(url: string, hosts: ReadonlySet<string> = outsideHosts): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must be refused
  if (url.length > MAX_URL_LENGTH || /[\u0000-\u0020\u007f\\]/.test(url)) return false
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return false
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.port !== '') return false
  if (parsed.protocol === 'https:') return hosts.has(parsed.hostname)
  // Only the address: `?attach=` and friends are read by some mail programs.
  return parsed.protocol === 'mailto:' && /^mailto:[^?@/]+@[^?@/]+$/i.test(url)
}

interface Leaving {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

/** What `lockNavigation` needs of a window's contents; Electron's `WebContents` has it. */
export interface Navigator {
  on(event: 'will-navigate', listener: (event: Leaving) => void): unknown
  on(event: 'will-frame-navigate', listener: (event: Leaving) => void): unknown
  on(event: 'will-redirect', listener: (event: Leaving) => void): unknown
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void
}

/**
 * Keeps a window on the application's own pages: nothing else loads in it, in any frame, by any way, and no window
 * opens from it. A link that may be opened outside goes to the system.
 */
export function lockNavigation(contents: Navigator, openOutside: (url: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return
    event.preventDefault()
    if (mayOpenOutside(event.url)) openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    // No page of ours has frames.
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) openOutside(url)
    return { action: 'deny' }
  })
}
