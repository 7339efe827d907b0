import { CalendarDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components'
import { formatDay, isDay, parseDay, type Day } from '../../../shared/kernel/dates'
import { bindField } from './bind-field'
import type { Controlled, FieldBase } from './field-types'
import { ParsedInput, type Typed } from './parsed-input'
import { dayProblem } from './read-typed'
import '../button.css'
import '../popover.css'
import './date-field.css'

export interface DateFieldProps extends FieldBase {
  /** Where the calendar opens when the field is empty; today when left out. */
  readonly near?: Day
}

const isDayValue = (value: Typed<Day>): value is Day => typeof value === 'string' && isDay(value)

/**
 * A day. One box that reads a day as a British office writes it (3/9/2026, 3 Sep 26, 3 September 2026), with a
 * calendar beside it that works by keyboard. It is a text box and not react-aria's segments, because those turn an
 * impossible day (31/02/2026) into the last day of February on leaving; here it stays as typed and is an error.
 */
function DateInput({ near, ...props }: DateFieldProps & Controlled<Typed<Day>>) {
  return (
    <ParsedInput<Day>
      width="medium"
      {...props}
      parse={parseDay}
      format={formatDay}
      isValue={isDayValue}
      problem={dayProblem}
      placeholder="e.g. 3/9/2026"
      after={<CalendarButton {...props} near={near} />}
    />
  )
}

/** A day as `YYYY-MM-DD`; null when empty. */
export const DateField = bindField<Typed<Day>, DateFieldProps>(DateInput)

interface CalendarButtonProps extends Controlled<Typed<Day>> {
  readonly label: string
  readonly isDisabled?: boolean
  readonly near?: Day | undefined
}

function CalendarButton({ label, value, near, onChange, isDisabled }: CalendarButtonProps) {
  const chosen = isDayValue(value) ? toCalendarDate(value) : undefined
  const start = chosen ?? (near === undefined ? undefined : toCalendarDate(near))
  return (
    <DialogTrigger>
      <Button
        slot={null}
        className="control-button"
        aria-label={`Choose from a calendar: ${label}`}
        isDisabled={isDisabled ?? false}
      >
        <CalendarDays aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="calendar-dialog" aria-label={label}>
          {({ close }) => (
            <Calendar
              className="calendar"
              aria-label={label}
              autoFocus
              firstDayOfWeek="mon"
              value={chosen ?? null}
              {...(start === undefined ? {} : { defaultFocusedValue: start })}
              onChange={(next) => {
                onChange(next.toString() as Day)
                close()
              }}
            >
              <CalendarHead />
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell date={date} className="calendar-day" />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function CalendarHead() {
  return (
    <header className="calendar-head">
      <Button slot="previous" className="btn btn-icon">
        <ChevronLeft aria-hidden="true" />
      </Button>
      <Heading className="calendar-month" />
      <Button slot="next" className="btn btn-icon">
        <ChevronRight aria-hidden="true" />
      </Button>
    </header>
  )
}

function toCalendarDate(value: Day): CalendarDate {
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  return new CalendarDate(year, month, date)
}
