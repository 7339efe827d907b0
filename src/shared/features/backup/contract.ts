import { z } from 'zod'
import { host, read, zNothing } from '../../kernel/channel'
import { zBackup, zBackupContents } from './model'

const zStatus = z.object({
  isOpen: z.boolean(),
  /** The newest verified backup on this PC. */
  lastHereAtUtc: z.string().nullable(),
  /** Changes that no backup on this PC has yet; null when none is open. */
  changesSince: z.int().nullable(),
  /** The newest verified copy on another disk, a network place or in a synced folder. */
  lastAwayAtUtc: z.string().nullable(),
  daysSinceAway: z.int().nullable(),
  /** No copy has left the PC for more than seven days. */
  isReminderDue: z.boolean(),
})
export type BackupStatus = z.infer<typeof zStatus>

/** A file used before, by its key of `school.recent`; without it the open file, or the one that was last tried. */
const zWhich = z.object({ recentKey: z.string().optional() })
const zList = z.object({ schoolName: z.string(), backups: z.array(zBackup) })
const zRestored = z.object({
  atUtc: z.string().nullable(),
  /** The name under which the file from before was kept; null when there was none. */
  keptAs: z.string().nullable(),
})

export const backupContract = {
  'backup.status': read('When the school was last backed up, here and away from this PC', zNothing, zStatus),
  'backup.list': read('The backups of the open school on this PC, newest first', zNothing, zList),
  'backup.forFile': read('The backups of a school file that may not open, newest first', zWhich, zList),
  'backup.preview': read(
    'Check a backup in full and say what is in it',
    zWhich.extend({ key: z.string() }),
    zBackupContents.extend({
      atUtc: z.string().nullable(),
      isVerified: z.boolean(),
      changesSince: z.int().nullable(),
    }),
  ),
  'backup.now': host('Make a verified backup on this PC', zNothing, z.object({ key: z.string() })),
  'backup.saveCopy': host(
    'Ask for a place and save a verified copy there',
    zNothing,
    z.object({
      fileName: z.string(),
      /** How the copy left this PC; null when it did not. */
      leftBy: z.enum(['another-disk', 'network', 'synced']).nullable(),
    }),
  ),
  'backup.restore': host(
    'Put a backup in the place of the school file, which is kept under another name',
    zWhich.extend({ key: z.string() }),
    zRestored,
  ),
  'backup.restoreFrom': host('Ask for a backup and put it in the place of the school file', zWhich, zRestored),
  'backup.verify': read(
    'Check the open school file in full',
    zNothing,
    z.object({
      ok: z.boolean(),
      checks: z.record(z.string(), z.object({ ok: z.boolean(), checked: z.int(), problems: z.array(z.string()) })),
    }),
  ),
}
