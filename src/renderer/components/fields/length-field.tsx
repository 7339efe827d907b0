import { formatMinutes, parseMinutes } from '../../../shared/kernel/lengths'
import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'

const isLength = (value: Typed<number>): value is number => typeof value === 'number'

function LengthInput(props: FieldBase & Controlled<Typed<number>>) {
  return (
    <ParsedInput<number>
      width="short"
      {...props}
      parse={parseMinutes}
      format={formatMinutes}
      isValue={isLength}
      problem="Write a length such as 1:30, 90 min or 6 h."
      placeholder="e.g. 1:30"
    />
  )
}

/** How long something lasts, in minutes, written as 1:30, 90 min or 6 h; null when empty. */
export const LengthField = bindField<Typed<number>, FieldBase>(LengthInput)
