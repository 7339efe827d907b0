import type { CostInput, CostStart } from '../../../shared/features/costs/model'
import { proposedCode } from '../../../shared/features/costs/rules'
import type { RunInput } from '../../../shared/features/plan/model'
import { measureWords } from '../../../shared/features/plan/words'
import { isOpen } from '../../../shared/features/needs/rules'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { Day } from '../../../shared/kernel/dates'
import { allocatePence, pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { PlanLineCostRow, PlanLineRow } from '../../db/schema'
import { profileOn } from '../../db/school-years'
import { lineRow, planRow } from './repository'
import type { Hand } from './service'
import { daysOfPlan } from '../../../shared/features/plan/rules'

/** A run as the activities make one. */
export interface RunWanted {
  readonly title: string
  readonly typeCode: string
  readonly providerId: string | null
  readonly ledBy: string | null
  readonly priorityId: string | null
  readonly heldOn: Day | null
  readonly durationMinutes: number | null
  readonly planLineId: string
}

/** What a line does in other parts of the binder when it becomes an event. */
export interface EventNeeds {
  readonly codes: FinanceCodes
  /** Makes a planned run; belongs to activities. */
  readonly makeRun: (db: WriteDb, run: RunWanted) => string
  /** Gives people places; belongs to activities. */
  readonly bookAll: (db: WriteDb, eventId: string, personIds: readonly string[]) => number
  /** Keeps a cost; belongs to costs. */
  readonly addCost: (db: WriteDb, cost: CostInput, start: CostStart) => string
  /** Keeps how it will be measured; belongs to evaluation. */
  readonly expectMeasured: (
    db: WriteDb,
    eventId: string,
    wanted: { readonly question: string; readonly measure: string; readonly targetOn: Day | null },
  ) => void
  /** Puts an event to needs that it serves; belongs to needs. */
  readonly serveNeeds: (db: WriteDb, needIds: readonly string[], eventId: string) => number
}

/**
 * Makes an event of a line in one change: a run of the activity of its title, its costs as estimates, places for the
 * people who are named, how it will be measured, and its open needs served by it. Throws Refusals `plan.has-event`,
 * `plan.request-undecided`, `plan.request-agreed`, `plan.kind-missing`, `session.no-length`, `record.missing`.
 */
export function makeEvent(db: WriteDb, input: RunInput, needs: EventNeeds, hand: Hand) {
  const line = lineRow(db, input.lineId)
  expectNoEvent(db, line)
  const typeCode = line.type_code ?? input.typeCode
  if (typeCode === null)
    throw new Refusal('plan.kind-missing', undefined, [{ path: 'typeCode', code: 'input.required' }])
  const heldOn = input.heldOn === undefined ? line.starts_on : input.heldOn
  const eventId = needs.makeRun(db, {
    title: line.title,
    typeCode,
    providerId: line.provider_id,
    ledBy: line.lead,
    priorityId: line.priority_id,
    heldOn,
    durationMinutes: input.durationMinutes,
    planLineId: line.id,
  })
  addCosts(db, { line, eventId, heldOn }, needs, hand)
  if (line.measure !== null)
    needs.expectMeasured(db, eventId, { question: line.title, measure: measureOf(line), targetOn: null })
  const booked = input.booksPeople ? needs.bookAll(db, eventId, namedIn(db, line.id)) : 0
  const served = needs.serveNeeds(db, openNeedsOf(db, line.id), eventId)
  return { eventId, title: titleOf(db, eventId), booked, needs: served }
}

const measureOf = (line: PlanLineRow): string =>
  measureWords({
    measure: line.measure,
    measureUnit: line.measure_unit,
    baselineValue: line.baseline_value,
    targetValue: line.target_value,
  })

/**
 * A cancelled event is in nobody's way. What a request asks for is decided and booked there, with its place, its funds
 * and its costs: nothing happens for a request that nobody agreed to, and nothing twice.
 */
function expectNoEvent(db: ReadDb, line: PlanLineRow): void {
  const standing = sql.selectFrom('event').select('id').where('plan_line_id', '=', line.id)
  if (db.first(standing.where('status', '<>', 'cancelled'))) throw new Refusal('plan.has-event')
  if (line.request_id === null) return
  const asked = sql.selectFrom('request').select(['number', 'state']).where('id', '=', line.request_id)
  const request = db.first(asked)
  if (!request) return
  if (request.state === 'booked') throw new Refusal('plan.has-event')
  const number = `R${request.number}`
  if (request.state === 'approved') throw new Refusal('plan.request-agreed', { number })
  throw new Refusal('plan.request-undecided', { number })
}

interface Costed {
  readonly line: PlanLineRow
  readonly eventId: string
  readonly heldOn: Day | null
}

/** The costs of a line as estimates of its event; the cover that it says is divided over the lines that pay for cover. */
function addCosts(db: WriteDb, { line, eventId, heldOn }: Costed, needs: EventNeeds, hand: Hand): void {
  const costs = db.all(
    sql.selectFrom('plan_line_cost').selectAll().where('plan_line_id', '=', line.id).orderBy('position'),
  )
  const minutes = coverMinutes(db, line, costs, needs.codes)
  const year = daysOfPlan(planRow(db, line.plan_id).academic_year)
  const expectedOn = heldOn ?? (hand.today > year.startsOn ? hand.today : year.startsOn)
  const regime = profileOn(db, expectedOn)?.regime ?? 'maintained'
  costs.forEach((cost, index) => {
    const kind = needs.codes.kinds.find(({ code }) => code === cost.kind_code)
    const input: CostInput = {
      eventId,
      bookingId: null,
      kindCode: cost.kind_code,
      description: `${kind?.name ?? cost.kind_code}: ${line.title}`.slice(0, 300),
      expectedOn,
      netPence: pence(cost.amount_pence),
      vatPence: pence(0),
      isVatRecoverable: false,
      financeCode: proposedCode(needs.codes, cost.kind_code, regime),
      localCode: null,
      supplier: null,
      orderNumber: null,
      coveredMinutes: minutes[index] ?? 0,
      shareBasis: 'none',
      shares: [],
      funds: [],
      note: 'From the training plan: an estimate, VAT that is got back left out.',
    }
    needs.addCost(db, input, { kind: 'estimated', movedOn: hand.today, reference: null })
  })
}

function coverMinutes(
  db: ReadDb,
  line: PlanLineRow,
  costs: readonly PlanLineCostRow[],
  codes: FinanceCodes,
): number[] {
  const isCover = (code: string) => codes.kinds.some((kind) => kind.code === code && kind.isCover)
  const weights = costs.map(({ kind_code, amount_pence }) => (isCover(kind_code) ? amount_pence || 1 : 0))
  if (weights.every((weight) => weight === 0)) return costs.map(() => 0)
  const school = db.first(sql.selectFrom('school').select('school_day_minutes'))
  const minutes = Math.round((line.cover_quarter_days * (school?.school_day_minutes ?? 390)) / 4)
  return allocatePence(pence(minutes), weights)
}

function namedIn(db: ReadDb, lineId: string): string[] {
  const rows = sql.selectFrom('plan_line_person').select('person_id').where('plan_line_id', '=', lineId)
  return db.all(rows).map((row) => row.person_id)
}

/** The needs of a line that are still open; those that were met or withdrawn meanwhile are left as they are. */
function openNeedsOf(db: ReadDb, lineId: string): string[] {
  const rows = sql
    .selectFrom('plan_line_need as l')
    .innerJoin('need as n', 'n.id', 'l.need_id')
    .select(['n.id', 'n.state'])
    .where('l.plan_line_id', '=', lineId)
  return db
    .all(rows)
    .filter(({ state }) => isOpen(state))
    .map(({ id }) => id)
}

function titleOf(db: ReadDb, eventId: string): string {
  const row = sql
    .selectFrom('event as e')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .select(eventTitle().as('title'))
    .where('e.id', '=', eventId)
  return db.first(row)?.title ?? ''
}
