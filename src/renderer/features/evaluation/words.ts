/** How this feature says things. */
import type { Evaluation, EvaluationLine } from '../../../shared/features/evaluation/contract'
import { outcomeOf } from '../../../shared/features/evaluation/rules'

type Figures = Pick<EvaluationLine, 'unit' | 'direction' | 'baselineValue' | 'targetValue' | 'actualValue'>

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** "61%", "12 books", "3.4". */
export function valueWords(value: number, unit: string | null): string {
  if (unit === null) return number.format(value)
  return unit === '%' ? `${number.format(value)}%` : `${number.format(value)} ${unit}`
}

/** "From 61% to 73%, target 72%": as much of it as is known; nothing without a figure. */
export function wayWords(figures: Figures): string {
  const { baselineValue, targetValue, actualValue, unit } = figures
  const said = (value: number | null) => (value === null ? undefined : valueWords(value, unit))
  const from = said(baselineValue)
  const to = said(actualValue)
  const target = said(targetValue)
  const moved =
    from !== undefined && to !== undefined ? `from ${from} to ${to}` : (to ?? (from && `${from} before`))
  return [moved, target && `target ${target}`].filter(Boolean).join(', ')
}

const outcomeWords = {
  met: 'The target is met',
  missed: 'The target is not met',
  better: 'It moved the right way',
  same: 'It did not move',
  worse: 'It moved the wrong way',
} as const

/** "The target is met: from 61% to 73%, target 72%"; undefined before there is an actual. */
export function outcomeSentence(
  evaluation: Evaluation,
): { readonly said: string; readonly figures: string } | undefined {
  const outcome = outcomeOf(evaluation)
  return outcome && { said: outcomeWords[outcome], figures: wayWords(evaluation) }
}

export const judgementOptions = [
  { value: 'strong', title: 'Strong impact', note: 'The change was clear and lasting' },
  { value: 'some', title: 'Some impact', note: 'A change, in part or for some' },
  { value: 'none', title: 'No impact seen', note: 'Worth knowing, and worth saying' },
  { value: 'too-early', title: 'Too early to say', note: 'It stays on the list' },
] as const

export const decisionOptions = [
  { value: 'repeat', title: 'Repeat it' },
  { value: 'change', title: 'Repeat it, changed' },
  { value: 'share', title: 'Share it with others' },
  { value: 'stop', title: 'Stop it' },
] as const
