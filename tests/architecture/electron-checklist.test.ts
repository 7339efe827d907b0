import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hardenBeforeReady, hardenWhenReady } from '../../src/main/app/hardening'
import { isPermitted } from '../../src/main/app/permissions'
import { hiddenWindowOptions } from '../../src/main/app/print-window'
import { contentSecurityPolicy, registerScheme, serveApp } from '../../src/main/app/protocol'
import { mainWindowOptions } from '../../src/main/app/window'
import { TrustedWindows } from '../../src/main/ipc/register'
import { closeBrowser } from '../../tools/electron-on-chromium/browser'
import { app, BrowserWindow } from '../../tools/electron-on-chromium/electron'
import { hostCalls } from '../../tools/electron-on-chromium/host-log'

// Electron's own security checklist (docs/tutorial/security.md), item by item. "Asked for": our code gives the option
// or the handler, seen here on the stand-in or in the source. "Held" needs Electron itself: docs/smoke.md.

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const sources = readdirSync('src/main', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))

const treeOf = (path: string) => parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }) as unknown as Node

/** Every node under a node. */
function* nodes(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodes(each)
  else if (node !== null && typeof node === 'object') {
    if ('type' in node) yield node as Node
    for (const part of Object.values(node)) yield* nodes(part)
  }
}

const nameOf = (node: unknown) =>
  (node as { name?: string; value?: string } | undefined)?.name ?? (node as { value?: string } | undefined)?.value

/** Files of src/main in which a name is used as a property, a member or a literal. */
function filesNaming(name: string): string[] {
  return sources.filter((path) =>
    [...nodes(treeOf(path))].some(
      ({ type, key, property, value }) =>
        (type === 'Property' && nameOf(key) === name) ||
        (type === 'MemberExpression' && nameOf(property) === name) ||
        (type === 'Literal' && value === name),
    ),
  )
}

const pages = readdirSync('src/renderer')
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, html: readFileSync(join('src/renderer', name), 'utf8') }))

const windows = {
  'the main window': mainWindowOptions('/preload.cjs', '/icon.png'),
  'the window that prints': hiddenWindowOptions('/preload.cjs'),
}
const eachWindow = Object.entries(windows).map(([name, options]) => ({ name, preferences: options.webPreferences }))
const calls = (what: string) => hostCalls().filter((call) => call.what === what)

let window: BrowserWindow

// At once, as the program does: the application becomes ready by itself.
registerScheme()
hardenBeforeReady()

beforeAll(async () => {
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'cpd-checklist-')))
  app.on('window-all-closed', () => undefined)
  await app.whenReady()
  hardenWhenReady()
  serveApp(mkdtempSync(join(tmpdir(), 'cpd-checklist-root-')))
  window = new BrowserWindow({ show: false })
})
afterAll(closeBrowser)

it('reads the sources it means to read', () => {
  expect(sources.length).toBeGreaterThan(30)
  expect(filesNaming('contextIsolation')).toEqual(['src/main/app/window.ts'])
})

describe('the Electron checklist, asked for', () => {
  it('item 1: only our own scheme, which is standard and secure, and no address of the web in a page', () => {
    expect(calls('protocol.registerSchemesAsPrivileged')[0]?.args[0]).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true } },
    ])
    expect(pages.map(({ name }) => name)).toEqual(['index.html', 'print.html'])
    for (const { name, html } of pages) expect(html, name).not.toMatch(/https?:|(src|href)="\/\//)
  })

  it.each(eachWindow)('items 2, 3 and 4: no Node, isolation and sandbox in $name', ({ preferences }) => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
    })
  })

  it('items 2, 3 and 4: there are no other windows, and every window takes these preferences', () => {
    const made = sources.filter((path) =>
      [...nodes(treeOf(path))].some(
        ({ type, callee }) => type === 'NewExpression' && nameOf(callee) === 'BrowserWindow',
      ),
    )
    expect(made).toEqual(['src/main/app/print-window.ts', 'src/main/app/window.ts'])
  })

  it('item 4: the sandbox is on for every renderer before any is made; files of others are read in another process', () => {
    expect(calls('app.enableSandbox')).toHaveLength(1)
    expect(readFileSync('src/main/app/parser-host.ts', 'utf8')).toContain('utilityProcess.fork')
  })

  it.each([
    'accessibility-events',
    'background-sync',
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'payment-handler',
    'pointerLock',
    'sensors',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'unknown',
    'usb',
    'window-management',
  ])('item 5: %s is refused to everybody', (permission) => {
    expect(isPermitted(permission, 'app://cpd/')).toBe(false)
    expect(isPermitted(permission, 'https://example.org/')).toBe(false)
  })

  it('item 5: all four permission handlers are set; only copying plain text is granted, and only to us', () => {
    for (const what of ['Request', 'Check', 'DevicePermission', 'DisplayMediaRequest']) {
      const name = what.length > 8 ? `session.set${what}Handler` : `session.setPermission${what}Handler`
      expect(calls(name), name).toHaveLength(1)
    }
    expect(isPermitted('clipboard-sanitized-write', 'app://cpd/index.html')).toBe(true)
    expect(isPermitted('clipboard-sanitized-write', 'app://cpd.example/')).toBe(false)
  })

  it.each([
    ['item 6', 'webSecurity'],
    ['item 8', 'allowRunningInsecureContent'],
    ['item 9', 'experimentalFeatures'],
    ['item 10', 'enableBlinkFeatures'],
    ['item 11', 'allowpopups'],
    ['item 18', 'bypassCSP'],
    ['beside the list', 'disable-web-security'],
    ['beside the list', 'ignore-certificate-errors'],
  ])('%s: %s is never set', (_item, name) => expect(filesNaming(name)).toEqual([]))

  it('item 7: a policy with no unsafe source, and no script or style in a page itself', () => {
    expect(contentSecurityPolicy('x')).not.toMatch(/unsafe|\*|https?:/)
    for (const { name, html } of pages) {
      expect(html, name).not.toMatch(/<style|\sstyle=|\son\w+=/)
      expect(
        html.match(/<script[^>]*>/g)?.every((tag) => tag.includes('src=')),
        name,
      ).toBe(true)
    }
  })

  it.each(eachWindow)('items 11 and 12: no webview in $name', ({ preferences }) => {
    expect(preferences).toMatchObject({ webviewTag: false })
  })

  it('item 12: a webview that appears all the same is refused', () => {
    let isPrevented = false
    window.webContents.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) }, {}, {})
    expect(isPrevented).toBe(true)
  })

  it('items 13 and 14: every contents ever made is locked at birth (the addresses: navigation.test.ts)', () => {
    const contents = window.webContents
    expect(contents.allowsNavigation('https://example.org/', true)).toBe(false)
    expect(contents.allowsNavigation('app://cpd/index.html', false)).toBe(false)
    expect(contents.allowsNavigation('app://cpd/index.html', true)).toBe(true)
    expect(contents.listenerCount('will-redirect')).toBe(1)
  })

  it('item 15: the system is asked to open something in one place only, behind the allow-list', () => {
    expect(filesNaming('openExternal')).toEqual(['src/main/app/hardening.ts'])
    expect(filesNaming('openPath')).toEqual([])
  })

  it('item 16: Electron is pinned to one version, so that its age can be known', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('item 17: a message counts only from the top frame of a known window at our own origin', () => {
    const trusted = new TrustedWindows()
    const sender = window.webContents as unknown as Electron.WebContents
    const from = (url: string, parent: unknown = null, who = sender) =>
      trusted.trusts({ sender: who, senderFrame: { url, parent } } as unknown as Electron.IpcMainInvokeEvent)
    expect(from('app://cpd/index.html')).toBe(false)
    trusted.add(sender)
    expect(from('app://cpd/index.html#/staff')).toBe(true)
    expect(from('app://cpd/index.html', {})).toBe(false)
    expect(from('app://cpd/index.html', null, {} as Electron.WebContents)).toBe(false)
    for (const url of [
      '',
      'about:blank',
      'app://cpd.example/',
      'app://cpdx/',
      'https://cpd/',
      'file:///x',
      'data:,x',
    ]) {
      expect(from(url), url).toBe(false)
    }
    expect(trusted.trusts({ sender, senderFrame: null })).toBe(false)
  })

  it('item 17: only src/main/ipc listens to renderers', () => {
    const listening = sources.filter((path) => /\bipcMain\b/.test(readFileSync(path, 'utf8')))
    expect(listening).toEqual(['src/main/ipc/register.ts'])
  })

  it('item 18: our scheme has no privilege it does not need (what it serves: protocol.test.ts)', () => {
    expect(calls('protocol.registerSchemesAsPrivileged')[0]?.args[0]).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    expect(calls('protocol.handle').map(({ args }) => args[0])).toEqual(['app'])
    expect(filesNaming('file://')).toEqual([])
  })

  it('item 20: the preload exposes two functions of its own, never ipcRenderer or its event', () => {
    const tree = treeOf('src/main/preload/index.ts')
    const all = [...nodes(tree)]
    const exposed = all.filter(
      ({ type, callee }) =>
        type === 'CallExpression' && nameOf((callee as Node)['property']) === 'exposeInMainWorld',
    )
    expect(exposed).toHaveLength(1)
    const bridge = all.find(({ type, id }) => type === 'VariableDeclarator' && nameOf(id) === 'bridge')
    const shape = bridge?.['init'] as { properties: readonly Node[] }
    expect(new Set(shape.properties.map(({ key }) => nameOf(key)))).toEqual(new Set(['call', 'on']))
    const bare = all.filter(
      ({ type, arguments: args }) =>
        type === 'CallExpression' && (args as Node[]).some((arg) => nameOf(arg) === 'ipcRenderer'),
    )
    expect(bare).toEqual([])
  })
})
