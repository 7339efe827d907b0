/** The balance of needs as tables: the screen and the paper draw the same ones. */
import type { Column, ReportTable, Row } from '../../kernel/report-table'
import { costBandNames, costBands, type Balance, type BalanceRow, type Cluster } from './balance'
import type { BalanceView } from './contract'
import { states, type NeedState } from './model'
import { importanceNames, stateNames } from './words'

export const balanceTitles: Readonly<Record<BalanceView, string>> = {
  priority: 'Needs by priority',
  group: 'Needs by staff group',
  source: 'Needs by how they were found',
  clusters: 'The same needs',
  matrix: 'Importance and cost',
  unserved: 'Needs that nothing serves yet',
}

/** One view as a table. Names of experts are left out unless they are asked for. */
export function balanceTable(balance: Balance, view: BalanceView, withNames: boolean): ReportTable {
  switch (view) {
    case 'priority':
      return partsTable(balance, 'priority', 'Priority', balance.byPriority)
    case 'group':
      return partsTable(balance, 'group', 'Staff group', balance.byGroup)
    case 'source':
      return partsTable(balance, 'source', 'Found by', balance.bySource)
    case 'clusters':
      return clustersTable('clusters', balance.clusters, withNames)
    case 'unserved':
      return clustersTable('unserved', balance.clusters.filter(nothingServes), withNames)
    case 'matrix':
      return matrixTable(balance)
  }
}

/** Open needs that no event serves and no opportunity in the catalogue fits. */
export function nothingServes({ unserved, opportunities }: Cluster): boolean {
  return unserved > 0 && opportunities === 0
}

function countCells(row: Pick<BalanceRow, 'needs' | 'states' | 'essential' | 'unserved'>): Row['cells'] {
  const byState = Object.fromEntries(states.map((state) => [state, row.states[state]])) as Record<NeedState, number>
  return { needs: row.needs, ...byState, essential: row.essential, unserved: row.unserved }
}

const countColumns: readonly Column[] = [
  { key: 'needs', title: 'Needs', kind: 'count' },
  ...states.map((state): Column => ({ key: state, title: stateNames[state], kind: 'count' })),
  { key: 'essential', title: 'Open, essential', kind: 'count' },
  { key: 'unserved', title: 'Open, no event', kind: 'count' },
]

function partsTable(balance: Balance, key: string, title: string, parts: readonly BalanceRow[]): ReportTable {
  return {
    key: `by-${key}`,
    title: '',
    columns: [{ key: 'part', title, kind: 'text' }, ...countColumns],
    rows: parts.map((part) => ({
      key: part.key,
      cells: { part: part.title, ...countCells(part) },
      doors: {
        part: `/needs?year=${balance.startYear}&${part.query}`,
        unserved: `/needs?year=${balance.startYear}&state=open&unserved=yes&${part.query}`,
      },
    })),
    totals: { key: 'all', cells: { part: 'All', ...countCells(balance.whole) } },
    notes: ['A need counts where it stands today. A person’s need counts for the group of their main post.'],
  }
}

function clustersTable(key: string, clusters: readonly Cluster[], withNames: boolean): ReportTable {
  return {
    key,
    title: '',
    columns: [
      { key: 'title', title: 'Need', kind: 'text' },
      { key: 'open', title: 'Open', kind: 'count' },
      { key: 'owners', title: 'Owners', kind: 'count' },
      { key: 'importance', title: 'Importance', kind: 'text' },
      { key: 'unserved', title: 'No event', kind: 'count' },
      { key: 'opportunities', title: 'What fits', kind: 'count' },
      { key: 'experts', title: 'Could train here', kind: withNames ? 'text' : 'count' },
    ],
    rows: clusters.map((cluster) => ({
      key: cluster.needId,
      cells: {
        title: cluster.standardCode === null ? cluster.title : `${cluster.standardCode} ${cluster.title}`,
        open: cluster.open,
        owners: cluster.owners,
        importance: importanceNames[cluster.importance] ?? null,
        unserved: cluster.unserved,
        opportunities: cluster.opportunities,
        experts: withNames ? cluster.experts.map(({ name }) => name).join(', ') : cluster.experts.length,
      },
      doors: { title: `/needs?state=open&like=${cluster.needId}` },
    })),
    totals: {
      key: 'all',
      cells: {
        title: 'All',
        open: clusters.reduce((sum, { open }) => sum + open, 0),
        owners: null,
        importance: null,
        unserved: clusters.reduce((sum, { unserved }) => sum + unserved, 0),
        opportunities: null,
        experts: null,
      },
    },
    notes: [
      'Needs are the same when they name the same standard of a framework; without one, when their titles have the same words, whatever their order, small words and a plural s aside.',
      'Importance is the highest of them. An opportunity fits when it serves the standard, or has every word of the need in its title (the page of a need marks these as fitting, and ranks what comes near as well); somebody here, when they can train others in the standard, or in words that are all in the need.',
    ],
  }
}

function matrixTable({ matrix }: Balance): ReportTable {
  const cellOf = (importance: number, band: string) =>
    matrix.find((cell) => cell.importance === importance && cell.band === band)
  const sums = costBands.map((band) => [3, 2, 1].reduce((sum, level) => sum + (cellOf(level, band)?.needs ?? 0), 0))
  return {
    key: 'matrix',
    title: '',
    columns: [
      { key: 'importance', title: 'Importance', kind: 'text' },
      ...costBands.map((band): Column => ({ key: band, title: costBandNames[band], kind: 'count' })),
      { key: 'costPence', title: 'Known cost', kind: 'pence' },
    ],
    rows: [3, 2, 1].map((importance) => ({
      key: String(importance),
      cells: {
        importance: importanceNames[importance] ?? '',
        ...Object.fromEntries(costBands.map((band) => [band, cellOf(importance, band)?.needs ?? 0])),
        costPence: costBands.reduce((sum, band) => sum + (cellOf(importance, band)?.pence ?? 0), 0),
      },
      doors: { importance: `/needs?state=open&importance=${importance}` },
    })),
    totals: {
      key: 'all',
      cells: {
        importance: 'All',
        ...Object.fromEntries(costBands.map((band, index) => [band, sums[index] ?? 0])),
        costPence: matrix.reduce((sum, cell) => sum + cell.pence, 0),
      },
    },
    notes: [
      'Open needs. What one costs: what was paid and promised for the events that serve it, shared equally by their needs; else the cheapest opportunity that fits, VAT included; else it is not known.',
    ],
  }
}
