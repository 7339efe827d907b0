import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import { announce } from '../lib/announcer'
import { formatCount } from '../lib/format'
import { navigate } from '../lib/navigation'
import {
  cellText,
  filterRows,
  haystack,
  sortRows,
  type CellValue,
  type SortBy,
  type TableColumn,
} from './data-table-model'
import { DataTableHead } from './data-table-head'
import { cellClass, DataRow } from './data-table-rows'
import { useRowWindow, type RowWindow } from './data-table-window'
import { SearchField } from './fields/search-field'
import type { MenuAction } from './menu-button'
import './data-table.css'

export type { TableColumn } from './data-table-model'

type Totals = Readonly<Record<string, CellValue>>

export interface DataTableProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly columns: readonly TableColumn<T>[]
  /** Shown when there is no row at all. */
  readonly empty: ReactNode
  /**
   * The total under each column, by its key; the first column says "Total" unless given. A function is given the rows
   * that are left by the filter box.
   */
  readonly totals?: Totals | ((shown: readonly T[]) => Totals)
  /** What the filter box looks through; without it there is no box. */
  readonly filter?: (row: T) => string
  readonly filterLabel?: string
  readonly onOpen?: (row: T) => void
  /** The route a row leads to: its first cell is a link as well. */
  readonly hrefOf?: (row: T) => string
  readonly selectedKey?: string | undefined
  readonly actions?: (row: T) => readonly MenuAction[]
  readonly initialSort?: SortBy
  /** `page` fills the window and scrolls within; a number is a height in rem; `natural` never scrolls (short lists). */
  readonly height?: 'page' | 'natural' | number
  /** Beside the filter box: a year, a switch. */
  readonly toolbar?: ReactNode
  /** Both lines of cells are used: rows are taller. Found out from the columns when left out. */
  readonly hasNotes?: boolean
}

/**
 * A list of records: sorted, filtered, walked by keyboard (arrows, Home, End, Page keys, Enter opens), with a sticky
 * head and total. Above 150 rows only those in sight are in the page, so that 10,000 scroll as smoothly as 100.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { onOpen, hrefOf } = props
  const list = useShownRows(props)
  const hasNotes = props.hasNotes ?? props.columns.some((column) => column.note !== undefined)
  const open = (index: number) => {
    const row = list.shown[index]
    if (row === undefined) return
    if (onOpen !== undefined) onOpen(row)
    else if (hrefOf !== undefined) navigate(hrefOf(row))
  }
  const { setBox, ...view } = useRowWindow(list.shown.length, hasNotes ? 3.75 : 2.75, open)
  if (props.rows.length === 0) return <>{props.empty}</>
  const height = props.height ?? 'page'
  const hasActions = props.actions !== undefined
  return (
    <div className={view.isWindowed ? 'data-table dt-windowed' : 'data-table'}>
      <Toolbar {...props} typed={list.typed} onType={list.setTyped} found={list.shown.length} />
      <div
        className={height === 'natural' ? 'dt-scroll' : 'dt-scroll dt-tall'}
        ref={setBox}
        onScroll={view.onScroll}
        style={typeof height === 'number' ? { maxHeight: `${height}rem` } : undefined}
      >
        <table
          role="grid"
          aria-label={props.label}
          aria-rowcount={list.shown.length + 1}
          onKeyDown={view.onKeyDown}
        >
          <DataTableHead columns={props.columns} sort={list.sort} onSort={list.setSort} hasActions={hasActions} />
          <Body {...props} shown={list.shown} view={view} />
          {props.totals !== undefined && (
            <TotalsRow
              columns={props.columns}
              totals={totalsOf(props.totals, list.shown)}
              hasActions={hasActions}
            />
          )}
        </table>
        {list.shown.length === 0 && <p className="dt-none">Nothing fits “{list.typed}”.</p>}
      </div>
    </div>
  )
}

function totalsOf<T>(totals: NonNullable<DataTableProps<T>['totals']>, shown: readonly T[]): Totals {
  return typeof totals === 'function' ? totals(shown) : totals
}

/** The rows as filtered and sorted, and what was typed and chosen to make them so. Typing is never held up by them. */
function useShownRows<T>({ rows, columns, filter, initialSort }: DataTableProps<T>) {
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<SortBy | undefined>(initialSort)
  const wanted = useDeferredValue(typed)
  const hay = useMemo(() => (filter === undefined ? [] : haystack(rows, filter)), [rows, filter])
  const shown = useMemo(() => {
    const found = filterRows(rows, hay, wanted)
    const column = columns.find((item) => item.key === sort?.key)
    return sort === undefined ? found : sortRows(found, column, sort.direction)
  }, [rows, hay, wanted, sort, columns])
  useEffect(() => {
    if (wanted !== '') announce(`${formatCount(shown.length)} of ${formatCount(rows.length)} found`)
  }, [wanted, shown.length, rows.length])
  return { shown, typed, setTyped, sort, setSort }
}

interface BodyProps<T> extends DataTableProps<T> {
  readonly shown: readonly T[]
  readonly view: Omit<RowWindow, 'setBox'>
}

function Body<T>({ shown, view, rowKey, columns, selectedKey, hrefOf, onOpen, actions }: BodyProps<T>) {
  const { span, rowHeight } = view
  return (
    <tbody>
      <Spacer height={span.first * rowHeight} />
      {shown.slice(span.first, span.end).map((row, offset) => {
        const index = span.first + offset
        const key = rowKey(row)
        return (
          <DataRow
            key={key}
            row={row}
            index={index}
            columns={columns}
            isActive={index === view.active}
            isSelected={selectedKey === undefined ? undefined : selectedKey === key}
            height={view.isWindowed ? rowHeight : undefined}
            href={hrefOf?.(row)}
            onOpen={onOpen}
            actions={actions}
            onActivate={view.setActive}
          />
        )
      })}
      <Spacer height={(shown.length - span.end) * rowHeight} />
    </tbody>
  )
}

interface ToolbarProps<T> extends DataTableProps<T> {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly found: number
}

function Toolbar<T>({ filter, filterLabel, label, toolbar, typed, onType, found, rows }: ToolbarProps<T>) {
  if (filter === undefined && toolbar === undefined) return null
  const count =
    found === rows.length
      ? `${formatCount(rows.length)} in all`
      : `${formatCount(found)} of ${formatCount(rows.length)}`
  return (
    <div className="dt-toolbar">
      {filter !== undefined && (
        <SearchField label={filterLabel ?? `Find in ${lowered(label)}`} value={typed} onChange={onType} />
      )}
      {toolbar}
      <span className="dt-count">{count}</span>
    </div>
  )
}

/** A label within a sentence: "Posts" is posts, "CPD record" stays. */
function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLocaleLowerCase('en-GB')}${label.slice(1)}` : label
}

function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }}>&nbsp;</td>
    </tr>
  )
}

interface TotalsRowProps<T> {
  readonly columns: readonly TableColumn<T>[]
  readonly totals: Totals
  readonly hasActions: boolean
}

function TotalsRow<T>({ columns, totals, hasActions }: TotalsRowProps<T>) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) => {
          const value = totals[column.key]
          const text =
            value === undefined
              ? index === 0
                ? 'Total'
                : ''
              : typeof value === 'string'
                ? value
                : cellText(column.kind, value)
          return (
            <td key={column.key} className={cellClass(column)}>
              {text}
            </td>
          )
        })}
        {hasActions && <td>&nbsp;</td>}
      </tr>
    </tfoot>
  )
}
