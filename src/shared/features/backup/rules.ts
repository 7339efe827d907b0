import { dayOfInstant } from '../../kernel/clock'
import { daysBetween } from '../../kernel/dates'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** An automatic backup is made when the newest one is this old and something changed since. */
export const BACKUP_EVERY_MINUTES = 30
/** After this many days without a copy that left the PC, a reminder is due. */
export const AWAY_REMINDER_DAYS = 7

/** How many backups stay: all of two days, then one a day, a week and a month. The figures are Anki's. */
export const KEEP = { allDays: 2, daily: 12, weekly: 10, monthly: 9 } as const

/**
 * Whether an automatic backup is due: something changed since the newest one, and that is at least half an hour old
 * (or in the future, where a clock was put back).
 */
export function isBackupDue(facts: {
  readonly newestBackupAtUtc: string | null
  readonly hasChangesSince: boolean
  readonly nowUtc: string
}): boolean {
  if (!facts.hasChangesSince) return false
  if (facts.newestBackupAtUtc === null) return true
  const age = Date.parse(facts.nowUtc) - Date.parse(facts.newestBackupAtUtc)
  return age < 0 || age >= BACKUP_EVERY_MINUTES * MINUTE_MS
}

/** How many days ago an instant was, as people say it: 0 is today, 1 yesterday, however few hours; never negative. */
export function daysAgo(instantUtc: string, nowUtc: string): number {
  return Math.max(0, daysBetween(dayOfInstant(instantUtc), dayOfInstant(nowUtc)))
}

/**
 * Whether to remind that no copy has left the PC for more than seven days. Before the first copy, the days are counted
 * from the first work in the file.
 */
export function isAwayReminderDue(facts: {
  readonly lastAwayAtUtc: string | null
  readonly firstChangeAtUtc: string | null
  readonly nowUtc: string
}): boolean {
  const since = facts.lastAwayAtUtc ?? facts.firstChangeAtUtc
  return since !== null && Date.parse(facts.nowUtc) - Date.parse(since) > AWAY_REMINDER_DAYS * DAY_MS
}

/**
 * The keys of the backups that may go: everything of the last two days stays, then the newest of each of 12 days, of
 * 10 weeks and of 9 months, counted over the days that have backups (so a summer away costs nothing). The newest
 * backup always stays.
 */
export function backupsToThin(
  backups: readonly { readonly key: string; readonly atUtc: string }[],
  nowUtc: string,
): string[] {
  const newestFirst = [...backups].sort((a, b) => b.atUtc.localeCompare(a.atUtc))
  const now = Date.parse(nowUtc)
  const left = { daily: KEEP.daily, weekly: KEEP.weekly, monthly: KEEP.monthly }
  let last: Period | undefined
  return newestFirst
    .filter((backup, index) => {
      const period = periodOfInstant(backup.atUtc)
      const stays =
        index === 0 ||
        now - Date.parse(backup.atUtc) < KEEP.allDays * DAY_MS ||
        isNextOfItsPeriod(period, last, left)
      if (stays) last = period
      return !stays
    })
    .map((backup) => backup.key)
}

interface Period {
  readonly day: number
  readonly week: number
  readonly month: number
}

/** Day, week (from Monday) and month of an instant, each as a running number. */
function periodOfInstant(atUtc: string): Period {
  const instant = new Date(atUtc)
  const day = Math.floor(instant.getTime() / DAY_MS)
  // 1 January 1970 was a Thursday: three days after a Monday.
  return {
    day,
    week: Math.floor((day + 3) / 7),
    month: instant.getUTCFullYear() * 12 + instant.getUTCMonth(),
  }
}

/** Takes one of the places that are left, the finest first, when this is another day, week or month than the last kept. */
function isNextOfItsPeriod(
  period: Period,
  last: Period | undefined,
  left: { daily: number; weekly: number; monthly: number },
): boolean {
  if (left.daily > 0) return period.day !== last?.day && take(left, 'daily')
  if (left.weekly > 0) return period.week !== last?.week && take(left, 'weekly')
  return left.monthly > 0 && period.month !== last?.month && take(left, 'monthly')
}

function take<K extends string>(left: Record<K, number>, which: K): true {
  left[which] -= 1
  return true
}
