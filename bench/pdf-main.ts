// The governors' report as a PDF, as the program makes it, against a bare printToPDF of the same page. A program of its
// own, because only one that runs on the host can print:   pdf-main.mjs <root> <school file> <data folder>
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { electronHost } from '../src/main/app/electron-host'
import { APP_ORIGIN } from '../src/main/app/origin'
import { hiddenWindowOptions, PDF_OPTIONS } from '../src/main/app/print-window'
import { registerScheme, serveApp } from '../src/main/app/protocol'
import { compose } from '../src/main/compose'
import { registerContract, TrustedWindows } from '../src/main/ipc/register'
import { fixedClock } from '../src/shared/kernel/clock'
import { LAST_YEAR, NOW } from './binder'
import { inTurn, type Line } from './measure'

const [root = '', school = '', data = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const preload = join(root, 'out', 'preload', 'index.cjs')
const renderer = join(data, 'renderer')

registerScheme()
app.on('window-all-closed', () => undefined)
await app.whenReady()
rmSync(renderer, { recursive: true, force: true })
mkdirSync(data, { recursive: true })
cpSync(join(root, 'out', 'renderer'), renderer, { recursive: true })
serveApp(renderer)

const trusted = new TrustedWindows()
const host = electronHost({ preload, trust: (contents) => trusted.add(contents), closeWindow: () => undefined })
/** The page as it was drawn last. */
let drawn = ''
let keepsPage = true
const binder = compose({
  clock: fixedClock(NOW),
  dataFolder: join(data, 'pdf'),
  host: {
    ...host,
    openHiddenWindow: async (route) => {
      const hidden = await host.openHiddenWindow(route)
      const window = BrowserWindow.getAllWindows().at(-1)
      if (keepsPage && window)
        drawn = String(await window.webContents.executeJavaScript('document.documentElement.outerHTML'))
      return hidden
    },
  },
  parser: {
    start: () => {
      throw new Error('nothing is imported here')
    },
  },
  about: { version: 'bench', sqlite: '', host: 'bench' },
  checkOutput: false,
  onBug: (_channel, error) => process.stderr.write(`${String(error)}\n`),
})
registerContract(() => Promise.resolve(binder.dispatch), trusted)
binder.school.openAt(school)

const ask = {
  kind: 'governors',
  year: { kind: 'academic', startYear: LAST_YEAR },
  options: { names: false },
} as const
const ROUNDS = 9
let [oursBytes, bareBytes] = [0, 0]

async function ours(): Promise<void> {
  oursBytes = (await binder.reports.bytes(binder.reports.report(ask), 'pdf')).byteLength
}

/** As for the first report of a sitting: no window is left from the one before. */
async function first(): Promise<void> {
  await ours()
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
}

async function bare(): Promise<void> {
  const window = new BrowserWindow(hiddenWindowOptions(preload))
  await window.loadURL(`${APP_ORIGIN}/drawn.html`)
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
  bareBytes = (await window.webContents.printToPDF(PDF_OPTIONS)).byteLength
  window.destroy()
}

await first()
keepsPage = false
writeFileSync(
  join(renderer, 'drawn.html'),
  `<!doctype html>${drawn.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*modulepreload[^>]*>/g, '')}`,
)
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`

async function line(name: string, work: () => Promise<void>): Promise<Line> {
  const measured = await inTurn(ROUNDS, work, bare)
  return {
    name: `governors’ report as a PDF, ${name}, against a bare printToPDF of the same page`,
    ...measured,
    goal: 1.5,
    note: `${kilobytes(oursBytes)} against ${kilobytes(bareBytes)}`,
    // The same page: else the comparison means nothing.
    alsoOk: Math.abs(oursBytes - bareBytes) < oursBytes / 4,
  }
}

const lines = [await line('the first', first), await line('the next', ours)]
process.stdout.write(`${JSON.stringify({ lines })}\n`)
app.exit(0)
