import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'
import { parseWallTime } from './read-typed'

const isTime = (value: Typed<string>): value is string =>
  typeof value === 'string' && parseWallTime(value) !== undefined

function TimeInput(props: FieldBase & Controlled<Typed<string>>) {
  return (
    <ParsedInput<string>
      width="short"
      {...props}
      parse={parseWallTime}
      format={(value) => parseWallTime(value) ?? value}
      isValue={isTime}
      problem="Write a time such as 15:30 or 3.30 pm."
      placeholder="e.g. 15:30"
    />
  )
}

/** A wall time, `HH:MM` in Europe/London; null when empty. */
export const TimeField = bindField<Typed<string>, FieldBase>(TimeInput)
