import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { hardenBeforeReady, hardenWhenReady } from './app/hardening'
import { setMenu } from './app/menu'
import type { Surroundings } from './program'
import { registerScheme, serveApp } from './app/protocol'
import { claimSingleInstance } from './app/single-instance'
import { localDataFolder } from './app/surroundings'
import { closeWhenKept, openMainWindow, type Closing } from './app/window'
import { registerContract, TrustedWindows } from './ipc/register'
import { fileLogger } from './lib/logger'

// Paths are taken here, in the entry, because a chunk of the bundle lies elsewhere.
const preload = join(import.meta.dirname, '../preload/index.cjs')
const rendererFolder = join(import.meta.dirname, '../renderer')
const icon = join(app.getAppPath(), 'resources', 'icon.png')

const dataFolder =
  app.commandLine.getSwitchValue('user-data-dir') || localDataFolder(process.platform, process.env, homedir())
app.setPath('userData', dataFolder)
app.setAppUserModelId('uk.cpd-binder.app')

const log = fileLogger(join(dataFolder, 'Logs'))
const trusted = new TrustedWindows()
const here: Surroundings = { dataFolder, mainFolder: import.meta.dirname, preload, trusted, log }

registerScheme()
hardenBeforeReady()

async function prepare(): Promise<void> {
  await app.whenReady()
  hardenWhenReady()
  serveApp(rendererFolder)
}

async function runWindow(): Promise<void> {
  let window: BrowserWindow | undefined
  let reopen: ((argv: readonly string[]) => void) | undefined
  let closing: Closing | undefined
  const isFirst = claimSingleInstance((argv) => {
    reopen?.(argv)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  if (!isFirst) return app.quit()
  await prepare()
  app.on('window-all-closed', () => app.quit())
  setMenu((command) => trusted.tell('menu.command', { command }))
  // The window's own process starts while the program is loaded and the school is opened here; what the page asks
  // meanwhile waits for the answer.
  const opening = openMainWindow({ preload, icon }, (contents) => trusted.add(contents))
  const built = loadProgram(() => closing?.letGo())
  reopen = (argv) => void built.then(({ openNamed }) => openNamed(argv))
  registerContract(
    async () => (await built).dispatch,
    trusted,
    () => closing?.heard(),
  )
  ;[window] = await Promise.all([opening, built])
  closing = closeWhenKept(window, () => trusted.tell('window.closing', {}))
  window.on('closed', () => app.quit())
}

/** The services, with the school open that was open last or was named by a double click. */
async function loadProgram(closeWindow: () => void) {
  const { openNamedFile, programOfWindow } = await import('./program')
  const { dispatch, ...binder } = programOfWindow(here, closeWindow)
  const openNamed = (argv: readonly string[]) => openNamedFile(binder.school, argv, here)
  openNamed(process.argv)
  return { dispatch, openNamed }
}

async function runCommand(argv: readonly string[]): Promise<void> {
  // The window that prints a page comes and goes; the command ends when it is done.
  app.on('window-all-closed', () => undefined)
  await prepare()
  const program = await import('./program')
  app.exit(await program.runCommand(here, argv))
}

function fail(error: unknown): void {
  log.bug('start', error)
  const detail = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'CPD Binder could not go on',
    `${detail}\nNothing that was saved is lost. The log has the details.`,
  )
  app.exit(1)
}

const commandAt = process.argv.indexOf('--cli')
process.on('uncaughtException', fail)
;(commandAt < 0 ? runWindow() : runCommand(process.argv.slice(commandAt + 1))).catch(fail)
