import { z } from 'zod'
import { zRefused } from './result'

/** Events from main to the window; the preload lets no other name through. */
export const events = {
  /** Something in the school file changed, or another file was opened: refresh what is shown. */
  'school.changed': z.object({ changeId: z.string().optional() }),
  /** A school file was named from outside the window, by a double click: it is open now, or why it is not. */
  'school.named': z.object({ refused: zRefused.nullable() }),
  /** A menu item or shortcut of the host was chosen. */
  'menu.command': z.object({ command: z.string() }),
  /** The window is about to close: keep what is being typed, then call `pc.closeWindow`. */
  'window.closing': z.object({}),
  /** Long work: how far it is. */
  progress: z.object({ task: z.string(), done: z.number(), of: z.number().optional() }),
} as const

export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>
