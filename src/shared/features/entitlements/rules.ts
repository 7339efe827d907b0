/**
 * Who is entitled to what, when, and how far they are: pure, so that every page, statement and test reckons the same.
 * The guide (docs/guide/entitlements.md) states each formula in words.
 */
import { addDays, day, daysInclusive, earlierOf, laterOf, type Day } from '../../kernel/dates'
import { academicYearOf, periodOf } from '../../kernel/years'
import type { Line, Rule, Standing, What, Who } from './model'

/** Both ends inside. */
export interface Span {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** A post that somebody holds or held. */
export interface PostHeld {
  readonly title: string
  readonly staffGroupId: string
  readonly fteThousandths: number
  readonly fromOn: Day
  /** Null while it is held. */
  readonly toOn: Day | null
}

/** As far as a rule asks about a person. */
export interface Holder {
  readonly startedOn: Day | null
  readonly leftOn: Day | null
  readonly posts: readonly PostHeld[]
}

/** What is policy of a year or a place, and stands in packs (careers.json, terms.json). */
export interface EntitlementPolicy {
  /** Staff groups, and words of a post, by which early career teachers are known. */
  readonly earlyCareer: { readonly groups: readonly string[]; readonly postWords: readonly string[] }
  /** The last day of each term of an academic year, as month and day; the last is the year's own. */
  readonly termEnds: readonly string[]
}

/** The terms of an academic year, one after the other, without a day between them. */
export function termsOf(startYear: number, { termEnds }: Pick<EntitlementPolicy, 'termEnds'>): readonly Span[] {
  const ends = termEnds.map((end) => day(`${end >= '09-01' ? startYear : startYear + 1}-${end}`))
  return ends.map((endsOn, index) => {
    const before = ends[index - 1]
    return { startsOn: before === undefined ? day(`${startYear}-09-01`) : addDays(before, 1), endsOn }
  })
}

/** The days of an academic year. */
export function academicYear(startYear: number): Span {
  const { startsOn, endsOn } = periodOf({ kind: 'academic', startYear }, 'maintained')
  return { startsOn, endsOn }
}

const endOfTime = day('2199-12-31')

/** What two spans have in common; undefined without a day. */
export function overlap(one: Span, other: Span): Span | undefined {
  const startsOn = laterOf(one.startsOn, other.startsOn)
  const endsOn = earlierOf(one.endsOn, other.endsOn)
  return endsOn < startsOn ? undefined : { startsOn, endsOn }
}

/** Spans in order, those that touch or overlap as one. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
  const found: Span[] = []
  for (const span of sorted) {
    const last = found.at(-1)
    if (last && span.startsOn <= addDays(last.endsOn, 1))
      found[found.length - 1] = { startsOn: last.startsOn, endsOn: laterOf(last.endsOn, span.endsOn) }
    else found.push(span)
  }
  return found
}

/** How many days lie in spans that do not overlap. */
export function daysIn(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + daysInclusive(span.startsOn, span.endsOn), 0)
}

/** Whether a day is in one of the spans. */
export function isIn(spans: readonly Span[], on: Day): boolean {
  return spans.some((span) => on >= span.startsOn && on <= span.endsOn)
}

/** The days of a post, as far as the person was at the school. */
export function spanOf(post: PostHeld, holder: Holder): Span | undefined {
  const startsOn = holder.startedOn === null ? post.fromOn : laterOf(post.fromOn, holder.startedOn)
  const endsOn = earlierOf(post.toOn ?? endOfTime, holder.leftOn ?? endOfTime)
  return endsOn < startsOn ? undefined : { startsOn, endsOn }
}

/** Whether a text has a word or phrase as whole words, whatever their case. */
export function hasWords(text: string, phrase: string): boolean {
  const plain = (value: string) =>
    ` ${value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return plain(text).includes(plain(phrase))
}

/** Early career teachers are those of such a group, and whose post says so. */
export function isEarlyCareerPost(
  post: Pick<PostHeld, 'title' | 'staffGroupId'>,
  { groups, postWords }: EntitlementPolicy['earlyCareer'],
): boolean {
  return groups.includes(post.staffGroupId) || postWords.some((words) => hasWords(post.title, words))
}

/** Whether a post brings its holder under a rule, the size of the post left aside. */
export function isPostFor(
  who: Who,
  post: Pick<PostHeld, 'title' | 'staffGroupId'>,
  { earlyCareer }: Pick<EntitlementPolicy, 'earlyCareer'>,
): boolean {
  if (who.groupIds !== null && !who.groupIds.includes(post.staffGroupId)) return false
  if (who.postWords.length > 0 && !who.postWords.some((words) => hasWords(post.title, words))) return false
  return who.isEarlyCareer === null || isEarlyCareerPost(post, earlyCareer) === who.isEarlyCareer
}

/** A rule is in force in the years from its first to its last. */
export function isInForce(rule: Pick<Rule, 'fromYear' | 'untilYear'>, startYear: number): boolean {
  return rule.fromYear <= startYear && (rule.untilYear === null || rule.untilYear >= startYear)
}

/** What a rule gives a person in a year: how much, in which days it can be received, and by when. */
export interface Entitlement {
  /** Minutes, pence or things. */
  readonly entitled: number
  /** Days of which what is received and planned counts; nothing outside them does. */
  readonly window: readonly Span[]
  /** Days over which it builds up, for what should be there by a day. */
  readonly buildsUp: readonly Span[]
  readonly dueOn: Day
  /** The last day on which the person is under the rule, in this year. */
  readonly lastOn: Day
}

export interface PromiseNeeds {
  readonly startYear: number
  readonly schoolDayMinutes: number
  readonly policy: EntitlementPolicy
}

/** The amount of a rule in what is counted: a day is as many minutes as the school's day has. */
export function wholeAmount(rule: Pick<Rule, 'what' | 'amount'>, schoolDayMinutes: number): number {
  return rule.what === 'days' ? Math.round((rule.amount * schoolDayMinutes) / 100) : rule.amount
}

/** Whether it is counted in whole things: those are never promised in parts. */
export function isCountedInThings(what: What): boolean {
  return what === 'activities' || what === 'meetings' || what === 'steps'
}

/**
 * An amount in proportion: Σ FTE × days in post ÷ days of the time it is for. Minutes and pence to the nearest one;
 * things are rounded up to whole ones.
 */
export function inProportion(what: What, amount: number, thousandthDays: number, days: number): number {
  const share = (amount * thousandthDays) / (1000 * days)
  return isCountedInThings(what) ? Math.ceil(share) : Math.round(share)
}

interface Held {
  readonly span: Span
  readonly post: PostHeld
}

function heldUnder(rule: Pick<Rule, 'who'>, holder: Holder, policy: EntitlementPolicy): Held[] {
  return holder.posts.flatMap((post) => {
    const span = isPostFor(rule.who, post, policy) ? spanOf(post, holder) : undefined
    return span ? [{ span, post }] : []
  })
}

const within = (held: readonly Held[], time: Span): Held[] =>
  held.flatMap(({ span, post }) => {
    const common = overlap(span, time)
    return common ? [{ span: common, post }] : []
  })

/** Σ FTE in thousandths × days in post. */
const thousandthDays = (held: readonly Held[]): number =>
  held.reduce((sum, { span, post }) => sum + post.fteThousandths * daysInclusive(span.startsOn, span.endsOn), 0)

/** What a rule promises a person in a year; undefined when it is not for them, or promises nothing. */
export function promiseFor(
  rule: Pick<Rule, 'who' | 'what' | 'amount' | 'per' | 'isProRata' | 'withinWeeks' | 'fromYear'>,
  holder: Holder,
  needs: PromiseNeeds,
): Entitlement | undefined {
  const year = academicYear(needs.startYear)
  const ever = heldUnder(rule, holder, needs.policy)
  const held = within(ever, year)
  const days = merged(held.map(({ span }) => span))
  if (days.length === 0) return undefined
  const { minFteThousandths } = rule.who
  if (minFteThousandths !== null && thousandthDays(held) < minFteThousandths * daysIn(days)) return undefined
  const whole = wholeAmount(rule, needs.schoolDayMinutes)
  const lastOn = days.at(-1)?.endsOn ?? year.endsOn
  if (rule.per === 'once') return promiseOnce(rule, holder, { ever, year, whole, lastOn })
  const times = rule.per === 'term' ? termsOf(needs.startYear, needs.policy) : [year]
  const entitled = times.reduce((sum, time) => {
    const part = within(held, time)
    if (part.length === 0) return sum
    if (!rule.isProRata) return sum + whole
    return sum + inProportion(rule.what, whole, thousandthDays(part), daysIn([time]))
  }, 0)
  if (entitled === 0) return undefined
  return { entitled, window: days, buildsUp: days, dueOn: lastOn, lastOn }
}

interface OnceNeeds {
  readonly ever: readonly Held[]
  readonly year: Span
  readonly whole: number
  readonly lastOn: Day
}

/** Of what is promised once, those are told who start in the year or whose time ran out since the rule holds. */
function promiseOnce(
  rule: Pick<Rule, 'withinWeeks' | 'fromYear'>,
  holder: Holder,
  { ever, year, whole, lastOn }: OnceNeeds,
): Entitlement | undefined {
  const startedOn = startUnder(ever, holder)
  if (startedOn === undefined || startedOn > year.endsOn) return undefined
  const dueOn =
    rule.withinWeeks === null
      ? academicYear(academicYearOf(startedOn)).endsOn
      : addDays(startedOn, rule.withinWeeks * 7)
  if (dueOn < academicYear(rule.fromYear).startsOn) return undefined
  return {
    entitled: whole,
    window: [{ startsOn: startedOn, endsOn: year.endsOn }],
    buildsUp: [{ startsOn: startedOn, endsOn: dueOn }],
    dueOn,
    lastOn,
  }
}

/**
 * The day from which weeks are counted: the first of the posts that the rule is for. Where that is the first post on
 * record, it is the day the person started at the school, which may be longer ago.
 */
function startUnder(ever: readonly Held[], holder: Holder): Day | undefined {
  const first = (days: readonly Day[]) => [...days].sort()[0]
  const start = first(ever.map(({ post }) => post.fromOn))
  if (start === undefined) return undefined
  const isFirstPost = start === first(holder.posts.map((post) => post.fromOn))
  if (isFirstPost && holder.startedOn !== null) return holder.startedOn
  return holder.startedOn === null ? start : laterOf(start, holder.startedOn)
}

/** Whether what was promised once is still told in a year: when it falls due in it or later, or was not received before. */
export function isStillTold(
  promise: Pick<Entitlement, 'dueOn' | 'entitled'>,
  receivedBefore: number,
  year: Span,
): boolean {
  return promise.dueOn >= year.startsOn || receivedBefore < promise.entitled
}

/** What should be received or planned by a day: the promise × the days gone ÷ all the days over which it builds up. */
export function expectedBy(promise: Pick<Entitlement, 'entitled' | 'buildsUp'>, on: Day): number {
  const gone = promise.buildsUp.flatMap((span) => overlap(span, { startsOn: span.startsOn, endsOn: on }) ?? [])
  return Math.round((promise.entitled * daysIn(gone)) / daysIn(promise.buildsUp))
}

/** How far somebody may be below what should be there before they count as falling behind: a tenth of the promise. */
export const LAG_SHARE = 10

/** How a person stands on a day. `received` and `planned` are null where nobody has said what counts. */
export function standingOf(
  rule: Pick<Rule, 'what' | 'per'>,
  promise: Entitlement,
  numbers: { readonly received: number | null; readonly planned: number | null },
  asked: { readonly today: Day; readonly year: Span },
): Standing {
  const { received, planned } = numbers
  if (received === null || planned === null) return 'unknown'
  if (received >= promise.entitled) return 'met'
  const asOf = earlierOf(asked.today, asked.year.endsOn)
  if (promise.lastOn < asOf) return 'ended'
  const overAfter = rule.per === 'once' ? promise.dueOn : asked.year.endsOn
  if ((rule.per === 'once' ? asOf : asked.today) > overAfter) return 'short'
  if (received + planned >= promise.entitled) return 'arranged'
  const missing = expectedBy(promise, asOf) - received - planned
  const allowed = isCountedInThings(rule.what) ? 0 : promise.entitled / LAG_SHARE
  return missing > allowed ? 'behind' : 'on-course'
}

/** The numbers of a line. `left` is between nothing and the whole promise, whatever credit notes did. */
export function lineOf(
  rule: Pick<Rule, 'id' | 'what' | 'per'>,
  promise: Entitlement,
  numbers: { readonly received: number; readonly planned: number } | null,
  asked: { readonly today: Day; readonly year: Span },
): Line {
  const received = numbers?.received ?? null
  const planned = numbers?.planned ?? null
  const rest = numbers === null ? null : promise.entitled - numbers.received - numbers.planned
  return {
    ruleId: rule.id,
    entitled: promise.entitled,
    received,
    planned,
    left: rest === null ? null : Math.min(promise.entitled, Math.max(0, rest)),
    expected: numbers === null ? null : expectedBy(promise, earlierOf(asked.today, asked.year.endsOn)),
    standing: standingOf(rule, promise, { received, planned }, asked),
    dueOn: promise.dueOn,
  }
}
