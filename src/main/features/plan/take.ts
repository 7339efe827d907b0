import { sql as raw } from 'kysely'
import { zLineInput, type Cluster, type PlanLine } from '../../../shared/features/plan/model'
import type { NeedLine } from '../../../shared/features/needs/model'
import { isOpen, sameKey } from '../../../shared/features/needs/rules'
import { costOf } from '../../../shared/features/costs/rules'
import { groupBy } from '../../../shared/kernel/group-by'
import type { Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { RequestRow } from '../../db/schema'
import { daysOfPlan } from '../../../shared/features/plan/rules'
import { lineRow, type PersonHere } from './repository'
import { expectDraft, saveLine, type Codes } from './service'

export interface TakeNeeds extends Codes {
  /** Every need that is still open. */
  readonly openNeeds: (db: ReadDb) => readonly NeedLine[]
  readonly staff: readonly PersonHere[]
}

/** Agreed needs that no line of the plan serves, those that say the same together: the most important first. */
export function clustersToTake(db: ReadDb, planId: string | null, open: readonly NeedLine[]): Cluster[] {
  const taken = new Set(needsInPlan(db, planId))
  const free = open.filter(({ id, state }) => state === 'agreed' && !taken.has(id))
  return [...groupBy(free, sameKey)]
    .flatMap(([key, needs]): Cluster[] => {
      const first = needs[0]
      if (!first) return []
      const dueOns = needs.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort()
      return [
        {
          key,
          title: first.title,
          importance: Math.max(...needs.map(({ importance }) => importance)),
          dueOn: dueOns[0] ?? null,
          priorityTitle: first.priorityTitle,
          needs: needs.map(({ id, owner }) => ({ id, ownerName: owner.name })),
        },
      ]
    })
    .sort((a, b) => b.importance - a.importance || b.needs.length - a.needs.length)
}

function needsInPlan(db: ReadDb, planId: string | null): string[] {
  if (planId === null) return []
  const rows = sql
    .selectFrom('plan_line_need as l')
    .innerJoin('plan_line as n', 'n.id', 'l.plan_line_id')
    .select('l.need_id')
    .where('n.plan_id', '=', planId)
  return db.all(rows).map((row) => row.need_id)
}

/**
 * Makes a line of each lot of needs: for those whose needs they are, for the priority that they share, and as one that
 * must happen where the law requires it. Throws Refusals `plan.not-a-draft`, `plan.need-not-free` and `record.missing`.
 */
export function takeNeeds(
  db: WriteDb,
  { planId, clusters }: { readonly planId: string; readonly clusters: readonly (readonly string[])[] },
  known: TakeNeeds,
): number {
  expectDraft(db, planId)
  const open = new Map(known.openNeeds(db).map((need) => [need.id, need]))
  const taken = new Set(needsInPlan(db, planId))
  for (const ids of clusters) {
    const needs = [...new Set(ids)].map((id) => {
      const need = open.get(id)
      if (!need) throw new Refusal('record.missing')
      if (need.state !== 'agreed' || taken.has(id)) throw new Refusal('plan.need-not-free', { title: need.title })
      taken.add(id)
      return need
    })
    saveLine(db, zLineInput.parse({ planId, needIds: ids, ...lineOfNeeds(needs, known.staff) }), known)
  }
  return clusters.length
}

function lineOfNeeds(needs: readonly NeedLine[], staff: readonly PersonHere[]) {
  const priorities = new Set(needs.map(({ priorityId }) => priorityId))
  const of = (kind: NeedLine['owner']['kind']) =>
    needs.flatMap(({ owner }) => (owner.kind === kind && owner.id !== null ? [owner.id] : []))
  const teams = new Set(of('team'))
  const inTeams = staff.filter(({ teamIds }) => teamIds.some((id) => teams.has(id))).map(({ personId }) => personId)
  return {
    title: needs[0]?.title ?? '',
    isMust: needs.some(({ sourceCode }) => sourceCode === 'statutory'),
    priorityId: priorities.size === 1 ? (needs[0]?.priorityId ?? null) : null,
    isWholeSchool: needs.some(({ owner }) => owner.kind === 'school'),
    personIds: [...new Set([...of('person'), ...inTeams])],
    groupIds: [...new Set(of('postFamily'))],
  }
}

/** The day of a request: that of the event that it was booked on or asks for, else the one that is wished. */
const dayOfRequest = raw<Day | null>`coalesce((select min(s.held_on) from session s where s.event_id =
  coalesce((select k.event_id from booking k where k.id = r.booking_id), r.asked_event_id)), r.wanted_on)`

/** Its place was not given back, and its event not cancelled. */
const isAlive = raw<boolean>`(r.booking_id is null or (r.given_back_on is null and exists (select 1 from booking k
  join event e on e.id = k.event_id where k.id = r.booking_id and k.state <> 'cancelled' and e.status <> 'cancelled')))`

/**
 * Requests that can come into the plan of a year: not decided against, of a day in that year or of no day yet, and in no
 * plan.
 */
function freeRequests(year: number) {
  const { startsOn, endsOn } = daysOfPlan(year)
  return sql
    .selectFrom('request as r')
    .where('r.state', 'in', ['waiting', 'approved', 'booked'])
    .where(isAlive)
    .where(raw<boolean>`coalesce(${dayOfRequest} between ${startsOn} and ${endsOn}, 1)`)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('plan_line as n').select('n.id').whereRef('n.request_id', '=', 'r.id'))),
    )
}

/** Requests that can come into the plan of a year, with what they cost; the newest first. */
export function requestsToTake(db: ReadDb, year: number) {
  const rows = db.all(
    freeRequests(year)
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .select(['r.id', 'r.number', 'r.title', 'r.state', 'p.forename', 'p.surname'])
      .orderBy('r.number', 'desc'),
  )
  const costs = requestCosts(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, number, title, state, forename, surname }) => ({
    id,
    number,
    title,
    state,
    personName: `${forename ?? ''} ${surname ?? ''}`.trim(),
    costPence: pence((costs.get(id) ?? []).reduce((sum, { amountPence }) => sum + amountPence, 0)),
  }))
}

function requestCosts(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; kindCode: string; amountPence: number }[]>()
  const rows = db
    .all(sql.selectFrom('request_cost').selectAll().where('request_id', 'in', ids).orderBy('position'))
    .map((row) => ({
      id: row.request_id,
      kindCode: row.kind_code,
      amountPence: costOf(
        { netPence: pence(row.net_pence), vatPence: pence(row.vat_pence) },
        row.is_vat_recoverable === 1,
      ),
    }))
  return groupBy(rows, ({ id }) => id)
}

export interface TakeRequests extends Codes {
  /** The provider of a name, made where there is none yet; belongs to provision. */
  readonly providerNamed: (db: WriteDb, name: string) => string
}

/**
 * Makes a line of each request, with its provider, its costs, its cover and its measure. Throws as {@link takeNeeds},
 * and Refusal `plan.request-not-free`.
 */
export function takeRequests(
  db: WriteDb,
  { planId, requestIds }: { readonly planId: string; readonly requestIds: readonly string[] },
  known: TakeRequests,
): number {
  const plan = expectDraft(db, planId)
  const ids = new Set(requestIds)
  const costs = requestCosts(db, [...ids])
  for (const id of ids) {
    const row = db.first(sql.selectFrom('request').selectAll().where('id', '=', id))
    if (!row) throw new Refusal('record.missing')
    const free = db.first(
      freeRequests(plan.academic_year).select(dayOfRequest.as('starts_on')).where('r.id', '=', id),
    )
    if (!free) throw new Refusal('plan.request-not-free', { number: `R${row.number}` })
    const line = zLineInput.parse({
      planId,
      title: row.title,
      // A request names its kind before anybody looked it up: one that no pack knows is chosen anew.
      typeCode: known.typology.types.some(({ code }) => code === row.type_code) ? row.type_code : null,
      priorityId: row.priority_id,
      needIds: row.need_id !== null && isOpenNeed(db, row.need_id) ? [row.need_id] : [],
      opportunityId: row.opportunity_id,
      providerId: providerOf(db, row, known),
      personIds: [row.person_id],
      startsOn: free.starts_on,
      costs: (costs.get(id) ?? []).map(({ kindCode, amountPence }) => ({ kindCode, amountPence })),
      coverQuarterDays: row.cover_quarter_days,
      measure: row.how_measured,
    })
    const lineId = saveLine(db, line, known)
    db.runOne(sql.updateTable('plan_line').set({ request_id: id }).where('id', '=', lineId))
  }
  return ids.size
}

/** The provider that was written on a request, else that of the opportunity that it asks for. */
function providerOf(db: WriteDb, row: RequestRow, { providerNamed }: TakeRequests): string | null {
  const written = row.provider_name?.trim() ?? ''
  if (written !== '') return providerNamed(db, written)
  if (row.opportunity_id === null) return null
  const opportunity = sql.selectFrom('opportunity').select('provider_id').where('id', '=', row.opportunity_id)
  return db.first(opportunity)?.provider_id ?? null
}

/** A need that was met or given up in the meantime is served by no line any more. */
function isOpenNeed(db: ReadDb, id: string): boolean {
  const state = db.first(sql.selectFrom('need').select('state').where('id', '=', id))?.state
  return state !== undefined && isOpen(state)
}

const carried = [
  'title',
  'is_must',
  'type_code',
  'is_whole_school',
  'people_count',
  'lead',
  'provider_id',
  'opportunity_id',
  'cover_quarter_days',
  'measure',
  'measure_unit',
] as const
const carriedParts = ['plan_line_cost', 'plan_line_person', 'plan_line_group'] as const

/**
 * Copies lines of another plan: what, for whom, its costs and its measure; what was of that year (days, needs, priority,
 * event) stays there, and so does who has left. The target of then is where it starts now. Throws Refusals
 * `plan.not-a-draft` and `record.missing`.
 */
export function carryOver(
  db: WriteDb,
  { planId, lineIds }: { readonly planId: string; readonly lineIds: readonly string[] },
  staff: readonly PersonHere[],
): number {
  expectDraft(db, planId)
  const last = db.first(
    sql
      .selectFrom('plan_line')
      .select((eb) => eb.fn.max<number | null>('rank').as('n'))
      .where('plan_id', '=', planId),
  )
  const here = new Set(staff.map(({ personId }) => personId))
  lineIds.forEach((fromId, index) => {
    const row = lineRow(db, fromId)
    const id = newId()
    const values = Object.fromEntries(carried.map((key) => [key, row[key]])) as Pick<
      typeof row,
      (typeof carried)[number]
    >
    const rank = (last?.n ?? 0) + 1 + index
    const term = row.term ?? null
    db.runOne(
      sql
        .insertInto('plan_line')
        .values({ ...values, id, plan_id: planId, rank, term, baseline_value: row.target_value }),
    )
    for (const table of carriedParts)
      for (const part of db.all(sql.selectFrom(table).selectAll().where('plan_line_id', '=', fromId))) {
        if ('person_id' in part && !here.has(part.person_id)) continue
        db.runOne(sql.insertInto(table).values({ ...part, id: newId(), plan_line_id: id }))
      }
  })
  return lineIds.length
}

/** The plan of the year before, with the lines that could be carried over: those that were not yet. */
export function linesToCarry(lines: readonly PlanLine[], there: readonly PlanLine[]): PlanLine[] {
  const titles = new Set(there.map(({ title }) => title.toLowerCase()))
  return lines.filter(({ title }) => !titles.has(title.toLowerCase()))
}
