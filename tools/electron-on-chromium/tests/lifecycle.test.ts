import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const register = new URL('../register.mjs', import.meta.url).href

const HEAD = `
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, protocol, utilityProcess } from 'electron'
const say = (...words) => process.stdout.write(words.join(' ') + '\\n')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
async function open() {
  await app.whenReady()
  protocol.handle('app', () => new Response('<!doctype html><title>T</title>', { headers: { 'content-type': 'text/html' } }))
  const preload = join(import.meta.dirname, 'preload.cjs')
  writeFileSync(preload, '')
  const window = new BrowserWindow({ webPreferences: { preload } })
  await window.loadURL('app://test/')
  return window
}
`

interface Started {
  readonly child: ChildProcess
  readonly folder: string
  readonly output: () => string
  said(words: string): Promise<void>
  ended(): Promise<number | null>
}

/** Runs a small program on the stand-in in a process of its own. */
function start(
  program: string,
  folder = mkdtempSync(join(tmpdir(), 'stand-in-app-')),
  env: NodeJS.ProcessEnv = {},
): Started {
  const file = join(folder, 'main.mjs')
  writeFileSync(file, HEAD + program)
  // Chromium's profile goes here, so that what is left of it can be seen.
  const temp = join(folder, 'temp')
  mkdirSync(temp, { recursive: true })
  const child = spawn(process.execPath, ['--import', register, file, `--user-data-dir=${join(folder, 'data')}`], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, TMPDIR: temp, ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()))
  const exit = once(child, 'exit') as Promise<[number | null]>
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    folder,
    output: () => text,
    said: async (words) => {
      while (!text.includes(words)) {
        const more = await Promise.race([
          once(child.stdout ?? child, 'data').then(() => true),
          exit.then(() => false),
        ])
        if (!more && !text.includes(words)) throw new Error(`ended without saying "${words}":\n${text}`)
      }
    },
    ended: async () => (await exit)[0],
  }
}

describe('app', () => {
  it('ends without a browser when no window is opened, with the code given', async () => {
    const app = start(`await app.whenReady(); say('ready', app.isReady()); app.exit(3)`)
    expect(await app.ended()).toBe(3)
    expect(app.output()).toBe('ready true\n')
  })

  it('quits by its events in order, each of which may refuse', async () => {
    const app = start(`
      for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => say(name))
      const window = await open()
      window.on('close', () => say('close')); window.on('closed', () => say('closed'))
      app.once('before-quit', (event) => { event.preventDefault(); say('refused'); setImmediate(() => app.quit()) })
      app.quit()`)
    expect(await app.ended()).toBe(0)
    expect(app.output().trim().split('\n')).toEqual([
      'before-quit',
      'refused',
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'quit',
    ])
  })

  it('quits with its last window when nobody listens, as Electron does', async () => {
    const app = start(`const window = await open(); say('open'); window.close()`)
    expect(await app.ended()).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and leaves nothing behind', async (signal) => {
    const app = start(`app.on('will-quit', () => say('will-quit')); await open(); say('open')`)
    await app.said('open')
    app.child.kill(signal)
    expect(await app.ended()).toBe(0)
    expect(app.output()).toContain('will-quit')
    expect(processesNaming(app.folder)).toEqual([])
    expect(readdirSync(join(app.folder, 'temp'))).toEqual([])
  })

  it('is told of a second instance, which gets no lock', async () => {
    const first = start(`
      app.on('second-instance', (_event, argv, folder, data) => { say('second', argv.at(-1), data.want); app.quit() })
      say('lock', app.requestSingleInstanceLock(), app.hasSingleInstanceLock())
      await app.whenReady(); const keep = setInterval(() => {}, 1000); app.on('quit', () => clearInterval(keep))`)
    await first.said('lock true true')
    const second = start(`say('lock', app.requestSingleInstanceLock({ want: 'x' })); app.quit()`, first.folder)
    expect(await second.ended()).toBe(0)
    expect(second.output()).toBe('lock false\n')
    await first.said('second')
    expect(await first.ended()).toBe(0)
    expect(first.output()).toContain(`second --user-data-dir=${join(first.folder, 'data')} x`)
  })

  it('takes over the lock of an instance that was killed', async () => {
    const killed = start(`say(app.requestSingleInstanceLock()); setInterval(() => {}, 1000)`)
    await killed.said('true')
    killed.child.kill('SIGKILL')
    await killed.ended()
    const next = start(`say(app.requestSingleInstanceLock()); app.quit()`, killed.folder)
    expect(await next.ended()).toBe(0)
    expect(next.output()).toBe('true\n')
  })
})

describe('dialog', () => {
  it('gives the answers queued by a test, and is noted', async () => {
    const app = start(
      `await app.whenReady(); say('ready'); process.on('message', async (m) => {
        if (m.type !== 'dialog') return
        const answer = await dialog.showOpenDialog({ title: 'Which?' }); say(answer.filePaths[0]); app.quit() })`,
      undefined,
      { CPD_TEST_PARENT: '1' },
    )
    await app.said('ready')
    app.child.send({
      type: 'dialog',
      id: 1,
      what: 'showOpenDialog',
      answer: { canceled: false, filePaths: ['/a/b'] },
    })
    expect(await app.ended()).toBe(0)
    expect(app.output()).toContain('/a/b')
  })

  it('refuses when nobody is there to answer', async () => {
    const app = start(
      `await app.whenReady(); await dialog.showSaveDialog({}).catch((e) => say(e.message)); app.exit(0)`,
    )
    expect(await app.ended()).toBe(0)
    expect(app.output()).toContain('dialog.showSaveDialog: nobody is there to answer')
  })
})

describe('utilityProcess', () => {
  it('runs a module in a process of its own that speaks through parentPort', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-app-'))
    writeFileSync(
      join(folder, 'child.mjs'),
      `process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ sum: data.get('a') + 1, pid: process.pid, arg: process.argv[2] }))`,
    )
    const app = start(
      `await app.whenReady()
      const child = utilityProcess.fork(${JSON.stringify(join(folder, 'child.mjs'))}, ['x'], { serviceName: 'sums' })
      child.on('spawn', () => { say('spawn', child.pid !== process.pid); child.postMessage(new Map([['a', 41n]].map(([k, v]) => [k, Number(v)]))) })
      child.on('message', (m) => { say('message', m.sum, m.arg, m.pid === child.pid); say('killed', child.kill()) })
      child.on('exit', (code) => { say('exit', code !== 0, child.pid); app.exit(0) })`,
      folder,
    )
    expect(await app.ended()).toBe(0)
    expect(app.output().trim().split('\n')).toEqual(['spawn true', 'message 42 x true', 'killed true', 'exit true'])
  })
})

describe('Menu', () => {
  it('hears its shortcuts in the page, unless the page keeps them', async () => {
    const app = start(`
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [
        { id: 'a', label: 'A', accelerator: 'CmdOrCtrl+Shift+K', click: (item) => say('clicked', item.id) },
        { id: 'b', label: 'B', accelerator: 'CmdOrCtrl+J', click: (item) => say('clicked', item.id) }] }]))
      const { page } = (await open()).webContents
      await page.evaluate("window.addEventListener('keydown', (e) => { if (e.key === 'j') e.preventDefault() })")
      await page.keyboard.press('Control+j')
      await page.keyboard.press('Control+Shift+K').catch(() => undefined)`)
    await app.said('clicked a')
    app.child.kill('SIGTERM')
    expect(await app.ended()).toBe(0)
    expect(app.output().trim().split('\n')).toEqual(['clicked a'])
  })
})

/** Command lines of running processes that name a folder, as far as the system shows them. */
function processesNaming(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLineOf)
    .filter((line) => line.includes(folder))
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
