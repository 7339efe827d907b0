import type { EntryState } from '../../../shared/features/binder/model'
import type { Tone } from '../../components/tone-icon'

/** The shape and colour that go with each state; the word stands beside them. */
export const stateTones: Readonly<Record<EntryState, Tone>> = {
  'in-use': 'good',
  due: 'warn',
  empty: 'none',
  'to-read': 'info',
  own: 'good',
  draft: 'warn',
  'to-come': 'none',
  missing: 'warn',
}
