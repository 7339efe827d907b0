/**
 * Every talk as a sheet: what is asked and what was answered, once for the page, the filled form and the empty one, so
 * that none of them can ask for something else.
 */
import { formatDay, formatDayShort, type Day } from '../../kernel/dates'
import { importanceNames } from '../needs/words'
import type { Talk, TalkKind, TalkRecord } from './model'
import { routeSheet } from './route-sheet'
import { isAgreedByTwo, isSmall, resultOf } from './rules'
import { howNames, pointNames, sightingNames, subjectOf, whomNames } from './words'
import { promiseRows, type SheetPart } from './sheet-parts'
import type { QualificationSet } from '../packs/qualification-content'

/** What a sheet is made of: a record, or nothing for the empty form. */
export interface SheetNeeds {
  readonly record: TalkRecord | null
  /** The levels and kinds of qualifications, for the sheet of a route. */
  readonly set?: QualificationSet | undefined
}

const few = 'Fewer than 5 people: how many chose what is not shown.'
const told = (count: number | null, people: number) => (isSmall(people) || count === null ? '' : String(count))
const dayOr = (on: Day | null | undefined) => (on == null ? null : formatDay(on))

/** The sheet of a kind, filled with a record or empty. */
export function sheetOf(kind: TalkKind, { record, set }: SheetNeeds): SheetPart[] {
  const talk = record?.talk.kind === kind ? record.talk : null
  const parts = partsOf(kind, talk, set)
  return [{ kind: 'facts', facts: headOf(kind, talk, record) }, ...parts, ...afterwards(kind, record)]
}

function headOf(kind: TalkKind, talk: Talk | null, record: TalkRecord | null) {
  const on = ['Day', dayOr(talk?.heldOn)] as const
  const title = talk === null ? null : subjectOf(talk)
  switch (kind) {
    case 'review':
      return [['Colleague', record?.personName ?? null], ['With', record?.withName ?? null], on] as const
    case 'route':
      return [
        ['Colleague', record?.personName ?? null],
        ['With', record?.withName ?? null],
        on,
        ['What is to be learned', title],
      ] as const
    case 'meeting': {
      const meeting = talk?.kind === 'meeting' ? talk : null
      return [
        ['Team', meeting === null ? null : (record?.teamName ?? 'The whole staff')],
        on,
        ['Question', title],
        ['People there', meeting && String(meeting.present)],
        ['Votes for each', meeting && String(meeting.votesEach)],
      ] as const
    }
    case 'walk':
      return [
        ['Day', on[1]],
        ['What we look for', title],
        ['Places seen', talk?.kind === 'walk' ? String(talk.placesSeen) : null],
      ] as const
    case 'voice': {
      const voice = talk?.kind === 'voice' ? talk : null
      return [
        ['Who was asked', voice && `${whomNames[voice.whom]}: ${voice.group}`],
        ['How many', voice && (isSmall(voice.asked) ? 'fewer than 5' : String(voice.asked))],
        ['How', voice && howNames[voice.how]],
        on,
        ['What we asked', title],
      ] as const
    }
  }
}

function partsOf(kind: TalkKind, talk: Talk | null, set: QualificationSet | undefined): SheetPart[] {
  const of = <K extends TalkKind>(wanted: K) =>
    talk?.kind === wanted ? (talk as Extract<Talk, { kind: K }>) : null
  switch (kind) {
    case 'review':
      return reviewParts(of('review'))
    case 'meeting':
      return meetingParts(of('meeting'))
    case 'walk':
      return walkParts(of('walk'))
    case 'voice':
      return voiceParts(of('voice'))
    case 'route':
      return routeSheet(of('route'), set)
  }
}

const words = (title: string, value: string | null | undefined, lines = 4): SheetPart => ({
  kind: 'words',
  title,
  words: value ?? null,
  lines,
})

function reviewParts(review: Extract<Talk, { kind: 'review' }> | null): SheetPart[] {
  return [
    words('Since last time: what was learned, and what came of it', review?.sinceLast),
    words('Strengths to build on, and to share', review?.strengths),
    words('What next: where they want to go, and what would help', review?.whatNext),
    {
      kind: 'rows',
      title: 'Needs that both agree to',
      columns: ['Need', 'What pupils would gain', 'How important', 'By when'],
      rows: (review?.needs ?? []).map((need) => [
        need.title,
        need.impactOnPupils ?? '',
        importanceNames[need.importance] ?? '',
        need.dueOn === null ? '' : formatDayShort(need.dueOn),
      ]),
      lines: 4,
    },
    promiseRows('Support promised', review?.promises ?? []),
    { kind: 'facts', facts: [['We look back on', dayOr(review?.lookOn)]] },
  ]
}

function meetingParts(meeting: Extract<Talk, { kind: 'meeting' }> | null): SheetPart[] {
  const present = meeting?.present ?? 0
  return [
    {
      kind: 'rows',
      title: 'Topics',
      columns: ['Place', 'Topic', 'Votes', 'First', 'Second', 'Third', 'Points'],
      rows: resultOf(meeting?.topics ?? []).map((topic) => [
        String(topic.place),
        topic.title,
        ...[topic.votes, topic.firsts, topic.seconds, topic.thirds, topic.points].map((one) => told(one, present)),
      ]),
      lines: 10,
      note:
        meeting !== null && isSmall(present)
          ? few
          : 'Votes make the short list. Ranked first counts three points, second two, third one; where points are the same, votes decide.',
    },
    words('What we make of it', meeting?.outcome),
  ]
}

function walkParts(walk: Extract<Talk, { kind: 'walk' }> | null): SheetPart[] {
  return [
    words('Where we looked (rooms, year groups or subjects; no names)', walk?.where, 2),
    {
      kind: 'rows',
      title: 'What we saw',
      columns: ['What', 'Strength or question', 'Seen in'],
      rows: (walk?.sightings ?? []).map(({ what, kind, seenIn }) => [
        what,
        sightingNames[kind],
        seenIn === null ? '' : `${seenIn} of ${walk?.placesSeen ?? 0}`,
      ]),
      lines: 10,
    },
    words('What follows', walk?.followUp),
  ]
}

function voiceParts(voice: Extract<Talk, { kind: 'voice' }> | null): SheetPart[] {
  const asked = voice?.asked ?? 0
  return [
    {
      kind: 'rows',
      title: 'What they said, in summary',
      columns: ['What was said', 'Goes well or could be better', 'How many'],
      rows: (voice?.points ?? []).map(({ said, kind, count }) => [said, pointNames[kind], told(count, asked)]),
      lines: 10,
      ...(voice !== null && isSmall(asked) && { note: few }),
    },
    words('What follows for what staff learn', voice?.followUp),
  ]
}

/** How two people agreed, and what they found when they looked back. */
function afterwards(kind: TalkKind, record: TalkRecord | null): SheetPart[] {
  if (!isAgreedByTwo(kind)) return []
  return [
    { kind: 'facts', facts: [['Agreed by both on', dayOr(record?.agreedOn)]] },
    ...(kind === 'review' || record?.lookBack != null
      ? [
          words(
            record?.lookedBackOn == null
              ? 'Looking back in the middle of the year'
              : `Looking back on ${formatDay(record.lookedBackOn)}`,
            record?.lookBack,
            3,
          ),
        ]
      : []),
  ]
}
