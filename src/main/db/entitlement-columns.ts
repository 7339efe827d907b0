import type { RuleFacts } from '../../shared/features/entitlements/of-pack'
import type { EntitlementRuleRow } from './schema'

/** What is said of a rule, as columns of `entitlement_rule`: for who adopts or changes one, and for the sample school. */
export function columnsOfFacts(
  facts: RuleFacts,
): Pick<
  EntitlementRuleRow,
  'title' | 'who_json' | 'what' | 'amount' | 'per' | 'is_pro_rata' | 'within_weeks' | 'counts_json' | 'why' | 'note'
> {
  return {
    title: facts.title,
    who_json: JSON.stringify(facts.who),
    what: facts.what,
    amount: facts.amount,
    per: facts.per,
    is_pro_rata: facts.isProRata ? 1 : 0,
    within_weeks: facts.withinWeeks,
    counts_json: facts.counts === null ? null : JSON.stringify(facts.counts),
    why: facts.why,
    note: facts.note,
  }
}
