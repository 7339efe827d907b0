import { yearLabel } from '../../../shared/kernel/years'
import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql, type WriteDb } from '../../db/handle'
import type { PlanLineRow } from '../../db/schema'
import type { SampleContent } from './content'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'
import type { PlacedEvent } from './trail'

export interface PlanNeeds {
  readonly db: WriteDb
  readonly content: SampleContent
  /** Chance of its own, so that no other record of the sample changes with these. */
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  /** The events of this year, as they came about. */
  readonly events: readonly PlacedEvent[]
  readonly thisYear: number
  readonly today: Day
  /** The plan’s own way of keeping what was approved. */
  readonly approve: (
    db: WriteDb,
    planId: string,
    approval: { readonly on: Day; readonly by: string; readonly at: string },
  ) => void
}

/** This year’s plan, approved in the summer before, and a draft for the next one, a little too dear for its budget. */
export function fillPlans(needs: PlanNeeds): void {
  const { thisYear } = needs
  const now = fillPlan(needs, thisYear, { ownBudgetPence: 900_000 })
  needs.events.forEach((event, index) => {
    const planLineId = fillLine(needs, now, lineOf(needs, event, index, true))
    needs.db.runOne(sql.updateTable('event').set({ plan_line_id: planLineId }).where('id', '=', event.id))
  })
  needs.approve(needs.db, now, {
    on: day(`${thisYear}-07-09`),
    by: 'The governing body',
    at: 'Summer term meeting',
  })
  const next = fillPlan(needs, thisYear + 1, { ownBudgetPence: 240_000 })
  const wanted = needs.events.filter((_, index) => index % 2 === 0)
  wanted.forEach((event, index) => fillLine(needs, next, lineOf(needs, event, index, false)))
}

function fillPlan(
  { db, chance, people, thisYear, today }: PlanNeeds,
  year: number,
  about: { ownBudgetPence: number },
) {
  const id = chance.id()
  db.runOne(
    sql.insertInto('training_plan').values({
      id,
      academic_year: year,
      title: `Staff training plan ${yearLabel(year)}`,
      state: 'draft',
      own_budget_pence: pence(about.ownBudgetPence),
      words: 'We plan fewer things and give each of them time. What is required by law comes first.',
    }),
  )
  const begun = day(`${thisYear}-05-12`)
  db.runOne(
    sql.insertInto('plan_step').values({
      id: chance.id(),
      plan_id: id,
      happened_on: year === thisYear ? begun : addDays(today, -9),
      kind: 'begun',
      person_id: people[1]?.id ?? null,
      words: null,
    }),
  )
  return id
}

type SampleLine = Omit<PlanLineRow, 'id' | 'plan_id'> & {
  readonly costs: readonly { readonly kind: string; readonly pence: number }[]
}

function lineOf(needs: PlanNeeds, event: PlacedEvent, index: number, isOfEvent: boolean): SampleLine {
  const { content } = event
  const priority = needs.content.priorities.find(({ key }) => key === content.priority)
  return {
    rank: index + 1,
    is_must: content.priority === 'safe' || content.type === 'PROG' ? 1 : 0,
    title: content.title,
    type_code: content.type,
    priority_id: isOfEvent ? priorityOf(needs.db, event.id) : null,
    is_whole_school: content.inset ? 1 : 0,
    people_count: content.inset ? null : Math.max(1, event.bookings.length),
    lead: content.led ?? null,
    starts_on: null,
    term: index % 3 === 0 ? 'autumn' : index % 3 === 1 ? 'spring' : 'summer',
    provider_id: providerOf(needs.db, content.provider),
    opportunity_id: null,
    request_id: null,
    cover_quarter_days: content.costs.some(({ kind }) => kind.startsWith('cover')) ? 8 : 0,
    measure: priority?.measure ?? null,
    measure_unit: priority?.unit ?? null,
    baseline_value: priority?.baseline ?? null,
    target_value: priority?.target ?? null,
    note: null,
    costs: plannedCosts(needs.db, event.id),
  }
}

/** What an event came to, rounded up to ten pounds as plans are; what is free is said to be. */
function plannedCosts(db: WriteDb, eventId: string) {
  const rows = db.all(
    sql
      .selectFrom('cost_line')
      .select((eb) => ['kind_code', eb.fn.sum<number>('net_pence').as('net')])
      .where('event_id', '=', eventId)
      .where('kind_code', '<>', 'income')
      .groupBy('kind_code')
      .orderBy('kind_code'),
  )
  if (rows.length === 0) return [{ kind: 'fee', pence: 0 }]
  return rows.map((row) => ({ kind: row.kind_code, pence: Math.ceil(row.net / 1000) * 1000 }))
}

function priorityOf(db: WriteDb, eventId: string): string | null {
  return db.first(sql.selectFrom('event').select('priority_id').where('id', '=', eventId))?.priority_id ?? null
}

function providerOf(db: WriteDb, name: string | undefined): string | null {
  if (name === undefined) return null
  return db.first(sql.selectFrom('provider').select('id').where('name', '=', name))?.id ?? null
}

function fillLine({ db, chance }: PlanNeeds, planId: string, { costs, ...line }: SampleLine): string {
  const id = chance.id()
  db.runOne(sql.insertInto('plan_line').values({ id, plan_id: planId, ...line }))
  costs.forEach((cost, position) =>
    db.runOne(
      sql.insertInto('plan_line_cost').values({
        id: chance.id(),
        plan_line_id: id,
        position,
        kind_code: cost.kind,
        amount_pence: pence(cost.pence),
      }),
    ),
  )
  return id
}
