import type { Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import { academicYearOf } from '../../../shared/kernel/years'
import { amountWords } from '../../../shared/features/entitlements/words'
import { gatherEntitlements, type GatherNeeds } from './gather'

/** A promise of which something is left, in words. */
export interface LeftOfPromise {
  readonly title: string
  /** "6 h", "£120.00", "2 activities". */
  readonly left: string
  /** Of a promise of money. */
  readonly leftPence: Pence | null
}

/** What is promised to one person in the academic year of a day and is neither received nor planned. */
export function leftOfPromises(
  needs: Omit<GatherNeeds, 'startYear'> & { readonly personId: string },
  on: Day,
): { readonly hasPromises: boolean; readonly entitled: readonly LeftOfPromise[] } {
  const gathered = gatherEntitlements({ ...needs, startYear: academicYearOf(on) })
  const rules = new Map(gathered.rules.map((rule) => [rule.id, rule]))
  const lines = gathered.people[0]?.lines ?? []
  return {
    hasPromises: lines.length > 0,
    entitled: lines.flatMap(({ ruleId, left }) => {
      const rule = rules.get(ruleId)
      if (rule === undefined || left === null || left <= 0) return []
      return [
        {
          title: rule.title,
          left: amountWords(rule.what, left, gathered.schoolDayMinutes),
          leftPence: rule.what === 'money' ? pence(left) : null,
        },
      ]
    }),
  }
}
