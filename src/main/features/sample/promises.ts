import { z } from 'zod'
import coreRules from '../../../../resources/packs/toolkit-core/entitlements.json'
import corePack from '../../../../resources/packs/toolkit-core/pack.json'
import { factsOfPackRule } from '../../../shared/features/entitlements/of-pack'
import { zEntitlementRule } from '../../../shared/features/packs/content'
import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { columnsOfFacts } from '../../db/entitlement-columns'
import { sql, type WriteDb } from '../../db/handle'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'

/** What the sample school has taken from its pack, in its order; of one of them it has not said yet what counts. */
const taken = [
  'hours-teachers',
  'hours-class-support',
  'hours-other-staff',
  'training-days',
  'see-practice',
  'early-career-visits',
  'own-choice',
  'review-talk',
  'check-in',
] as const

interface PromisesNeeds {
  readonly db: WriteDb
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
  /** The academic year before this one, from which the promises hold. */
  readonly lastYear: number
}

/**
 * What the school promises, taken from the pack that ships, and what it has ticked off: the talks of last year, and of
 * this one those that have been held. Filled in late, so that no other record of the sample changes with it.
 */
export function fillPromises(needs: PromisesNeeds): void {
  const rules = z.array(zEntitlementRule).parse(coreRules.rules)
  taken.forEach((ruleId, index) => {
    const rule = rules.find(({ id }) => id === ruleId)
    if (!rule) throw new Error(`the pack has no rule ${ruleId}`)
    const id = fillRule(needs, rule, index)
    if (rule.counts?.by === 'ticks') fillTicks(needs, id, rule.per === 'term' ? [15, 140, 250] : [60])
  })
}

function fillRule({ db, chance, lastYear }: PromisesNeeds, rule: z.output<typeof zEntitlementRule>, index: number) {
  const facts = factsOfPackRule(rule)
  const id = chance.id()
  db.runOne(
    sql.insertInto('entitlement_rule').values({
      id,
      first_id: id,
      position: (index + 1) * 10,
      ...columnsOfFacts(facts),
      document_id: null,
      pack_id: corePack.id,
      pack_rule_id: rule.id,
      pack_version: corePack.version,
      pack_rule_json: JSON.stringify(rule),
      from_year: lastYear,
      until_year: null,
    }),
  )
  return id
}

/** A tick for two in three, some days apart, as far as the days have come. */
function fillTicks(
  { db, chance, people, today, lastYear }: PromisesNeeds,
  ruleId: string,
  after: readonly number[],
) {
  for (const year of [lastYear, lastYear + 1])
    for (const days of after)
      people.forEach((person, index) => {
        const doneOn = addDays(day(`${year}-09-01`), days + (index % 10))
        const isThere = person.startedOn <= doneOn && (person.leftOn === null || person.leftOn >= doneOn)
        if (index % 3 === 2 || doneOn > today || !isThere) return
        db.runOne(
          sql.insertInto('entitlement_tick').values({
            id: chance.id(),
            rule_id: ruleId,
            person_id: person.id,
            done_on: doneOn,
            note: null,
          }),
        )
      })
}
