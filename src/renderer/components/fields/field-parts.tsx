import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import './field.css'

interface FieldLabelProps {
  readonly children: ReactNode
  readonly optional: boolean
}

/** The label of a field, with "optional" where a form may be saved without it. */
export function FieldLabel({ children, optional }: FieldLabelProps) {
  return (
    <Label className="field-label">
      {children}
      {optional && <span className="field-optional"> (optional)</span>}
    </Label>
  )
}

/** The line under a label; nothing when there is none. */
export function FieldHint({ children }: { readonly children: ReactNode }) {
  if (children === undefined || children === null) return null
  return (
    <Text slot="description" className="field-hint">
      {children}
    </Text>
  )
}

/** The sentence under a field that is wrong; announced with the field. */
export function FieldProblem({ children }: { readonly children: string | undefined }) {
  return <FieldError className="field-error">{children}</FieldError>
}
