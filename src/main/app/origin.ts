/** The application's one origin. There is no remote content, so everything else is foreign. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'cpd'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/**
 * Scheme and host of a URL, or undefined when it has none. `URL.origin` is `null` for a scheme of our own, so both
 * parts are compared by themselves; a prefix of the text is never enough (`app://cpd.example`, `app://cpd@example`).
 */
export function originOf(url: string): string | undefined {
  try {
    const { protocol, host, username, password } = new URL(url)
    if (username !== '' || password !== '' || host === '') return undefined
    return `${protocol}//${host}`
  } catch {
    return undefined
  }
}

/** Whether a URL is a page of this application. */
export function isOurs(url: string): boolean {
  return originOf(url) === APP_ORIGIN
}
