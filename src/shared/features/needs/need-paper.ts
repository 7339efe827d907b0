/** One need with its trail as a page: whose and why, every step with its words, and the events that serve it. */
import { formatDay } from '../../kernel/dates'
import type { Block, ReportTable } from '../../kernel/report-table'
import { ownerWords, type OwnersOnPaper } from './as-report'
import type { Need, NeedStep } from './model'
import { importanceNames, sourceNames, stateNames, wayWords } from './words'

/** What stands under the title of the page. */
export function needSubtitle(need: Need, owners: OwnersOnPaper): string {
  return `${ownerWords(need, owners)}. ${stateNames[need.state]} since ${formatDay(need.stateOn)}`
}

/** The page of a need. Who agreed it and who took its steps stand on it only with names. */
export function needBlocks(need: Need, owners: OwnersOnPaper): Block[] {
  const { steps, servedBy } = need
  return [
    { kind: 'heading', level: 2, text: 'What it is and why' },
    { kind: 'table', table: factsTable(need, owners) },
    { kind: 'heading', level: 2, text: 'How it came to stand so' },
    { kind: 'table', table: stepsTable(steps, owners.withNames) },
    { kind: 'heading', level: 2, text: 'Events that serve it' },
    servedBy.length === 0
      ? { kind: 'paragraph', text: 'No event serves it.' }
      : { kind: 'table', table: eventsTable(need) },
  ]
}

function factsTable(need: Need, owners: OwnersOnPaper): ReportTable {
  const { standard, agreedOn, agreedByName, dueOn } = need
  const agreedBy = owners.withNames && agreedByName !== null ? ` by ${agreedByName}` : ''
  const facts: readonly (readonly [string, string | null])[] = [
    ['Whose', ownerWords(need, owners)],
    ['About it', need.description],
    ['Found by', sourceNames[need.sourceCode]],
    ['Standard', standard && `${standard.code} ${standard.label}`],
    ['Priority', need.priorityTitle],
    ['Importance', importanceNames[need.importance] ?? null],
    ['Level', wayWords(need.nowLevel, need.targetLevel)],
    ['In practice', need.impactOnPractice],
    ['For pupils', need.impactOnPupils],
    ['To be met by', dueOn && formatDay(dueOn)],
    ['What would suit', need.typeName],
    ['Agreed', agreedOn && `${formatDay(agreedOn)}${agreedBy}`],
  ]
  return {
    key: 'need',
    title: '',
    columns: [
      { key: 'what', title: 'What', kind: 'text' },
      { key: 'words', title: 'What is known', kind: 'text' },
    ],
    rows: facts
      .filter(([, words]) => words !== null)
      .map(([what, words]) => ({ key: what, cells: { what, words } })),
    notes: [],
  }
}

function stepsTable(steps: readonly NeedStep[], withNames: boolean): ReportTable {
  return {
    key: 'steps',
    title: '',
    columns: [
      { key: 'day', title: 'Day', kind: 'day' },
      { key: 'state', title: 'Then', kind: 'text' },
      ...(withNames ? [{ key: 'by', title: 'By', kind: 'text' as const }] : []),
      { key: 'words', title: 'Why, and what shows it', kind: 'text' },
    ],
    rows: steps.map((step) => ({
      key: step.id,
      cells: {
        day: step.happenedOn,
        state: stateNames[step.to],
        ...(withNames && { by: step.byName }),
        words: wordsOf(step),
      },
    })),
    notes: [],
  }
}

function wordsOf({ reason, evidence, point }: NeedStep): string | null {
  const seen = point?.title == null ? null : `See: ${point.title}.`
  const words = [evidence, reason, seen].filter((part) => part !== null)
  return words.length === 0 ? null : words.join(' ')
}

const statusNames = { idea: 'Idea', planned: 'Planned', done: 'Done', cancelled: 'Cancelled' } as const

function eventsTable({ servedBy }: Need): ReportTable {
  return {
    key: 'events',
    title: '',
    columns: [
      { key: 'title', title: 'Event', kind: 'text' },
      { key: 'day', title: 'First day', kind: 'day' },
      { key: 'status', title: 'Status', kind: 'text' },
      { key: 'evaluated', title: 'Evaluated', kind: 'text' },
    ],
    rows: servedBy.map((event) => ({
      key: event.eventId,
      cells: {
        title: event.title,
        day: event.firstOn,
        status: statusNames[event.status],
        evaluated: event.evaluationId === null ? 'Not yet' : 'Yes',
      },
    })),
    notes: [],
  }
}
