import { sql as raw } from 'kysely'
import type { EventShare, Partner, PartnerInput, ShareInput } from '../../../shared/features/opportunities/partners'
import { pence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { divideAgain, divideAmongOthers, isMoved, shareRows, type MoneyPort } from './division'

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

/** A share that was kept or taken away. */
export interface SharedAnew {
  readonly id: string
  /** The school for whose money the cost was not divided anew: it was corrected, invoiced or paid. */
  readonly undividedFor: string | null
}

/**
 * Keeps a share of an event. Where its cost was divided, it is divided anew with the change; a school that joins when
 * something has been corrected, invoiced or paid gets no money. Throws Refusals `partner.shares-already`,
 * `partner.line-moved`, `partner.line-corrected`, `record.missing`.
 */
export function saveShare(db: WriteDb, input: ShareInput, money: MoneyPort): SharedAnew {
  const { eventId, partnerId, places, direction, note } = input
  for (const [table, id] of [['event', eventId] as const, ['partner_school', partnerId] as const])
    if (!db.first(sql.selectFrom(table).select('id').where('id', '=', id))) throw new Refusal('record.missing')
  const there = shareRows(db, eventId)
  const other = there.find((row) => row.partner_id === partnerId)
  if (other && other.id !== input.id)
    throw new Refusal('partner.shares-already', undefined, [{ path: 'partnerId', code: 'partner.shares-already' }])
  const columns = { partner_id: partnerId, places, direction, note }
  if (input.id !== null) {
    const { id } = input
    const before = there.find((row) => row.id === id)
    db.runOne(sql.updateTable('event_share').set(columns).where('id', '=', id).where('event_id', '=', eventId))
    const passedOn = before?.partner_id === partnerId ? undefined : id
    const isOfMoney = passedOn !== undefined || before?.places !== places || before.direction !== direction
    if (isOfMoney) divideAgain(db, eventId, { money, passedOn })
    return { id, undividedFor: null }
  }
  const id = newId()
  db.runOne(
    sql
      .insertInto('event_share')
      .values({ id, event_id: eventId, ...columns, cost_line_id: null, divided_pence: null }),
  )
  return { id, undividedFor: divideAmongOthers(db, eventId, money) }
}

/**
 * Takes a share away with its line of money, and divides the cost anew among the others where nothing of it has been
 * corrected, invoiced or paid. Throws Refusals `partner.line-moved`, `record.missing`.
 */
export function removeShare(db: WriteDb, id: string, money: MoneyPort): SharedAnew {
  const row = db.first(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .select(['s.cost_line_id', 's.event_id', 'p.name'])
      .where('s.id', '=', id),
  )
  if (!row) throw new Refusal('record.missing')
  if (row.cost_line_id !== null && isMoved(db, row.cost_line_id))
    throw new Refusal('partner.line-moved', { name: row.name })
  db.runOne(sql.deleteFrom('event_share').where('id', '=', id))
  if (row.cost_line_id !== null) money.removeCost(db, row.cost_line_id)
  return { id, undividedFor: divideAmongOthers(db, row.event_id, money) }
}
