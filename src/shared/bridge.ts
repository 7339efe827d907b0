import type { Result } from './kernel/result'

/** What the preload puts on `window.cpd`: one function to call a channel, one to listen to an event. Nothing else crosses. */
export interface CpdBridge {
  /** Calls a channel of the contract. An unknown name is refused in the preload itself. Never rejects for an expected "no". */
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Listens to an event of the contract; returns the function that stops listening. The listener gets the value, never the event object. */
  on(event: string, listener: (payload: unknown) => void): () => void
}
