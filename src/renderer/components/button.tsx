import { useEffect, type ReactNode } from 'react'
import { Button as AriaButton, type PressEvent } from 'react-aria-components'
import { announce } from '../lib/announcer'
import { hrefTo } from '../lib/navigation'
import './button.css'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

interface Looks {
  /** One `primary` on a page. */
  readonly kind?: ButtonKind
  readonly size?: 'small' | undefined
  /** A lucide icon, drawn before the words. */
  readonly icon?: ReactNode
}

function classOf({ kind = 'plain', size }: Looks): string {
  return ['btn', kind === 'plain' ? '' : `btn-${kind}`, size === 'small' ? 'btn-small' : '']
    .filter(Boolean)
    .join(' ')
}

export interface ButtonProps extends Looks {
  /** What it does: "Book 10 people", not "OK". */
  readonly children: ReactNode
  readonly onPress?: (event: PressEvent) => void
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  /** Working: it keeps the focus, says so to screen readers and cannot be pressed twice. */
  readonly isBusy?: boolean
  readonly autoFocus?: boolean
  /** Shown on hover, e.g. the shortcut. */
  readonly describedBy?: string
  /** Where the words alone would not say it to who hears them ("All there"): begins with the same words. */
  readonly label?: string
}

/** A button that does something here. To go somewhere use {@link LinkButton}. */
export function Button({
  children,
  icon,
  kind,
  size,
  isBusy,
  describedBy,
  label,
  onPress,
  type,
  ...rest
}: ButtonProps) {
  const busy = isBusy === true
  useEffect(() => {
    if (busy) announce('Working…')
  }, [busy])
  const pressType = busy ? 'button' : (type ?? 'button')
  // Not react-aria's isPending: its announcement names the button by id, and when the button has gone by the time the
  // work is done, what is left in the live region names nothing.
  return (
    <AriaButton
      {...rest}
      type={pressType}
      onPress={busy ? undefined : onPress}
      aria-label={label}
      aria-describedby={describedBy}
      data-pending={busy || undefined}
      className={classOf({ kind, size })}
      render={(domProps) =>
        pressType === 'submit' ? (
          <button {...domProps} type="submit" />
        ) : (
          <button {...domProps} type="button" aria-disabled={busy || undefined} />
        )
      }
    >
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}

export interface IconButtonProps {
  /** The words that the icon stands for; spoken, and shown on hover. */
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly isDisabled?: boolean
}

/** A small button without words, for a place where the icon is plain: close, clear, remove a row. */
export function IconButton({ label, icon, onPress, isDisabled }: IconButtonProps) {
  return (
    <AriaButton
      aria-label={label}
      className="btn btn-icon"
      {...(onPress === undefined ? {} : { onPress })}
      isDisabled={isDisabled ?? false}
      render={(domProps) => <button {...domProps} type="button" title={label} />}
    >
      {icon}
    </AriaButton>
  )
}

export interface LinkButtonProps extends Looks {
  readonly to: string
  readonly children: ReactNode
}

/** Looks like a button, goes to a page. */
export function LinkButton({ to, children, icon, ...looks }: LinkButtonProps) {
  return (
    <a href={hrefTo(to)} className={classOf(looks)}>
      {icon}
      <span>{children}</span>
    </a>
  )
}

export interface TextLinkProps {
  readonly to: string
  readonly children: ReactNode
  /** In the section's colour and bold: the thing to do in a row. */
  readonly strong?: boolean
  /** Where the words alone would not say it ("3"): what a screen reader says instead. */
  readonly label?: string
  readonly title?: string
}

/** A link in running text or a table: a name, or a number that is a door. */
export function TextLink({ to, children, strong, label, title }: TextLinkProps) {
  return (
    <a
      href={hrefTo(to)}
      className={strong === true ? 'text-link text-link-strong' : 'text-link'}
      aria-label={label}
      title={title}
    >
      {children}
    </a>
  )
}
