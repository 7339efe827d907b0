import { Ellipsis } from 'lucide-react'
import { memo, useState, type CSSProperties } from 'react'
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
  const [menu, setMenu] = useState<MenuState>('asleep')
  if (isActive && menu === 'asleep') setMenu('awake')
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
      onPointerEnter={() => setMenu((state) => (state === 'asleep' ? 'awake' : state))}
      onClick={(event) => (isDoor && !isControl(event.target) ? open() : undefined)}
    >
      {columns.map((column, position) => (
        <BodyCell key={column.key} row={row} column={column} href={position === 0 ? href : undefined} />
      ))}
      {actions !== undefined && (
        <td className="dt-actions">
          <RowMenu
            label={`More for ${rowName(row, columns)}`}
            items={() => actions(row)}
            isSkipped={!isActive}
            state={menu}
            onWake={() => setMenu('opened')}
          />
        </td>
      )}
    </tr>
  )
}

/** Asleep until the row is pointed at or has the focus; opened where it was pressed while asleep, as a reader may. */
type MenuState = 'asleep' | 'awake' | 'opened'

interface RowMenuProps {
  readonly label: string
  readonly items: () => readonly MenuAction[]
  readonly isSkipped: boolean
  readonly state: MenuState
  readonly onWake: () => void
}

/**
 * The menu of a row. A real menu button costs as much as the rest of its row, so while rows rush by there is a plain
 * button of the same looks and name in its place.
 */
function RowMenu({ label, items, isSkipped, state, onWake }: RowMenuProps) {
  const [isPressed, setPressed] = useState(false)
  const letGo = () => setPressed(false)
  const wake = () => {
    letGo()
    onWake()
  }
  // A press wakes its row: the button stays until the finger is lifted, or the press would be of neither button.
  if (state === 'asleep' || isPressed)
    return (
      <button
        type="button"
        className="btn btn-icon"
        aria-label={label}
        aria-haspopup="true"
        tabIndex={-1}
        onPointerDown={() => setPressed(true)}
        // A finger leaves before it clicks.
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && letGo()}
        onPointerCancel={letGo}
        onClick={wake}
      >
        <Ellipsis aria-hidden="true" />
      </button>
    )
  return (
    <MenuButton
      look="more"
      label={label}
      items={items()}
      isSkipped={isSkipped}
      isOpenAtFirst={state === 'opened'}
    />
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
