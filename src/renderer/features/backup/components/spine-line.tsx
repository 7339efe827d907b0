import { TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { useRead } from '../../../lib/contract-client'
import { daysAgoWords } from '../words'

/** At the foot of the spine: that everything is saved, and when a copy last left this PC. */
export function BackupSpineLine() {
  const { data } = useRead('backup.status', {})
  if (data === undefined || !data.isOpen) return null
  const away =
    data.daysSinceAway === null ? 'no copy off this PC yet' : `copy off this PC ${daysAgoWords(data.daysSinceAway)}`
  if (data.isReminderDue) {
    return (
      <p>
        <StatusMark tone="warn">
          <TextLink to="/school/backups">Saved here, {away}</TextLink>
        </StatusMark>
      </p>
    )
  }
  return (
    <p>
      <i className="spine-dot" aria-hidden="true" />
      <TextLink to="/school/backups">Saved, {away}</TextLink>
    </p>
  )
}
