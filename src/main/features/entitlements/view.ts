import { academicYearOf } from '../../../shared/kernel/years'
import { earlierOf, laterOf, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { SMALLEST_GROUP } from '../../../shared/kernel/smallest-group'
import type { OutputFor } from '../../../shared/contract'
import type { RuleHead } from '../../../shared/features/entitlements/contract'
import { fairness, type FairPerson } from '../../../shared/features/entitlements/fairness'
import type { Line, Rule } from '../../../shared/features/entitlements/model'
import type { NamedGroup } from '../../../shared/features/entitlements/words'
import { academicYear } from '../../../shared/features/entitlements/rules'
import { sql, type ReadDb } from '../../db/handle'
import { gatherEntitlements, type EntitledPerson, type Entitlements, type GatherNeeds } from './gather'
import { ruleRow, rowToRule, ticksOf } from './repository'

/** The school's staff groups in its order. */
export function namedGroups(db: ReadDb): NamedGroup[] {
  return db.all(
    sql
      .selectFrom('staff_group')
      .select(['id', 'name'])
      .where('is_archived', '=', 0)
      .orderBy('sort_order')
      .orderBy('name'),
  )
}

const headOf = ({ id, title, what, per, counts }: Rule): RuleHead => ({
  id,
  title,
  what,
  per,
  counts: counts?.by ?? null,
})

function yearShown({ startYear, today, schoolDayMinutes, rules }: Entitlements) {
  return { startYear, thisYear: academicYearOf(today), today, schoolDayMinutes, rules: rules.map(headOf) }
}

function personHead({ personId, name, listName, mainPost }: EntitledPerson) {
  return {
    personId,
    name,
    listName,
    postTitle: mainPost?.title ?? null,
    groupId: mainPost?.staffGroupId ?? null,
    groupName: mainPost?.staffGroupName ?? null,
  }
}

/** How everybody stands in a year. */
export function listOf(needs: GatherNeeds): OutputFor<'entitlements.list'> {
  const gathered = gatherEntitlements(needs)
  return {
    ...yearShown(gathered),
    people: gathered.people.map((person) => ({
      ...personHead(person),
      lines: person.lines.map(({ records: _records, ...line }): Line => line),
    })),
  }
}

/** One person's entitlement with the records behind it; `person` is null for whoever holds no post in the year. */
export function entitlementOfPerson(needs: GatherNeeds): OutputFor<'entitlements.ofPerson'> {
  const gathered = gatherEntitlements(needs)
  const [person] = gathered.people
  return {
    ...yearShown(gathered),
    person: person ? personHead(person) : null,
    lines: (person?.lines ?? []).map((line) => ({ ...line, records: [...line.records] })),
  }
}

/** How parts of the staff stand in a year; nobody is named. */
export function fairnessOf(needs: GatherNeeds): OutputFor<'entitlements.fairness'> {
  const gathered = gatherEntitlements(needs)
  const year = academicYear(gathered.startYear)
  const on = laterOf(year.startsOn, earlierOf(gathered.today, year.endsOn))
  const whats = new Map(gathered.rules.map(({ id, what }) => [id, what]))
  const { whole, views } = fairness(
    gathered.people.map((person) => fairPerson(person, on)),
    { on, whatOf: (ruleId) => whats.get(ruleId) },
  )
  return { ...yearShown(gathered), smallest: SMALLEST_GROUP, whole, views }
}

function fairPerson(person: EntitledPerson, on: Day): FairPerson {
  const held = person.posts.filter((post) => post.fromOn <= on && (post.toOn ?? on) >= on)
  // Of somebody whose posts are over, or still to begin, the main one of the year is told.
  const posts = held.length > 0 ? held : person.mainPost ? [person.mainPost] : []
  const teams = new Map(
    posts.flatMap(({ teamId, teamName }) => (teamId === null ? [] : [[teamId, teamName ?? '']])),
  )
  const firstPostOn = person.posts.reduce<Day | null>(
    (first, { fromOn }) => (first === null || fromOn < first ? fromOn : first),
    null,
  )
  return {
    groupId: person.mainPost?.staffGroupId ?? null,
    groupName: person.mainPost?.staffGroupName ?? null,
    teams: [...teams].map(([id, name]) => ({ id, name })),
    fteThousandths: posts.reduce((sum, post) => sum + post.fteThousandths, 0),
    servedSince: person.startedOn ?? firstPostOn,
    lines: person.lines,
  }
}

/** Everybody whom a rule is for, with the ticks of the year, or of all time for what is promised once. */
export function ticksForRule(needs: GatherNeeds & { readonly ruleId: string }): OutputFor<'entitlements.ticks'> {
  const rule = rowToRule(ruleRow(needs.db, needs.ruleId))
  if (rule.counts?.by !== 'ticks') throw new Refusal('entitlement.not-ticked')
  const gathered = gatherEntitlements(needs)
  const { startsOn, endsOn } = academicYear(gathered.startYear)
  const from = rule.per === 'once' ? undefined : startsOn
  const ticks = ticksOf(needs.db, rule.firstId).filter(
    ({ doneOn }) => doneOn <= endsOn && (from === undefined || doneOn >= from),
  )
  return {
    startYear: gathered.startYear,
    thisYear: academicYearOf(gathered.today),
    today: gathered.today,
    rule: headOf(rule),
    people: gathered.people.flatMap((person) => {
      const line = person.lines.find(({ ruleId }) => ruleId === rule.id)
      if (!line) return []
      const { entitled, received, standing, dueOn } = line
      const own = ticks.filter(({ personId }) => personId === person.personId)
      return [
        {
          ...personHead(person),
          entitled,
          received,
          standing,
          dueOn,
          ticks: own.map(({ id, doneOn, note }) => ({ id, doneOn, note })),
        },
      ]
    }),
  }
}
