/** Requests on paper: the register, the form to fill in, a request as it stands, and the letter that says what was decided. */
import { formatDay, type Day } from '../../kernel/dates'
import { formatPence } from '../../kernel/money'
import type { Block, ReportDocument, ReportTable } from '../../kernel/report-table'
import { requestFields } from '../imports/request-fields'
import type { RequestLine, RequestRecord, RouteStepInput } from './model'
import { costTable, registerTable } from './tables'
import { standingOf } from './rules'
import { coverWords, happenedWords, requestNumber, standsSentence } from './words'

/** What every paper carries. */
export interface Head {
  readonly schoolName: string
  readonly today: Day
  readonly cpdLeaderTitle: string
}

function paper(head: Head, about: Pick<ReportDocument, 'kind' | 'title' | 'subtitle' | 'blocks'>): ReportDocument {
  return {
    schoolName: head.schoolName,
    running: 'Professional development',
    stamp: `Printed ${formatDay(head.today)}`,
    moreTables: [],
    totals: {},
    ...about,
  }
}

/** The register as it is narrowed; names only where they are asked for. */
export function registerAsReport(requests: readonly RequestLine[], head: Head, hasNames: boolean): ReportDocument {
  const table = registerTable(requests, hasNames)
  return paper(head, {
    kind: 'requests',
    title: 'Requests for professional development',
    subtitle: `On ${formatDay(head.today)}`,
    blocks: [
      ...(hasNames
        ? [
            {
              kind: 'note' as const,
              text: 'This list names members of staff. It is for those who decide, not for publication.',
            },
          ]
        : []),
      { kind: 'table', table },
    ],
  })
}

/** Room to write: as wide as most of a line. */
const LINE = '\u00a0'.repeat(90)
/** Room for some sentences: three lines. */
const LINES = [LINE, LINE, LINE].join(' ')
/** Room for a few words. */
const SHORT_LINE = '\u00a0'.repeat(24)

/** A table to write into: a question to the left, room to the right. */
function questions(
  key: string,
  title: string,
  asked: readonly (readonly [question: string, hint?: string])[],
  room = LINE,
): Block {
  const table: ReportTable = {
    key,
    title,
    columns: [
      { key: 'question', title: 'Question', kind: 'text' },
      { key: 'answer', title: 'Your answer', kind: 'text' },
    ],
    rows: asked.map(([question, hint], index) => ({
      key: String(index),
      cells: { question, answer: room },
      ...(hint !== undefined && { note: hint }),
    })),
    notes: [],
  }
  return { kind: 'table', table }
}

/** What the form asks. */
const askedBlocks: readonly Block[] = [
  questions('who', 'You and what you ask for', [
    ['Your name'],
    ['What is it?', 'Title of the course, visit, conference or study'],
    ['Who provides it?'],
    ['Day and times'],
    ['Why now, and what need does it meet?'],
    ['Which priority of the school does it serve?'],
  ]),
  questions(
    'for',
    'What it is for',
    [
      ['What will be different in your practice?', 'In words that a colleague could check'],
      ['What will pupils have of it?'],
      ['How will that be measured, and when?'],
      ['How will you share it?'],
    ],
    LINES,
  ),
  questions('cost', 'What it costs', [
    ['Fee', 'Net and VAT'],
    ['Cover', 'How many days or parts of a day, and what it costs'],
    ['Travel and parking'],
    ['Meals and lodging'],
    ['Materials'],
    ['Anything else'],
    ['Who should pay?', 'School budget, a grant, another fund'],
  ]),
]

/** The marks of effective development, each with a box to tick. */
function marksBlock(marks: readonly { readonly text: string }[]): Block {
  return {
    kind: 'table',
    table: {
      key: 'marks',
      title: 'Which of these does it have?',
      columns: [
        { key: 'mark', title: 'Mark', kind: 'text' },
        { key: 'tick', title: 'Tick', kind: 'text' },
      ],
      rows: marks.map(({ text }, index) => ({ key: String(index), cells: { mark: text, tick: '☐' } })),
      notes: [],
    },
  }
}

/** Room for what each step decides. */
function decisionsBlock(deciders: readonly string[]): Block {
  return {
    kind: 'table',
    table: {
      key: 'decisions',
      title: 'Decisions',
      columns: [
        { key: 'who', title: 'Step', kind: 'text' },
        { key: 'decision', title: 'Agreed, declined or asked again', kind: 'text' },
        { key: 'reason', title: 'Reason or condition', kind: 'text' },
        { key: 'day', title: 'Day and signature', kind: 'text' },
      ],
      rows: deciders.map((title, index) => ({
        key: String(index),
        cells: { who: title, decision: SHORT_LINE, reason: SHORT_LINE, day: SHORT_LINE },
      })),
      notes: [],
    },
  }
}

/** The form for staff without the binder, with the steps that the school has set. */
export function blankForm(
  head: Head,
  {
    steps,
    noticeDays,
    marks,
  }: {
    readonly steps: readonly RouteStepInput[]
    readonly noticeDays: number | null
    readonly marks: readonly { readonly text: string }[]
  },
): ReportDocument {
  const deciders = steps.length > 0 ? steps.map((step) => step.title) : [head.cpdLeaderTitle]
  return paper(head, {
    kind: 'request-form',
    title: 'Request for professional development',
    subtitle: noticeDays === null ? 'To be filled in' : `To be handed in ${noticeDays} days before the day wanted`,
    blocks: [
      {
        kind: 'lead',
        text: `Fill in what you know and hand it to the ${head.cpdLeaderTitle}. You will get an answer in writing.`,
      },
      ...askedBlocks,
      ...(marks.length > 0 ? [marksBlock(marks)] : []),
      decisionsBlock(deciders),
    ],
  })
}

/** A request as it stands, with what was said of it. */
export function requestAsReport(request: RequestRecord, head: Head): ReportDocument {
  const fact = (term: string, value: string | null) => (value === null ? [] : [`${term}: ${value}`])
  return paper(head, {
    kind: 'request',
    title: `${requestNumber(request.number)}: ${request.title}`,
    subtitle: `Asked for by ${request.person.name} on ${formatDay(request.receivedOn)}`,
    blocks: [
      { kind: 'lead', text: standsSentence(request) },
      {
        kind: 'list',
        ordered: false,
        items: [
          ...fact('Provider', request.providerName),
          ...fact('Day wanted', request.wantedOn === null ? null : formatDay(request.wantedOn)),
          ...fact('What will be different', request.expectedChange),
          ...fact('What pupils will have of it', request.pupilBenefit),
          ...fact('How it will be measured', request.howMeasured),
          ...fact('Measured by', request.measureOn === null ? null : formatDay(request.measureOn)),
          ...fact('Priority', request.priorityTitle),
          ...fact('Why now', request.reason),
          ...fact('Cover', coverWords(request.coverQuarterDays)),
        ],
      },
      ...(request.costs.length > 0 ? [{ kind: 'table' as const, table: costTable(request) }] : []),
      { kind: 'heading', level: 2, text: 'What was said' },
      { kind: 'list', ordered: false, items: request.history.map(saidWords) },
    ],
  })
}

function saidWords(said: RequestRecord['history'][number]): string {
  const who = said.byName === null ? '' : ` by ${said.byName}`
  const words = said.words === null ? '' : `: ${said.words}`
  return `${formatDay(said.on)}, ${happenedWords(said).toLocaleLowerCase('en-GB')}${who}${words}`
}

/** The letter to who asked: what was decided, why, and what follows. */
export function decisionLetter(request: RequestRecord, head: Head): ReportDocument {
  const isAgreed = request.state === 'approved' || request.state === 'booked'
  // What was agreed to before the request changed is no longer said, and a "no" has the reasons of a "no" alone.
  const decisions = request.history
    .slice(request.history.findLastIndex(({ kind, words }) => kind === 'asked-again' && words !== null) + 1)
    .filter(({ kind }) => (isAgreed ? kind === 'approve' || kind === 'approve-if' : kind === 'decline'))
  const said = decisions.filter(({ words }) => words !== null)
  const last = decisions.at(-1)
  const conditions = said.filter(({ kind }) => kind === 'approve-if')
  return {
    ...paper(head, {
      kind: 'request-letter',
      title: `Decision on ${requestNumber(request.number)}`,
      subtitle: request.title,
      blocks: [
        { kind: 'paragraph', text: head.schoolName },
        { kind: 'paragraph', text: formatDay(request.decidedOn ?? head.today) },
        { kind: 'paragraph', text: `Dear ${request.person.name},` },
        { kind: 'heading', level: 2, text: `Your request ${requestNumber(request.number)}: ${request.title}` },
        { kind: 'paragraph', text: openingOf(request, isAgreed) },
        ...said
          .filter(({ kind }) => kind !== 'approve-if')
          .map(({ words }) => ({ kind: 'paragraph' as const, text: words ?? '' })),
        ...(conditions.length > 0
          ? [
              { kind: 'paragraph' as const, text: 'It is agreed on this condition:' },
              { kind: 'list' as const, ordered: false, items: conditions.map(({ words }) => words ?? '') },
            ]
          : []),
        ...(isAgreed ? agreedBlocks(request) : []),
        { kind: 'paragraph', text: closingOf(isAgreed, head) },
        { kind: 'paragraph', text: `Yours sincerely,` },
        { kind: 'paragraph', text: last?.byName ?? head.cpdLeaderTitle },
      ],
    }),
    isLetter: true,
  }
}

function openingOf(request: RequestRecord, isAgreed: boolean): string {
  const asked = `You asked for this on ${formatDay(request.receivedOn)}.`
  if (isAgreed) return `${asked} I am glad to say that it has been agreed.`
  return `${asked} I am sorry to say that it has not been agreed this time. This is why:`
}

/** Somebody's words as a sentence: with a full stop where they end in nothing. */
const ended = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`)

function agreedBlocks(request: RequestRecord): Block[] {
  const quarterDays = request.coverQuarterDays
  const cover = quarterDays === 0 ? '' : `, and will arrange cover for ${coverWords(quarterDays)}`
  const measured = request.measureOn === null ? '' : ` by ${formatDay(request.measureOn)}`
  return [
    { kind: 'paragraph', text: `The school will pay ${formatPence(request.costPence)} for it${cover}.` },
    ...(standingOf(request) === 'wait-listed'
      ? [
          {
            kind: 'paragraph' as const,
            text: 'It is full at present. You are on its waiting list, and nothing is ordered until a place comes free: we will tell you.',
          },
        ]
      : []),
    {
      kind: 'paragraph',
      text: `You wrote what should be different afterwards: “${ended(request.expectedChange)}” We will look at that together${measured}. It is to be seen in this: ${ended(request.howMeasured)}`,
    },
  ]
}

function closingOf(isAgreed: boolean, { cpdLeaderTitle }: Head): string {
  return isAgreed
    ? `If you cannot go, tell the ${cpdLeaderTitle} at once: a colleague may be able to take the place, and late cancelling can cost the school the fee.`
    : `If something has changed, or if you would like to talk about another way to get there, please come to the ${cpdLeaderTitle}.`
}

/** Rows for as many requests as one person, or one team, hands in at once. */
const FILL_IN_ROWS = 12

/** The same form as a table to fill in: a row is one request, under the headings that are read when it comes back. */
export function fillInFile(form: ReportDocument): ReportDocument {
  const columns = requestFields.map(({ key, label, kind }) => ({
    key,
    title: label,
    kind: kind === 'day' || kind === 'pence' ? kind : ('text' as const),
  }))
  const rows = Array.from({ length: FILL_IN_ROWS }, (_, index) => ({ key: String(index), cells: {} }))
  return {
    ...form,
    blocks: [{ kind: 'table', table: { key: 'requests', title: 'Requests', columns, rows, notes: [] } }],
  }
}
