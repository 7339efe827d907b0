import type { Mark } from '../../../shared/features/activities/model'
import { creditedMinutes } from '../../../shared/features/activities/rules'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { WriteDb } from '../../db/handle'
import { cellOf, clearMark, keepMark } from './attendance'
import { eventRow, listSessions, setEventStatus } from './repository'

/**
 * Marks many cells in one go; a cell without a state is cleared. An event whose sessions are all held and that was
 * marked is done. Throws Refusals `input.invalid` for a booking and a session of different events,
 * `booking.not-booked`, `session.future`, `event.cancelled`, `credit.over-session`.
 */
export function markCells(db: WriteDb, cells: readonly Mark[], today: Day): { marked: number; cleared: number } {
  const counts = { marked: 0, cleared: 0 }
  const eventIds = new Set<string>()
  for (const mark of cells) {
    const cell = cellOf(db, mark.bookingId, mark.sessionId)
    if (!cell) throw new Refusal('input.invalid')
    if (mark.state === null) {
      if (cell.markId !== null) {
        clearMark(db, cell.markId)
        counts.cleared += 1
      }
      continue
    }
    if (cell.bookingState !== 'booked') throw new Refusal('booking.not-booked')
    if (cell.heldOn > today) throw new Refusal('session.future', { day: formatDay(cell.heldOn) })
    const credited = creditedMinutes(mark.state, cell.durationMinutes, mark.creditedMinutes)
    if (credited > cell.durationMinutes) throw new Refusal('credit.over-session', { minutes: cell.durationMinutes })
    keepMark(
      db,
      { bookingId: mark.bookingId, sessionId: mark.sessionId, state: mark.state, creditedMinutes: credited },
      cell.markId,
    )
    eventIds.add(cell.eventId)
    counts.marked += 1
  }
  for (const id of eventIds) markEventHeld(db, id, today)
  return counts
}

function markEventHeld(db: WriteDb, eventId: string, today: Day): void {
  const status = eventRow(db, eventId)?.status
  if (status === 'cancelled') throw new Refusal('event.cancelled')
  const isOver = listSessions(db, eventId).every((session) => session.heldOn <= today)
  if (isOver) setEventStatus(db, eventId, 'done', null)
  else if (status === 'idea') setEventStatus(db, eventId, 'planned', null)
}
