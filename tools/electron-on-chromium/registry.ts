/** What the application object needs to know of a window. */
export interface OpenWindow {
  /** Asks to close; a listener of `close` may refuse. */
  close(): void
  /** Closes without asking. */
  destroy(): void
  isDestroyed(): boolean
}

/** Every window that is open, hidden ones too, oldest first. */
export const openWindows = new Set<OpenWindow>()

/** An event whose default can be prevented, as Electron passes to listeners. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** Makes a preventable event carrying some facts. */
export function preventable<T extends object>(facts?: T): PreventableEvent & T {
  let prevented = false
  return Object.assign(
    {
      get defaultPrevented() {
        return prevented
      },
      preventDefault() {
        prevented = true
      },
    },
    facts as T,
  )
}
