/** How the plan is spoken of, on the screen and on paper. */
import { formatDayShort, type Day } from '../../kernel/dates'
import type { ActualLine, PlanLine, PlanState, Term, zPlanStep } from './model'
import type { z } from 'zod'

export const stateWords: Readonly<Record<PlanState, string>> = {
  draft: 'Draft',
  'for-approval': 'Waiting for approval',
  approved: 'Approved',
}

export const termWords: Readonly<Record<Term, string>> = {
  autumn: 'Autumn term',
  spring: 'Spring term',
  summer: 'Summer term',
}

export const stepWords: Readonly<Record<z.infer<typeof zPlanStep>['kind'], string>> = {
  begun: 'Begun',
  submitted: 'Sent for approval',
  returned: 'Returned to its draft',
  approved: 'Approved',
  reopened: 'Opened again',
}

/** "6½ days": quarters of a day as people say them. */
export function daysWords(quarterDays: number): string {
  const whole = Math.floor(quarterDays / 4)
  const part = ['', '¼', '½', '¾'][quarterDays % 4] ?? ''
  const number = whole === 0 && part !== '' ? part : `${whole}${part}`
  return `${number} ${quarterDays > 4 || quarterDays === 0 ? 'days' : 'day'}`
}

/** "3 Mar 2026", "Spring term", or nothing. */
export function whenWords({ startsOn, term }: { startsOn: Day | null; term: Term | null }): string {
  if (startsOn !== null) return formatDayShort(startsOn)
  return term === null ? '' : termWords[term]
}

function withOthers(names: readonly string[], most: number): readonly string[] {
  // One name takes no more room than “1 more”.
  return names.length <= most + 1 ? names : [...names.slice(0, most), `${names.length - most} more`]
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** Whom a line is for. Names are left out unless they are asked for; over `most` of them, the rest are counted. */
export function whoWords(
  line: Pick<PlanLine, 'isWholeSchool' | 'groups' | 'people' | 'heads' | 'peopleCount'>,
  { names, most = Infinity }: { readonly names: boolean; readonly most?: number },
): string {
  if (line.isWholeSchool) return line.heads === null ? 'All staff' : `All staff (${line.heads})`
  const named = names
    ? withOthers(
        line.people.map(({ name }) => name),
        most,
      )
    : []
  const parts = [...line.groups.map(({ name }) => name), ...named]
  if (parts.length === 0) return line.heads === null ? '' : people(line.heads)
  const isWhole = line.groups.length === 0 && line.peopleCount === null
  return isWhole || line.heads === null ? parts.join(', ') : `${parts.join(', ')} (${people(line.heads)})`
}

/** "Reading ages (from 8.2 to 9 years)"; empty without a measure. */
export function measureWords(
  line: Pick<PlanLine, 'measure' | 'measureUnit' | 'baselineValue' | 'targetValue'>,
): string {
  if (line.measure === null) return ''
  const unit = line.measureUnit === null ? '' : line.measureUnit === '%' ? '%' : ` ${line.measureUnit}`
  const from = line.baselineValue === null ? '' : `from ${line.baselineValue}${unit} `
  const to = line.targetValue === null ? '' : `to ${line.targetValue}${unit}`
  return from === '' && to === '' ? line.measure : `${line.measure} (${`${from}${to}`.trim()})`
}

/** How far a line has come by a day. */
export function progressWords(line: Pick<ActualLine, 'status' | 'firstOn' | 'judgement'>, today: Day): string {
  const { status, firstOn, judgement } = line
  if (status === null) return 'Not begun'
  if (status === 'cancelled') return 'Cancelled'
  if (status === 'done') return judgement === null ? 'Held, not judged yet' : 'Held and judged'
  if (firstOn === null) return 'In the diary without a day'
  return firstOn <= today ? `Running since ${formatDayShort(firstOn)}` : `Planned for ${formatDayShort(firstOn)}`
}

/** Why the request of a line does not make it happen, so that somebody looks; undefined where it is agreed or booked. */
export function requestWords({
  requestNumber,
  requestState,
}: Pick<PlanLine, 'requestNumber' | 'requestState'>): string | undefined {
  if (requestNumber === null || requestState === null) return undefined
  const of = {
    waiting: 'is not decided yet',
    returned: 'is not decided yet',
    declined: 'was declined',
    withdrawn: 'was taken back',
    approved: undefined,
    booked: undefined,
  }[requestState]
  return of && `Request R${requestNumber} ${of}`
}

/** What happened to a line after the plan was approved. */
export const sinceWords: Readonly<Record<NonNullable<ActualLine['since']>, string>> = {
  'taken-out': 'Taken out since',
  added: 'Added since',
}

export const judgementWords: Readonly<Record<NonNullable<ActualLine['judgement']>, string>> = {
  strong: 'Strong impact',
  some: 'Some impact',
  none: 'No impact',
  'too-early': 'Too early to say',
}
