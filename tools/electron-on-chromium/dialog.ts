import { isHeaded } from './browser.ts'
import type { DialogOptions } from './dialog-options.ts'
import { askInWindow } from './dialog-page.ts'
import { note, takeAnswer } from './host-log.ts'
import { hasParent } from './parent.ts'

type DialogName = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

/** An answer given in advance wins; else a shown application asks in a small window; else there is nobody to ask. */
async function ask(what: DialogName, first: unknown, second: unknown): Promise<unknown> {
  // Electron's dialogs take an optional window before their options.
  const options = (second ?? first ?? {}) as DialogOptions
  note(`dialog.${what}`, options)
  const scripted = takeAnswer(what)
  if (scripted) return scripted.answer
  if (isHeaded && !hasParent) return askInWindow(what, options)
  throw new Error(`dialog.${what}: nobody is there to answer (queue an answer before it is asked)`)
}

export interface OpenAnswer {
  readonly canceled: boolean
  readonly filePaths: readonly string[]
}
export interface SaveAnswer {
  readonly canceled: boolean
  readonly filePath: string
}
export interface MessageAnswer {
  readonly response: number
  readonly checkboxChecked: boolean
}

/** Electron's `dialog`. */
export const dialog = {
  showOpenDialog: (first?: unknown, second?: unknown) =>
    ask('showOpenDialog', first, second) as Promise<OpenAnswer>,
  showSaveDialog: (first?: unknown, second?: unknown) =>
    ask('showSaveDialog', first, second) as Promise<SaveAnswer>,
  showMessageBox: (first?: unknown, second?: unknown) =>
    ask('showMessageBox', first, second) as Promise<MessageAnswer>,
  showErrorBox(title: string, content: string): void {
    note('dialog.showErrorBox', title, content)
    process.stderr.write(`${title}\n${content}\n`)
  },
}
