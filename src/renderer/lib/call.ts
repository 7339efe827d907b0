/** One call across the bridge, and nothing else: the print view needs no more than this of the contract's client. */
import type { CpdBridge } from '../../shared/bridge'
import type { ChannelName, InputFor, OutputFor } from '../../shared/contract'
import type { Result } from '../../shared/kernel/result'

declare global {
  interface Window {
    readonly cpd: CpdBridge
  }
}

/** Calls one channel. Never throws: a broken bridge comes back as the failure `internal`. */
export async function call<C extends ChannelName>(channel: C, input: InputFor<C>): Promise<Result<OutputFor<C>>> {
  try {
    // The bridge carries plain data; main has checked it against this channel's schema.
    return (await window.cpd.call(channel, input)) as Result<OutputFor<C>>
  } catch {
    return { ok: false, code: 'internal' }
  }
}
