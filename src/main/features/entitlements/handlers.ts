import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { entitlementsContract } from '../../../shared/features/entitlements/contract'
import type { EntitlementPolicy } from '../../../shared/features/entitlements/rules'
import type { SchoolDesk } from '../../db/school-desk'
import type { Paper } from '../../documents/paper'
import type { GatherNeeds } from './gather'
import { statementsOnPaper } from './paper'
import { choicesOf, chosenRules, eventsForRule, rulesOf, type ShelvedRule } from './rules-view'
import { adoptRules, endRule, removeRule, saveRule, tick, untick } from './service'
import { entitlementOfPerson, fairnessOf, listOf, ticksForRule } from './view'

export interface EntitlementsNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** What the packs in use say of careers and terms. */
  readonly policy: () => EntitlementPolicy
  /** The rules that packs bring, of every layer. */
  readonly rules: () => Promise<readonly ShelvedRule[]>
  /** Kinds of activity, by their codes. */
  readonly types: () => readonly { readonly code: string; readonly name: string }[]
}

type Handlers = HandlersOf<typeof entitlementsContract>

export function entitlementsHandlers(needs: EntitlementsNeeds): Handlers {
  return { ...reading(needs), ...ruling(needs), ...ticking(needs) }
}

function reading(needs: EntitlementsNeeds) {
  const { desk, clock, policy, rules, types } = needs
  const asked = (year: number | undefined): GatherNeeds => ({
    db: desk.read,
    today: clock.today(),
    policy: policy(),
    startYear: year,
  })
  return {
    'entitlements.list': ({ year }) => listOf(asked(year)),
    'entitlements.ofPerson': ({ year, personId }) => entitlementOfPerson({ ...asked(year), personId }),
    'entitlements.fairness': ({ year }) => fairnessOf(asked(year)),
    'entitlements.ticks': ({ year, ruleId }) => ticksForRule({ ...asked(year), ruleId }),
    'entitlements.rules': async ({ year }) => {
      const shelved = await desk.sameSchoolAfter(rules)
      return rulesOf(desk.read, shelved, { startYear: year, today: clock.today() })
    },
    'entitlements.choices': () => choicesOf(desk.read, types()),
    'entitlements.eventsFor': ({ ruleId }) => eventsForRule(desk.read, ruleId, clock.today()),
    'entitlements.print': (input) => statementsOnPaper(needs, input),
  } satisfies Partial<Handlers>
}

function ruling({ desk, rules }: EntitlementsNeeds) {
  return {
    'entitlements.saveRule': (input) => ({
      id: desk.write('entitlements.saveRule', (db) => saveRule(db, input)),
    }),
    'entitlements.adopt': async ({ rules: wanted, fromYear }) => {
      const chosen = chosenRules(await desk.sameSchoolAfter(rules), wanted)
      return desk.write('entitlements.adopt', (db) => adoptRules(db, chosen, fromYear))
    },
    'entitlements.endRule': ({ id, lastYear }) => {
      desk.write('entitlements.endRule', (db) => endRule(db, id, lastYear))
      return {}
    },
    'entitlements.removeRule': ({ id }) => {
      desk.write('entitlements.removeRule', (db) => removeRule(db, id))
      return {}
    },
  } satisfies Partial<Handlers>
}

function ticking({ desk, clock }: EntitlementsNeeds) {
  return {
    'entitlements.tick': (input) => desk.write('entitlements.tick', (db) => tick(db, input, clock.today())),
    'entitlements.untick': ({ ids }) => desk.write('entitlements.untick', (db) => untick(db, ids)),
  } satisfies Partial<Handlers>
}
