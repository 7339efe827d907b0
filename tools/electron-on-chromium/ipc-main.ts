import { EventEmitter } from 'node:events'

export interface InvokeEvent {
  readonly type: 'frame'
  readonly sender: unknown
  readonly senderFrame: unknown
  readonly processId: number
  readonly frameId: number
}

export type InvokeHandler = (event: InvokeEvent, ...args: unknown[]) => unknown

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Not Electron's: runs a handler for a renderer; what comes back, or the error, is ready to be sent. */
  async answer(channel: string, event: InvokeEvent, args: readonly unknown[]): Promise<InvokeAnswer> {
    try {
      const handler = this.#handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const result: unknown = await handler(event, ...args)
      return { ok: true, value: cloned(result) }
    } catch (error) {
      return { ok: false, value: String(error) }
    }
  }
}

export interface InvokeAnswer {
  readonly ok: boolean
  readonly value: unknown
}

function cloned(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

export const ipcMain = new IpcMain()
