import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components'
import { isFigure, type SortBy, type TableColumn } from './data-table-model'
import { cellClass } from './data-table-rows'

interface DataTableHeadProps<T> {
  readonly columns: readonly TableColumn<T>[]
  readonly sort: SortBy | undefined
  readonly onSort: (sort: SortBy) => void
  readonly hasActions: boolean
}

/** The head of the table: each sortable column is a button; the way it is sorted is drawn and spoken. */
export function DataTableHead<T>({ columns, sort, onSort, hasActions }: DataTableHeadProps<T>) {
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.key}
            className={column.hideNarrow === true ? 'dt-wide-only' : undefined}
            style={column.width === undefined ? undefined : { width: `${column.width / 16}rem` }}
          />
        ))}
        {hasActions && <col className="dt-actions-col" />}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              column={column}
              sort={sort?.key === column.key ? sort.direction : undefined}
              onSort={onSort}
            />
          ))}
          {hasActions && (
            <th scope="col">
              <span className="visually-hidden">More</span>
            </th>
          )}
        </tr>
      </thead>
    </>
  )
}

interface HeadCellProps<T> {
  readonly column: TableColumn<T>
  readonly sort: SortBy['direction'] | undefined
  readonly onSort: (sort: SortBy) => void
}

function HeadCell<T>({ column, sort, onSort }: HeadCellProps<T>) {
  // Figures and days are first asked for from the top.
  const first = isFigure(column.kind) || column.kind === 'day' ? 'descending' : 'ascending'
  const other = first === 'ascending' ? 'descending' : 'ascending'
  const Arrow = sort === undefined ? ChevronsUpDown : sort === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"

      aria-sort={sort ?? (column.sortable === false ? undefined : 'none')}
      className={cellClass(column)}
    >
      {column.sortable === false ? (
        column.title
      ) : (
        <Button
          className="dt-sort"
          onPress={() => onSort({ key: column.key, direction: sort === first ? other : first })}
        >
          {column.title}
          <Arrow aria-hidden="true" className={sort === undefined ? 'dt-unsorted' : undefined} />
        </Button>
      )}
    </th>
  )
}
