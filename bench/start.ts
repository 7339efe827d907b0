import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { ParentNews } from '../tools/electron-on-chromium/parent'
import { NOW } from './binder'
import { median, type Line } from './measure'

const ROUNDS = 8

export interface Program {
  readonly main: string
  readonly args: readonly string[]
  /** There when a person can begin. */
  readonly ready: string
}

/** Starts a program on the host, waits until a person can begin, and ends it. Only the waiting counts. */
const start = (program: Program, root: string): Promise<number> =>
  withPage(program, root, (_page, ms) => Promise.resolve(ms))

/** Starts a program on the host and gives its page to `work`, with how long it took; ends it afterwards. */
export async function withPage<T>(
  program: Program,
  root: string,
  work: (page: Page, ms: number) => Promise<T>,
): Promise<T> {
  const userData = mkdtempSync(join(tmpdir(), 'cpd-bench-'))
  // Only here: the other parts of the bench measure memory, and this is much of it.
  const { chromium } = await import('playwright-core')
  const register = pathToFileURL(join(root, 'tools', 'electron-on-chromium', 'register.mjs')).href
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', register, program.main, `--user-data-dir=${userData}`, ...program.args],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, CPD_TEST_PARENT: '1', CPD_DEBUG_PORT: '0', CPD_NOW_UTC: NOW, CPD_HEADED: '' },
    },
  )
  const ended = once(child, 'exit')
  try {
    const port = await new Promise<number>((found, failed) => {
      child.once('exit', () => failed(new Error(`${program.main} ended before its window was there`)))
      child.on('message', (news: ParentNews) => news.type === 'debug-port' && found(news.port))
    })
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const context = browser.contexts()[0]
    if (!context) throw new Error('the host has no window')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.waitForSelector(program.ready)
    const done = await work(page, performance.now() - startedAt)
    await browser.close()
    return done
  } finally {
    child.send({ type: 'quit', id: 1 })
    await ended
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Start to interactive, with a school open, against a blank window of the same host whose page comes through the same
 * scheme. What a page without any request gives is in the note: of the stand-in's time a part is its own way of
 * answering requests, which Electron does not have.
 */
export async function startLine(blankMain: string, school: string, root: string): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'cpd-bench-'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><title>Blank</title></head><body><h1>Blank</h1></body></html>',
  )
  const ours: Program = {
    main: join(root, 'out', 'main', 'index.js'),
    args: [school],
    ready: 'nav[aria-label="Binder"] a, .start a',
  }
  const blank: Program = { main: blankMain, args: [folder], ready: 'h1' }
  const bare: Program = { main: blankMain, args: [], ready: 'h1' }
  const all: { ours: number[]; blank: number[]; bare: number[] } = { ours: [], blank: [], bare: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    all.ours.push(await start(ours, root))
    all.blank.push(await start(blank, root))
    all.bare.push(await start(bare, root))
  }
  rmSync(folder, { recursive: true, force: true })
  // The first of each finds cold files and does not count.
  const [oursMs, baselineMs, bareMs] = [
    median(all.ours.slice(1)),
    median(all.blank.slice(1)),
    median(all.bare.slice(1)),
  ]
  return {
    name: 'start to interactive, against a blank window',
    oursMs,
    baselineMs,
    ratio: oursMs / baselineMs,
    goal: 1.5,
    note: `${(oursMs / bareMs).toFixed(2)} against a data: page`,
  }
}
