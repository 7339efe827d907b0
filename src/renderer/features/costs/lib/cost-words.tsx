import type { CostState } from '../../../../shared/features/costs/model'
import { stateWords } from '../../../../shared/features/costs/words'
import { StatusMark } from '../../../components/chip'
import type { Tone } from '../../../components/tone-icon'

const tones: Readonly<Record<CostState, Tone>> = {
  estimated: 'none',
  committed: 'info',
  invoiced: 'warn',
  'part-paid': 'warn',
  paid: 'good',
  credited: 'none',
}

/** Where a cost stands: a shape, a colour and a word. */
export function CostStateMark({ state }: { readonly state: CostState }) {
  return <StatusMark tone={tones[state]}>{stateWords[state]}</StatusMark>
}
