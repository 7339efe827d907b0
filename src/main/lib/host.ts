/**
 * What only a host can do: ask a person for a place, show a folder, draw a page. Electron fills it
 * (app/electron-host.ts); on the command line dialogs are refused with `host.unavailable`.
 */
export interface FileKind {
  /** "School file" */
  readonly name: string
  /** Without dots: ["cpdschool"] */
  readonly extensions: readonly string[]
}

export interface Host {
  /** Asks for files to read; an empty list when the person cancels. */
  askOpenFiles(question: { title: string; kinds: readonly FileKind[]; several?: boolean }): Promise<string[]>
  /** Asks where to write; undefined when the person cancels. */
  askSaveFile(question: {
    title: string
    suggestedName: string
    kinds: readonly FileKind[]
  }): Promise<string | undefined>
  /** Asks for a folder; undefined when the person cancels. */
  askFolder(question: { title: string }): Promise<string | undefined>
  /** Shows a written file in its folder. */
  showInFolder(path: string): void
  /** Lets the window go that waits to be closed; does nothing when none does. */
  closeWindow(): void
  /** Opens a page of the application in a window nobody sees, for printing. */
  openHiddenWindow(route: string): Promise<HiddenWindow>
}

export interface HiddenWindow {
  /** The page as a tagged A4 PDF with an outline. */
  printToPdf(): Promise<Uint8Array>
  /** Sends the page to a printer through the system's print dialog; false when the person cancels. */
  print(): Promise<boolean>
  close(): void
}
