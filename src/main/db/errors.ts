import { Refusal } from '../../shared/kernel/result'
import type { ErrorCode } from '../../shared/kernel/error-codes'

const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  // An id that names nothing: the record went away while a form was open (see `Runner.run` for deletions).
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'record.missing'],
  ['SQLITE_FULL', 'file.disk-full'],
  ['SQLITE_NOTADB', 'file.foreign'],
  ['SQLITE_CORRUPT', 'file.damaged'],
  ['SQLITE_BUSY', 'file.in-use'],
  ['SQLITE_LOCKED', 'file.in-use'],
  ['SQLITE_READONLY', 'file.unwritable'],
  ['SQLITE_CANTOPEN', 'file.unwritable'],
  ['SQLITE_IOERR', 'file.unwritable'],
  ['SQLITE_PERM', 'file.unwritable'],
  ['ENOSPC', 'file.disk-full'],
  ['EDQUOT', 'file.disk-full'],
  ['EIO', 'file.unwritable'],
  ['EROFS', 'file.unwritable'],
  ['EACCES', 'file.unwritable'],
  ['EPERM', 'file.unwritable'],
  ['EBUSY', 'file.in-use'],
]

/** A fault of the file or the disk, or a record that is gone, as a Refusal; anything else (a bug, a Refusal) comes back as it was. */
export function refusalFor(cause: unknown): unknown {
  if (cause instanceof Refusal || !(cause instanceof Error)) return cause
  const name = 'code' in cause ? String(cause.code) : ''
  const match = codes.find(([prefix]) => name.startsWith(prefix))
  if (!match) return cause
  const refusal = new Refusal(match[1])
  refusal.cause = cause
  return refusal
}
