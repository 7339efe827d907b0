/** The summary of a round as a document: screen, paper, Word, Excel and CSV are all made from it. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, Cell, Column, ReportDocument, ReportTable, Row } from '../../kernel/report-table'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import { sides, type RoundForm } from './round-form'
import type { Figure, QuestionSummary, Summary } from './summary'

/** What a summary says of its round. */
export interface SummaryFacts {
  readonly schoolName: string
  readonly title: string
  readonly form: RoundForm
  readonly isAnonymous: boolean
  readonly asked: number
  readonly today: Day
}

/** The most groups for which a page has room; the workbook has them all. */
const MOST_COLUMNS = 6

const textColumn = (key: string, title: string): Column => ({ key, title, kind: 'text' })
const meanColumn = (key: string, title: string): Column => ({ key, title, kind: 'decimal' })
const countColumn = (key: string, title: string): Column => ({ key, title, kind: 'count' })

/** The document of a summary. */
export function summaryReport(summary: Summary, facts: SummaryFacts): ReportDocument {
  const { form, schoolName, title, today } = facts
  return {
    kind: 'form-summary',
    title,
    subtitle: form.framework ? `${form.title}: ${form.framework.name}` : form.title,
    schoolName,
    running: 'Professional development',
    stamp: `As of ${formatDay(today)}`,
    blocks: [
      { kind: 'lead', text: leadOf(summary, facts) },
      ...hiddenNote(summary, facts),
      ...bodyOf(summary, facts),
    ],
    moreTables: summary.isHidden ? [] : byGroupTables(summary, Number.POSITIVE_INFINITY),
    totals: { sheets: summary.sheets },
  }
}

function leadOf({ sheets }: Summary, { asked, isAnonymous }: SummaryFacts): string {
  const of = asked > 0 && asked >= sheets ? ` of ${asked}` : ''
  return `${sheets}${of} ${sheets === 1 && of === '' ? 'sheet' : 'sheets'} came back${isAnonymous ? ', without names' : ''}.`
}

function hiddenNote(summary: Summary, { isAnonymous }: SummaryFacts): Block[] {
  if (!isAnonymous) return []
  if (summary.isHidden)
    return [
      {
        kind: 'paragraph',
        text: `Fewer than ${SMALLEST_GROUP} sheets came back, so nothing of them is shown: somebody could be recognised.`,
      },
    ]
  return [
    {
      kind: 'note',
      text: `A dash stands for groups of fewer than ${SMALLEST_GROUP}, and for those by which such a group could be found.`,
    },
  ]
}

function bodyOf(summary: Summary, facts: SummaryFacts): Block[] {
  if (summary.isHidden) return []
  const wide = new Map(byGroupTables(summary, MOST_COLUMNS).map((table) => [table.key, table]))
  return [
    ...(summary.groups.length > 1 ? [asTable(returnedTable(summary))] : []),
    ...summary.sections.flatMap(({ id, title, questions }): Block[] => {
      const byGroup = wide.get(`groups-${id}`)
      return [
        { kind: 'heading', level: 1, text: title },
        ...sectionTables(questions, facts).map(asTable),
        ...(byGroup === undefined ? [] : [asTable(byGroup)]),
        ...questions.flatMap(writtenBlocks),
      ]
    }),
  ]
}

const asTable = (table: ReportTable): Block => ({ kind: 'table', table })

function returnedTable({ groups }: Summary): ReportTable {
  return {
    key: 'returned',
    title: 'Sheets that came back',
    columns: [textColumn('group', 'Group'), countColumn('sheets', 'Sheets')],
    rows: groups.map(({ id, name, sheets }) => ({ key: id, cells: { group: name, sheets } })),
    notes: [],
  }
}

/** One table for the scales and numbers of a section with the same steps, one for each question of the other kinds. */
function sectionTables(questions: readonly QuestionSummary[], facts: SummaryFacts): ReportTable[] {
  const scales = new Map<string, QuestionSummary[]>()
  for (const question of questions)
    if (question.kind === 'scale') {
      const steps = JSON.stringify(levelsOf(question))
      scales.set(steps, [...(scales.get(steps) ?? []), question])
    }
  return [
    ...[...scales.values()].map((same) => scaleTable(same, facts)),
    ...questions.flatMap((question) => otherTable(question)),
  ]
}

function levelsOf({ rows }: QuestionSummary) {
  const [row] = rows
  return row?.answering.kind === 'scale' ? row.answering.levels : []
}

function scaleTable(questions: readonly QuestionSummary[], { form }: SummaryFacts): ReportTable {
  const levels = questions[0] ? levelsOf(questions[0]) : []
  const beside: Column[] = form.asksLeaders
    ? [meanColumn('leaders', 'Leaders'), meanColumn('others', 'Others'), meanColumn('apart', 'Apart')]
    : []
  const rows = questions.flatMap(({ id, text, target, sums }) =>
    sums.map((sum): Row => {
      const counts = levels.map(({ level }, index): [string, Cell] => [
        `level${level}`,
        sum.counts?.[index] ?? null,
      ])
      return {
        key: id,
        cells: {
          question: text,
          answered: sum.answered,
          mean: sum.value,
          aim: target,
          ...Object.fromEntries(counts),
          ...(form.asksLeaders && {
            leaders: sum.leaders.value,
            others: sum.others.value,
            apart: difference(sum.leaders, sum.others),
          }),
        },
      }
    }),
  )
  return {
    key: `scale-${questions[0]?.id ?? ''}`,
    title: '',
    columns: [
      textColumn('question', 'Question'),
      countColumn('answered', 'Answers'),
      ...(form.asksLeaders ? [] : levels.map(({ level }) => countColumn(`level${level}`, String(level)))),
      meanColumn('mean', 'Mean'),
      { key: 'aim', title: 'Aim', kind: 'number' },
      ...beside,
    ],
    rows,
    notes: [`${levels.map(({ level, label }) => `${level} ${label.toLowerCase()}`).join('; ')}.`],
  }
}

const difference = (a: Figure, b: Figure): number | null =>
  a.value === null || b.value === null ? null : a.value - b.value

function otherTable(question: QuestionSummary): ReportTable[] {
  const { id, kind, text, sums, rows } = question
  const [first] = sums
  const [row] = rows
  if (kind === 'standing') return [standingTable(question)]
  if (kind === 'number')
    return [
      {
        key: id,
        title: '',
        columns: [
          textColumn('question', 'Question'),
          countColumn('answered', 'Answers'),
          meanColumn('mean', 'Mean'),
        ],
        rows: [
          { key: id, cells: { question: text, answered: first?.answered ?? null, mean: first?.value ?? null } },
        ],
        notes: [],
      },
    ]
  if (kind === 'choice' && row?.answering.kind === 'choice')
    return [
      countedTable(
        question,
        row.answering.options.map(({ id: key, label }, index) => ({
          key,
          label,
          count: first?.counts?.[index] ?? null,
          of: first?.answered ?? null,
        })),
      ),
    ]
  if (kind === 'many' || kind === 'pick')
    return [
      countedTable(
        question,
        sums.map(({ key, text: label, counts, answered }) => ({
          key,
          label,
          count: counts?.[0] ?? null,
          of: answered,
        })),
      ),
    ]
  return []
}

interface CountedRow {
  readonly key: string
  readonly label: string
  readonly count: number | null
  readonly of: number | null
}

function countedTable({ id, text }: QuestionSummary, rows: readonly CountedRow[]): ReportTable {
  const share = ({ count, of }: CountedRow) =>
    count === null || of === null || of === 0 ? null : (count * 100) / of
  return {
    key: id,
    title: text,
    columns: [
      textColumn('label', ''),
      countColumn('count', 'Sheets'),
      { key: 'share', title: 'Share', kind: 'percent' },
    ],
    rows: rows.map((row) => ({ key: row.key, cells: { label: row.label, count: row.count, share: share(row) } })),
    notes: [],
  }
}

function standingTable({ id, text, sums, standards, rows }: QuestionSummary): ReportTable {
  const hasNext = rows.some(({ key }) => key.endsWith(`.${sides.next}`))
  const byKey = new Map(sums.map((sum) => [sum.key, sum]))
  const nows = sums.filter(({ key }) => key.endsWith(`.${sides.now}`))
  const levels = rows[0]?.answering.kind === 'scale' ? rows[0].answering.levels : []
  return {
    key: id,
    title: text,
    columns: [
      textColumn('code', 'Code'),
      textColumn('statement', 'Statement'),
      countColumn('answered', 'Answers'),
      meanColumn('now', 'Now'),
      ...(hasNext ? [meanColumn('next', 'Next'), meanColumn('gap', 'Gap')] : []),
    ],
    rows: nows.map((now) => {
      const next = byKey.get(now.key.replace(/\.now$/, `.${sides.next}`))
      const standard = standards[now.key]
      return {
        key: now.key,
        cells: {
          code: standard?.code ?? '',
          statement: standard?.label ?? now.text,
          answered: now.answered,
          now: now.value,
          ...(hasNext && { next: next?.value ?? null, gap: next ? difference(next, now) : null }),
        },
      }
    }),
    notes: [`${levels.map(({ level, label }) => `${level} ${label.toLowerCase()}`).join('; ')}.`],
  }
}

/** For each section with means, what the groups say; the largest groups first where there is no room for all. */
function byGroupTables({ groups, sections }: Summary, most: number): ReportTable[] {
  const shown = groups
    .filter(({ sheets }) => sheets !== null && sheets > 0)
    .toSorted((a, b) => (b.sheets ?? 0) - (a.sheets ?? 0))
    .slice(0, most)
  if (shown.length < 2) return []
  return sections.flatMap(({ id, title, questions }) => {
    const rows = questions.filter(hasMean).flatMap(({ sums }) => sums)
    if (rows.length === 0) return []
    return [
      {
        key: `groups-${id}`,
        title: `${title}: means by group`,
        columns: [textColumn('question', 'Question'), ...shown.map((group) => meanColumn(group.id, group.name))],
        rows: rows.map((sum) => ({
          key: sum.key,
          cells: {
            question: sum.text,
            ...Object.fromEntries(shown.map((group) => [group.id, sum.groups[group.id]?.value ?? null])),
          },
        })),
        notes: [],
      },
    ]
  })
}

const hasMean = ({ kind }: QuestionSummary): boolean => kind === 'scale' || kind === 'standing' || kind === 'number'

function writtenBlocks({ kind, text, words }: QuestionSummary): Block[] {
  if (kind !== 'words') return []
  return [
    { kind: 'heading', level: 2, text },
    words === null
      ? { kind: 'paragraph', text: `Fewer than ${SMALLEST_GROUP} wrote something, so it is not shown.` }
      : words.length === 0
        ? { kind: 'paragraph', text: 'Nothing was written.' }
        : { kind: 'list', ordered: false, items: words.map((one) => one.replace(/\s+/g, ' ')) },
  ]
}
