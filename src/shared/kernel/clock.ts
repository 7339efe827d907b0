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

/** A clock over any source of milliseconds; the system clock by default. */
export function clockFrom(nowMs: () => number = Date.now): Clock {
  return {
    nowUtc: () => new Date(nowMs()).toISOString(),
    today: () => londonDay.format(new Date(nowMs())) as Day,
  }
}

/** A clock that stands still at an instant, for tests. */
export function fixedClock(instantUtc: string): Clock {
  return clockFrom(() => Date.parse(instantUtc))
}
