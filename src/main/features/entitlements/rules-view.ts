import { academicYearOf } from '../../../shared/kernel/years'
import type { Day } from '../../../shared/kernel/dates'
import type { Content } from '../../../shared/features/packs/content'
import type { From } from '../../../shared/features/packs/library'
import type { OutputFor } from '../../../shared/contract'
import type { Counts, OfferedRule, ShownRule } from '../../../shared/features/entitlements/model'
import { factsOfPackRule } from '../../../shared/features/entitlements/of-pack'
import { isInForce } from '../../../shared/features/entitlements/rules'
import { Refusal } from '../../../shared/kernel/result'
import { sql as raw } from 'kysely'
import { columnsOfFacts } from '../../db/entitlement-columns'
import { sql, statement, type ReadDb } from '../../db/handle'
import { eventTitleSql } from '../../db/event-titles'
import type { EntitlementRuleRow } from '../../db/schema'
import { namedGroups } from './view'
import { packRuleOf, rowToRule, ruleRow, ruleRows, tickCounts } from './repository'

/** A rule of a pack with where it came from. */
export type ShelvedRule = Content<'entitlement'> & { readonly from: From }

/** The rules of a year, those of other years, and what packs offer beside them. */
export function rulesOf(
  db: ReadDb,
  shelved: readonly ShelvedRule[],
  asked: { readonly startYear: number | undefined; readonly today: Day },
): OutputFor<'entitlements.rules'> {
  const thisYear = academicYearOf(asked.today)
  const startYear = asked.startYear ?? thisYear
  const rows = ruleRows(db)
  const shown = shownRules(db, rows, shelved)
  const [rules, others] = [true, false].map((inForce) =>
    shown.filter((rule) => isInForce(rule, startYear) === inForce),
  )
  const adopted = new Set(
    rows
      .filter((row) => row.until_year === null || row.until_year >= startYear)
      .map((row) => `${row.pack_id} ${row.pack_rule_id}`),
  )
  return {
    startYear,
    thisYear,
    rules: rules ?? [],
    others: others ?? [],
    offered: shelved.flatMap((rule) => {
      const offer = offeredRule(rule)
      return offer === undefined || adopted.has(`${offer.packId} ${offer.ruleId}`) ? [] : [offer]
    }),
  }
}

function shownRules(db: ReadDb, rows: readonly EntitlementRuleRow[], shelved: readonly ShelvedRule[]): ShownRule[] {
  const ticks = tickCounts(db)
  const titles = new Map(
    db.all(sql.selectFrom('document').select(['id', 'title'])).map(({ id, title }) => [id, title] as const),
  )
  return rows.map((row) => ({
    ...rowToRule(row),
    origin: originOf(row, shelved),
    documentTitle: row.document_id === null ? null : (titles.get(row.document_id) ?? null),
    ticks: ticks.get(row.first_id) ?? 0,
  }))
}

function originOf(row: EntitlementRuleRow, shelved: readonly ShelvedRule[]): ShownRule['origin'] {
  const rule = packRuleOf(row)
  if (rule === undefined || row.pack_id === null) return null
  const now = shelved.find(({ id, from }) => id === row.pack_rule_id && from.packId === row.pack_id)
  const adopted = columnsOfFacts(factsOfPackRule(rule))
  return {
    packId: row.pack_id,
    packTitle: now?.from.packTitle ?? null,
    version: row.pack_version ?? '',
    isChangedHere: Object.entries(adopted).some(([column, value]) => row[column as keyof typeof adopted] !== value),
    now: now !== undefined && JSON.stringify(now.fields) !== row.pack_rule_json ? (offeredRule(now) ?? null) : null,
    isToBeChecked: now?.from.isToBeChecked ?? false,
  }
}

/** A pack's rule as pages see it; undefined for what no pack brings. */
function offeredRule({ fields, from }: ShelvedRule): OfferedRule | undefined {
  if (from.packId === null) return undefined
  const { title, who, what, amount, per, isProRata, withinWeeks, counts, why } = factsOfPackRule(fields)
  return {
    packId: from.packId,
    packTitle: from.packTitle ?? from.packId,
    ruleId: fields.id,
    title,
    who,
    what,
    amount,
    per,
    isProRata,
    withinWeeks,
    counts,
    unitNote: fields.unitNote,
    why,
    note: fields.note,
    isExample: fields.isExample,
    isToBeChecked: from.isToBeChecked,
    isHistory: from.isHistory,
    sources: [...fields.sources],
  }
}

/** What a rule can be made of, with the names that its words need. */
export function choicesOf(
  db: ReadDb,
  types: readonly { readonly code: string; readonly name: string }[],
): OutputFor<'entitlements.choices'> {
  return {
    groups: namedGroups(db),
    types: types.map(({ code, name }) => ({ code, name })),
    activities: db.all(sql.selectFrom('activity').select(['id', 'title']).orderBy('title').orderBy('id')),
    documents: db.all(
      sql
        .selectFrom('document')
        .select(['id', 'title'])
        .where('is_archived', '=', 0)
        .orderBy('title')
        .orderBy('id'),
    ),
  }
}

interface EventFound {
  readonly id: string
  readonly title: string
  readonly firstOn: Day
  readonly minutes: number
  readonly booked: number
  readonly capacity: number | null
}

/** Whether a session `s` of the activity `a` counts for a rule. */
function countsFor(counts: Counts | null) {
  switch (counts?.by) {
    case 'training-days':
      return raw`s.is_inset_day = 1`
    case 'types':
      return raw`a.type_code in (${raw.join(counts.types)})`
    case 'activities':
      return raw`a.id in (${raw.join(counts.activityIds)})`
    case 'everything':
      return raw`1`
    default:
      return raw`0`
  }
}

/** Events with a session to come that would count for a rule, the next first. Throws Refusal `record.missing`. */
export function eventsForRule(db: ReadDb, ruleId: string, today: Day): OutputFor<'entitlements.eventsFor'> {
  const { counts } = rowToRule(ruleRow(db, ruleId))
  const events = db.all(
    statement(raw<EventFound>`
      select e.id, ${raw.raw(eventTitleSql)} as title, min(s.held_on) as "firstOn", sum(s.duration_minutes) as minutes,
        (select count(*) from booking b where b.event_id = e.id and b.state = 'booked') as booked, e.capacity
      from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
      where s.held_on >= ${today} and e.status = 'planned' and e.is_archived = 0 and ${countsFor(counts)}
      group by e.id order by "firstOn", title, e.id`),
  )
  const standing = db.all(
    statement(raw<{ event_id: string; person_id: string }>`
      select b.event_id, b.person_id from booking b
      where b.state in ('booked', 'waiting')
        and b.event_id in (select event_id from session where held_on >= ${today})`),
  )
  return {
    events: events.map((event) => ({
      ...event,
      personIds: standing.filter((row) => row.event_id === event.id).map((row) => row.person_id),
    })),
  }
}

/** The rules of packs that are asked for. Throws Refusal `record.missing` when one is not there. */
export function chosenRules(
  shelved: readonly ShelvedRule[],
  wanted: readonly { readonly packId: string; readonly ruleId: string }[],
) {
  return wanted.map(({ packId, ruleId }) => {
    const found = shelved.find(({ id, from }) => id === ruleId && from.packId === packId)
    if (!found) throw new Refusal('record.missing')
    return { packId, version: found.from.version ?? '', fields: found.fields }
  })
}
