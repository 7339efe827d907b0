/** How what is promised is spoken of, on screen and on paper. */
import { formatDay, type Day } from '../../kernel/dates'
import { formatMinutes } from '../../kernel/lengths'
import { formatPence, pence } from '../../kernel/money'
import { formatCell } from '../../kernel/report-table'
import { capital, listed, small } from '../reports/words'
import type { Counts, Per, Rule, Standing, What, Who } from './model'
import { wholeAmount } from './rules'

export const whatNames: Readonly<Record<What, string>> = {
  hours: 'Hours of CPD',
  days: 'Days of CPD',
  activities: 'Activities',
  meetings: 'Meetings',
  money: 'Money',
  steps: 'Steps',
}

const things: Readonly<Record<'activities' | 'meetings' | 'steps', readonly [one: string, many: string]>> = {
  activities: ['activity', 'activities'],
  meetings: ['meeting', 'meetings'],
  steps: ['step', 'steps'],
}

/** An amount as it is counted (minutes, pence, things), with its unit: "18 h", "4.5 days", "£100.00", "2 activities". */
export function amountWords(what: What, amount: number | null, schoolDayMinutes: number): string {
  if (amount === null) return '–'
  switch (what) {
    case 'hours':
      return amount < 0 ? `−${formatMinutes(-amount)}` : formatMinutes(amount)
    case 'days': {
      const days = amount / schoolDayMinutes
      return `${formatCell('number', days)} ${Math.round(days * 100) === 100 ? 'day' : 'days'}`
    }
    case 'money':
      return formatPence(pence(amount))
    default: {
      const [one, many] = things[what]
      return `${amount} ${amount === 1 ? one : many}`
    }
  }
}

const perWords: Readonly<Record<Per, string>> = { academicYear: 'a year', term: 'a term', once: 'once' }

/** How much a rule promises: "30 h a year, in proportion to the post", "2 activities a term". */
export function promiseWords(
  rule: Pick<Rule, 'what' | 'amount' | 'per' | 'isProRata'>,
  schoolDayMinutes: number,
): string {
  const much = amountWords(rule.what, wholeAmount(rule, schoolDayMinutes), schoolDayMinutes)
  return `${much} ${perWords[rule.per]}${rule.isProRata ? ', in proportion to the post' : ''}`
}

/** By when: "by the end of the year", "within 6 weeks of starting". */
export function dueWords({ per, withinWeeks }: Pick<Rule, 'per' | 'withinWeeks'>): string {
  if (per !== 'once') return 'by the end of the year'
  if (withinWeeks === null) return 'by the end of the first year'
  if (withinWeeks === 0) return 'on the day of starting'
  return `within ${withinWeeks} ${withinWeeks === 1 ? 'week' : 'weeks'} of starting`
}

/** A staff group of the school. */
export interface NamedGroup {
  readonly id: string
  readonly name: string
}

/** The groups of a rule as they are said: nearly all of them by those that are left out. */
function groupWords(groupIds: readonly string[] | null, groups: readonly NamedGroup[]): string {
  if (groupIds === null) return 'Everybody'
  const named = (isIn: boolean) =>
    groups.filter(({ id }) => groupIds.includes(id) === isIn).map(({ name }) => small(name))
  const [those, others] = [named(true), named(false)]
  if (those.length === 0) return 'Nobody: the groups are not in this school'
  if (others.length === 0) return 'Everybody'
  return others.length * 2 < those.length ? `Everybody but ${listed(others)}` : capital(listed(those))
}

/** Things of which one is enough: “a”, “b” or “c”. */
function eitherOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}

/** Whom a rule is for, among the groups of the school. */
export function whoWords(who: Who, groups: readonly NamedGroup[]): string {
  const posts =
    who.postWords.length === 0 ? '' : `, with ${eitherOf(who.postWords.map((word) => `“${word}”`))} in their post`
  const careers = {
    true: ', early career teachers only',
    false: ', early career teachers left out',
    null: '',
  } as const
  const career = careers[`${who.isEarlyCareer}`]
  const fte =
    who.minFteThousandths === null ? '' : `, from ${formatCell('number', who.minFteThousandths / 1000)} of a post`
  return `${groupWords(who.groupIds, groups)}${posts}${career}${fte}`
}

/** What counts for a rule. */
export function countsWords(
  counts: Counts | null,
  names: {
    readonly type: (code: string) => string | undefined
    readonly activity: (id: string) => string | undefined
  },
): string {
  switch (counts?.by) {
    case undefined:
      return 'Nobody has said what counts yet'
    case 'everything':
      return 'All CPD'
    case 'training-days':
      return 'Sessions on training days'
    case 'types':
      return listed(counts.types.map((code) => names.type(code) ?? code))
    case 'activities':
      return listed(counts.activityIds.map((id) => names.activity(id) ?? 'an activity that is gone'))
    case 'pairs':
      return `${capital(listed(counts.kinds))} meetings that were held`
    case 'induction':
      return 'Steps of induction that are done'
    case 'ticks':
      return 'What we tick off'
  }
}

export const standingWords: Readonly<Record<Standing, string>> = {
  met: 'Received',
  arranged: 'Arranged',
  'on-course': 'On course',
  behind: 'Falling behind',
  short: 'Fell short',
  ended: 'Post ended',
  unknown: 'Not counted yet',
}

/** What a line says of its time: "by 31 August 2026". */
export function byWords(dueOn: Day): string {
  return `by ${formatDay(dueOn)}`
}
