/** The tables of the plan: each total is the sum of the rows above it. */
import { pence, sumPence } from '../../kernel/money'
import type { Column, ReportTable } from '../../kernel/report-table'
import type { Plan, PlanLine } from './model'
import { costByKind, coverByTerm, isCosted, shareByGroup, sumOf, type Drawn } from './rules'
import { measureWords, termWords, whenWords, whoWords } from './words'

/** What the tables are made from. */
export interface PlanFacts {
  readonly plan: Plan
  readonly drawn: Drawn<PlanLine>
  /** Names of staff are shown. */
  readonly names: boolean
  readonly kinds: readonly { readonly code: string; readonly name: string }[]
  readonly types: readonly { readonly code: string; readonly name: string }[]
  /** Every staff group, in the school's order. */
  readonly groups: readonly { readonly id: string; readonly name: string }[]
}

const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })
const money = (key: string, title: string): Column => ({ key, title, kind: 'pence' })

const days = (quarterDays: number) => quarterDays / 4

/** Lines as they are printed: what and for whom, when, cover and cost. */
export function linesTable(
  lines: readonly PlanLine[],
  { names }: Pick<PlanFacts, 'names'>,
  about: { readonly key: string; readonly title: string },
): ReportTable {
  return {
    ...about,
    columns: [
      text('title', 'What'),
      text('when', 'When'),
      { key: 'cover', title: 'Cover days', kind: 'number' },
      money('costPence', 'Cost'),
    ],
    rows: lines.map((line) => ({
      key: line.id,
      cells: {
        title: line.isMust ? `${line.title} (must happen)` : line.title,
        when: whenWords(line),
        cover: days(line.coverQuarterDays),
        costPence: isCosted(line) ? line.costPence : null,
      },
      note: [whoWords(line, { names }), line.providerName, names ? leadWords(line) : null]
        .filter(Boolean)
        .join(' · '),
    })),
    totals: {
      key: 'total',
      cells: {
        title: 'Total',
        when: null,
        cover: days(lines.reduce((sum, line) => sum + line.coverQuarterDays, 0)),
        costPence: sumOf(lines),
      },
    },
    notes: lines.every(isCosted) ? [] : ['Where no cost stands, nobody has said it yet; it is in no total.'],
  }
}

const leadWords = ({ lead }: PlanLine) => (lead === null ? null : `led by ${lead}`)

/** Every line with everything that is known of it: for spreadsheets. */
export function fullTable({ drawn, names, types }: PlanFacts): ReportTable {
  const typeName = (code: string | null) => types.find((type) => type.code === code)?.name ?? ''
  return {
    key: 'plan-lines',
    title: 'All lines of the plan',
    columns: [
      { key: 'place', title: 'Place', kind: 'count' },
      text('title', 'What'),
      text('must', 'Must happen'),
      text('above', 'Within the budget'),
      text('kind', 'Kind'),
      text('priority', 'Priority'),
      text('who', 'For whom'),
      { key: 'heads', title: 'People', kind: 'count' },
      text('when', 'When'),
      ...(names ? [text('lead', 'Led by')] : []),
      text('provider', 'Provider'),
      { key: 'needs', title: 'Needs served', kind: 'count' },
      { key: 'cover', title: 'Cover days', kind: 'number' },
      money('costPence', 'Cost'),
      money('runningPence', 'Running total'),
      text('measure', 'How we will know'),
    ],
    rows: drawn.placed.map(({ line, runningPence, isAbove }, index) => ({
      key: line.id,
      cells: {
        place: index + 1,
        title: line.title,
        must: line.isMust ? 'Yes' : 'No',
        above: isAbove ? 'Yes' : 'No',
        kind: typeName(line.typeCode),
        priority: line.priorityTitle,
        who: whoWords(line, { names }),
        heads: line.heads,
        when: whenWords(line),
        ...(names && { lead: line.lead }),
        provider: line.providerName,
        needs: line.needs.length,
        cover: days(line.coverQuarterDays),
        costPence: isCosted(line) ? line.costPence : null,
        runningPence,
        measure: measureWords(line),
      },
    })),
    notes: [],
  }
}

/** What the lines above serve, by priority; without one last. */
export function priorityTable(lines: readonly PlanLine[]): ReportTable {
  const titles = [...new Set(lines.map(({ priorityTitle }) => priorityTitle))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'en-GB'),
  )
  const rows = titles.map((title) => {
    const of = lines.filter((line) => line.priorityTitle === title)
    return { title: title ?? 'Serves no priority', count: of.length, costPence: sumOf(of) }
  })
  return {
    key: 'plan-priorities',
    title: 'By priority',
    columns: [
      text('title', 'Priority'),
      { key: 'count', title: 'Lines', kind: 'count' },
      money('costPence', 'Cost'),
    ],
    rows: rows.map((cells) => ({ key: cells.title, cells })),
    totals: { key: 'total', cells: { title: 'Total', count: lines.length, costPence: sumOf(lines) } },
    notes: [],
  }
}

/** Who gets what of the lines above: places and cost by staff group, those who get nothing too. */
export function groupTable(lines: readonly PlanLine[], groups: PlanFacts['groups']): ReportTable {
  const shares = new Map(shareByGroup(lines).map((share) => [share.groupId, share]))
  const none = { lines: 0, heads: 0, costPence: pence(0) }
  const known = groups.map(({ id, name }) => ({ key: id, name, ...(shares.get(id) ?? none) }))
  const loose = shares.get(null)
  const rows = [...known, ...(loose ? [{ key: 'nobody', name: 'Not said for whom', ...loose }] : [])].map(
    ({ key, name, lines: count, heads, costPence }) => ({
      key,
      cells: { name, count, heads, costPence, eachPence: heads === 0 ? null : Math.round(costPence / heads) },
    }),
  )
  const heads = rows.reduce((sum, { cells }) => sum + cells.heads, 0)
  const costPence = sumPence(rows.map(({ cells }) => cells.costPence))
  const each = heads === 0 ? null : Math.round(costPence / heads)
  return {
    key: 'plan-groups',
    title: 'By staff group',
    columns: [
      text('name', 'Group'),
      { key: 'count', title: 'Lines', kind: 'count' },
      { key: 'heads', title: 'Places', kind: 'count' },
      money('costPence', 'Cost'),
      money('eachPence', 'Cost of a place'),
    ],
    rows,
    totals: { key: 'total', cells: { name: 'Total', count: null, heads, costPence, eachPence: each } },
    notes: [
      'A line for several groups is counted with each, and its cost is shared by places. Somebody with a place in two lines has two places.',
    ],
  }
}

/** What the lines above cost, by kind of cost. */
export function kindTable(lines: readonly PlanLine[], kinds: PlanFacts['kinds']): ReportTable {
  const rows = costByKind(lines, kinds)
  return {
    key: 'plan-kinds',
    title: 'By kind of cost',
    columns: [text('name', 'Kind of cost'), money('costPence', 'Cost')],
    rows: rows.map(({ kindCode, name, costPence }) => ({ key: kindCode, cells: { name, costPence } })),
    totals: { key: 'total', cells: { name: 'Total', costPence: sumOf(rows) } },
    notes: ['What it costs the school: VAT that is got back is left out.'],
  }
}

/** Days to be covered for the lines above, by term. */
export function coverTable(lines: readonly PlanLine[]): ReportTable {
  const rows = coverByTerm(lines)
  const sum = rows.reduce((total, { quarterDays }) => total + quarterDays, 0)
  const count = rows.reduce((total, row) => total + row.lines, 0)
  return {
    key: 'plan-cover',
    title: 'Cover by term',
    columns: [
      text('term', 'Term'),
      { key: 'count', title: 'Lines', kind: 'count' },
      { key: 'days', title: 'Days of cover', kind: 'number' },
    ],
    rows: rows.map(({ term, quarterDays, lines: of }) => ({
      key: term ?? 'none',
      cells: { term: term === null ? 'No term yet' : termWords[term], count: of, days: days(quarterDays) },
    })),
    totals: { key: 'total', cells: { term: 'Total', count, days: days(sum) } },
    notes: [],
  }
}

/** How one will know that each line above helped. */
export function measureTable(lines: readonly PlanLine[]): ReportTable {
  return {
    key: 'plan-measures',
    title: 'What should have changed, line by line',
    columns: [text('title', 'What'), text('measure', 'What should have changed')],
    rows: lines.map((line) => ({
      key: line.id,
      cells: { title: line.title, measure: measureWords(line) || null },
    })),
    notes: [],
  }
}
