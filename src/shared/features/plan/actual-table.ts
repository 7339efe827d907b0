/** The plan against what became of it, as a table. */
import { formatDay, type Day } from '../../kernel/dates'
import { formatPence, pence, sumPence, type Pence } from '../../kernel/money'
import { yearLabel } from '../../kernel/years'
import type { ReportDocument, ReportTable } from '../../kernel/report-table'
import type { ActualLine } from './model'
import { daysOfPlan } from './rules'
import { judgementWords, progressWords, sinceWords } from './words'

/** Planned less paid and promised: below nothing where a line costs more than was planned. */
export function leftOfLine(line: Pick<ActualLine, 'plannedPence' | 'paidPence' | 'promisedPence'>) {
  return pence(line.plannedPence - line.paidPence - line.promisedPence)
}

const sumBy = (lines: readonly ActualLine[], of: (line: ActualLine) => number) =>
  sumPence(lines.map((line) => pence(of(line))))

/** Every line with how far it has come by a day and what it has cost so far. */
export function actualTable(lines: readonly ActualLine[], today: Day): ReportTable {
  return {
    key: 'plan-actual',
    title: 'Plan against actual',
    columns: [
      { key: 'title', title: 'What', kind: 'text' },
      { key: 'booked', title: 'Booked', kind: 'count' },
      { key: 'attended', title: 'Were there', kind: 'count' },
      { key: 'plannedPence', title: 'Planned', kind: 'pence' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'promisedPence', title: 'Promised', kind: 'pence' },
      { key: 'leftPence', title: 'Left of plan', kind: 'pence' },
    ],
    rows: lines.map((line) => ({
      key: line.lineId,
      cells: {
        title: line.title,
        booked: line.booked,
        attended: line.attended,
        plannedPence: line.plannedPence,
        paidPence: line.paidPence,
        promisedPence: line.promisedPence,
        leftPence: leftOfLine(line),
      },
      note: [
        progressWords(line, today),
        line.since === null ? '' : sinceWords[line.since],
        line.isBelow ? 'Below the line' : '',
        line.judgement === null ? '' : judgementWords[line.judgement],
      ]
        .filter(Boolean)
        .join(' · '),
      ...(line.eventId !== null && { doors: { title: `/activities/${line.eventId}` } }),
    })),
    totals: {
      key: 'total',
      cells: {
        title: 'Total',
        booked: lines.reduce((sum, line) => sum + line.booked, 0),
        attended: lines.reduce((sum, line) => sum + line.attended, 0),
        plannedPence: sumBy(lines, (line) => line.plannedPence),
        paidPence: sumBy(lines, (line) => line.paidPence),
        promisedPence: sumBy(lines, (line) => line.promisedPence),
        leftPence: sumBy(lines, leftOfLine),
      },
    },
    notes: [
      'Planned is what the line was to cost when the plan was approved; a line below the line, or added since, has nothing planned.',
      'The line of a request is charged with the costs of its own place; the rest of an event with the line that it was made of.',
    ],
  }
}

/** What the page of the plan against actual tells. */
export interface ActualFacts {
  readonly year: number
  readonly today: Day
  readonly schoolName: string
  /** The version that it is compared with; null where none was approved. */
  readonly version: number | null
  readonly lines: readonly ActualLine[]
  readonly outsidePence: Pence
}

/** The plan against what became of it, as a document. */
export function actualDocument({
  year,
  today,
  schoolName,
  version,
  lines,
  outsidePence,
}: ActualFacts): ReportDocument {
  const plannedPence = sumBy(lines, (line) => line.plannedPence)
  const spentPence = sumBy(lines, (line) => line.paidPence + line.promisedPence)
  const title = `Plan against actual ${yearLabel(year)}`
  const figure = (label: string, value: Pence, note: string) => ({ label, value: formatPence(value), note })
  return {
    kind: 'plan-actual',
    title,
    subtitle: `As it stood on ${formatDay(today)}`,
    schoolName,
    period: { kind: 'academic', label: yearLabel(year), ...daysOfPlan(year) },
    running: title,
    stamp: formatDay(today),
    blocks: [
      {
        kind: 'figures',
        items: [
          figure('Planned', plannedPence, plannedNote(version)),
          figure('Paid and promised', spentPence, 'of the lines of the plan'),
          figure('Left of the plan', pence(plannedPence - spentPence), 'planned less spent'),
          figure('Outside the plan', outsidePence, 'cash of the year that no line planned'),
        ],
      },
      { kind: 'table', table: actualTable(lines, today) },
    ],
    moreTables: [],
    totals: { plannedPence, spentPence, outsidePence },
  }
}

/** Which plan it is compared with. */
export function plannedNote(version: number | null): string {
  return version === null ? 'as it stands now; not approved yet' : `as approved in version ${version}`
}
