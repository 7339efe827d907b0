import { note } from './host-log.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  readonly scheme: string
  readonly privileges?: Readonly<Record<string, boolean>>
}

const handlers = new Map<string, SchemeHandler>()
const standard = new Set<string>()

/**
 * Chromium outside Electron cannot load a scheme of our own, so `app://cpd/x` travels as
 * `http://cpd.app.localhost/x`: a secure context whose every request is answered by the scheme's handler.
 */
export function toHttp(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (whole, scheme: string, host: string) =>
    handlers.has(scheme) ? `http://${host}.${scheme}.localhost` : whole,
  )
}

/** The way back: what the application sees is always its own scheme. */
export function fromHttp(url: string): string {
  return url.replace(
    /^http:\/\/([^/?#:]*)\.([a-z][a-z0-9+.-]*)\.localhost(?::\d+)?(?=[/?#]|$)/i,
    (whole, host: string, scheme: string) => (handlers.has(scheme) ? `${scheme}://${host}` : whole),
  )
}

/** The origin as Electron's `WebFrameMain.origin` gives it: scheme and host for standard schemes, else `null`. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url)
  if (!match) return 'null'
  const [, scheme = '', host = ''] = match
  return standard.has(scheme) || scheme === 'http' || scheme === 'https' ? `${scheme}://${host}` : 'null'
}

/** The handler for the scheme of this URL, if the application registered one. */
export function handlerFor(url: string): SchemeHandler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')))
}

/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    note('protocol.registerSchemesAsPrivileged', schemes)
    for (const { scheme, privileges } of schemes) if (privileges?.['standard']) standard.add(scheme)
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`)
    note('protocol.handle', scheme)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
}
