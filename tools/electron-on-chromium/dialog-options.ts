export interface FileFilter {
  readonly name: string
  readonly extensions: readonly string[]
}

/** The options of Electron's dialogs, as far as they are used. */
export interface DialogOptions {
  readonly title?: string
  readonly message?: string
  readonly detail?: string
  readonly buttonLabel?: string
  readonly defaultPath?: string
  readonly filters?: readonly FileFilter[]
  readonly properties?: readonly string[]
  readonly buttons?: readonly string[]
  readonly cancelId?: number
}
