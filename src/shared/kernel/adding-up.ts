/** Rounded figures that still add up: what is shown of the parts is brought into step with what is shown of the whole. */
import { formatPounds, pence, sumPence, type Pence } from './money'
import type { CellKind, Column, ReportTable, Row } from './report-table'

/**
 * Rounds parts to whole steps so that they add up to their own rounded sum (largest remainder): each is rounded up or
 * down, never moved further, and one that is a whole number of steps stays. The spare steps go to the largest
 * remainders, earlier parts first on a tie. Gives numbers of steps; halves of the sum are rounded away from zero, as
 * money is shown.
 */
export function stepsTogether(parts: readonly number[], step: number): number[] {
  // Added up before it is divided, so that whole pence stay exact.
  const sum = parts.reduce((total, part) => total + part, 0) / step
  const shownSum = Math.sign(sum) * Math.round(Math.abs(sum))
  const steps = parts.map((part) => Math.floor(part / step))
  const order = parts
    .map((part, index) => ({ index, rest: part - (steps[index] ?? 0) * step }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  let spare = shownSum - steps.reduce((total, part) => total + part, 0)
  for (const { index } of order) {
    if (spare <= 0) break
    steps[index] = (steps[index] ?? 0) + 1
    spare -= 1
  }
  return steps
}

/** Amounts in whole pounds that add up to their sum in whole pounds: £1,200 + £863 + £3,937 = £6,000. */
export function poundsTogether(parts: readonly Pence[]): Pence[] {
  return stepsTogether(parts, 100).map((pounds) => pence(pounds * 100))
}

/** The same as text. */
export function formatPoundsTogether(...parts: readonly Pence[]): string[] {
  return poundsTogether(parts).map(formatPounds)
}

/** Shares of a whole as percentages with two decimals that add up to 100; all zero where there is no whole. */
export function sharesTogether(parts: readonly number[]): number[] {
  const whole = parts.reduce((total, part) => total + part, 0)
  if (whole <= 0) return parts.map(() => 0)
  return stepsTogether(
    parts.map((part) => (part / whole) * 100),
    0.01,
  ).map((steps) => steps / 100)
}

// What one step of a kind of cell is where the cell is shown with less than it holds.
const stepOf: Partial<Record<CellKind, number>> = { pounds: 100, hours: 6, percent: 1 }

/**
 * A table as it is to be read: where a column is shown rounded and its total is the sum of its rows, the rows are
 * rounded together, so that who adds them up finds the total. Files that calculate are given the exact figures instead.
 */
export function addingUp(table: ReportTable): ReportTable {
  const columns = table.columns.filter((column) => isSum(table, column))
  if (columns.length === 0) return table
  const shown = new Map(columns.map((column) => [column.key, shownCells(table.rows, column)]))
  return {
    ...table,
    rows: table.rows.map((row, index) => ({
      ...row,
      cells: {
        ...row.cells,
        ...Object.fromEntries([...shown].map(([key, cells]) => [key, cells[index] ?? null])),
      },
    })),
  }
}

function isSum({ rows, totals }: ReportTable, { key, kind }: Column): boolean {
  const total = totals?.cells[key]
  if (stepOf[kind] === undefined || typeof total !== 'number') return false
  const sum = rows.reduce((all, row) => all + numberIn(row, key), 0)
  return Math.abs(sum - total) < 1e-6
}

function shownCells(rows: readonly Row[], { key, kind }: Column): (number | null)[] {
  const step = stepOf[kind] ?? 1
  const steps = stepsTogether(
    rows.map((row) => numberIn(row, key)),
    step,
  )
  return rows.map((row, index) => (typeof row.cells[key] === 'number' ? (steps[index] ?? 0) * step : null))
}

function numberIn(row: Row, key: string): number {
  const cell = row.cells[key]
  return typeof cell === 'number' ? cell : 0
}

/** What is left of a whole once its parts are gone, and all three in whole pounds that add up. */
export function leftTogether(whole: Pence, ...gone: readonly Pence[]): { gone: Pence[]; left: Pence } {
  const shown = poundsTogether([...gone, pence(whole - sumPence(gone))])
  return { gone: shown.slice(0, -1), left: shown.at(-1) ?? pence(0) }
}
