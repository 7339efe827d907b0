import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { events, type EventName, type EventPayload } from '../../shared/kernel/events'
import type { Result } from '../../shared/kernel/result'
import type { Dispatch } from './dispatch'

/** The only name that crosses from the preload; which channel is meant is the first argument, checked against the contract. */
export const CALL = 'cpd:call'
export const EVENT = 'cpd:event'
const ORIGIN = 'app://cpd'

/** Windows that may call: known to us, by their webContents. */
export class TrustedWindows {
  readonly #known = new Set<WebContents>()

  add(contents: WebContents): void {
    this.#known.add(contents)
    contents.once('destroyed', () => this.#known.delete(contents))
  }

  /** A message counts only from the top frame of a known window showing our own origin. */
  trusts(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
    const frame = event.senderFrame
    return (
      this.#known.has(event.sender) && frame !== null && frame.parent === null && originOf(frame.url) === ORIGIN
    )
  }

  /** Sends an event to every known window. */
  tell<E extends EventName>(name: E, payload: EventPayload<E>): void {
    for (const contents of this.#known) {
      if (!contents.isDestroyed()) contents.send(EVENT, name, events[name].parse(payload))
    }
  }
}

function originOf(url: string): string | undefined {
  try {
    const parsed = new URL(url)
    return `${parsed.protocol}//${parsed.host}`
  } catch {
    return undefined
  }
}

/**
 * Puts the contract behind the one IPC name, with the sender checked before anything is looked at. The services may
 * still be on their way: what a window asks meanwhile waits for them. `heard` is told of every call of a known window.
 */
export function registerContract(
  services: () => Promise<Dispatch>,
  windows: TrustedWindows,
  heard: () => void = () => undefined,
): void {
  ipcMain.handle(CALL, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!windows.trusts(event)) return { ok: false, code: 'sender.refused' }
    heard()
    if (typeof channel !== 'string') return { ok: false, code: 'channel.unknown' }
    const dispatch = await services()
    return dispatch(channel, input)
  })
}
