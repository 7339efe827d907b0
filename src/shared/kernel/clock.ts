import type { Day } from './dates'

/** The one clock. Everything that asks "when is it?" is given this, so that tests and the sample can fix it. */
export interface Clock {
  /** Now, ISO UTC text with milliseconds. */
  nowUtc(): string
  /** Today in Europe/London. */
  today(): Day
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Europe/London on which something was recorded, of an instant in ISO UTC text. */
export function dayOfInstant(instantUtc: string): Day {
  return londonDay.format(new Date(instantUtc)) as Day
}

/** A clock over any source of milliseconds; the system clock by default. */
export function clockFrom(nowMs: () => number = Date.now): Clock {
  return {
    nowUtc: () => new Date(nowMs()).toISOString(),
    today: () => dayOfInstant(new Date(nowMs()).toISOString()),
  }
}

/** A clock that stands still at an instant, for tests. */
export function fixedClock(instantUtc: string): Clock {
  return clockFrom(() => Date.parse(instantUtc))
}
