import { sql as raw } from 'kysely'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import type { CostInput, MovementInput, NetAndVat } from '../../../shared/features/costs/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personNameSql } from '../../db/person-names'
import type { CostLineRow, CostMovementRow } from '../../db/schema'

const NAME = raw.raw(personNameSql('p'))

function lineValues(input: CostInput): Omit<CostLineRow, 'id' | 'request_id' | 'given_up_on'> {
  return {
    event_id: input.eventId,
    booking_id: input.bookingId,
    kind_code: input.kindCode,
    description: input.description,
    expected_on: input.expectedOn,
    net_pence: input.netPence,
    vat_pence: input.vatPence,
    is_vat_recoverable: input.isVatRecoverable ? 1 : 0,
    finance_code: input.financeCode,
    local_code: input.localCode,
    supplier: input.supplier,
    order_number: input.orderNumber,
    covered_minutes: input.coveredMinutes,
    share_basis: input.shareBasis,
    note: input.note,
  }
}

/** One cost line as it is kept. */
export function costLine(db: ReadDb, id: string): CostLineRow | undefined {
  return db.first(sql.selectFrom('cost_line').selectAll().where('id', '=', id))
}

/** Inserts a cost line with its split over funds and people. Returns its key. */
export function insertCost(db: WriteDb, input: CostInput): string {
  const id = newId()
  db.runOne(
    sql.insertInto('cost_line').values({ id, ...lineValues(input), ...requestOfPlace(db, input.bookingId) }),
  )
  setFunds(db, id, input.funds)
  setShares(db, id, input.shares)
  return id
}

/** Changes a cost line and its splits. Throws Refusal `record.missing`. */
export function updateCost(db: WriteDb, id: string, input: CostInput): void {
  const isOfAnother = costLine(db, id)?.booking_id !== input.bookingId
  const values = { ...lineValues(input), ...(isOfAnother && requestOfPlace(db, input.bookingId)) }
  db.runOne(sql.updateTable('cost_line').set(values).where('id', '=', id))
  setFunds(db, id, input.funds)
  setShares(db, id, input.shares)
}

/**
 * The request that a cost of a place is for: the one that has the place; where nobody has it, the last that gave it
 * back. What comes after that, such as the bill for late notice, is nothing to order.
 */
function requestOfPlace(db: ReadDb, bookingId: string | null): Pick<CostLineRow, 'request_id' | 'given_up_on'> {
  const request =
    bookingId === null
      ? undefined
      : db.first(
          sql
            .selectFrom('request as r')
            .innerJoin('booking as k', 'k.id', 'r.booking_id')
            .select(['r.id', 'r.given_back_on'])
            .where('k.id', '=', bookingId)
            .where((eb) => eb.or([eb('r.given_back_on', 'is', null), eb('k.state', '=', 'cancelled')]))
            .orderBy((eb) => eb('r.given_back_on', 'is', null), 'desc')
            .orderBy('r.given_back_on', 'desc')
            .orderBy('r.number', 'desc')
            .limit(1),
        )
  return { request_id: request?.id ?? null, given_up_on: request?.given_back_on ?? null }
}

/** Net and VAT of a cost; what happened to it stays as it is. */
export function setCostAmounts(db: WriteDb, id: string, { netPence, vatPence }: NetAndVat): void {
  db.runOne(sql.updateTable('cost_line').set({ net_pence: netPence, vat_pence: vatPence }).where('id', '=', id))
}

/** Deletes a cost line with everything that hangs on it. Ledger lines must have been let go before. */
export function deleteCost(db: WriteDb, id: string): void {
  db.run(sql.deleteFrom('cost_fund').where('cost_line_id', '=', id))
  db.run(sql.deleteFrom('cost_share').where('cost_line_id', '=', id))
  db.run(sql.deleteFrom('cost_movement').where('cost_line_id', '=', id))
  db.runOne(sql.deleteFrom('cost_line').where('id', '=', id))
}

/** Brings the split over funds to what is asked, touching only the rows that differ, so that the log says what changed. */
function setFunds(db: WriteDb, id: string, wanted: CostInput['funds']): void {
  const have = fundsOf(db, [id])
  for (const row of have) {
    const kept = wanted.find((fund) => fund.fundId === row.fund_id)
    if (!kept) db.runOne(sql.deleteFrom('cost_fund').where('id', '=', row.id))
    else if (kept.weight !== row.weight)
      db.runOne(sql.updateTable('cost_fund').set({ weight: kept.weight }).where('id', '=', row.id))
  }
  for (const { fundId, weight } of wanted) {
    if (have.some((row) => row.fund_id === fundId)) continue
    db.runOne(sql.insertInto('cost_fund').values({ id: newId(), cost_line_id: id, fund_id: fundId, weight }))
  }
}

function setShares(db: WriteDb, id: string, wanted: CostInput['shares']): void {
  const have = sharesOf(db, id)
  for (const row of have) {
    const kept = wanted.find((share) => share.bookingId === row.booking_id)
    if (!kept) db.runOne(sql.deleteFrom('cost_share').where('id', '=', row.id))
    else if (kept.weight !== row.weight)
      db.runOne(sql.updateTable('cost_share').set({ weight: kept.weight }).where('id', '=', row.id))
  }
  for (const { bookingId, weight } of wanted) {
    if (have.some((row) => row.booking_id === bookingId)) continue
    db.runOne(sql.insertInto('cost_share').values({ id: newId(), cost_line_id: id, booking_id: bookingId, weight }))
  }
}

/** The funds of some cost lines, with their names, in the order of the funds. */
export function fundsOf(db: ReadDb, costLineIds: readonly string[]) {
  const asked = raw<{ value: string }>`json_each(${JSON.stringify(costLineIds)})`.as('asked')
  return db.all(
    sql
      .selectFrom('cost_fund as f')
      .innerJoin(asked, 'asked.value', 'f.cost_line_id')
      .innerJoin('fund', 'fund.id', 'f.fund_id')
      .select(['f.id', 'f.cost_line_id', 'f.fund_id', 'f.weight', 'fund.name', 'fund.is_external'])
      .orderBy('fund.sort_order')
      .orderBy('fund.name'),
  )
}

/** Who carries a cost that is shared by name. */
export function sharesOf(db: ReadDb, costLineId: string) {
  return db.all(
    sql.selectFrom('cost_share').selectAll().where('cost_line_id', '=', costLineId).orderBy('booking_id'),
  )
}

/** What happened to a cost, oldest first. */
export function movementsOf(db: ReadDb, costLineId: string): CostMovementRow[] {
  return db.all(
    sql
      .selectFrom('cost_movement')
      .selectAll()
      .where('cost_line_id', '=', costLineId)
      .orderBy('moved_on')
      .orderBy('id'),
  )
}

/** One movement. */
export function movement(db: ReadDb, id: string): CostMovementRow | undefined {
  return db.first(sql.selectFrom('cost_movement').selectAll().where('id', '=', id))
}

/** Adds a movement. Returns its key. */
export function insertMovement(db: WriteDb, costLineId: string, input: MovementInput): string {
  const id = newId()
  db.runOne(
    sql.insertInto('cost_movement').values({
      id,
      cost_line_id: costLineId,
      kind: input.kind,
      moved_on: input.movedOn,
      net_pence: input.netPence,
      vat_pence: input.vatPence,
      reference: input.reference,
    }),
  )
  return id
}

/** Changes a movement of a cost. Throws Refusal `record.missing`. */
export function updateMovement(db: WriteDb, costLineId: string, id: string, input: MovementInput): void {
  db.runOne(
    sql
      .updateTable('cost_movement')
      .set({
        kind: input.kind,
        moved_on: input.movedOn,
        net_pence: input.netPence,
        vat_pence: input.vatPence,
        reference: input.reference,
      })
      .where('id', '=', id)
      .where('cost_line_id', '=', costLineId),
  )
}

export function deleteMovement(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('cost_movement').where('id', '=', id))
}

/** State and amounts of one cost, from db/views.ts. */
export function stateOf(db: ReadDb, costLineId: string) {
  return db.first(sql.selectFrom('cost_line_state').selectAll().where('cost_line_id', '=', costLineId))
}

/** Each person's part of a cost, paid and promised together, in the order of names. */
export function peopleOf(db: ReadDb, costLineId: string): { bookingId: string; name: string; pence: number }[] {
  return db.all(
    sql
      .selectFrom('spend_by_person as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .select((eb) => [
        eb.ref('s.booking_id').$notNull().as('bookingId'),
        raw<string>`${NAME}`.as('name'),
        eb.fn.sum<number>('s.pence').as('pence'),
      ])
      .where('s.cost_line_id', '=', costLineId)
      .where('s.booking_id', 'is not', null)
      .groupBy('s.booking_id')
      .orderBy('p.surname')
      .orderBy('p.forename')
      .orderBy('s.booking_id'),
  )
}

/** Title of an event and of its activity, and the name of a booking's person. */
export function belongingOf(db: ReadDb, line: Pick<CostLineRow, 'event_id' | 'booking_id'>) {
  const event = line.event_id
    ? db.first(
        sql
          .selectFrom('event as e')
          .innerJoin('activity as a', 'a.id', 'e.activity_id')
          .select(['a.title as activity_title', 'e.title as event_title'])
          .where('e.id', '=', line.event_id),
      )
    : undefined
  const person = line.booking_id
    ? db.first(
        sql
          .selectFrom('booking as b')
          .innerJoin('person as p', 'p.id', 'b.person_id')
          .select(raw<string>`${NAME}`.as('name'))
          .where('b.id', '=', line.booking_id),
      )
    : undefined
  return {
    eventTitle: event ? fullEventTitle(event.activity_title, event.event_title) : null,
    personName: person?.name ?? null,
  }
}

/** The event a booking is on. */
export function eventOfBooking(db: ReadDb, bookingId: string): string | undefined {
  return db.first(sql.selectFrom('booking').select('event_id').where('id', '=', bookingId))?.event_id
}

/** Ledger lines that stand behind a cost. */
export function ledgerLinesOf(db: ReadDb, costLineId: string) {
  return db.all(
    sql
      .selectFrom('ledger_line')
      .select(['id', 'document_number', 'posted_on', 'gross_pence', 'movement_id'])
      .where('cost_line_id', '=', costLineId)
      .orderBy('posted_on')
      .orderBy('id'),
  )
}
