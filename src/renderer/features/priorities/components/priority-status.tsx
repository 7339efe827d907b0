import { StatusMark } from '../../../components/chip'
import type { Status } from '../../../../shared/features/priorities/model'
import { statusNames } from '../../../../shared/features/priorities/rules'

const tones = {
  'not-started': 'none',
  'in-progress': 'info',
  met: 'good',
  'partly-met': 'warn',
  'not-met': 'bad',
} as const satisfies Record<Status, string>

/** How a priority was judged, in a word. */
export function PriorityStatus({ status }: { readonly status: Status }) {
  return <StatusMark tone={tones[status]}>{statusNames[status]}</StatusMark>
}
