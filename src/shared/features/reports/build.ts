import { formatDay } from '../../kernel/dates'
import { yearName } from '../../kernel/years'
import type { Block, Chart, ReportDocument, ReportTable } from '../../kernel/report-table'
import type { ReportFacts } from './facts'
import {
  allGroups,
  fairnessBlocks,
  fairnessSentence,
  fairnessTable,
  hoursChart,
  paragraphs,
  peopleTable,
} from './fairness'
import {
  activityTable,
  evidenceChart,
  evidenceSentence,
  evidenceTable,
  workedBlocks,
  workedTable,
} from './evidence'
import type { ReportKind } from './model'
import {
  codeTable,
  fundChart,
  fundTable,
  kindTable,
  moneyBlocks,
  moneySentence,
  totalsStrip,
  totalsTable,
} from './money'
import { priorityBlocks, prioritySentence, priorityTable } from './priorities'
import { methodBlocks, nextStepBlocks, questionBlocks } from './questions'
import { activitiesHeld, allCash, codeTotal, fullCost, outsideCash, ownTimePence } from './rules'
import { isYearOver, notYet } from './tense'
import { capital, counted, pounds, wholeHours } from './words'

/** What is printed at the foot of a report: its day, and which issue it is. */
export interface Edition {
  /** Undefined for a draft. */
  readonly number?: number | undefined
  readonly reason?: string | null | undefined
}

/** Makes a report from its facts. Pure: the same facts always make the same report. */
export function buildReport(kind: ReportKind, facts: ReportFacts, edition: Edition = {}): ReportDocument {
  const made = { governors, spend, participation }[kind](facts)
  const people = peopleTable(facts)
  return {
    kind,
    schoolName: facts.schoolName,
    period: periodFacts(facts),
    running: `Professional development, ${yearName(facts.period)}`,
    stamp: stampOf(facts, edition),
    ...made,
    blocks: people
      ? [
          ...made.blocks,
          { kind: 'page-break' },
          { kind: 'heading', level: 1, text: 'Who took part' },
          { kind: 'table', table: people },
        ]
      : made.blocks,
    totals: totalsOf(facts),
  }
}

type Made = Pick<ReportDocument, 'title' | 'subtitle' | 'blocks' | 'moreTables'>

function periodFacts({ period: { kind, label, startsOn, endsOn } }: ReportFacts): ReportDocument['period'] {
  return { kind, label, startsOn, endsOn }
}

function stampOf(facts: ReportFacts, edition: Edition): string {
  const issue =
    edition.number === undefined
      ? 'draft'
      : edition.number === 1
        ? 'issue 1'
        : `issue ${edition.number}, replaces issue ${edition.number - 1}`
  return `${formatDay(facts.today)} · ${issue}`
}

/** The totals of a report by name (model, section 5), exact. */
export function totalsOf(facts: ReportFacts): Record<string, number> {
  const named = {
    code: codeTotal(facts),
    allCash: allCash(facts),
    outside: outsideCash(facts),
    fullCost: fullCost(facts),
  }
  const pairs = Object.entries(named).flatMap(([name, figure]) => [
    [`${name}PaidPence`, figure.paidPence],
    [`${name}PaidAndPromisedPence`, figure.withPromisedPence],
  ])
  const all = allGroups(facts)
  return {
    ...(Object.fromEntries(pairs) as Record<string, number>),
    ownTimePence: ownTimePence(facts),
    heads: facts.heads,
    creditedMinutes: all.creditedMinutes,
    countedMinutes: all.countedMinutes,
    events: activitiesHeld(facts).length,
  }
}

const charts = (...some: (Chart | undefined)[]): Block[] =>
  some.flatMap((chart) => (chart ? [{ kind: 'chart' as const, chart }] : []))
const present = (...some: (ReportTable | undefined)[]): ReportTable[] => some.filter((table) => table !== undefined)

/** The first paragraph, which says it all: who, how long, what moved, what it cost. Figures in sentences. */
export function openingSentence(facts: ReportFacts): string {
  const all = allGroups(facts)
  if (facts.heads === 0 && allCash(facts).withPromisedPence === 0)
    return notYet(facts, 'Nothing', 'recorded', false)
  const isOver = isYearOver(facts)
  const haveSpent = isOver ? 'spent' : facts.heads === 1 ? 'has spent' : 'have spent'
  const people =
    facts.heads === 0
      ? notYet(facts, 'No hours of learning', 'recorded')
      : `${capital(counted(facts.heads, 'colleague', 'colleagues'))} ${haveSpent} ${wholeHours(all.creditedMinutes)} hours learning${isOver ? '' : ' so far'}.`
  const what = facts.heads === 0 ? 'professional development' : 'it'
  const full = ownTimePence(facts) === 0 ? '' : `; with our own time, ${pounds(fullCost(facts).withPromisedPence)}`
  const cost = `In cash ${what} ${isOver ? 'cost' : 'has cost'} ${pounds(allCash(facts).withPromisedPence)}, paid and promised${full}.`
  return [people, prioritySentence(facts), cost].filter((sentence) => sentence !== undefined).join(' ')
}

function governors(facts: ReportFacts): Made {
  const inShort = [fairnessSentence(facts), evidenceSentence(facts)].filter((sentence) => sentence !== undefined)
  return {
    title: isYearOver(facts)
      ? 'What our staff learned, and what it was worth'
      : 'What our staff are learning this year, and what it is worth',
    subtitle: `Report of the ${facts.cpdLeaderTitle} to the governors, ${yearName(facts.period)}`,
    blocks: [
      { kind: 'lead', text: openingSentence(facts) },
      ...paragraphs(facts.texts.opening),
      totalsStrip(facts),
      {
        kind: 'note',
        text: 'The first figure is what comparisons between schools use. It leaves out cover and travel, which are coded elsewhere. The second is every pound. The third adds our own people’s time.',
      },
      ...(inShort.length > 0
        ? [
            { kind: 'heading' as const, level: 1 as const, text: 'In short' },
            ...inShort.map((text) => ({ kind: 'paragraph' as const, text })),
          ]
        : []),
      ...charts(hoursChart(facts), evidenceChart(facts)),
      // The first page is the whole story. With words of its author it runs over, and a break would leave the next empty.
      ...(paragraphs(facts.texts.opening).length === 0 ? [{ kind: 'page-break' as const }] : []),
      ...fairnessBlocks(facts),
      ...priorityBlocks(facts),
      ...moneyBlocks(facts),
      ...workedBlocks(facts),
      ...nextStepBlocks(facts),
      ...questionBlocks(facts),
      ...methodBlocks(facts, 'governors'),
    ],
    moreTables: present(
      totalsTable(facts),
      fairnessTable(facts),
      priorityTable(facts),
      fundTable(facts),
      codeTable(facts),
      kindTable(facts),
      evidenceTable(facts),
      workedTable(facts),
      activityTable(facts),
    ),
  }
}

function spend(facts: ReportFacts): Made {
  return {
    title: 'What professional development cost',
    subtitle: `${capital(yearName(facts.period))}, as recorded on ${formatDay(facts.today)}`,
    blocks: [
      { kind: 'lead', text: moneySentence(facts) },
      ...paragraphs(facts.texts.opening),
      totalsStrip(facts),
      ...charts(fundChart(facts)),
      { kind: 'table', table: totalsTable(facts) },
      { kind: 'heading', level: 1, text: 'By fund, code and kind' },
      ...paragraphs(facts.texts.money),
      { kind: 'table', table: fundTable(facts) },
      { kind: 'table', table: codeTable(facts) },
      { kind: 'table', table: kindTable(facts) },
      { kind: 'heading', level: 1, text: 'By event' },
      { kind: 'table', table: costTable(facts) },
      ...methodBlocks(facts, 'spend'),
    ],
    moreTables: present(activityTable(facts), evidenceTable(facts)),
  }
}

/** The activity table without what a page has no room for. */
function costTable(facts: ReportFacts): ReportTable {
  const whole = activityTable(facts)
  const shown = ['activity', 'paidPence', 'promisedPence', 'timePence', 'fullPence']
  return {
    ...whole,
    key: 'costs',
    title: 'What each event cost',
    columns: whole.columns.filter((column) => shown.includes(column.key)),
  }
}

function participation(facts: ReportFacts): Made {
  return {
    title: 'Who took part in professional development',
    subtitle: `${capital(yearName(facts.period))}, as recorded on ${formatDay(facts.today)}`,
    blocks: [
      {
        kind: 'lead',
        text: fairnessSentence(facts) ?? notYet(facts, 'Nothing', 'recorded', false),
      },
      ...paragraphs(facts.texts.opening),
      ...charts(hoursChart(facts)),
      { kind: 'table', table: fairnessTable(facts) },
      ...paragraphs(facts.texts.fairness),
    ],
    moreTables: present(activityTable(facts)),
  }
}
