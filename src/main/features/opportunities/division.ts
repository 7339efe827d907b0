import type { CostInput, CostStart } from '../../../shared/features/costs/model'
import { partsByPlaces } from '../../../shared/features/opportunities/partners'
import type { Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { eventTitle } from '../../db/event-titles'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'

/** The money feature's ways, handed in: only it writes lines of money. */
export interface MoneyPort {
  addCost(db: WriteDb, input: CostInput, start: CostStart): string
  /** Changes the amount of a cost that is only estimated; its funds, codes, VAT and notes stay. */
  reviseEstimate(
    db: WriteDb,
    id: string,
    revision: {
      readonly netPence: Pence
      readonly expectedOn?: Day
      readonly about?: Pick<CostInput, 'kindCode' | 'description' | 'supplier'>
    },
  ): void
  removeCost(db: WriteDb, id: string): void
}

export interface DivideAsked {
  readonly eventId: string
  readonly totalPence: Pence
  readonly ourPlaces: number
  readonly expectedOn: Day
}

/** The shares of an event with their schools and lines of money, by name. */
export function shareRows(db: ReadDb, eventId: string) {
  return db.all(
    sql
      .selectFrom('event_share as s')
      .innerJoin('partner_school as p', 'p.id', 's.partner_id')
      .leftJoin('cost_line as l', 'l.id', 's.cost_line_id')
      .selectAll('s')
      .select(['p.name', 'l.net_pence', 'l.kind_code'])
      .where('s.event_id', '=', eventId)
      .orderBy('p.name')
      .orderBy('s.id'),
  )
}
type ShareOfEvent = ReturnType<typeof shareRows>[number]

/** True where something has happened to a line beyond being guessed. */
export function isMoved(db: ReadDb, costLineId: string): boolean {
  const moved = sql.selectFrom('cost_movement').select('id').where('cost_line_id', '=', costLineId)
  return db.first(moved.where('kind', '<>', 'estimated')) !== undefined
}

/** True where somebody has written another amount since the line was reckoned. */
function isCorrected(db: ReadDb, { cost_line_id, net_pence, divided_pence }: ShareOfEvent): boolean {
  if (cost_line_id === null) return false
  const guessed = sql.selectFrom('cost_movement').select('id').where('cost_line_id', '=', cost_line_id)
  const other = guessed.where('kind', '=', 'estimated').where('net_pence', '<>', pence(divided_pence ?? 0))
  return net_pence !== divided_pence || db.first(other) !== undefined
}

/** The school whose line of money was invoiced or paid, or corrected by hand: what is divided stays as it is for it. */
function settledSchool(db: ReadDb, eventId: string): string | undefined {
  return shareRows(db, eventId).find(
    (share) => share.cost_line_id !== null && (isMoved(db, share.cost_line_id) || isCorrected(db, share)),
  )?.name
}

/**
 * Divides what an event costs by places, to the penny. A school that pays us becomes a line of expected income; where we
 * pay, our part becomes one expected cost. Of what was divided before, every amount and day is reckoned anew, and all else
 * stays. Throws Refusals `partner.no-share`, `partner.line-moved`.
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
  return divide(db, asked, { money, isAgain: false })
}

interface Again {
  readonly money: MoneyPort
  /** The share that is another school's from now on. */
  readonly passedOn?: string | undefined
}

/**
 * Divides the cost as it was divided before, among those who share it now; nothing where it never was. Throws Refusals
 * `partner.line-moved`, `partner.line-corrected`.
 */
export function divideAgain(db: WriteDb, eventId: string, { money, passedOn }: Again): void {
  const kept = db.first(sql.selectFrom('event_division').selectAll().where('event_id', '=', eventId))
  if (kept === undefined) return
  if (shareRows(db, eventId).length === 0)
    return db.runOne(sql.deleteFrom('event_division').where('id', '=', kept.id))
  const { total_pence: totalPence, our_places: ourPlaces, expected_on: expectedOn } = kept
  divide(db, { eventId, totalPence, ourPlaces, expectedOn }, { money, isAgain: true, passedOn })
}

/**
 * Divides the cost again after a school has joined or left, unless something of it is settled: returns the school whose
 * money it is then, null otherwise.
 */
export function divideAmongOthers(db: WriteDb, eventId: string, money: MoneyPort): string | null {
  const settled = settledSchool(db, eventId)
  if (settled === undefined) {
    divideAgain(db, eventId, { money })
    return null
  }
  const division = sql.selectFrom('event_division').select('id').where('event_id', '=', eventId)
  return db.first(division) === undefined ? null : settled
}

interface Division extends Again {
  /** What somebody corrected since stands in the way; otherwise it was asked for, and that is reckoned anew as well. */
  readonly isAgain: boolean
}

function divide(db: WriteDb, asked: DivideAsked, how: Division): { oursPence: Pence; lines: number } {
  const shares = shareRows(db, asked.eventId)
  for (const share of shares) {
    if (share.cost_line_id !== null && isMoved(db, share.cost_line_id))
      throw new Refusal('partner.line-moved', { name: share.name })
    if (how.isAgain && isCorrected(db, share)) throw new Refusal('partner.line-corrected', { name: share.name })
  }
  const { ours, theirs } = partsByPlaces(asked.totalPence, asked.ourPlaces, shares)
  // Where another school runs it, whoever has the most places of those whom we pay gets our part.
  const host = [...shares].filter(({ direction }) => direction === 'we-pay').sort((a, b) => b.places - a.places)[0]
  const taker = host !== undefined && ours > 0 ? passOurLine(db, shares, { host, money: how.money }) : undefined
  const title = titleOf(db, asked.eventId)
  let lines = 0
  for (const [index, share] of shareRows(db, asked.eventId).entries()) {
    const theyPay = share.direction === 'they-pay'
    const amount = theyPay ? (theirs[index] ?? pence(0)) : share.id === host?.id ? ours : pence(0)
    const isPassedOn = share.id === taker || share.id === how.passedOn
    writePart(db, { asked, share, amount, title, isPassedOn }, how)
    if (amount > 0) lines += 1
  }
  return { oursPence: ours, lines }
}

/** Our part goes with its line to whoever runs the event now; returns the share that got it. */
function passOurLine(
  db: WriteDb,
  shares: readonly ShareOfEvent[],
  { host, money }: { readonly host: ShareOfEvent; readonly money: MoneyPort },
): string | undefined {
  const isOurs = (share: ShareOfEvent) => share.cost_line_id !== null && share.kind_code !== 'income'
  const from = shares.find((share) => share.id !== host.id && isOurs(share))
  if (from === undefined || isOurs(host)) return undefined
  setLine(db, from.id, null, null)
  setLine(db, host.id, from.cost_line_id, from.divided_pence)
  if (host.cost_line_id !== null) money.removeCost(db, host.cost_line_id)
  return host.id
}

interface PartOfCost {
  readonly asked: DivideAsked
  readonly share: ShareOfEvent
  readonly amount: Pence
  readonly title: string
  readonly isPassedOn: boolean
}

/** Writes down what the part of a share is: the line that it has keeps all but its amount. */
function writePart(db: WriteDb, part: PartOfCost, { money, isAgain }: Division): void {
  const { asked, share, amount, title, isPassedOn } = part
  const lineId = share.cost_line_id
  if (amount === 0) {
    setLine(db, share.id, null, null)
    if (lineId !== null) money.removeCost(db, lineId)
    return
  }
  const theyPay = share.direction === 'they-pay'
  const line = costInput(asked, { amount, theyPay, title, name: share.name })
  if (lineId === null) {
    const start: CostStart = { kind: 'estimated', movedOn: asked.expectedOn, reference: null }
    setLine(db, share.id, money.addCost(db, line, start), amount)
    return
  }
  const isOther = isPassedOn || (share.kind_code === 'income') !== theyPay
  const { kindCode, description, supplier } = line
  money.reviseEstimate(db, lineId, {
    netPence: amount,
    ...(!isAgain && { expectedOn: asked.expectedOn }),
    ...(isOther && { about: { kindCode, description, supplier } }),
  })
  setLine(db, share.id, lineId, amount)
}

function setLine(db: WriteDb, shareId: string, cost_line_id: string | null, divided_pence: Pence | null): void {
  db.runOne(sql.updateTable('event_share').set({ cost_line_id, divided_pence }).where('id', '=', shareId))
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
