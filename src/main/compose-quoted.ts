import type { ProgramData } from '../shared/features/packs/data'
import { quotedChart } from './features/responsibilities/chart'
import { quotedPairs } from './features/mentoring/repository'
import { quotedSteps } from './features/induction/repository'
import { quotedEntitlement, quotedRules } from './features/entitlements/quoted'
import type { EntitlementPolicy } from '../shared/features/entitlements/rules'
import type { TablesOfOthers } from './features/documents/fields'
import type { Shelf } from './features/packs/shelf'

/** What entitlements need of the packs in use. */
export function policyOf({ careers: { earlyCareer }, terms }: ProgramData): EntitlementPolicy {
  return { earlyCareer, termEnds: terms.ends }
}

/** The tables of entitlements, pairs, inductions and responsibilities that documents quote. */
export function tablesOfOthers(shelf: Shelf, data: () => ProgramData): TablesOfOthers {
  return {
    'table.responsibilities': ({ db, today }) => quotedChart(db, shelf.allNow(['role']), today),
    'table.mentoringPairs': ({ db, today, personId }) => quotedPairs(db, today, personId),
    'table.inductionSteps': ({ db, today, personId }) => quotedSteps(db, today, personId),
    'table.entitlements': ({ db, today }) => quotedRules(db, today),
    'table.personEntitlements': ({ db, today, personId }) =>
      quotedEntitlement({ db, today, policy: policyOf(data()) }, personId),
  }
}
