/**
 * The closed list of codes that cross a boundary. Every code has a sentence in sentences.ts (checked by a test).
 * Add a code here and there, in the block of the feature that refuses.
 */
export const errorCodes = [
  // any
  'input.invalid',
  'input.required',
  'input.too-long',
  'record.missing',
  'record.changed',
  'internal',
  'channel.unknown',
  'sender.refused',
  'day.invalid',
  'time.invalid',
  'day.order',
  'pence.invalid',
  'number.invalid',
  'year.invalid',
  'cancelled',
  'host.unavailable',
  // the school file
  'file.none-open',
  'file.missing',
  'file.exists',
  'file.foreign',
  'file.damaged',
  'file.newer',
  'file.in-use',
  'file.unsafe-place',
  'file.unwritable',
  'file.disk-full',
  'file.settings',
  'migration.failed',
  // changes
  'undo.nothing',
  'undo.later-changes',
  'undo.impossible',
  'attachment.too-large',
  'attachment.kind',
  // backup
  'backup.failed',
  'backup.damaged',
  'backup.not-ours',
] as const

export type ErrorCode = (typeof errorCodes)[number]
