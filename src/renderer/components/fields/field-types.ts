import type { ReactNode } from 'react'

/** What every field takes, whether it stands in a form or alone. */
export interface FieldBase {
  readonly label: string
  /** One short line under the label; said before the person types, not after they went wrong. */
  readonly hint?: ReactNode
  readonly isRequired?: boolean
  /** False where it may stay empty only because another field says the same: then "(optional)" would mislead. */
  readonly saysOptional?: boolean
  readonly isDisabled?: boolean
  readonly width?: 'short' | 'medium' | 'full'
  readonly autoFocus?: boolean
}

/** A field that stands alone: the caller holds its value. */
export interface Controlled<V> {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly onBlur?: () => void
  /** A sentence; shown beneath and announced. */
  readonly error?: string | undefined
  readonly registerInput?: (element: HTMLElement | null) => void
  /** Told the sentence while what is typed cannot be read, and undefined when it can. */
  readonly tellUnread?: (problem: string | undefined) => void
  /** In a form, fields that may stay empty say so. */
  readonly marksOptional?: boolean
}

export interface Option<V extends string = string> {
  readonly value: V
  readonly title: string
  readonly note?: string | undefined
}

/** The class of a field's frame. */
export function fieldClass(width: FieldBase['width'], extra = ''): string {
  return ['field', width === undefined ? '' : `field-${width}`, extra].filter(Boolean).join(' ')
}

/** The ref of a frame whose first input takes the focus when the form sends the person there. */
export function firstInput(register: Controlled<unknown>['registerInput']): (frame: HTMLElement | null) => void {
  return (frame) => register?.(frame?.querySelector('input') ?? null)
}
