/** The chart of responsibilities as a table for documents, and as a document for paper. */
import { formatDay, formatDayShort } from '../../kernel/dates'
import type { Block, ReportDocument, ReportTable, Row } from '../../kernel/report-table'
import type { Sheet } from '../packs/as-report'
import type { Duty, ResponsibilityChart, RoleChart } from './model'

/** What stands where a name is missing: a gap to be seen. */
export const NOBODY = 'Nobody yet'

/** A name or a day that is not parted at the end of a line: beside long texts, its column is narrow. */
export const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0')

/** Who carries a responsibility now, or that nobody does: "Amy Brown and Jo Hill". */
export function whoCarries({ holders }: Duty, written = (name: string) => name): string {
  const now = holders.filter(({ isNow }) => isNow).map(({ name }) => written(name))
  if (now.length === 0) return written(NOBODY)
  return now.length === 1 ? String(now[0]) : `${now.slice(0, -1).join(', ')} and ${now.at(-1)}`
}

const columns: ReportTable['columns'] = [
  { key: 'duty', title: 'Responsibility', kind: 'text' },
  { key: 'who', title: 'Who carries it', kind: 'text' },
  { key: 'since', title: 'Since', kind: 'text' },
]

function rowOf(duty: Duty, key: string): Row {
  const now = duty.holders.filter(({ isNow }) => isNow)
  const [first] = now.map(({ fromOn }) => fromOn).sort()
  const since = first === undefined ? null : unbroken(formatDayShort(first))
  return { key, cells: { duty: duty.text, who: whoCarries(duty, unbroken), since } }
}

const areaTitle = (role: RoleChart, title: string) => (role.areas.length === 1 ? '' : title)

/** All responsibilities of all roles in one table, for a document that quotes them. */
export function responsibilityTable({ roles }: Pick<ResponsibilityChart, 'roles'>): ReportTable {
  return {
    key: 'responsibilities',
    title: 'Who carries which responsibility',
    columns,
    rows: roles.flatMap((role) =>
      role.areas.flatMap((area) =>
        area.duties.map((duty) => ({
          ...rowOf(duty, `${role.roleId}-${duty.dutyId}`),
          note: [role.title, areaTitle(role, area.title)].filter(Boolean).join(', '),
        })),
      ),
    ),
    notes: [],
  }
}

/** The chart for paper: names are shown, since it is a paper of the staff, and it says so. */
export function chartAsReport(chart: ResponsibilityChart, sheet: Sheet): ReportDocument {
  const gaps = chart.duties - chart.held
  return {
    kind: 'responsibilities',
    title: 'Who carries which responsibility',
    subtitle: `Professional development, on ${formatDay(sheet.today)}`,
    schoolName: sheet.schoolName,
    running: 'Professional development',
    stamp: `Printed ${formatDay(sheet.today)}`,
    blocks: [
      { kind: 'lead', text: gapSentence(chart.duties, gaps) },
      {
        kind: 'note',
        text: 'This chart names members of staff. It is a paper for the staff of the school, not for publication.',
      },
      ...chart.roles.flatMap(roleBlocks),
    ],
    moreTables: [],
    totals: {},
  }
}

/** "51 responsibilities: 49 are carried by somebody, 2 by nobody yet." */
export function gapSentence(duties: number, gaps: number): string {
  const all = `${duties} ${duties === 1 ? 'responsibility' : 'responsibilities'}`
  if (gaps === 0) return `${all}, each carried by somebody.`
  return `${all}: ${duties - gaps} carried by somebody, ${gaps} by nobody yet.`
}

function roleBlocks(role: RoleChart): Block[] {
  return [
    { kind: 'heading', level: 1, text: role.title },
    ...role.areas.map((area): Block => {
      const table: ReportTable = {
        key: `${role.roleId}-${area.id}`,
        title: areaTitle(role, area.title),
        columns,
        rows: area.duties.map((duty) => rowOf(duty, duty.dutyId)),
        notes: [],
      }
      return { kind: 'table', table }
    }),
  ]
}
