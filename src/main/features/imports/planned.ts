import type { ImportPlan, PlanRow, Refused } from '../../../shared/features/imports/contract'
import type { WriteDb } from '../../db/handle'
import { sentenceFor } from '../../../shared/kernel/sentences'
import type { ReadyFile, RowFault } from './read-files'

export interface Committed {
  readonly new: number
  readonly changed: number
  readonly same: number
}

/** What was worked out from chosen files and waits to be carried out. */
export interface Planned {
  readonly plan: ImportPlan
  readonly files: readonly ReadyFile[]
  readonly rememberMapping: boolean
  /** The rows of the preview, a page at a time. */
  readonly rows: (
    status: PlanRow['status'] | undefined,
    offset: number,
    limit: number,
  ) => { readonly total: number; readonly rows: PlanRow[] }
  /** Carries it out inside a transaction, judging every row anew against the file as it then is. */
  readonly apply: (db: WriteDb) => Committed
}

/** A fault with its sentence: what happened and what to do. */
export function toRefused(fault: RowFault): Refused {
  const { happened, todo } = sentenceFor(fault.code, fault.facts)
  return { ...fault, message: `${happened} ${todo}` }
}

/** How many faults an answer carries; the rest are counted, and can be paged through. */
const mostListed = 5_000

export function listed<T>(items: readonly T[]): T[] {
  return items.slice(0, mostListed)
}

/** How many rows (not faults) are at fault. */
export function rowsAtFault(faults: readonly RowFault[]): number {
  return new Set(faults.map((fault) => `${fault.file}:${fault.row}`)).size
}

/** The preview's rows for faults: one for each row, its reasons joined. */
export function faultRows(faults: readonly RowFault[]): PlanRow[] {
  const rows = new Map<string, PlanRow>()
  for (const fault of faults) {
    const key = `x${fault.file}:${fault.row}`
    const { message } = toRefused(fault)
    const reason = fault.column === null ? message : `${fault.column}: ${message}`
    const before = rows.get(key)
    rows.set(key, {
      key,
      file: fault.file,
      row: fault.row,
      status: 'refused',
      label: before?.label ?? fault.who ?? `Row ${fault.row}`,
      detail: '',
      changes: [],
      message: before?.message ? `${before.message} ${reason}` : reason,
    })
  }
  return [...rows.values()]
}
