import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { runCli } from '../cli'
import { Refusal } from '../shared/kernel/result'
import { electronSealer } from './app/backup-host'
import { electronHost } from './app/electron-host'
import { electronParserHost } from './app/parser-host'
import { hardenBeforeReady, hardenWhenReady } from './app/hardening'
import { setMenu } from './app/menu'
import { printWindows } from './app/print-window'
import { registerScheme, serveApp } from './app/protocol'
import { claimSingleInstance, schoolFileIn } from './app/single-instance'
import { chooseClock, localDataFolder } from './app/surroundings'
import { closeWhenKept, openMainWindow, type Closing } from './app/window'
import { compose, type Binder } from './compose'
import { startBackupTimer } from './features/backup/timer'
import { sqliteVersion } from './db/sqlite-version'
import { registerContract, TrustedWindows } from './ipc/register'
import { fileLogger } from './lib/logger'
import type { Host } from './lib/host'

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
const trust = (contents: BrowserWindow['webContents']) => trusted.add(contents)

registerScheme()
hardenBeforeReady()

/** On the command line nobody can be asked; a page can still be drawn and printed. */
const commandLineHost: Host = {
  askOpenFiles: () => Promise.reject(new Refusal('host.unavailable')),
  askSaveFile: () => Promise.reject(new Refusal('host.unavailable')),
  askFolder: () => Promise.reject(new Refusal('host.unavailable')),
  showInFolder: () => undefined,
  closeWindow: () => undefined,
  openHiddenWindow: printWindows({ preload, trust }),
}

function build(host: Host, checkOutput: boolean): Binder {
  const binder = compose({
    clock: chooseClock(app.isPackaged, process.env['CPD_NOW_UTC']),
    dataFolder,
    host,
    parser: electronParserHost(import.meta.dirname),
    sealer: electronSealer(import.meta.dirname),
    about: {
      version: app.getVersion(),
      sqlite: sqliteVersion(),
      host: process.versions['electron'] ? `Electron ${process.versions['electron']}` : 'Chromium',
    },
    checkOutput,
    onProgress: (progress) => trusted.tell('progress', progress),
    onBug: (channel, error) => log.bug(channel, error),
  })
  registerContract(binder.dispatch, trusted)
  return binder
}

async function prepare(): Promise<void> {
  await app.whenReady()
  hardenWhenReady()
  serveApp(rendererFolder)
}

async function runCommand(argv: readonly string[]): Promise<void> {
  // The window that prints a page comes and goes; the command ends when it is done.
  app.on('window-all-closed', () => undefined)
  await prepare()
  const code = await runCli(argv, build(commandLineHost, true), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  })
  await Promise.all([process.stdout, process.stderr].map(written))
  app.exit(code)
}

// A pipe takes 64 KB at a time: who leaves at once cuts off the rest of a long answer.
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => void stream.write('', () => resolve()))
}

/** A file named by a double click. A window that is there is told; one to come asks for the status. */
function openNamedFile(binder: Binder, argv: readonly string[]): void {
  const path = schoolFileIn(argv)
  if (path === undefined) return
  try {
    trusted.tell('school.named', { refused: binder.school.openNamed(path) })
  } catch (cause) {
    log.failure('open a named file', cause)
    trusted.tell('school.named', { refused: { code: 'internal' } })
  }
}

async function runWindow(): Promise<void> {
  let window: BrowserWindow | undefined
  let binder: Binder | undefined
  let closing: Closing | undefined
  const isFirst = claimSingleInstance((argv) => {
    if (binder) openNamedFile(binder, argv)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  if (!isFirst) return app.quit()
  await prepare()
  // The window's own process starts while the school is opened here: nothing it asks can be heard before that is done.
  const opening = openMainWindow({ preload, icon }, trust)
  const built = build(electronHost({ preload, trust, closeWindow: () => closing?.letGo() }), false)
  binder = built
  built.desk.onChange((changeId) => trusted.tell('school.changed', changeId === undefined ? {} : { changeId }))
  const stopBackups = startBackupTimer(built.backups, built.desk, (cause) => log.bug('automatic backup', cause))
  app.on('will-quit', () => {
    stopBackups()
    built.desk.clear()
  })
  app.on('window-all-closed', () => app.quit())
  setMenu((command) => trusted.tell('menu.command', { command }))
  openNamedFile(built, process.argv)
  window = await opening
  closing = closeWhenKept(window, () => trusted.tell('window.closing', {}))
  window.on('closed', () => app.quit())
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
