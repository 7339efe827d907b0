import type { Rule } from '../../../../shared/features/entitlements/model'
import { countsWords, dueWords, promiseWords, whoWords } from '../../../../shared/features/entitlements/words'
import type { OutputFor } from '../../../lib/contract-client'

type Choices = OutputFor<'entitlements.choices'>

/** The minutes of a day matter only for promises of days, which read the same in days whatever they are. */
const ANY_DAY_MINUTES = 60

/** To whom, how much and by when, in a line. */
export function wordsOf(
  rule: Pick<Rule, 'who' | 'what' | 'amount' | 'per' | 'isProRata' | 'withinWeeks'>,
  choices: Choices,
) {
  return `${whoWords(rule.who, choices.groups)}: ${promiseWords(rule, ANY_DAY_MINUTES)}, ${dueWords(rule)}`
}

/** What counts for a rule, by the school’s own names. */
export function countedFrom(counts: Rule['counts'], choices: Choices): string {
  return countsWords(counts, {
    type: (code) => choices.types.find((one) => one.code === code)?.name,
    activity: (id) => choices.activities.find((one) => one.id === id)?.title,
  })
}
