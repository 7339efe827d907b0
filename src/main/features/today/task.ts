import { pence } from '../../../shared/kernel/money'
import type { Task } from '../../../shared/features/today/contract'

/** How many wait, the title of the only or first one, and what they come to where that is money. */
export type Row = { count: number; first: string | null; pence?: number | null }

/** A task for what waits; none where nothing does. */
export function task(kind: Task['kind'], row: Row | undefined, route: string): Task[] {
  if (!row || row.count === 0) return []
  return [
    {
      kind,
      count: row.count,
      pence: row.pence === undefined || row.pence === null ? null : pence(row.pence),
      first: row.first,
      route,
    },
  ]
}
