/**
 * Whether everybody gets a fair share of what was promised, by parts of the staff. No part of fewer than five people is
 * shown, and never only one of a view is left out: it could be worked out from the others and the whole.
 */
import { addMonths, type Day } from '../../kernel/dates'
import type { ReportTable, Row } from '../../kernel/report-table'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import type { FairCell, FairView } from './contract'
import { isBehind, type Line, type What } from './model'

/** A person as far as the fairness view asks. */
export interface FairPerson {
  readonly groupId: string | null
  readonly groupName: string | null
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** On the day asked for. */
  readonly fteThousandths: number
  readonly servedSince: Day | null
  readonly lines: readonly Pick<Line, 'ruleId' | 'entitled' | 'received' | 'standing'>[]
}

interface Part {
  readonly key: string
  readonly title: string
}

/** Bands of the post on the day, the largest first. */
export const fteBands: readonly (Part & { readonly fromThousandths: number })[] = [
  { key: 'full', title: 'Full time', fromThousandths: 1000 },
  { key: 'half', title: 'Half time or more', fromThousandths: 500 },
  { key: 'less', title: 'Less than half time', fromThousandths: 1 },
  { key: 'none', title: 'Without paid hours', fromThousandths: 0 },
]

/** Bands of service on the day, the longest first. */
export const serviceBands: readonly (Part & { readonly years: number })[] = [
  { key: 'ten', title: 'Ten years or more', years: 10 },
  { key: 'three', title: 'Three to nine years', years: 3 },
  { key: 'one', title: 'One or two years', years: 1 },
  { key: 'new', title: 'Less than a year', years: 0 },
]

const fteBandOf = ({ fteThousandths }: FairPerson): Part =>
  fteBands.find((band) => fteThousandths >= band.fromThousandths) ?? { key: 'none', title: 'Without paid hours' }

function serviceBandOf({ servedSince }: FairPerson, on: Day): Part {
  const unknown = { key: 'unknown', title: 'Start not known' }
  if (servedSince === null) return unknown
  return serviceBands.find(({ years }) => addMonths(servedSince, years * 12) <= on) ?? (serviceBands[3] as Part)
}

/** Whether a line says anything of fairness: not where nothing can be counted, nor of a post that has ended. */
const isTold = ({ standing }: Pick<Line, 'standing'>): boolean => standing !== 'unknown' && standing !== 'ended'

/** The whole staff that something countable is promised to, and its parts in four views. */
export function fairness(
  all: readonly FairPerson[],
  asked: { readonly on: Day; readonly whatOf: (ruleId: string) => What | undefined },
): { whole: FairCell; views: FairView[] } {
  const people = all.filter(({ lines }) => lines.some(isTold))
  const view = (
    key: FairView['key'],
    title: string,
    partsOf: (person: FairPerson) => readonly Part[],
  ): FairView => ({
    key,
    title,
    cells: withoutSmall(inOrder(cellsOf(people, partsOf, asked.whatOf))),
  })
  return {
    whole: cellOf({ key: 'all', title: 'All staff' }, people, asked.whatOf),
    views: [
      view('group', 'By staff group', ({ groupId, groupName }) => [
        { key: groupId ?? 'none', title: groupName ?? 'Group not known' },
      ]),
      view('team', 'By team', ({ teams }) =>
        teams.length === 0
          ? [{ key: 'none', title: 'No team' }]
          : teams.map(({ id, name }) => ({ key: id, title: name })),
      ),
      view('fte', 'By size of post', (person) => [fteBandOf(person)]),
      view('service', 'By length of service', (person) => [serviceBandOf(person, asked.on)]),
    ],
  }
}

const bandKeys = [...fteBands, ...serviceBands].map(({ key }) => key)

/** Bands from the largest to the smallest, groups and teams by their names. */
function inOrder(cells: readonly FairCell[]): FairCell[] {
  const place = ({ key }: FairCell) => bandKeys.indexOf(key)
  return [...cells].sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'en-GB'))
}

function cellsOf(
  people: readonly FairPerson[],
  partsOf: (person: FairPerson) => readonly Part[],
  whatOf: (ruleId: string) => What | undefined,
): FairCell[] {
  const parts = new Map<string, { part: Part; people: FairPerson[] }>()
  for (const person of people)
    for (const part of partsOf(person)) {
      const known = parts.get(part.key)
      if (known) known.people.push(person)
      else parts.set(part.key, { part, people: [person] })
    }
  return [...parts.values()].map(({ part, people: members }) => cellOf(part, members, whatOf))
}

function cellOf(
  { key, title }: Part,
  people: readonly FairPerson[],
  whatOf: (ruleId: string) => What | undefined,
): FairCell {
  const lines = people.flatMap((person) => person.lines.filter(isTold))
  const ofHours = lines.filter(({ ruleId }) => whatOf(ruleId) === 'hours')
  return {
    key,
    title,
    people: people.length,
    promises: lines.length,
    inHand: lines.filter(({ standing }) => !isBehind(standing)).length,
    behind: people.filter((person) => person.lines.some(({ standing }) => isBehind(standing))).length,
    entitledMinutes: ofHours.reduce((sum, { entitled }) => sum + entitled, 0),
    receivedMinutes: ofHours.reduce((sum, { entitled, received }) => sum + Math.min(entitled, received ?? 0), 0),
  }
}

/** Leaves the figures of small parts out; where that is one part alone, those of the next smallest as well. */
function withoutSmall(cells: readonly FairCell[]): FairCell[] {
  const bySize = [...cells].sort((a, b) => (a.people ?? 0) - (b.people ?? 0))
  const small = bySize.filter(({ people }) => (people ?? 0) < SMALLEST_GROUP)
  const hidden = new Set((small.length === 1 ? bySize.slice(0, 2) : small).map(({ key }) => key))
  return cells.map((cell) =>
    hidden.has(cell.key)
      ? {
          key: cell.key,
          title: cell.title,
          people: null,
          promises: null,
          inHand: null,
          behind: null,
          entitledMinutes: null,
          receivedMinutes: null,
        }
      : cell,
  )
}

const percent = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 100)

/** A view as a table. What is too small to be shown says so, and has no figure. */
export function fairTable({ key, title, cells }: FairView, whole: FairCell): ReportTable {
  const rowOf = (cell: FairCell): Row => ({
    key: cell.key,
    ...(cell.people === null ? { note: 'Too few people to be shown' } : {}),
    cells: {
      part: cell.title,
      people: cell.people,
      inHand: percent(cell.inHand, cell.promises),
      behind: cell.behind,
      entitledMinutes: cell.entitledMinutes,
      receivedMinutes: cell.receivedMinutes,
      received: percent(cell.receivedMinutes, cell.entitledMinutes),
    },
  })
  return {
    key: `fair-${key}`,
    title,
    columns: [
      { key: 'part', title: title.replace(/^By /, '').replace(/^./, (first) => first.toUpperCase()), kind: 'text' },
      { key: 'people', title: 'People', kind: 'count' },
      { key: 'inHand', title: 'Promises in hand', kind: 'percent', note: 'received, arranged or on course' },
      { key: 'behind', title: 'People behind', kind: 'count', note: 'with one promise or more' },
      { key: 'entitledMinutes', title: 'Hours promised', kind: 'hours' },
      { key: 'receivedMinutes', title: 'Hours received', kind: 'hours', note: 'of those promised' },
      { key: 'received', title: 'Received', kind: 'percent' },
    ],
    rows: cells.map(rowOf),
    // Somebody in two teams counts in both, so the parts of a view need not add up to the whole.
    totals: rowOf(whole),
    notes: [],
  }
}
