import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { RequestInput } from '../../../shared/features/requests/model'
import { stepsFor } from '../../../shared/features/requests/rules'
import { isVatUsuallyRecoverable } from '../../../shared/features/costs/rules'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { whoOnDay } from '../../db/staff-on-day'
import { askThoseWhoAgreed, changedWords, weightyOf } from './ask-again'
import { note, refuseDecided, type Hand } from './history'
import { costOfRows, costRows, requestRow } from './repository'
import { addSteps, leaveOpenSteps, routeOrUsual } from './steps'

function columnsOf(input: RequestInput) {
  return {
    person_id: input.personId,
    received_on: input.receivedOn,
    title: input.title,
    asked_event_id: input.eventId,
    type_code: input.typeCode,
    provider_name: input.providerName,
    wanted_on: input.wantedOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    duration_minutes: input.durationMinutes,
    reason: input.reason,
    expected_change: input.expectedChange,
    pupil_benefit: input.pupilBenefit,
    how_measured: input.howMeasured,
    measure_on: input.measureOn,
    sharing: input.sharing,
    cover_quarter_days: input.coverQuarterDays,
    cover_arranged: input.coverArranged,
    priority_id: input.priorityId,
    need_id: input.needId,
    opportunity_id: input.opportunityId,
    features_json: JSON.stringify(input.features),
  }
}

export interface SaveNeeds extends Hand {
  readonly codes: FinanceCodes
}

/**
 * Takes a request in, with the steps of the school's route, or changes one that is not decided yet. One that was sent
 * back waits again; where who asks, money or days change after somebody agreed, those who agreed are asked again. Throws Refusals
 * `record.missing`, `request.not-open`, `request.same-event`, `input.invalid`, `day.order`.
 */
export function saveRequest(db: WriteDb, input: RequestInput, needs: SaveNeeds): string {
  check(db, input, needs)
  if (input.id !== null) return changeRequest(db, input.id, input, needs)
  const id = newId()
  const last = db.first(sql.selectFrom('request').select((eb) => eb.fn.max('number').as('n')))?.n ?? 0
  db.runOne(
    sql.insertInto('request').values({
      ...columnsOf(input),
      id,
      number: (last ?? 0) + 1,
      state: 'waiting',
      decided_on: null,
      booking_id: null,
    }),
  )
  setCosts(db, id, input)
  addSteps(db, id, stepsFor(routeOrUsual(db), costOfRows(costRows(db, [id]))), input.personId)
  note(db, id, { kind: 'asked', happened_on: input.receivedOn, person_id: input.personId })
  return id
}

function check(db: ReadDb, input: RequestInput, { codes, today }: SaveNeeds): void {
  const refuse = (code: 'input.invalid' | 'day.order' | 'request.ahead', path: string) => {
    throw new Refusal(code, undefined, [{ path, code }])
  }
  if (!whoOnDay(db, input.personId, input.receivedOn)) throw new Refusal('record.missing')
  if (input.receivedOn > today) refuse('request.ahead', 'receivedOn')
  if (input.measureOn !== null && input.wantedOn !== null && input.measureOn < input.wantedOn)
    refuse('day.order', 'measureOn')
  input.costs.forEach((cost, index) => {
    const kind = codes.kinds.find(({ code }) => code === cost.kindCode)
    if (!kind || kind.code === 'income') refuse('input.invalid', `costs.${index}.kindCode`)
  })
  if (input.eventId !== null) refuseSecondPlace(db, input)
}

/** Nobody asks for a place that they have. */
function refuseSecondPlace(db: ReadDb, { eventId, personId, receivedOn }: RequestInput): void {
  if (eventId === null) return
  const event = db.first(sql.selectFrom('event').select('id').where('id', '=', eventId))
  if (!event) throw new Refusal('record.missing')
  const place = sql.selectFrom('booking').select('id').where('event_id', '=', eventId)
  if (db.first(place.where('person_id', '=', personId).where('state', '<>', 'cancelled')))
    throw new Refusal('request.same-event', { name: whoOnDay(db, personId, receivedOn)?.name ?? '' }, [
      { path: 'eventId', code: 'request.same-event' },
    ])
}

function setCosts(db: WriteDb, requestId: string, { costs }: RequestInput): void {
  const kinds = new Map(db.all(sql.selectFrom('fund').select(['id', 'kind'])).map((fund) => [fund.id, fund.kind]))
  db.run(sql.deleteFrom('request_cost').where('request_id', '=', requestId))
  costs.forEach((cost, position) => {
    const kind = cost.fundId === null ? undefined : kinds.get(cost.fundId)
    if (cost.fundId !== null && kind === undefined) throw new Refusal('record.missing')
    db.runOne(
      sql.insertInto('request_cost').values({
        id: newId(),
        request_id: requestId,
        position,
        kind_code: cost.kindCode,
        description: cost.description,
        net_pence: cost.netPence,
        vat_pence: cost.vatPence,
        is_vat_recoverable: isVatUsuallyRecoverable(kind === undefined ? [] : [kind]) ? 1 : 0,
        fund_id: cost.fundId,
      }),
    )
  })
}

function changeRequest(db: WriteDb, id: string, input: RequestInput, needs: SaveNeeds): string {
  const row = requestRow(db, id)
  refuseDecided(row)
  const before = weightyOf(db, id)
  db.runOne(sql.updateTable('request').set(columnsOf(input)).where('id', '=', id))
  setCosts(db, id, input)
  const changed = changedWords(before, weightyOf(db, id))
  const hadAgreed = changed !== '' && askThoseWhoAgreed(db, id, before)
  if (row.state === 'returned' || hadAgreed) {
    db.runOne(sql.updateTable('request').set({ state: 'waiting' }).where('id', '=', id))
    const person_id = needs.actingPersonId ?? input.personId
    note(db, id, {
      kind: 'asked-again',
      happened_on: needs.today,
      person_id,
      words: changed === '' ? null : changed,
    })
  }
  return id
}

/** Somebody takes their request back. Throws Refusals `record.missing`, `request.not-open`. */
export function withdrawRequest(
  db: WriteDb,
  { id, reason }: { readonly id: string; readonly reason: string },
  { today, actingPersonId }: Hand,
): void {
  const row = requestRow(db, id)
  if (row.state !== 'approved') refuseDecided(row)
  db.runOne(sql.updateTable('request').set({ state: 'withdrawn', decided_on: today }).where('id', '=', id))
  leaveOpenSteps(db, id)
  note(db, id, { kind: 'withdrawn', happened_on: today, person_id: actingPersonId ?? row.person_id, words: reason })
}

/**
 * Another fund pays than was wished for. Where VAT does not come back from it, so that the school pays more than
 * somebody agreed to, they are asked again; less than that asks nobody. Returns whether they are asked again. Throws
 * Refusals `record.missing`, `request.not-open`.
 */
export function changeFund(
  db: WriteDb,
  { id, fundId, reason }: { readonly id: string; readonly fundId: string; readonly reason: string | null },
  { today, actingPersonId }: Hand,
): boolean {
  const row = requestRow(db, id)
  if (row.state !== 'approved') refuseDecided(row)
  const before = weightyOf(db, id)
  const fund = db.first(sql.selectFrom('fund').select(['name', 'kind']).where('id', '=', fundId))
  if (!fund) throw new Refusal('record.missing')
  db.run(
    sql
      .updateTable('request_cost')
      .set({ fund_id: fundId, is_vat_recoverable: isVatUsuallyRecoverable([fund.kind]) ? 1 : 0 })
      .where('request_id', '=', id),
  )
  const about = { happened_on: today, person_id: actingPersonId ?? null }
  const to = reason === null ? `To ${fund.name}` : `To ${fund.name}: ${reason}`
  note(db, id, { kind: 'fund-changed', ...about, words: to })
  const after = weightyOf(db, id)
  const isAskedAgain = after.costPence > before.costPence && askThoseWhoAgreed(db, id, before)
  if (isAskedAgain) note(db, id, { kind: 'asked-again', ...about, words: changedWords(before, after) })
  return isAskedAgain
}
