import type { SchoolDesk } from '../../db/school-desk'
import type { BackupService } from './service'

const LOOK_EVERY_MS = 60_000
const AFTER_OPENING_MS = 5_000

/**
 * Lets automatic backups happen while a window is open: a little after a file is opened, so that opening is not slowed,
 * and then once a minute it is asked whether one is due. A backup that fails is told to `onFailure` and tried again;
 * it never stops the work. Returns the function that ends it.
 */
export function startBackupTimer(
  backups: Pick<BackupService, 'makeIfDue'>,
  desk: SchoolDesk,
  onFailure: (cause: unknown) => void,
): () => void {
  const look = (): void => {
    backups.makeIfDue().catch(onFailure)
  }
  let soon: NodeJS.Timeout | undefined
  const stopListening = desk.onChange((changeId) => {
    if (changeId !== undefined || !desk.isOpen) return
    clearTimeout(soon)
    soon = setTimeout(look, AFTER_OPENING_MS)
  })
  const every = setInterval(look, LOOK_EVERY_MS)
  return () => {
    stopListening()
    clearTimeout(soon)
    clearInterval(every)
  }
}
