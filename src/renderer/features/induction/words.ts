import { formatDayShort } from '../../../shared/kernel/dates'
import type { InductionLine } from '../../../shared/features/induction/model'

/** "9 of 15 steps done". */
export function progressWords({ done, steps }: InductionLine): string {
  return `${done} of ${steps} ${steps === 1 ? 'step' : 'steps'} done`
}

/** How an induction stands: a tone and a word. */
export function standingOf({ state, overdue }: InductionLine): {
  tone: 'good' | 'warn' | 'none' | 'info'
  word: string
} {
  if (state === 'finished') return { tone: 'good', word: 'Finished' }
  if (state === 'left') return { tone: 'none', word: 'Left the school' }
  if (overdue === 0) return { tone: 'info', word: 'Under way' }
  return { tone: 'warn', word: `${overdue} overdue` }
}

/** "Safeguarding, by 3 Nov 2025". */
export function nextWords({ next }: InductionLine): string | null {
  if (next === null) return null
  return next.dueOn === null ? next.title : `${next.title}, by ${formatDayShort(next.dueOn)}`
}
