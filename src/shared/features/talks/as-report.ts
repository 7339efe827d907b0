/** Talks on paper: the empty form, the filled one, the agreement that is signed, and the list of a year. */
import { formatDay, type Day } from '../../kernel/dates'
import { formatPence, pence } from '../../kernel/money'
import type { Block, ReportDocument, ReportTable } from '../../kernel/report-table'
import { yearLabel } from '../../kernel/years'
import type { QualificationSet } from '../packs/qualification-content'
import type { TalkKind, TalkLine, TalkOf, TalkRecord } from './model'
import { costsByPayer, isAgreedByTwo } from './rules'
import { openPracticalities, payerNames, practicalNames } from './route-words'
import { costRows } from './route-sheet'
import { sheetOf } from './sheet'
import { promiseRows, type SheetPart } from './sheet-parts'
import { gistOf, kindWords, raisedWords, subjectOf } from './words'

/** An empty cell that stays empty: a missing value would be printed as a dash. */
const blank = '\u00a0'

interface PaperFacts {
  readonly schoolName: string
  readonly today: Day
  readonly set?: QualificationSet | undefined
}

function page(title: string, subtitle: string, { schoolName, today }: PaperFacts, blocks: Block[]): ReportDocument {
  return {
    kind: 'talk',
    title,
    subtitle,
    schoolName,
    running: 'Professional development',
    stamp: `Printed ${formatDay(today)}`,
    blocks,
    moreTables: [],
    totals: {},
  }
}

/** The form of a kind, to be filled in by hand. */
export function blankTalk(kind: TalkKind, facts: PaperFacts): ReportDocument {
  const { sheet, about, promise } = kindWords[kind]
  const parts = sheetOf(kind, { record: null, set: facts.set })
  return page(sheet, about, facts, [
    { kind: 'lead', text: promise },
    ...parts.flatMap((part, index) => blocksOf(part, index, true)),
    ...(kind === 'route' && facts.set ? [levelTable(facts.set)] : []),
    ...(isAgreedByTwo(kind) ? [signatures(['Colleague', 'With'])] : []),
    ...(kind === 'meeting' ? [{ kind: 'page-break' as const }, ...votingBlocks(null)] : []),
  ])
}

/** What each person of a team exercise is given: its topics, with boxes for their votes. One sheet is for one person. */
export function votingSheet(record: TalkRecord, facts: PaperFacts): ReportDocument {
  const meeting = record.talk.kind === 'meeting' ? record.talk : null
  return page('Voting sheet', meeting?.title ?? '', facts, votingBlocks(meeting))
}

function votingBlocks(meeting: TalkOf<'meeting'> | null): Block[] {
  const votes = meeting?.votesEach ?? 3
  const titles =
    meeting === null ? Array.from({ length: 10 }, () => blank) : meeting.topics.map(({ title }) => title)
  return [
    ...(meeting === null
      ? [{ kind: 'heading' as const, level: 1 as const, text: 'Voting sheet for each person' }]
      : []),
    {
      kind: 'paragraph',
      text: `You have ${votes === 1 ? 'one vote' : `${votes} votes`}: tick them, several for one topic if you like. Then write 1, 2 and 3 beside the topics that matter most to you. Do not write your name.`,
    },
    table(
      'voting',
      '',
      ['Topic', 'My votes', 'My rank'],
      titles.map((title) => [title, Array.from({ length: votes }, () => '☐').join(blank), blank]),
    ),
  ]
}

/** A talk as it was written down. */
export function filledTalk(record: TalkRecord, facts: PaperFacts): ReportDocument {
  const { kind } = record.talk
  const parts = sheetOf(kind, { record, set: facts.set })
  return page(subjectOf(record.talk), record.personName ?? record.teamName ?? kindWords[kind].title, facts, [
    { kind: 'lead', text: kindWords[kind].promise },
    ...parts.flatMap((part, index) => blocksOf(part, index, false)),
    ...(record.needs.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: 'Needs raised from this' },
          { kind: 'list' as const, items: record.needs.map(({ title }) => title), ordered: false },
        ]),
    ...(isAgreedByTwo(kind) ? [signatures([record.personName ?? 'Colleague', record.withName ?? 'With'])] : []),
  ])
}

function table(
  key: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  notes: string[] = [],
): Block {
  const whole: ReportTable = {
    key,
    title,
    columns: columns.map((name, index) => ({ key: `c${index}`, title: name, kind: 'text' })),
    rows: rows.map((cells, index) => ({
      key: String(index),
      // A second line, so that there is room to write by hand.
      ...(cells.includes(blank) && { note: blank }),
      cells: Object.fromEntries(cells.map((cell, at) => [`c${at}`, cell === '' ? blank : cell])),
    })),
    notes,
  }
  return { kind: 'table', table: whole }
}

const emptyRows = (columns: number, lines: number) =>
  Array.from({ length: lines }, () => Array.from({ length: columns }, () => blank))

/** A part of a sheet on paper; of a filled one, what was left empty is left out. */
function blocksOf(part: SheetPart, index: number, isBlank: boolean): Block[] {
  const key = `part-${index}`
  switch (part.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 1, text: part.title }]
    case 'facts': {
      const facts = isBlank ? part.facts : part.facts.filter(([, value]) => value !== null)
      return facts.length === 0
        ? []
        : [
            table(
              key,
              '',
              ['', ''],
              facts.map(([label, value]) => [label, value ?? blank]),
            ),
          ]
    }
    case 'words':
      if (isBlank) return [table(key, '', [part.title], emptyRows(1, part.lines))]
      if (part.words === null) return []
      return [
        { kind: 'heading', level: 2, text: part.title },
        ...part.words.split(/\n+/).map((text) => ({ kind: 'paragraph' as const, text })),
      ]
    case 'rows': {
      const rows = isBlank ? emptyRows(part.columns.length, part.lines) : part.rows
      if (rows.length === 0) return []
      return [table(key, part.title, part.columns, rows, part.note === undefined ? [] : [part.note])]
    }
    case 'ticks': {
      const hasNotes = part.ticks.some(({ note }) => note !== null)
      return [
        table(
          key,
          part.title,
          ['', ...(hasNotes ? ['', 'Note'] : [''])],
          part.ticks.map(({ label, isTicked, note }) => [
            isTicked ? '☒' : '☐',
            label,
            ...(hasNotes ? [note ?? blank] : []),
          ]),
        ),
      ]
    }
  }
}

function levelTable(set: QualificationSet): Block {
  const [source] = set.sources
  return table(
    'levels',
    set.title,
    ['Level', 'For example', 'Higher education'],
    set.levels.map(({ label, examples, higher }) => [label, examples, higher]),
    [
      source === undefined
        ? ''
        : `${source.title}, as of ${formatDay(source.asOf)}. Check it before you rely on it.`,
    ],
  )
}

function signatures(names: readonly string[]): Block {
  return table(
    'signatures',
    'Signed',
    ['Name', 'Signature', 'Day'],
    names.map((name) => [name, blank, blank]),
  )
}

/** The agreement about a way to a qualification: what both sign. Empty where the record is no route. */
export function routeAgreement(record: TalkRecord, facts: PaperFacts): ReportDocument {
  const { talk } = record
  const title = 'Agreement on learning'
  if (talk.kind !== 'route') return page(title, '', facts, [])
  const byPayer = costsByPayer(talk)
  const paid = (['school', 'person', 'other'] as const).filter((payer) => byPayer[payer] > 0)
  const open = openPracticalities(talk)
  const named = (list: readonly { id: string; label: string }[] | undefined, id: string | null) =>
    list?.find((one) => one.id === id)?.label ?? id
  const what: SheetPart = {
    kind: 'facts',
    facts: [
      ['Colleague', record.personName],
      ['For the school', record.withName],
      ['What is to be learned', talk.title],
      ['Qualification', talk.qualification],
      ['Kind', named(facts.set?.kinds, talk.qualificationKind)],
      ['Level', named(facts.set?.levels, talk.level)],
      ['Status aimed at', named(facts.set?.statuses, talk.status)],
      ['Training mentor', talk.practical.mentor.note],
      ['Time away from work', talk.practical.release.note],
      ['What it changes in role, duties or grade', talk.practical.outcome.note],
      ['How we shall see that it worked', talk.measure],
      ['We look at it together on', talk.lookOn === null ? null : formatDay(talk.lookOn)],
    ],
  }
  return page(title, `${record.personName ?? ''}: ${talk.title}`, facts, [
    ...blocksOf(what, 0, false),
    ...blocksOf(promiseRows('Who does what by when', talk.promises), 1, false),
    ...blocksOf(costRows(talk), 2, false),
    ...(paid.length === 0
      ? [{ kind: 'paragraph' as const, text: 'No cost was written down.' }]
      : [
          {
            kind: 'paragraph' as const,
            text: `${paid.map((payer) => `${payerNames[payer]}: ${formatPence(pence(byPayer[payer]))}`).join('. ')}.`,
          },
        ]),
    ...(talk.repay === null
      ? [{ kind: 'paragraph' as const, text: 'Nothing is to be paid back, whatever happens later.' }]
      : blocksOf({ kind: 'words', title: 'Paying back', words: talk.repay, lines: 2 }, 3, false)),
    ...(open.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: 'Still open when this was printed' },
          { kind: 'list' as const, items: open.map((key) => practicalNames[key].title), ordered: false },
        ]),
    {
      kind: 'paragraph',
      text: 'This is an agreement about learning. It takes nothing from anybody’s contract of employment; ask your personnel adviser before money is to be paid back.',
    },
    signatures([record.personName ?? 'Colleague', record.withName ?? 'For the school']),
  ])
}

interface ListFacts extends PaperFacts {
  readonly year: number
  readonly withNames: boolean
  /** How many have had no review; left out of other lists. */
  readonly without?: number | undefined
}

/** The talks of a year as a list; names of people only where they are asked for. */
export function talkList(kind: TalkKind, lines: readonly TalkLine[], facts: ListFacts): ReportDocument {
  const { title, about } = kindWords[kind]
  const hasPeople = isAgreedByTwo(kind)
  const who = (line: TalkLine, index: number) =>
    hasPeople ? (facts.withNames ? (line.personName ?? '') : `Colleague ${index + 1}`) : subjectOf(line.talk)
  return page(title, yearLabel(facts.year), facts, [
    { kind: 'lead', text: about },
    ...(facts.without === undefined
      ? []
      : [{ kind: 'paragraph' as const, text: `${facts.without} of today’s staff have none this year.` }]),
    table(
      'talks',
      '',
      [
        'Day',
        hasPeople ? 'Whom it is about' : 'What it is about',
        'What it came to',
        'Needs',
        ...(hasPeople ? ['Agreed'] : []),
      ],
      lines.map((line, index) => [
        formatDay(line.talk.heldOn),
        who(line, index),
        hasPeople && !facts.withNames && line.talk.kind === 'route' ? '' : gistOf(line.talk),
        raisedWords(line.needs),
        ...(hasPeople ? [line.agreedOn === null ? 'not yet' : formatDay(line.agreedOn)] : []),
      ]),
    ),
  ])
}
