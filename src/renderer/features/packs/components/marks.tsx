import type { From, Theirs } from '../../../../shared/features/packs/library'
import { Chip, StatusMark } from '../../../components/chip'

interface MarksProps {
  readonly from: From
  readonly isHistoric?: boolean
  /** Of a text in the school's own wording: how theirs stands to it. */
  readonly theirs?: Theirs | null
}

/** What is to be seen of an entry at once: whether it is old, the school's own, or handed to it. */
export function Marks({ from, isHistoric = false, theirs = null }: MarksProps) {
  const isOld = isHistoric || from.isHistory
  if (!isOld && from.layer === 'built-in') return null
  return (
    <span className="library-marks">
      {isOld && (
        <StatusMark tone="none">{from.isHistory ? (from.packTitle ?? 'As it was') : 'No longer in use'}</StatusMark>
      )}
      {from.layer === 'own' && <Chip>{theirs === null ? 'Your school’s own' : 'Our own wording'}</Chip>}
      {theirs === 'changed' && <StatusMark tone="warn">Theirs has changed</StatusMark>}
      {from.layer === 'handed' && <Chip>{from.packTitle}</Chip>}
    </span>
  )
}
