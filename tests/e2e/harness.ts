import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { HostCall } from '../../tools/electron-on-chromium/host-log'
import type { ParentMessage, ParentNews } from '../../tools/electron-on-chromium/parent'
import { mainBundle } from '../../tools/lib/build.mjs'
import { NOW } from '../fixtures/school'

export interface LaunchOptions {
  /** The folder of this PC's data; a fresh one, removed afterwards, unless given. */
  readonly userData?: string
  /** Arguments of the program, such as the path of a school file. */
  readonly args?: readonly string[]
  /** When the program believes it is; a school day in November 2025 unless given. */
  readonly nowUtc?: string
}

type DialogName = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

export interface LaunchedApp {
  readonly page: Page
  readonly userData: string
  readonly dialogs: {
    /** Answers the next dialog of this kind; give the answer before the click that asks. */
    answer(what: DialogName, answer: unknown): Promise<void>
    /** The next "Open" dialog gives these paths. */
    open(...filePaths: readonly string[]): Promise<void>
    /** The next "Save as" dialog gives this path. */
    save(filePath: string): Promise<void>
  }
  /** Everything the program asked of its host so far. */
  hostCalls(): Promise<readonly HostCall[]>
  /** Starts the program once more, as a double click on a file does, and waits until that second one has ended. */
  again(...args: readonly string[]): Promise<void>
  /** Chooses an item of the menu by its id. */
  menu(item: string): Promise<void>
  /** Page errors, console errors, refused requests and content security violations so far. */
  problems(): Promise<readonly string[]>
  /** Closes the window as a person does, and waits for the end of the program. */
  closeWindow(): Promise<void>
  /** Ends the program as closing it does, after failing the test if there were problems. */
  stop(): Promise<void>
  /** Ends the program as a power cut does. */
  kill9(): Promise<void>
}

const register = pathToFileURL(resolve('tools/electron-on-chromium/register.mjs')).href
const PATIENCE_MS = 30_000

/** The process channel to the program under test. */
class Control {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (value: unknown) => void>()
  readonly debugPort: Promise<number>
  #lastId = 0

  constructor(child: ChildProcess, output: () => string) {
    this.#child = child
    this.debugPort = new Promise((found, failed) => {
      const timer = setTimeout(
        () => failed(new Error(`the program did not open a window\n${output()}`)),
        PATIENCE_MS,
      )
      child.on('exit', (code) => failed(new Error(`the program ended with ${code}\n${output()}`)))
      child.on('message', (news: ParentNews) => {
        if (news.type === 'debug-port') {
          clearTimeout(timer)
          found(news.port)
        } else {
          this.#waiting.get(news.id)?.(news.value)
          this.#waiting.delete(news.id)
        }
      })
    })
    // Who waits for the port is told of the failure; when nobody waits any more there is nobody to tell.
    this.debugPort.catch(() => undefined)
  }

  ask(message: DistributiveOmit<ParentMessage, 'id'>): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((answered) => {
      this.#waiting.set(id, answered)
      this.#child.send({ ...message, id })
    })
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

const commandLine = (userData: string, args: readonly string[]): string[] => [
  '--import',
  register,
  mainBundle,
  `--user-data-dir=${userData}`,
  ...args,
]

/** Starts the built program in a real Chromium and waits for its window. It is stopped when the test ends. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  if (!existsSync(mainBundle)) throw new Error('The program is not built: run `npm run build` first.')
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'cpd-e2e-'))
  const child = spawn(process.execPath, commandLine(userData, options.args ?? []), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      CPD_TEST_PARENT: '1',
      CPD_DEBUG_PORT: '0',
      CPD_NOW_UTC: options.nowUtc ?? NOW,
      CPD_HEADED: '',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (output += part.toString()))
  const control = new Control(child, () => output)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await control.debugPort}`)
  const app = makeApp({ child, control, browser, page: await mainPage(browser), userData })
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await app.stop()
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  })
  return app
}

/** The page of the main window, once it has loaded. */
async function mainPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0]
  if (!context) throw new Error('Chromium has no context')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL(/^http:\/\/cpd\.app\.localhost\//)
  await page.waitForLoadState('load')
  return page
}

interface Parts {
  readonly child: ChildProcess
  readonly control: Control
  readonly browser: Browser
  readonly page: Page
  readonly userData: string
}

function makeApp({ child, control, browser, page, userData }: Parts): LaunchedApp {
  const hostCalls = async () => (await control.ask({ type: 'calls' })) as readonly HostCall[]
  const problems = async () => (await hostCalls()).flatMap(problemIn)
  const answer = async (what: DialogName, value: unknown) => {
    await control.ask({ type: 'dialog', what, answer: value })
  }
  const ended = once(child, 'exit')
  return {
    page,
    userData,
    hostCalls,
    problems,
    dialogs: {
      answer,
      open: (...filePaths) => answer('showOpenDialog', { canceled: false, filePaths }),
      save: (filePath) => answer('showSaveDialog', { canceled: false, filePath }),
    },
    again: async (...args) => {
      await once(spawn(process.execPath, commandLine(userData, args), { stdio: 'ignore' }), 'exit')
    },
    menu: async (item) => {
      await control.ask({ type: 'menu', item })
    },
    closeWindow: async () => {
      await control.ask({ type: 'quit' })
      await ended
      await browser.close()
    },
    stop: async () => {
      const found = await problems()
      await browser.close()
      await control.ask({ type: 'quit' })
      await ended
      if (found.length > 0) throw new Error(`the window reported problems:\n${found.join('\n')}`)
    },
    kill9: async () => {
      child.kill('SIGKILL')
      await ended
      await browser.close()
    },
  }
}

/** What of the host's log counts against the program. */
function problemIn({ what, args }: HostCall): readonly string[] {
  const text = args.map(String).join(' ')
  const bad = ['page-error', 'exception', 'csp-violation', 'denied', 'request-failed', 'deliver-failed'].includes(
    what,
  )
  const isConsoleError = what === 'console' && args[0] === 'error'
  return bad || isConsoleError ? [`${what}: ${text}`] : []
}
