import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, relative, resolve, sep } from 'node:path'
import { protocol } from 'electron'
import { mediaTypeOf } from './mime'
import { APP_HOST, APP_SCHEME } from './origin'

/** Must run before the application is ready: the scheme counts as standard and secure, and may be fetched from. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the renderer's bundle, and nothing outside its folder. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, makeResponder(root))
}

/** The policy of every answer; the nonce is for style elements that a library makes (reliability, item 7). */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/**
 * The file that a URL stands for, or undefined when it must not be answered. Decoded first, resolved, then checked to
 * be inside the folder, so that no spelling of `..` leads out.
 */
export function fileFor(root: string, url: string): string | undefined {
  let pathname: string
  try {
    const parsed = new URL(url)
    if (parsed.host !== APP_HOST || parsed.username !== '' || parsed.password !== '') return undefined
    pathname = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  if (/[\0\\:]/.test(pathname)) return undefined
  const file = resolve(root, `.${pathname === '/' || pathname === '' ? '/index.html' : pathname}`)
  return isInside(root, file) ? file : undefined
}

function isInside(root: string, file: string): boolean {
  const path = relative(root, file)
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(root, path) === file
}

/** Answers a request for the application's own files: GET only, inside the folder only, links not followed out of it. */
export function makeResponder(
  root: string,
  newNonce: () => string = () => randomBytes(18).toString('base64'),
): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async ({ method, url }) => {
    const nonce = newNonce()
    if (method !== 'GET') return refusal(405, nonce)
    const file = fileFor(root, url)
    if (file === undefined) return refusal(403, nonce)
    const body = await readInside(root, file)
    if (body === undefined) return refusal(404, nonce)
    const isPage = extname(file) === '.html'
    const content = isPage ? withNonce(body.toString('utf8'), nonce) : new Uint8Array(body)
    return new Response(content, { status: 200, headers: headersFor(mediaTypeOf(file), nonce, isPage) })
  }
}

async function readInside(root: string, file: string): Promise<Buffer | undefined> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(file)])
    return isInside(realRoot, real) ? await readFile(real) : undefined
  } catch {
    return undefined
  }
}

function headersFor(type: string, nonce: string, isPage: boolean): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isPage ? { 'cache-control': 'no-store' } : {}),
  }
}

function refusal(status: number, nonce: string): Response {
  return new Response('', { status, headers: headersFor('text/plain; charset=utf-8', nonce, false) })
}

const META = /<meta property="csp-nonce"[^>]*>/

/** Puts the nonce of this load where react-aria and our chart styles look for it. */
function withNonce(html: string, nonce: string): string {
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`
  return META.test(html) ? html.replace(META, meta) : html.replace(/<head[^>]*>/, (head) => head + meta)
}
