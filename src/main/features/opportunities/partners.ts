import { sql as raw } from 'kysely'
import type { CostInput, CostStart } from '../../../shared/features/costs/model'
import {
  partsByPlaces,
  type EventShare,
  type Partner,
  type PartnerInput,
  type ShareInput,
} from '../../../shared/features/opportunities/partners'
import type { Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** The money feature's ways, handed in: only it writes lines of money. */
export interface MoneyPort {
  addCost(db: WriteDb, input: CostInput, start: CostStart): string
  removeCost(db: WriteDb, id: string): void
}

/** Partner schools by name, with how many events each shares. */
export function listPartners(db: ReadDb, includeArchived: boolean): Partner[] {
  let query = sql
    .selectFrom('partner_school as p')
    .selectAll('p')
    .select((eb) =>
      eb
        .selectFrom('event_share as s')
        .select((b) => b.fn.countAll<number>().as('v'))
        .whereRef('s.partner_id', '=', 'p.id')
        .as('events'),
    )
    .orderBy('p.name')
  if (!includeArchived) query = query.where('p.is_archived', '=', 0)
  return db.all(query).map((row) => ({
    id: row.id,
    name: row.name,
    urn: row.urn,
    contact: row.contact,
    workEmail: row.work_email,
    note: row.note,
    isArchived: row.is_archived === 1,
    events: row.events ?? 0,
  }))
}

/** Keeps a partner school. Throws Refusals `partner.name-taken`, `record.missing`. */
export function savePartner(db: WriteDb, input: PartnerInput): string {
  const other = db.first(sql.selectFrom('partner_school').select('id').where('name', '=', input.name))
  if (other && other.id !== input.id)
    throw new Refusal('partner.name-taken', undefined, [{ path: 'name', code: 'partner.name-taken' }])
  const { name, urn, contact, workEmail, note } = input
  const columns = { name, urn, contact, work_email: workEmail, note }
  if (input.id !== null) {
    db.runOne(sql.updateTable('partner_school').set(columns).where('id', '=', input.id))
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('partner_school').values({ id, ...columns, is_archived: 0 }))
  return id
}

export function archivePartner(db: WriteDb, id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable('partner_school')
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}

function shareRows(db: ReadDb, eventId: string) {
  return db.all(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .leftJoin('cost_line as l', 'l.id', 's.cost_line_id')
      .selectAll('s')
      .select(['p.name', 'l.net_pence'])
      .where('s.event_id', '=', eventId)
      .orderBy('p.name')
      .orderBy('s.id'),
  )
}

/** Who shares an event, how many of ours are booked, and what it costs so far (net, income and our own parts left aside). */
export function sharesOf(db: ReadDb, eventId: string): { booked: number; costPence: Pence; shares: EventShare[] } {
  const booked = db.first(
    sql
      .selectFrom('booking')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('event_id', '=', eventId)
      .where('state', '=', 'booked'),
  )
  const cost = db.first(
    statement(raw<{ net: number }>`
      select coalesce(sum(l.net_pence), 0) as net from cost_line l
      where l.event_id = ${eventId} and l.kind_code <> 'income'
        and l.id not in (select cost_line_id from event_share where cost_line_id is not null)`),
  )
  return {
    booked: booked?.n ?? 0,
    costPence: pence(cost?.net ?? 0),
    shares: shareRows(db, eventId).map((row) => ({
      id: row.id,
      partnerId: row.partner_id,
      partnerName: row.name,
      places: row.places,
      direction: row.direction,
      note: row.note,
      costLineId: row.cost_line_id,
      netPence: row.net_pence,
    })),
  }
}

/**
 * Keeps a share of an event. Where its cost was divided, it is divided anew with the change; a school that joins when
 * something has been invoiced or paid gets no money. Throws Refusals `partner.shares-already`, `partner.line-moved`,
 * `record.missing`.
 */
export function saveShare(db: WriteDb, input: ShareInput, money: MoneyPort): string {
  const { eventId, partnerId, places, direction, note } = input
  for (const [table, id] of [['event', eventId] as const, ['partner_school', partnerId] as const])
    if (!db.first(sql.selectFrom(table).select('id').where('id', '=', id))) throw new Refusal('record.missing')
  const other = shareRows(db, eventId).find((row) => row.partner_id === partnerId)
  if (other && other.id !== input.id)
    throw new Refusal('partner.shares-already', undefined, [{ path: 'partnerId', code: 'partner.shares-already' }])
  const columns = { partner_id: partnerId, places, direction, note }
  if (input.id !== null) {
    const before = shareRows(db, eventId).find(({ id }) => id === input.id)
    db.runOne(
      sql.updateTable('event_share').set(columns).where('id', '=', input.id).where('event_id', '=', eventId),
    )
    const isOfMoney = before?.places !== places || before.direction !== direction || before.partner_id !== partnerId
    if (isOfMoney) divideAgain(db, eventId, money)
    return input.id
  }
  const id = newId()
  db.runOne(sql.insertInto('event_share').values({ id, event_id: eventId, ...columns, cost_line_id: null }))
  if (movedShare(db, eventId) === undefined) divideAgain(db, eventId, money)
  return id
}

/** The school to whose line of money something has happened beyond being guessed. */
function movedShare(db: ReadDb, eventId: string): { readonly name: string } | undefined {
  return db.first(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .innerJoin('cost_movement as m', 'm.cost_line_id', 's.cost_line_id')
      .select('p.name')
      .where('s.event_id', '=', eventId)
      .where('m.kind', '<>', 'estimated')
      .orderBy('p.name'),
  )
}

/** Refuses where something has happened to a line beyond being guessed. */
function assertOnlyEstimated(db: ReadDb, costLineId: string, name: string): void {
  const moved = db.first(
    sql
      .selectFrom('cost_movement')
      .select('id')
      .where('cost_line_id', '=', costLineId)
      .where('kind', '<>', 'estimated'),
  )
  if (moved) throw new Refusal('partner.line-moved', { name })
}

/**
 * Takes a share away with its line of money, and divides the cost anew among the others where nothing of it has been
 * invoiced or paid. Throws Refusals `partner.line-moved`, `record.missing`.
 */
export function removeShare(db: WriteDb, id: string, money: MoneyPort): void {
  const row = db.first(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .select(['s.cost_line_id', 's.event_id', 'p.name'])
      .where('s.id', '=', id),
  )
  if (!row) throw new Refusal('record.missing')
  if (row.cost_line_id !== null) assertOnlyEstimated(db, row.cost_line_id, row.name)
  db.runOne(sql.deleteFrom('event_share').where('id', '=', id))
  if (row.cost_line_id !== null) money.removeCost(db, row.cost_line_id)
  if (movedShare(db, row.event_id) === undefined) divideAgain(db, row.event_id, money)
}

export interface DivideAsked {
  readonly eventId: string
  readonly totalPence: Pence
  readonly ourPlaces: number
  readonly expectedOn: Day
}

/**
 * Divides what an event costs by places, to the penny. A school that pays us becomes a line of expected income; where we
 * pay, our part becomes one expected cost. What was divided before is reckoned anew. Throws Refusals
 * `partner.no-share`, `partner.line-moved`.
 */
export function divideCost(db: WriteDb, asked: DivideAsked, money: MoneyPort): { oursPence: Pence; lines: number } {
  if (shareRows(db, asked.eventId).length === 0) throw new Refusal('partner.no-share')
  db.run(sql.deleteFrom('event_division').where('event_id', '=', asked.eventId))
  db.runOne(
    sql.insertInto('event_division').values({
      id: newId(),
      event_id: asked.eventId,
      total_pence: asked.totalPence,
      our_places: asked.ourPlaces,
      expected_on: asked.expectedOn,
    }),
  )
  return divide(db, asked, money)
}

/** Divides the cost as it was divided before, among those who share it now; nothing where it never was. */
function divideAgain(db: WriteDb, eventId: string, money: MoneyPort): void {
  const kept = db.first(sql.selectFrom('event_division').selectAll().where('event_id', '=', eventId))
  if (kept === undefined) return
  if (shareRows(db, eventId).length === 0)
    return db.runOne(sql.deleteFrom('event_division').where('id', '=', kept.id))
  const { total_pence: totalPence, our_places: ourPlaces, expected_on: expectedOn } = kept
  divide(db, { eventId, totalPence, ourPlaces, expectedOn }, money)
}

function divide(db: WriteDb, asked: DivideAsked, money: MoneyPort): { oursPence: Pence; lines: number } {
  const shares = shareRows(db, asked.eventId)
  for (const { cost_line_id, name } of shares)
    if (cost_line_id !== null) assertOnlyEstimated(db, cost_line_id, name)
  const title = titleOf(db, asked.eventId)
  const { ours, theirs } = partsByPlaces(asked.totalPence, asked.ourPlaces, shares)
  // Where another school runs it, whoever has the most places of those whom we pay gets our part.
  const host = [...shares].filter(({ direction }) => direction === 'we-pay').sort((a, b) => b.places - a.places)[0]
  let lines = 0
  for (const [index, share] of shares.entries()) {
    setLine(db, share.id, null)
    if (share.cost_line_id !== null) money.removeCost(db, share.cost_line_id)
    const theyPay = share.direction === 'they-pay'
    const amount = theyPay ? (theirs[index] ?? pence(0)) : share.id === host?.id ? ours : pence(0)
    if (amount === 0) continue
    const line = costInput(asked, { amount, theyPay, title, name: share.name })
    setLine(
      db,
      share.id,
      money.addCost(db, line, { kind: 'estimated', movedOn: asked.expectedOn, reference: null }),
    )
    lines += 1
  }
  return { oursPence: ours, lines }
}

function setLine(db: WriteDb, shareId: string, cost_line_id: string | null): void {
  db.runOne(sql.updateTable('event_share').set({ cost_line_id }).where('id', '=', shareId))
}

function costInput(
  { eventId, expectedOn }: DivideAsked,
  part: { readonly amount: Pence; readonly theyPay: boolean; readonly title: string; readonly name: string },
): CostInput {
  const { amount, theyPay, title, name } = part
  return {
    eventId,
    bookingId: null,
    kindCode: theyPay ? 'income' : 'fee',
    description: `${theyPay ? `Share of ${name}` : `Our share, to ${name}`}: ${title}`.slice(0, 300),
    expectedOn,
    netPence: amount,
    vatPence: pence(0),
    isVatRecoverable: true,
    financeCode: null,
    localCode: null,
    supplier: name,
    orderNumber: null,
    coveredMinutes: 0,
    shareBasis: 'none',
    shares: [],
    funds: [],
    note: null,
  }
}

function titleOf(db: ReadDb, eventId: string): string {
  const row = db.first(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .select(eventTitle().as('title'))
      .where('e.id', '=', eventId),
  )
  if (!row) throw new Refusal('record.missing')
  return row.title
}
