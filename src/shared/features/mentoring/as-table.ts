import type { ReportTable } from '../../kernel/report-table'
import type { PairLine } from './model'
import { pairKindNames } from './words'

/** The running pairs for a document: who and how often, never what about. Null when there is none. */
export function pairTable(pairs: readonly PairLine[]): ReportTable | null {
  const running = pairs.filter(({ isRunning, leftName }) => isRunning && leftName === null)
  if (running.length === 0) return null
  return {
    key: 'mentoring-pairs',
    title: 'Who coaches or mentors whom',
    columns: [
      { key: 'person', title: 'Colleague', kind: 'text' },
      { key: 'guide', title: 'Coach or mentor', kind: 'text' },
      { key: 'kind', title: 'Kind', kind: 'text' },
      { key: 'startedOn', title: 'Since', kind: 'day' },
      { key: 'held', title: 'Meetings held', kind: 'count' },
    ],
    rows: running.map(({ id, person, guide, kind, startedOn, held }) => ({
      key: id,
      cells: { person: person.name, guide: guide.name, kind: pairKindNames[kind], startedOn, held },
    })),
    notes: [],
  }
}
