import { memo, type CSSProperties } from 'react'
import { hrefTo, navigate } from '../lib/navigation'
import { cellText, isFigure, type TableColumn } from './data-table-model'
import { MenuButton, type MenuAction } from './menu-button'
import './button.css'

export interface BodyRowProps<T> {
  readonly row: T
  readonly index: number
  readonly columns: readonly TableColumn<T>[]
  readonly isActive: boolean
  readonly isSelected: boolean | undefined
  readonly height: number | undefined
  readonly href: string | undefined
  readonly onOpen: ((row: T) => void) | undefined
  readonly actions: ((row: T) => readonly MenuAction[]) | undefined
  readonly onActivate: (index: number) => void
}

function BodyRow<T>({
  row,
  index,
  columns,
  isActive,
  isSelected,
  height,
  href,
  onOpen,
  actions,
  onActivate,
}: BodyRowProps<T>) {
  const style: CSSProperties | undefined = height === undefined ? undefined : { height }
  const isDoor = href !== undefined || onOpen !== undefined
  const open = () => (onOpen === undefined ? href !== undefined && navigate(href) : onOpen(row))
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={isDoor ? 'dt-row dt-door' : 'dt-row'}
      style={style}
      onFocus={() => onActivate(index)}
      onClick={(event) => (isDoor && !isControl(event.target) ? open() : undefined)}
    >
      {columns.map((column, position) => (
        <BodyCell key={column.key} row={row} column={column} href={position === 0 ? href : undefined} />
      ))}
      {actions !== undefined && (
        <td className="dt-actions">
          <MenuButton
            look="more"
            label={`More for ${rowName(row, columns)}`}
            items={actions(row)}
            isSkipped={!isActive}
          />
        </td>
      )}
    </tr>
  )
}

/** A row of the body. Memoised: scrolling and moving the focus draw only what changed. */
export const DataRow = memo(BodyRow) as typeof BodyRow

function rowName<T>(row: T, columns: readonly TableColumn<T>[]): string {
  const first = columns[0]
  return first === undefined ? 'this row' : cellText(first.kind, first.value(row))
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, [role="menuitem"]') !== null
}

interface BodyCellProps<T> {
  readonly row: T
  readonly column: TableColumn<T>
  readonly href: string | undefined
}

function BodyCell<T>({ row, column, href }: BodyCellProps<T>) {
  const value = column.value(row)
  const text = cellText(column.kind, value)
  const note = column.note?.(row)
  const isNegative = typeof value === 'number' && value < 0 && (column.kind === 'money' || column.kind === 'pounds')
  const content = column.render === undefined ? text : column.render(row)
  return (
    <td className={cellClass(column, isNegative)} title={column.render === undefined ? text : undefined}>
      {href === undefined ? (
        content
      ) : (
        <a className="text-link" href={hrefTo(href)} tabIndex={-1}>
          {content}
        </a>
      )}
      {note !== undefined && note !== null && note !== '' && <small>{note}</small>}
    </td>
  )
}

/** The class of a cell or a head of a column. */
export function cellClass<T>(column: TableColumn<T>, isNegative = false): string | undefined {
  const names = [
    isFigure(column.kind) ? 'number' : '',
    column.hideNarrow === true ? 'dt-wide-only' : '',
    isNegative ? 'negative' : '',
    column.kind === 'day' ? 'dt-day' : '',
  ].filter(Boolean)
  return names.length === 0 ? undefined : names.join(' ')
}
