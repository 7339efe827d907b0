import type { Day } from '../../../shared/kernel/dates'
import type { ReportTable } from '../../../shared/kernel/report-table'
import { academicYearOf } from '../../../shared/kernel/years'
import { entitlementsTable, personTable } from '../../../shared/features/entitlements/statement'
import type { ReadDb } from '../../db/handle'
import { gatherEntitlements, schoolDayMinutesOf, type GatherNeeds } from './gather'
import { statedPerson } from './paper'
import { rulesInForce } from './repository'
import { namedGroups } from './view'

/** What everybody is entitled to this year, for documents; null while the school has no rule. */
export function quotedRules(db: ReadDb, today: Day): ReportTable | null {
  const rules = rulesInForce(db, academicYearOf(today))
  return rules.length === 0 ? null : entitlementsTable(rules, schoolDayMinutesOf(db), namedGroups(db))
}

/** What one person is entitled to, has had and has left, for documents; null where it is about nobody, or nothing is promised. */
export function quotedEntitlement(
  { db, today, policy }: Pick<GatherNeeds, 'db' | 'today' | 'policy'>,
  personId: string | null,
): ReportTable | null {
  if (personId === null) return null
  const gathered = gatherEntitlements({ db, today, policy, personId })
  const [person] = gathered.people
  return person && person.lines.length > 0 ? personTable(statedPerson(person), gathered) : null
}
