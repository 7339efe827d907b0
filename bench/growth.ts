import { join } from 'node:path'
import type { Binder } from '../src/main/compose'
import { benchBinder, LAST_YEAR } from './binder'
import { inTurn, timed, type Line } from './measure'
import { asked, JUDGED_FROM_MS, roundsFor, send } from './queries'
import type { Size } from './sizes'

/**
 * Plain reading, by hand: who was at what in the last year, one look-up in an index after the other and nothing else.
 * How its time grows is how this machine reads rows once a year of them no longer fits the processor's own memory.
 */
const PLAIN_READING = `
  select sum(length(b.person_id)) from session s
  join attendance a on a.session_id = s.id join booking b on b.id = a.booking_id
  where s.held_on >= '${LAST_YEAR}-04-01' and s.held_on < '${LAST_YEAR + 1}-04-01'`

function plainReading(binder: Binder): () => unknown {
  const statement = binder.desk.file.withDatabase((database) => database.prepare(PLAIN_READING))
  return () => statement.get()
}

export interface SizedFile {
  readonly size: Size
  readonly path: string
}

export interface Growth {
  readonly lines: readonly Line[]
  /** How many queries are too quick to judge in the larger file. */
  readonly quick: number
}

/**
 * How the time of each query grows against how the rows do, the two files asked in turn: no worse than its rows, with a
 * tenth for the clock. Where plain reading of rows grows by more than their number, that is what a query is held
 * against, as it is held against the same SQL by hand elsewhere.
 */
export async function growthLines(small: SizedFile, large: SizedFile, data: string, root: string): Promise<Growth> {
  const [smallBinder, largeBinder] = [small, large].map(({ size, path }) => {
    const binder = benchBinder(join(data, size.name), root)
    binder.school.openAt(path)
    return binder
  }) as [Binder, Binder]
  const rows = large.size.bookings / small.size.bookings
  const plain = (await inTurn(15, plainReading(largeBinder), plainReading(smallBinder))).ratio
  const lines: Line[] = []
  let quick = 0
  for (const one of asked) {
    await send(largeBinder, one)
    const first = await timed(() => send(largeBinder, one))
    if (first < JUDGED_FROM_MS) {
      quick += 1
      continue
    }
    const measured = await inTurn(
      roundsFor(first),
      () => send(largeBinder, one),
      () => send(smallBinder, one),
    )
    lines.push({
      name: `growth ${small.size.name} to ${large.size.name}: ${one.name}`,
      ...measured,
      ratio: measured.ratio / Math.max(rows, plain),
      goal: 1.1,
      note: `time ×${measured.ratio.toFixed(2)}, rows ×${rows.toFixed(2)}, plain reading ×${plain.toFixed(2)}`,
    })
  }
  for (const binder of [smallBinder, largeBinder]) binder.desk.clear()
  return { lines, quick }
}
