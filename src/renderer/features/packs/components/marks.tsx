import type { From } from '../../../../shared/features/packs/library'
import { Chip, StatusMark } from '../../../components/chip'

/** What is to be seen of an entry at once: whether it is old, the school's own, or handed to it. */
export function Marks({ from, isHistoric = false }: { readonly from: From; readonly isHistoric?: boolean }) {
  const isOld = isHistoric || from.isHistory
  if (!isOld && from.layer === 'built-in') return null
  return (
    <span className="library-marks">
      {isOld && (
        <StatusMark tone="none">{from.isHistory ? (from.packTitle ?? 'As it was') : 'No longer in use'}</StatusMark>
      )}
      {from.layer === 'own' && <Chip>Your school’s own</Chip>}
      {from.layer === 'handed' && <Chip>{from.packTitle}</Chip>}
    </span>
  )
}
