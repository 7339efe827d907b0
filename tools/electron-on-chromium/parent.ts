import { hostCallsAsData, queueAnswer } from './host-log.ts'

/** What a test may send over the process channel. `id` comes back with the answer. */
export type ParentMessage =
  | { readonly type: 'dialog'; readonly id: number; readonly what: string; readonly answer: unknown }
  | { readonly type: 'calls'; readonly id: number }
  | { readonly type: 'quit'; readonly id: number }
  | { readonly type: 'menu'; readonly id: number; readonly item: string }

/** What the parent gets. */
export type ParentNews =
  | { readonly type: 'answer'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'debug-port'; readonly port: number }

/** True when a test holds the other end of our process channel and says so with `CPD_TEST_PARENT=1`. */
export const hasParent = process.env['CPD_TEST_PARENT'] === '1' && typeof process.send === 'function'

/** Sends news to the parent, if there is one. */
export function tellParent(news: ParentNews): void {
  if (hasParent && process.connected) process.send?.(news)
}

/** Listens to the parent: queues dialog answers, hands over the log of host calls, quits, clicks menu items. */
export function listenToParent(actions: { quit(): void; clickMenu(item: string): void }): void {
  if (!hasParent) return
  process.on('message', (message: ParentMessage) => {
    const answer = (value?: unknown) => tellParent({ type: 'answer', id: message.id, value })
    if (message.type === 'dialog') {
      queueAnswer(message.what, message.answer)
      answer()
    } else if (message.type === 'calls') {
      answer(hostCallsAsData())
    } else if (message.type === 'menu') {
      actions.clickMenu(message.item)
      answer()
    } else if (message.type === 'quit') {
      answer()
      actions.quit()
    }
  })
  // The channel alone must not keep a finished command alive.
  process.channel?.unref()
}
