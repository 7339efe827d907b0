/** The arithmetic of a table without its drawing: columns, sorting, filtering, and which rows are in sight. */
import type { ReactNode } from 'react'
import { foldText } from '../../shared/kernel/fold-text'
import { formatCell, type CellKind } from '../../shared/kernel/report-table'

export type ColumnKind = 'text' | 'money' | 'pounds' | 'count' | 'hours' | 'number' | 'percent' | 'day' | 'chips'
export type CellValue = string | number | null | undefined

export interface TableColumn<T> {
  readonly key: string
  readonly title: string
  readonly kind: ColumnKind
  /** What is sorted, shown and read out: pence for money, minutes for hours, YYYY-MM-DD for days. */
  readonly value: (row: T) => CellValue
  /** The second, grey line of the cell. */
  readonly note?: (row: T) => string | null | undefined
  /** Draws the cell where words are not enough (a status, chips, a meter). */
  readonly render?: (row: T) => ReactNode
  /** In pixels at the normal text size; without it the column shares what is left. */
  readonly width?: number
  readonly sortable?: boolean
  /** Left out below 720 px of table. */
  readonly hideNarrow?: boolean
}

export interface SortBy {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

const kinds: Readonly<Record<ColumnKind, CellKind>> = {
  text: 'text',
  chips: 'text',
  money: 'pence',
  pounds: 'pounds',
  count: 'count',
  hours: 'hours',
  number: 'number',
  percent: 'percent',
  day: 'day',
}

/** How a value of a kind reads; a missing one is an en dash. */
export function cellText(kind: ColumnKind, value: CellValue): string {
  return formatCell(kinds[kind], value)
}

/** True for kinds that are set right-aligned. */
export function isFigure(kind: ColumnKind): boolean {
  return kind !== 'text' && kind !== 'chips' && kind !== 'day'
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
const isMissing = (value: CellValue) => value === null || value === undefined || value === ''

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** Sorts a copy. Missing values stay at the end whichever way it goes; equal rows keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  column: TableColumn<T> | undefined,
  direction: SortBy['direction'],
): readonly T[] {
  if (column === undefined) return rows
  const turn = direction === 'ascending' ? 1 : -1
  const keyed = rows.map((row) => ({ row, value: column.value(row) }))
  keyed.sort((a, b) => {
    if (isMissing(a.value) || isMissing(b.value)) return Number(isMissing(a.value)) - Number(isMissing(b.value))
    return turn * compare(a.value, b.value)
  })
  return keyed.map((item) => item.row)
}

/** What a filter box looks through, made once per list. */
export function haystack<T>(rows: readonly T[], textOf: (row: T) => string): readonly string[] {
  return rows.map((row) => foldText(textOf(row)))
}

/** The rows that hold every word typed, anywhere. */
export function filterRows<T>(rows: readonly T[], hay: readonly string[], typed: string): readonly T[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((_row, index) => words.every((word) => hay[index]?.includes(word) === true))
}

export interface Span {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

/** The rows to draw for a scroll position, with some to spare on both sides. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  spare = 10,
): Span {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare)
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + spare)
  return { first: Math.min(first, end), end }
}

/** Where a key moves the active row; undefined when the key does not move it. */
export function movedTo(key: string, active: number, count: number, page: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(last, active + page)
    case 'PageUp':
      return Math.max(0, active - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
