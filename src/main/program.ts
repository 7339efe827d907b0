/**
 * All of the program but its window: the services, the command line and what they stand on. The entry loads it beside
 * the window's own process, so that nothing here keeps a person waiting for the first thing to be seen.
 */
import { app } from 'electron'
import { runCli } from '../cli'
import { Refusal } from '../shared/kernel/result'
import { compose, type Binder } from './compose'
import { sqliteVersion } from './db/sqlite-version'
import { startBackupTimer } from './features/backup/timer'
import { registerContract, type TrustedWindows } from './ipc/register'
import type { Host } from './lib/host'
import type { Logger } from './lib/logger'
import { electronSealer } from './app/backup-host'
import { electronHost, type ElectronHostNeeds } from './app/electron-host'
import { electronParserHost } from './app/parser-host'
import { printWindows } from './app/print-window'
import { schoolFileIn } from './app/single-instance'
import { chooseClock } from './app/surroundings'
import { electronWordWriter } from './app/word-host'

/** What the entry knows and the program needs. */
export interface Surroundings {
  readonly dataFolder: string
  /** Where the built files of main lie: the entry's folder, because this file is in a chunk elsewhere. */
  readonly mainFolder: string
  readonly preload: string
  readonly trusted: TrustedWindows
  readonly log: Logger
}

/** The program with its window's host. Opens nothing yet but what was open last. */
export function programOfWindow(here: Surroundings, closeWindow: ElectronHostNeeds['closeWindow']): Binder {
  const { preload, trusted, log } = here
  const trust: ElectronHostNeeds['trust'] = (contents) => trusted.add(contents)
  const binder = build(here, electronHost({ preload, trust, closeWindow }), false)
  binder.desk.onChange((changeId) => trusted.tell('school.changed', changeId === undefined ? {} : { changeId }))
  const stopBackups = startBackupTimer(binder.backups, binder.desk, (cause) => log.bug('automatic backup', cause))
  app.on('will-quit', () => {
    stopBackups()
    binder.desk.clear()
  })
  return binder
}

/** A file named by a double click. A window that is there is told; one to come asks for the status. */
export function openNamedFile(
  school: Binder['school'],
  argv: readonly string[],
  { trusted, log }: Surroundings,
): void {
  const path = schoolFileIn(argv)
  if (path === undefined) return
  try {
    trusted.tell('school.named', { refused: school.openNamed(path) })
  } catch (cause) {
    log.failure('open a named file', cause)
    trusted.tell('school.named', { refused: { code: 'internal' } })
  }
}

/** Runs one command without a window; the answer is the exit code. */
export async function runCommand(here: Surroundings, argv: readonly string[]): Promise<number> {
  const binder = build(here, commandLineHost(here), true)
  // The page that is drawn for a PDF asks what is on it.
  registerContract(() => Promise.resolve(binder.dispatch), here.trusted)
  const code = await runCli(argv, binder, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  })
  await Promise.all([process.stdout, process.stderr].map(written))
  return code
}

/** On the command line nobody can be asked; a page can still be drawn and printed. */
function commandLineHost({ preload, trusted }: Surroundings): Host {
  return {
    askOpenFiles: () => Promise.reject(new Refusal('host.unavailable')),
    askSaveFile: () => Promise.reject(new Refusal('host.unavailable')),
    askFolder: () => Promise.reject(new Refusal('host.unavailable')),
    showInFolder: () => undefined,
    closeWindow: () => undefined,
    openHiddenWindow: printWindows({ preload, trust: (contents) => trusted.add(contents) }),
  }
}

function build({ dataFolder, mainFolder, trusted, log }: Surroundings, host: Host, checkOutput: boolean): Binder {
  return compose({
    clock: chooseClock(app.isPackaged, process.env['CPD_NOW_UTC']),
    dataFolder,
    host,
    parser: electronParserHost(mainFolder),
    sealer: electronSealer(mainFolder),
    wordWriter: electronWordWriter(mainFolder),
    about: {
      version: app.getVersion(),
      sqlite: sqliteVersion(),
      host: process.versions['electron'] ? `Electron ${process.versions['electron']}` : 'Chromium',
    },
    checkOutput,
    onProgress: (progress) => trusted.tell('progress', progress),
    onBug: (channel, error) => log.bug(channel, error),
  })
}

// A pipe takes 64 KB at a time: who leaves at once cuts off the rest of a long answer.
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => void stream.write('', () => resolve()))
}
