import type { ReactNode } from 'react'
import { addingUp } from '../../shared/kernel/adding-up'
import { formatCellOf, isNumeric, type Column, type ReportTable, type Row } from '../../shared/kernel/report-table'
import { formatPence, type Pence } from '../../shared/kernel/money'
import { TextLink } from './button'
import { useOverflow } from './use-overflow'
import './simple-table.css'

export interface SimpleTableProps {
  readonly table: ReportTable
  /** Show the table's title above it; hidden (but spoken) where the page already says it. */
  readonly showsTitle?: boolean
  /** Drawn behind the last column of a row: a meter, a small action. */
  readonly aside?: (row: Row) => ReactNode
}

/** A report's table on screen: figures right-aligned, a heavy rule over the total, every cell with a door a link. */
export function SimpleTable({ table, showsTitle, aside }: SimpleTableProps) {
  const [box, overflows] = useOverflow()
  const shown = addingUp(table)
  return (
    <>
      <div
        className="table-scroll"
        ref={box}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': table.title } : {})}
      >
        <table className="simple-table">
          <caption className={showsTitle === true ? undefined : 'visually-hidden'}>{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
              {aside !== undefined && (
                <td>
                  <span className="visually-hidden">More</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <TableRow
                key={row.key}
                row={shown.rows[index] ?? row}
                exact={row}
                columns={table.columns}
                aside={aside}
              />
            ))}
          </tbody>
          {table.totals !== undefined && (
            <tfoot>
              <TableRow
                row={table.totals}
                exact={table.totals}
                columns={table.columns}
                isTotals
                aside={aside === undefined ? undefined : () => null}
              />
            </tfoot>
          )}
        </table>
      </div>
      {table.notes.map((note) => (
        <p key={note} className="table-notes">
          {note}
        </p>
      ))}
    </>
  )
}

/** A column without a title (the names of the rows speak for themselves) has an empty cell, not an empty heading. */
function HeadCell({ column }: { readonly column: Column }) {
  if (column.title === '') return <td>&nbsp;</td>
  return (
    <th scope="col" className={isNumeric(column.kind) ? 'number' : undefined}>
      {column.title}
      {column.note !== undefined && <small>{column.note}</small>}
    </th>
  )
}

interface TableRowProps {
  readonly row: Row
  /** The same row before it was rounded. */
  readonly exact: Row
  readonly columns: readonly Column[]
  readonly aside: ((row: Row) => ReactNode) | undefined
  /** What cannot be added up is left empty, as on paper; a dash would read as nothing found. */
  readonly isTotals?: boolean
}

function TableRow({ row, exact, columns, aside, isTotals }: TableRowProps) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row">
            <CellContent row={row} column={column} rowTitle="" />
            {row.note !== undefined && <small>{row.note}</small>}
          </th>
        ) : (
          <td key={column.key} className={cellClass(row, column)} title={exactOf(exact, column)}>
            {isTotals === true && (row.cells[column.key] ?? null) === null ? null : (
              <CellContent row={row} column={column} rowTitle={String(row.cells[columns[0]?.key ?? ''] ?? '')} />
            )}
          </td>
        ),
      )}
      {aside !== undefined && <td>{aside(exact)}</td>}
    </tr>
  )
}

function CellContent({
  row,
  column,
  rowTitle,
}: {
  readonly row: Row
  readonly column: Column
  readonly rowTitle: string
}) {
  const text = formatCellOf(column, row)
  const door = row.doors?.[column.key]
  if (door === undefined) return text
  return (
    <TextLink
      to={door}
      {...(rowTitle === '' ? {} : { label: `${rowTitle}, ${column.title}: ${text}. See what it is made of` })}
    >
      {text}
    </TextLink>
  )
}

function cellClass(row: Row, column: Column): string | undefined {
  if (!isNumeric(column.kind)) return undefined
  const value = row.cells[column.key]
  return typeof value === 'number' && value < 0 ? 'number negative' : 'number'
}

/** Whole pounds show the exact figure on hover. */
function exactOf(row: Row, column: Column): string | undefined {
  const value = row.cells[column.key]
  return column.kind === 'pounds' && typeof value === 'number' ? formatPence(value as Pence) : undefined
}
