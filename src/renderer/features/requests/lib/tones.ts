import type { BuyLine } from '../../../../shared/features/requests/before-you-buy'
import type { StepState } from '../../../../shared/features/requests/model'
import type { Standing } from '../../../../shared/features/requests/rules'

type Tone = 'good' | 'warn' | 'bad' | 'info' | 'none'

/** The colour of where a request stands. */
export const standingTones: Readonly<Record<Standing, Tone>> = {
  waiting: 'warn',
  returned: 'warn',
  approved: 'info',
  booked: 'good',
  declined: 'bad',
  withdrawn: 'none',
  'wait-listed': 'warn',
  'to-order': 'warn',
  'passed-on': 'none',
  'given-back': 'none',
  'event-cancelled': 'none',
}

/** The colour of where a step stands. */
export const stepTones: Readonly<Record<StepState, Tone>> = {
  pending: 'none',
  approved: 'good',
  declined: 'bad',
  commented: 'info',
  'not-needed': 'none',
}

/** The colour and the word of what was found before buying: never colour alone. */
export const buyTones: Readonly<Record<BuyLine['tone'], { readonly tone: Tone; readonly word: string }>> = {
  good: { tone: 'good', word: 'Good' },
  warn: { tone: 'warn', word: 'Look' },
  bad: { tone: 'bad', word: 'Stop' },
  info: { tone: 'info', word: 'Know' },
  unknown: { tone: 'none', word: 'Not known' },
}
