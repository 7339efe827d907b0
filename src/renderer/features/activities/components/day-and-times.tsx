import type { ReactNode } from 'react'
import { useFormContext, type FieldValues } from 'react-hook-form'
import { minutesBetween } from '../../../../shared/features/activities/rules'
import type { Day } from '../../../../shared/kernel/dates'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { CheckBox } from '../../../components/fields/check-box'
import { DateField } from '../../../components/fields/date-field'
import { LengthField } from '../../../components/fields/length-field'
import { TimeField } from '../../../components/fields/time-field'
import './day-and-times.css'

export interface DayAndTimesProps {
  /** Where the fields stand in the form: `sessions.0.`, or nothing. */
  readonly at: string
  /** Where the calendar opens. */
  readonly near: Day
  /** Behind the line: take the session away. */
  readonly aside?: ReactNode
}

/** One session in a form: its day, and its times or its length. */
export function DayAndTimes({ at, near, aside }: DayAndTimesProps) {
  return (
    <div className="day-and-times">
      <div className="day-line">
        <DateField name={`${at}heldOn`} label="Day" isRequired near={near} />
        <TimeField name={`${at}startsAt`} label="Starts" saysOptional={false} />
        <TimeField name={`${at}endsAt`} label="Ends" saysOptional={false} />
        <LengthField name={`${at}durationMinutes`} label="Length" saysOptional={false} />
      </div>
      <div className="day-line">
        <CheckBox name={`${at}isInsetDay`} label="INSET day" />
        <ClockNote at={at} />
        {aside}
      </div>
    </div>
  )
}

/** What the times come to, or that a length alone will do. */
function ClockNote({ at }: { readonly at: string }) {
  const { watch } = useFormContext<FieldValues>()
  const [startsAt, endsAt, typed]: unknown[] = watch([`${at}startsAt`, `${at}endsAt`, `${at}durationMinutes`])
  const minutes =
    typeof startsAt === 'string' && typeof endsAt === 'string' ? minutesBetween(startsAt, endsAt) : undefined
  if (minutes === undefined) return <p className="day-note">A start and an end, or the length alone, will do.</p>
  const counted = typeof typed === 'number' && typed !== minutes ? `; ${formatMinutes(typed)} counts` : ''
  return (
    <p className="day-note">
      {formatMinutes(minutes)} by the clock{counted}. Write a length to leave breaks out.
    </p>
  )
}
