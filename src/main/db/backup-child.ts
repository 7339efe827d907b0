/**
 * The process in which copies of the school file are packed and checked, so that the window never waits for it. It is
 * given the places of a raw copy and of the sealed one, and ends when it has answered. It never sees the live file.
 */
import type { ErrorCode } from '../../shared/kernel/error-codes'
import { Refusal } from '../../shared/kernel/result'
import { asBackupRefusal } from './backup'
import { sealCopy, type Sealed } from './backup-steps'

export interface SealJob {
  readonly raw: string
  readonly temporary: string
}

export type SealAnswer =
  { readonly ok: true; readonly sealed: Sealed } | { readonly ok: false; readonly code: ErrorCode }

/** Electron's side of a utility process, as far as it is used here. */
interface ParentPort {
  postMessage(message: SealAnswer): void
  on(event: 'message', listener: (event: { readonly data: SealJob }) => void): void
}

function answerTo({ raw, temporary }: SealJob): SealAnswer {
  try {
    return { ok: true, sealed: sealCopy(raw, temporary) }
  } catch (cause) {
    const refusal = asBackupRefusal(cause)
    return { ok: false, code: refusal instanceof Refusal ? refusal.code : 'backup.failed' }
  }
}

const port = (process as { readonly parentPort?: ParentPort }).parentPort
port?.on('message', ({ data }) => port.postMessage(answerTo(data)))
