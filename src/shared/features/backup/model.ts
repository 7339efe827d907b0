import { z } from 'zod'

/** Why a backup was made. `copy` is one that the user saved to a place of their own. */
export const backupKinds = [
  'automatic',
  'by-hand',
  'before-upgrade',
  'before-restore',
  'before-import',
  'copy',
] as const
export const zBackupKind = z.enum(backupKinds)
export type BackupKind = z.infer<typeof zBackupKind>

/** What a backup holds, counted when it was made and checked again before it is restored. */
export const zBackupContents = z.object({
  schoolName: z.string(),
  people: z.int(),
  activities: z.int(),
  costLines: z.int(),
  newestChangeAtUtc: z.string().nullable(),
  byteCount: z.int(),
  /** The program that made it. Null for a copy without its description file. */
  appVersion: z.string().nullable(),
  schemaVersion: z.int(),
})
export type BackupContents = z.infer<typeof zBackupContents>

export const zBackup = zBackupContents.extend({
  /** Stands for the file in the window, which never sees paths. */
  key: z.string(),
  kind: zBackupKind,
  atUtc: z.string(),
  /** Changes in the open school file that this backup does not have; null when it is not of the same line, or none is open. */
  changesSince: z.int().nullable(),
})
export type Backup = z.infer<typeof zBackup>
