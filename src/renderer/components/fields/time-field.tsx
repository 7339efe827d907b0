import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'

/** Reads 9:15, 09.15, 0915, 3pm, 3.30 pm as HH:MM; undefined when it is not a time of the day. */
export function parseWallTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:. h]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim())
  if (!match) return undefined
  const half = match[3]?.toLowerCase()
  if (match[2] === undefined && half === undefined && (match[1] ?? '').length < 1) return undefined
  let hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

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
      placeholder="15:30"
    />
  )
}

/** A wall time, `HH:MM` in Europe/London; null when empty. */
export const TimeField = bindField<Typed<string>, FieldBase>(TimeInput)
