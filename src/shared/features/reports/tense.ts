/** How a report speaks of a year that is over and of one that still runs. */
import type { ReportFacts } from './facts'

type WhenFacts = Pick<ReportFacts, 'today' | 'period'>

/** Whether the year of a report is over on the day it is made. */
export function isYearOver({ today, period }: WhenFacts): boolean {
  return today > period.endsOn
}

/** That something is not there: "Nothing was recorded for 2021/22." when over, else "Nothing has been recorded for 2025/26 yet." */
export function notYet(facts: WhenFacts, nouns: string, verb: string, isMany = true): string {
  return isYearOver(facts)
    ? `${nouns} ${isMany ? 'were' : 'was'} ${verb} for ${facts.period.label}.`
    : `${nouns} ${isMany ? 'have' : 'has'} been ${verb} for ${facts.period.label} yet.`
}
