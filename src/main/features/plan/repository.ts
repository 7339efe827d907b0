import { sql as raw } from 'kysely'
import type { Plan, PlanLine, PlanVersion } from '../../../shared/features/plan/model'
import { headsByGroup, headsOf, termOfDay } from '../../../shared/features/plan/rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence, sumPence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import type { EventRow, PlanLineRow, RequestRow, TrainingPlanRow } from '../../db/schema'

/** Somebody who works at the school, as far as the plan has to know. */
export interface PersonHere {
  readonly personId: string
  readonly staffGroupId: string | null
  readonly teamIds: readonly string[]
}

const among = (column: string, ids: readonly string[]) =>
  raw<boolean>`${raw.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
const nameOf = (alias: string) => raw<string>`${raw.raw(personNameSql(alias))}`
const optionalName = (alias: string) => raw<string | null>`${raw.raw(personNameSql(alias))}`

/** A plan as it is kept. Throws Refusal `record.missing`. */
export function planRow(db: ReadDb, id: string): TrainingPlanRow {
  const row = db.first(sql.selectFrom('training_plan').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

/** The plan of an academic year. */
export function planOfYear(db: ReadDb, year: number): TrainingPlanRow | undefined {
  return db.first(sql.selectFrom('training_plan').selectAll().where('academic_year', '=', year))
}

/** A line as it is kept. Throws Refusal `record.missing`. */
export function lineRow(db: ReadDb, id: string): PlanLineRow {
  const row = db.first(sql.selectFrom('plan_line').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  return row
}

interface NamedLineRow extends PlanLineRow {
  readonly priority_title: string | null
  readonly provider_name: string | null
  readonly opportunity_title: string | null
  readonly request_number: number | null
  readonly request_state: RequestRow['state'] | null
  readonly event: string | null
  readonly event_status: EventRow['status'] | null
  readonly event_title: string | null
}

/** The event that was made of a line: of several the one that is not cancelled, else the newest. */
const eventOfLine = (line: string) =>
  raw<string | null>`(select x.id from event x where x.plan_line_id = ${raw.ref(`${line}.id`)}
    order by x.status = 'cancelled', x.id desc limit 1)`

function lineQuery(planId: string) {
  return sql
    .selectFrom('plan_line as n')
    .leftJoin('priority as y', 'y.id', 'n.priority_id')
    .leftJoin('provider as v', 'v.id', 'n.provider_id')
    .leftJoin('opportunity as o', 'o.id', 'n.opportunity_id')
    .leftJoin('request as r', 'r.id', 'n.request_id')
    .leftJoin('booking as b', 'b.id', 'r.booking_id')
    .leftJoin('event as e', (join) => join.on(raw<boolean>`e.id = coalesce(b.event_id, ${eventOfLine('n')})`))
    .leftJoin('activity as a', 'a.id', 'e.activity_id')
    .selectAll('n')
    .select([
      'y.title as priority_title',
      'v.name as provider_name',
      'o.title as opportunity_title',
      'r.number as request_number',
      'r.state as request_state',
      'e.id as event',
      // A place that was given back is as good as an event that was cancelled.
      raw<
        EventRow['status'] | null
      >`iif(b.state = 'cancelled' or r.given_back_on is not null, 'cancelled', e.status)`.as('event_status'),
      raw<string | null>`iif(e.id is null, null, ${eventTitle()})`.as('event_title'),
    ])
    .where('n.plan_id', '=', planId)
    .orderBy('n.is_must', 'desc')
    .orderBy('n.rank')
    .orderBy('n.id')
}

/** What belongs to the lines of a plan, by line. */
function partsOf(db: ReadDb, ids: readonly string[]) {
  const costs = sql.selectFrom('plan_line_cost').selectAll().where(among('plan_line_id', ids)).orderBy('position')
  const needs = sql
    .selectFrom('plan_line_need as l')
    .innerJoin('need as n', 'n.id', 'l.need_id')
    .select(['l.plan_line_id', 'n.id', 'n.title', 'n.state'])
    .where(among('l.plan_line_id', ids))
    .orderBy('n.title')
    .orderBy('n.id')
  const people = sql
    .selectFrom('plan_line_person as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .select(['l.plan_line_id', 'p.id', nameOf('p').as('name')])
    .where(among('l.plan_line_id', ids))
    .orderBy('p.surname')
    .orderBy('p.forename')
    .orderBy('p.id')
  const groups = sql
    .selectFrom('plan_line_group as l')
    .innerJoin('staff_group as g', 'g.id', 'l.staff_group_id')
    .select(['l.plan_line_id', 'g.id', 'g.name'])
    .where(among('l.plan_line_id', ids))
    .orderBy('g.sort_order')
  const byLine = <R extends { plan_line_id: string }>(rows: R[]) => groupBy(rows, (row) => row.plan_line_id)
  return {
    costs: byLine(db.all(costs)),
    needs: byLine(db.all(needs)),
    people: byLine(db.all(people)),
    groups: byLine(db.all(groups)),
  }
}

export interface LineNeeds {
  /** Everybody who works at the school now. */
  readonly staff: readonly PersonHere[]
  /** The last day of each term of an academic year, as month and day. */
  readonly termEnds: readonly string[]
}

/** The lines of a plan in their order: what must happen first. */
export function linesOf(db: ReadDb, planId: string, { staff, termEnds }: LineNeeds): PlanLine[] {
  const rows = db.all(lineQuery(planId))
  const parts = partsOf(
    db,
    rows.map(({ id }) => id),
  )
  const groupOf = new Map(staff.map(({ personId, staffGroupId }) => [personId, staffGroupId]))
  return rows.map((row) => {
    const people = (parts.people.get(row.id) ?? []).map(({ id, name }) => ({ id, name }))
    const groups = (parts.groups.get(row.id) ?? []).map(({ id, name }) => ({ id, name }))
    const members = membersOf(
      row,
      people.map(({ id }) => id),
      new Set(groups.map(({ id }) => id)),
      groupOf,
    )
    const costs = (parts.costs.get(row.id) ?? []).map(({ kind_code: kindCode, amount_pence }) => ({
      kindCode,
      amountPence: pence(amount_pence),
    }))
    const needs = (parts.needs.get(row.id) ?? []).map(({ id, title, state }) => ({ id, title, state }))
    return {
      ...rowToLine(row, termEnds),
      people,
      groups,
      costs,
      needs,
      ...headsIn(row, members),
      costPence: sumPence(costs.map(({ amountPence }) => amountPence)),
    }
  })
}

/** Everybody whom a line is for, counted by their group. */
function membersOf(
  row: PlanLineRow,
  personIds: readonly string[],
  groupIds: ReadonlySet<string>,
  groupOf: ReadonlyMap<string, string | null>,
): Map<string | null, number> {
  const isMeant = (group: string | null) => row.is_whole_school === 1 || (group !== null && groupIds.has(group))
  const everybody = new Set([
    ...personIds,
    ...[...groupOf].filter(([, group]) => isMeant(group)).map(([personId]) => personId),
  ])
  const counts = new Map<string | null, number>()
  for (const personId of everybody) {
    const group = groupOf.get(personId) ?? null
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return counts
}

function headsIn(row: PlanLineRow, members: ReadonlyMap<string | null, number>) {
  const counted = [...members.values()].reduce((sum, count) => sum + count, 0)
  const heads = headsOf(counted, row.people_count)
  return { heads, byGroup: headsByGroup(members, heads) }
}

type Flat = Omit<PlanLine, 'people' | 'groups' | 'costs' | 'needs' | 'heads' | 'byGroup' | 'costPence'>

function rowToLine(row: NamedLineRow, termEnds: readonly string[]): Flat {
  return {
    id: row.id,
    isMust: row.is_must === 1,
    title: row.title,
    typeCode: row.type_code,
    priorityId: row.priority_id,
    priorityTitle: row.priority_title,
    isWholeSchool: row.is_whole_school === 1,
    peopleCount: row.people_count,
    lead: row.lead,
    startsOn: row.starts_on,
    term: row.starts_on === null ? row.term : termOfDay(row.starts_on, termEnds),
    providerId: row.provider_id,
    providerName: row.provider_name,
    opportunityId: row.opportunity_id,
    opportunityTitle: row.opportunity_title,
    requestId: row.request_id,
    requestNumber: row.request_number,
    requestState: row.request_state,
    eventId: row.event,
    eventStatus: row.event_status,
    eventTitle: row.event_title,
    coverQuarterDays: row.cover_quarter_days,
    measure: row.measure,
    measureUnit: row.measure_unit,
    baselineValue: row.baseline_value,
    targetValue: row.target_value,
    note: row.note,
  }
}

/** Every plan with how many lines it has and what they cost, the newest year first. */
export function listPlans(db: ReadDb) {
  return db
    .all(
      sql
        .selectFrom('training_plan as t')
        .select((eb) => [
          't.id',
          't.academic_year',
          't.title',
          't.state',
          eb
            .selectFrom('plan_line as n')
            .select((b) => b.fn.countAll<number>().as('v'))
            .whereRef('n.plan_id', '=', 't.id')
            .as('lines'),
          eb
            .selectFrom('plan_line as n')
            .innerJoin('plan_line_cost as c', 'c.plan_line_id', 'n.id')
            .select((b) => b.fn.sum<number | null>('c.amount_pence').as('v'))
            .whereRef('n.plan_id', '=', 't.id')
            .as('cost'),
        ])
        .orderBy('t.academic_year', 'desc'),
    )
    .map((row) => ({
      id: row.id,
      academicYear: row.academic_year,
      title: row.title,
      state: row.state,
      lines: row.lines ?? 0,
      costPence: pence(row.cost ?? 0),
    }))
}

/** What happened to a plan, oldest first. */
export function stepsOf(db: ReadDb, planId: string): Plan['steps'] {
  return db
    .all(
      sql
        .selectFrom('plan_step as s')
        .leftJoin('person as p', 'p.id', 's.person_id')
        .select(['s.id', 's.happened_on', 's.kind', 's.words', optionalName('p').as('by_name')])
        .where('s.plan_id', '=', planId)
        .orderBy('s.id'),
    )
    .map((row) => ({
      id: row.id,
      happenedOn: row.happened_on,
      kind: row.kind,
      byName: row.by_name,
      words: row.words,
    }))
}

/** The approved versions of a plan, newest first, each with its files. */
export function versionsOf(db: ReadDb, planId: string): PlanVersion[] {
  const rows = db.all(
    sql
      .selectFrom('plan_version')
      .select(['id', 'number', 'approved_on', 'approved_by', 'approved_at', 'reason'])
      .where('plan_id', '=', planId)
      .orderBy('number', 'desc'),
  )
  const files = groupBy(
    db.all(
      sql
        .selectFrom('plan_version_file')
        .selectAll()
        .where(
          among(
            'plan_version_id',
            rows.map(({ id }) => id),
          ),
        )
        .orderBy('format'),
    ),
    (file) => file.plan_version_id,
  )
  return rows.map((row, index) => ({
    id: row.id,
    number: row.number,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    reason: row.reason,
    isReplaced: index > 0,
    files: (files.get(row.id) ?? []).map(({ format, file_name, sha256 }) => ({
      format,
      fileName: file_name,
      sha256,
    })),
  }))
}
