import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { isOpen } from '../../../shared/features/needs/rules'
import { addStep, type Hand } from './steps'
import { needRow } from './repository'

/**
 * Puts an event to needs that it serves; those it serves already are passed over. An agreed need is planned from then
 * on, a raised one waits to be agreed. Returns how many were put to it. Throws Refusals `needs.event-cancelled`,
 * `needs.closed` and `record.missing`.
 */
export function serveNeeds(db: WriteDb, needIds: readonly string[], eventId: string, hand: Hand): number {
  const event = db.first(sql.selectFrom('event').select('status').where('id', '=', eventId))
  if (!event) throw new Refusal('record.missing')
  if (event.status === 'cancelled') throw new Refusal('needs.event-cancelled')
  const there = new Set(
    db
      .all(sql.selectFrom('need_event').select('need_id').where('event_id', '=', eventId))
      .map((row) => row.need_id),
  )
  const added = [...new Set(needIds)].filter((id) => !there.has(id))
  for (const id of added) {
    const need = needRow(db, id)
    if (!isOpen(need.state)) throw new Refusal('needs.closed', { title: need.title })
    db.runOne(sql.insertInto('need_event').values({ id: newId(), need_id: id, event_id: eventId }))
    if (need.state === 'agreed') moveAlong(db, id, { from: 'agreed', to: 'planned' }, hand)
  }
  return added.length
}

/**
 * Takes an event from a need again. A planned need that no event serves any more, cancelled ones aside, is agreed, and to
 * be planned. Throws Refusal `record.missing`.
 */
export function letGo(
  db: WriteDb,
  needId: string,
  eventId: string,
  hand: Hand,
  reason = 'The event was taken from it',
): void {
  db.runOne(sql.deleteFrom('need_event').where('need_id', '=', needId).where('event_id', '=', eventId))
  if (needRow(db, needId).state === 'planned' && !isServed(db, needId))
    moveAlong(db, needId, { from: 'planned', to: 'agreed', reason }, hand)
}

/** What happened to an event as a whole. */
export interface EventTurn {
  /** `revived`: it was cancelled, and takes place after all. */
  readonly to: 'cancelled' | 'revived'
}

/**
 * Lets needs follow an event that serves them. Those that were planned with it alone are agreed once it is cancelled, and
 * to be planned again; those that are agreed are planned once it takes place after all.
 */
export function followEvent(db: WriteDb, eventId: string, turn: EventTurn, hand: Hand): void {
  const [from, to] = turn.to === 'cancelled' ? (['planned', 'agreed'] as const) : (['agreed', 'planned'] as const)
  const needs = db.all(
    sql
      .selectFrom('need_event as l')
      .innerJoin('need as n', 'n.id', 'l.need_id')
      .select('n.id')
      .where('l.event_id', '=', eventId)
      .where('n.state', '=', from)
      .orderBy('n.id'),
  )
  // Why it was cancelled stays with the event: it may speak of people, and needs are printed without names.
  const reason = turn.to === 'cancelled' ? 'The event was cancelled' : 'The event takes place after all'
  for (const { id } of needs)
    if (isServed(db, id) === (to === 'planned')) moveAlong(db, id, { from, to, reason }, hand)
}

/** True where an event serves a need that is not cancelled, whether it is still to come or over. */
function isServed(db: ReadDb, needId: string): boolean {
  const live = sql
    .selectFrom('need_event as l')
    .innerJoin('event as e', 'e.id', 'l.event_id')
    .select('l.id')
    .where('l.need_id', '=', needId)
    .where('e.status', '<>', 'cancelled')
  return db.first(live) !== undefined
}

function moveAlong(
  db: WriteDb,
  needId: string,
  { from, to, reason }: { from: 'agreed' | 'planned'; to: 'agreed' | 'planned'; reason?: string },
  hand: Hand,
): void {
  const since = needRow(db, needId).state_on
  const on = since > hand.today ? since : hand.today
  db.runOne(sql.updateTable('need').set({ state: to, state_on: on }).where('id', '=', needId))
  addStep(db, { needId, from, to, on, byPersonId: hand.byPersonId, reason: reason ?? null })
}
