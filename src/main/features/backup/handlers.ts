import { basename } from 'node:path'
import type { backupContract } from '../../../shared/features/backup/contract'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { SchoolDesk } from '../../db/school-desk'
import type { Host } from '../../lib/host'
import type { BackupService } from './service'

const BACKUP_FILE = { name: 'Backup of a school file', extensions: ['cpdschool'] }

/** `pathOf` turns the key of a recent file (or none: the open file, else the one last tried) into its place. */
export function backupHandlers(
  backups: BackupService,
  desk: SchoolDesk,
  host: Host,
  clock: Clock,
  pathOf: (recentKey: string | undefined) => string,
): HandlersOf<typeof backupContract> {
  return {
    'backup.status': () => backups.status(),
    'backup.list': () => backups.list(desk.file.path),
    'backup.forFile': ({ recentKey }) => backups.list(pathOf(recentKey)),
    'backup.preview': ({ recentKey, key }) => backups.preview(pathOf(recentKey), key),
    'backup.now': async () => ({ key: await backups.makeInSteps('by-hand') }),
    'backup.saveCopy': async () => {
      const name = basename(desk.file.path, '.cpdschool')
      const question = {
        title: 'Save a copy away from this PC',
        suggestedName: `${name} ${clock.today()}.cpdschool`,
        kinds: [BACKUP_FILE],
      }
      const target = await desk.sameSchoolAfter(() => host.askSaveFile(question))
      if (target === undefined) throw new Refusal('cancelled')
      const { leftBy } = await backups.saveCopyInSteps(target)
      return { fileName: basename(target), leftBy }
    },
    'backup.restore': ({ recentKey, key }) => backups.restore(pathOf(recentKey), key),
    'backup.restoreFrom': async ({ recentKey }) => {
      const path = pathOf(recentKey)
      const [backup] = await host.askOpenFiles({ title: 'Choose a backup to restore', kinds: [BACKUP_FILE] })
      if (backup === undefined) throw new Refusal('cancelled')
      return backups.restoreFrom(backup, path)
    },
    'backup.verify': () => {
      const { ok, checks } = backups.verify()
      return { ok, checks: { ...checks } }
    },
  }
}
