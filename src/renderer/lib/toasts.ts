/** The store behind the toast region: anything may show a passing message, one place draws them. */

export type ToastTone = 'good' | 'bad' | 'info'

export interface ToastInput {
  readonly text: string
  readonly tone?: ToastTone
  /** Offers "Undo"; the same undo stays on Ctrl+Z, so nothing is lost when the toast has gone. */
  readonly undo?: () => void
}

export interface ToastItem extends ToastInput {
  readonly key: number
}

let toasts: readonly ToastItem[] = []
let nextKey = 1
const listeners = new Set<() => void>()

function publish(next: readonly ToastItem[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/**
 * Shows a passing message, at most three at a time (the oldest goes first). One that says the same as an earlier one
 * and offers nothing takes its place: a key pressed ten times says its reason once.
 */
export function showToast(input: ToastInput): void {
  const isSame = (one: ToastItem) => one.text === input.text && one.undo === undefined && input.undo === undefined
  publish([...toasts.filter((one) => !isSame(one)), { ...input, key: nextKey++ }].slice(-3))
}

/**
 * Takes the offer to undo from the messages on screen: "Undo" takes back the newest change, and after another one that
 * is no longer theirs.
 */
export function withdrawUndo(): void {
  publish(toasts.map((toast) => ({ key: toast.key, text: toast.text, ...(toast.tone && { tone: toast.tone }) })))
}

/** Takes away the messages of what was just undone: "Event saved" must not stand beside "Undone". */
export function dropUndone(): void {
  publish(toasts.filter((toast) => toast.undo === undefined))
}

export function dismissToast(key: number): void {
  publish(toasts.filter((toast) => toast.key !== key))
}

/** For useSyncExternalStore. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentToasts(): readonly ToastItem[] {
  return toasts
}
