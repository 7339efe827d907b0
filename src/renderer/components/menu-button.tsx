import { ChevronDown, Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { navigate } from '../lib/navigation'
import { KeyHint } from './key-hint'
import './popover.css'
import './button.css'
import './menu-button.css'

export interface MenuAction {
  readonly key: string
  readonly title: string
  readonly shortcut?: string
  readonly to?: string
  readonly onAction?: () => void
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
}

export interface MenuButtonProps {
  readonly label: string
  readonly items: readonly MenuAction[]
  /** `more` draws three dots and speaks the label: for rows of a table. */
  readonly look?: 'button' | 'more'
  readonly icon?: ReactNode
  /** Not in the tab order: in a table only the active row's menu is. */
  readonly isSkipped?: boolean
  /** Open from the start: for a menu that is made only when it is asked for. */
  readonly isOpenAtFirst?: boolean
}

/** A button that offers a few more things to do. */
export function MenuButton({
  label,
  items,
  look = 'button',
  icon,
  isSkipped = false,
  isOpenAtFirst = false,
}: MenuButtonProps) {
  return (
    <MenuTrigger defaultOpen={isOpenAtFirst}>
      {look === 'more' ? (
        <AriaButton className="btn btn-icon" aria-label={label} excludeFromTabOrder={isSkipped}>
          <Ellipsis aria-hidden="true" />
        </AriaButton>
      ) : (
        <AriaButton className="btn">
          {icon}
          {label}
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      )}
      <Popover className="popover" placement="bottom end">
        <MenuActions label={label} items={items} />
      </Popover>
    </MenuTrigger>
  )
}

function MenuActions({ label, items }: { readonly label: string; readonly items: readonly MenuAction[] }) {
  return (
    <Menu className="menu" aria-label={label}>
      {items.map((item) => (
        <MenuItem
          key={item.key}
          id={item.key}
          textValue={item.title}
          isDisabled={item.isDisabled ?? false}
          className={item.isDanger === true ? 'menu-item menu-item-danger' : 'menu-item'}
          onAction={() => (item.to === undefined ? item.onAction?.() : navigate(item.to))}
        >
          <span>{item.title}</span>
          {item.shortcut !== undefined && <KeyHint keys={item.shortcut} />}
        </MenuItem>
      ))}
    </Menu>
  )
}
