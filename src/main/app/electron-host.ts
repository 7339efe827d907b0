import { extname, join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  shell,
  type FileFilter,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  type SaveDialogOptions,
  type SaveDialogReturnValue,
} from 'electron'
import type { FileKind, Host } from '../lib/host'
import { printWindows } from './print-window'

const filtersOf = (kinds: readonly FileKind[]): FileFilter[] =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))

/** The name with the first extension of the kinds, unless it has one of them already. */
export function withExtension(path: string, kinds: readonly FileKind[]): string {
  const known = kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension.toLowerCase()}`))
  const [first] = known
  return first === undefined || known.includes(extname(path).toLowerCase()) ? path : path + first
}

/** The window that a dialog belongs to. */
function parent(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible())
}

/** Dialogs are modal to the window, so that what they ask for cannot change underneath. */
function askOpen(options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
  const window = parent()
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}

function askSave(options: SaveDialogOptions): Promise<SaveDialogReturnValue> {
  const window = parent()
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)
}

export interface ElectronHostNeeds {
  readonly preload: string
  readonly trust: (contents: BrowserWindow['webContents']) => void
  /** The window that waits to be closed may go. */
  readonly closeWindow: () => void
}

/** What a host can do, done by Electron. */
export function electronHost({ preload, trust, closeWindow }: ElectronHostNeeds): Host {
  return {
    askOpenFiles: async ({ title, kinds, several }) => {
      const properties: ('openFile' | 'multiSelections')[] = several
        ? ['openFile', 'multiSelections']
        : ['openFile']
      const answer = await askOpen({ title, filters: filtersOf(kinds), properties })
      return answer.canceled ? [] : answer.filePaths
    },
    askSaveFile: async ({ title, suggestedName, kinds }) => {
      const answer = await askSave({
        title,
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: filtersOf(kinds),
      })
      return answer.canceled || answer.filePath === '' ? undefined : withExtension(answer.filePath, kinds)
    },
    askFolder: async ({ title }) => {
      const answer = await askOpen({ title, properties: ['openDirectory', 'createDirectory'] })
      return answer.canceled ? undefined : answer.filePaths[0]
    },
    closeWindow,
    showInFolder: (path) => shell.showItemInFolder(path),
    openHiddenWindow: printWindows({ preload, trust }),
  }
}
