import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mark } from '../../../../shared/features/activities/model'
import type { Result } from '../../../../shared/kernel/result'
import { call, undoNewest } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { changing } from '../../../lib/read-anew'
import { failureSentence } from '../../../lib/sentence'
import { showToast, withdrawUndo } from '../../../lib/toasts'
import { keepBeforeClosing } from '../../../lib/unkept'
import { cellKey, shownFor, type GridSession, type ShownMark } from './marks'

export interface Marks {
  /** A mark on its way to the file; undefined when the file's own counts. */
  readonly pendingOf: (bookingId: string, sessionId: string) => ShownMark | null | undefined
  /** Keeps one mark at once. Marks are sent one after the other, in the order they were made. */
  readonly mark: (mark: Mark) => void
  /** Keeps many marks in one change, and offers to undo it. */
  readonly markAll: (marks: readonly Mark[]) => void
}

/** Marks that are kept in one change. */
interface Batch {
  readonly marks: readonly Mark[]
  readonly shown: ReadonlyMap<string, ShownMark | null>
  readonly isTold: boolean
}

/** Shows a mark the moment it is made and keeps it; a mark that is refused goes away again, with the reason. */
export function useMarks(sessions: readonly GridSession[]): Marks {
  const [pending, setPending] = useState<ReadonlyMap<string, ShownMark | null>>(new Map())
  const enqueue = useQueue((sent) => {
    // A later mark of the same cell stays until it is kept itself.
    const isSent = (key: string, mark: ShownMark | null) => sent.some(({ shown }) => shown.get(key) === mark)
    setPending((before) => new Map([...before].filter(([key, mark]) => !isSent(key, mark))))
  })
  const keep = useCallback(
    (marks: readonly Mark[], isTold: boolean) => {
      const minutes = new Map(sessions.map((session) => [session.id, session.durationMinutes]))
      const shown = new Map(
        marks.map((mark) => [
          cellKey(mark.bookingId, mark.sessionId),
          shownFor(mark, minutes.get(mark.sessionId) ?? 0),
        ]),
      )
      setPending((before) => new Map([...before, ...shown]))
      enqueue({ marks, shown, isTold })
    },
    [sessions, enqueue],
  )
  return {
    pendingOf: (bookingId, sessionId) => pending.get(cellKey(bookingId, sessionId)),
    mark: useCallback((mark) => keep([mark], false), [keep]),
    markAll: useCallback((marks) => keep(marks, true), [keep]),
  }
}

/**
 * Sends what is put in one after the other. The page is read anew when nothing waits any more, not between two marks:
 * a fast hand would run far ahead of the file, and lose those marks by closing the window. `onKept` is told afterwards.
 */
function useQueue(onKept: (sent: readonly Batch[]) => void): (batch: Batch) => void {
  const client = useQueryClient()
  const waiting = useRef<Batch[]>([])
  const isSending = useRef(false)
  const idle = useRef<Promise<unknown>>(Promise.resolve())
  const told = useRef(onKept)
  useEffect(() => {
    told.current = onKept
  })
  useEffect(() => {
    const release = keepBeforeClosing(() => idle.current)
    return () => void idle.current.finally(release)
  }, [])
  return useCallback(
    (batch: Batch) => {
      waiting.current.push(batch)
      if (isSending.current) return
      isSending.current = true
      const sent: Batch[] = []
      const work = async (): Promise<Result<unknown>> => {
        let outcome: Result<unknown> = { ok: false, code: 'cancelled' }
        for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift()) {
          sent.push(next)
          if (await send(client, next)) outcome = { ok: true, value: undefined }
        }
        isSending.current = false
        return outcome
      }
      idle.current = changing(client, work).then(() => told.current(sent))
    },
    [client],
  )
}

/** Sends one batch and says what has to be said of it. Tells whether it was kept. */
async function send(client: QueryClient, { marks, isTold }: Batch): Promise<boolean> {
  const result = await call('attendance.mark', { cells: [...marks] })
  if (!result.ok) {
    showToast({ text: failureSentence(result), tone: 'bad' })
    return false
  }
  withdrawUndo()
  if (isTold) {
    const text = `${plural(result.value.marked, 'mark', 'marks')} made: present`
    showToast({ text, tone: 'good', undo: () => void undoNewest(client) })
  }
  return true
}
