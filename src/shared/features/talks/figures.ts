/** What the talks of a year come to, in a few figures. */
import { formatPounds, pence } from '../../kernel/money'
import type { Talk, TalkKind, TalkLine, TalkOf } from './model'
import { costsByPayer, isSmall } from './rules'

export interface TalkFigure {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** What is known beside the lines themselves. */
export interface YearFacts {
  readonly lines: readonly TalkLine[]
  /** Today’s staff, and how many of them had no review. */
  readonly staff: number
  readonly without: number
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
const figure = (label: string, value: number | string, note: string): TalkFigure => ({
  label,
  value: String(value),
  note,
})

/** Three figures for the top of a list. */
export function figuresOf(kind: TalkKind, { lines, staff, without }: YearFacts): TalkFigure[] {
  const of = <K extends TalkKind>(wanted: K) =>
    lines.flatMap(({ talk }) => (talk.kind === wanted ? [talk as Extract<Talk, { kind: K }>] : []))
  const agreed = lines.filter(({ agreedOn }) => agreedOn !== null).length
  const needs = figure('Needs raised', sum(lines.map((line) => line.needs.length)), 'From these')
  switch (kind) {
    case 'review':
      return [
        figure('Reviewed', `${staff - without} of ${staff}`, 'Of today’s staff, this year'),
        figure('Agreed by both', agreed, `Of ${lines.length} held`),
        needs,
      ]
    case 'meeting':
      return [
        figure('Exercises', lines.length, 'This year'),
        figure('Topics put forward', sum(of('meeting').map(({ topics }) => topics.length)), 'By those there'),
        needs,
      ]
    case 'walk':
      return [
        figure('Places seen', sum(of('walk').map(({ placesSeen }) => placesSeen)), `In ${lines.length} walks`),
        mostSeen(of('walk')),
        needs,
      ]
    case 'voice':
      return [
        askedIn(of('voice')),
        figure('Points', sum(of('voice').map(({ points }) => points.length)), 'In summary'),
        needs,
      ]
    case 'route':
      return [
        figure('Begun', lines.length, 'This year'),
        figure('Agreed', agreed, 'Signed by both'),
        figure(
          'To be paid by the school',
          formatPounds(pence(sum(of('route').map((route) => costsByPayer(route).school)))),
          'As written down, agreed or not',
        ),
      ]
  }
}

/** The question that was seen in most places, all walks together; the same words are the same question. */
function mostSeen(walks: readonly TalkOf<'walk'>[]): TalkFigure {
  const seen = new Map<string, { what: string; places: number }>()
  for (const { what, kind, seenIn } of walks.flatMap(({ sightings }) => sightings)) {
    if (kind !== 'question') continue
    const key = what.toLowerCase()
    seen.set(key, { what, places: (seen.get(key)?.places ?? 0) + (seenIn ?? 0) })
  }
  const most = [...seen.values()].toSorted((a, b) => b.places - a.places)[0]
  if (most === undefined) return figure('Most frequent question', '–', 'None yet')
  return figure('Most frequent question', `${most.places} places`, most.what)
}

function askedIn(voices: readonly TalkOf<'voice'>[]): TalkFigure {
  const asked = sum(voices.map((voice) => voice.asked))
  return figure('Asked', isSmall(asked) && asked > 0 ? 'fewer than 5' : asked, 'Pupils and parents')
}
