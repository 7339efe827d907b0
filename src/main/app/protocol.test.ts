import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileFor, makeResponder } from './protocol'

let root: string
let respond: ReturnType<typeof makeResponder>

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-protocol-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(`${root}-secret`)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(`${root}-secret`, 'a.txt'), 'secret')
  writeFileSync(
    join(root, 'index.html'),
    '<html><head><meta property="csp-nonce" nonce="__CSP_NONCE__" /></head></html>',
  )
  writeFileSync(join(root, 'bare.html'), '<html><head><title>x</title></head></html>')
  writeFileSync(join(root, 'assets', 'a.js'), 'let nonce = "__CSP_NONCE__"')
  writeFileSync(join(root, 'assets', 'a b.woff2'), 'font')
  writeFileSync(join(root, 'assets', 'a.unknown'), '?')
  symlinkSync(join(folder, 'secret.txt'), join(root, 'linked.txt'))
  respond = makeResponder(root)
})

const get = (url: string, method = 'GET') => respond({ method, url })

describe('the protocol answers', () => {
  it.each([
    ['app://cpd/', 'text/html; charset=utf-8'],
    ['app://cpd/index.html?x=1#/staff', 'text/html; charset=utf-8'],
    ['app://cpd/assets/a.js', 'text/javascript; charset=utf-8'],
    ['app://cpd/assets/a%20b.woff2', 'font/woff2'],
    ['app://cpd/assets/a.unknown', 'application/octet-stream'],
  ])('%s as %s', async (url, type) => {
    const answer = await get(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('gives every load a nonce of its own, the same in the page and in the header', async () => {
    const nonces = []
    for (const path of ['index.html', 'index.html', 'bare.html']) {
      const answer = await get(`app://cpd/${path}`)
      const html = await answer.text()
      const nonce = /<meta property="csp-nonce" nonce="([^"]+)"/.exec(html)?.[1] ?? 'none'
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(3)
    expect(nonces.every((nonce) => nonce.length >= 22)).toBe(true)
  })

  it('changes pages only, never scripts', async () => {
    expect(await (await get('app://cpd/assets/a.js')).text()).toBe('let nonce = "__CSP_NONCE__"')
  })
})

describe('the protocol refuses', () => {
  it.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'get'])('%s', async (method) => {
    expect((await get('app://cpd/index.html', method)).status).toBe(405)
  })

  it.each([
    'app://cpd/%2e%2e/secret.txt',
    'app://cpd/..%2fsecret.txt',
    'app://cpd/assets/..%2f..%2fsecret.txt',
    'app://cpd/%2e%2e%2frenderer-secret/a.txt',
    'app://cpd/..%5csecret.txt',
    'app://cpd/assets\\..\\..\\secret.txt',
    'app://cpd/%00index.html',
    'app://cpd/index.html%00.js',
    'app://cpd/C:/Windows/win.ini',
    'app://cpd//etc/passwd/../../../secret.txt',
    'app://cpd/index.html::$DATA',
    'app://cpd/%zz',
    'app://other/index.html',
    'app://cpd.example/index.html',
    'app://cpd@other/index.html',
    'app://user@cpd/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('%s, with nothing of the file', async (url) => {
    const answer = await get(url)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.text()).toBe('')
  })

  it('a link that leads out of the folder', async () => {
    expect((await get('app://cpd/linked.txt')).status).toBe(404)
  })

  it('a folder, and a file that is not there', async () => {
    expect((await get('app://cpd/assets')).status).toBe(404)
    expect((await get('app://cpd/none.js')).status).toBe(404)
  })
})

describe('fileFor', () => {
  it('never leaves the folder, whatever is asked for', () => {
    const bits = ['..', '%2e%2e', '/', '%2f', '\\', '%5c', '.', 'a', '%00', ' ', '//', '%252e%252e']
    let tried = 0
    for (const one of bits)
      for (const two of bits)
        for (const three of bits)
          for (const four of bits) {
            const file = fileFor(root, `app://cpd/${one}${two}${three}${four}`)
            tried++
            if (file !== undefined) expect(file.startsWith(resolve(root) + '/')).toBe(true)
          }
    expect(tried).toBe(12 ** 4)
  })
})

it('the policy is the one that was decided', () => {
  expect(contentSecurityPolicy('N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  )
})
