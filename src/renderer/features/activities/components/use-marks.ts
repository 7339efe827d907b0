import { useCallback, useRef, useState } from 'react'
import type { Mark } from '../../../../shared/features/activities/model'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { cellKey, shownFor, type GridSession, type ShownMark } from './marks'

export interface Marks {
  /** A mark on its way to the file; undefined when the file's own counts. */
  readonly pendingOf: (bookingId: string, sessionId: string) => ShownMark | null | undefined
  /** Keeps one mark at once. Marks are sent one after the other, in the order they were made. */
  readonly mark: (mark: Mark) => void
  /** Keeps many marks in one change, and offers to undo it. */
  readonly markAll: (marks: readonly Mark[]) => void
}

/** Shows a mark the moment it is made and keeps it; a mark that is refused goes away again, with the reason. */
export function useMarks(sessions: readonly GridSession[]): Marks {
  const one = useWrite('attendance.mark', { toastFailure: true })
  const many = useWrite('attendance.mark', {
    toastFailure: true,
    saved: ({ marked }) => `${plural(marked, 'mark', 'marks')} made: present`,
  })
  const [pending, setPending] = useState<ReadonlyMap<string, ShownMark | null>>(new Map())
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const { send: sendOne } = one
  const { send: sendMany } = many

  const keep = useCallback(
    (marks: readonly Mark[], send: typeof sendOne) => {
      const minutes = new Map(sessions.map((session) => [session.id, session.durationMinutes]))
      const shown = new Map(
        marks.map((mark) => [
          cellKey(mark.bookingId, mark.sessionId),
          shownFor(mark, minutes.get(mark.sessionId) ?? 0),
        ]),
      )
      setPending((before) => new Map([...before, ...shown]))
      queue.current = queue.current.then(async () => {
        await send({ cells: [...marks] })
        // A later mark of the same cell stays until it is kept itself.
        setPending((before) => new Map([...before].filter(([key, mark]) => shown.get(key) !== mark)))
      })
    },
    [sessions],
  )
  return {
    pendingOf: (bookingId, sessionId) => pending.get(cellKey(bookingId, sessionId)),
    mark: useCallback((mark) => keep([mark], sendOne), [keep, sendOne]),
    markAll: useCallback((marks) => keep(marks, sendMany), [keep, sendMany]),
  }
}
