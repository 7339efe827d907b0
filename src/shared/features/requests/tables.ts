import type { ReportTable } from '../../kernel/report-table'
import { sumPence } from '../../kernel/money'
import type { RequestLine, RequestRecord } from './model'
import { coverDays, requestNumber, standsTitle, waitsForWords } from './words'

/** What a request costs, line by line; the total is what the table shows. */
export function costTable({ costs }: Pick<RequestRecord, 'costs'>): ReportTable {
  const total = (of: (cost: RequestRecord['costs'][number]) => RequestRecord['costs'][number]['netPence']) =>
    sumPence(costs.map(of))
  return {
    key: 'request-costs',
    title: 'Costs',
    columns: [
      { key: 'kind', title: 'Cost', kind: 'text' },
      { key: 'fund', title: 'Fund', kind: 'text' },
      { key: 'netPence', title: 'Net', kind: 'pence' },
      { key: 'vatPence', title: 'VAT', kind: 'pence' },
      { key: 'costPence', title: 'To the school', kind: 'pence' },
    ],
    rows: costs.map(({ id, kindName, description, fund, netPence, vatPence, costPence }) => ({
      key: id,
      cells: { kind: kindName, fund: fund?.name ?? 'None named', netPence, vatPence, costPence },
      ...(description !== null && { note: description }),
    })),
    totals: {
      key: 'total',
      cells: {
        kind: 'Total',
        netPence: total((cost) => cost.netPence),
        vatPence: total((cost) => cost.vatPence),
        costPence: total((cost) => cost.costPence),
      },
    },
    notes: ['“To the school” leaves out the VAT that comes back.'],
  }
}

/** The register as a table. Without names it says what is asked for and where it stands, not by whom. */
export function registerTable(requests: readonly RequestLine[], hasNames: boolean): ReportTable {
  return {
    key: 'requests',
    title: 'Requests',
    columns: [
      { key: 'number', title: 'No.', kind: 'text' },
      ...(hasNames ? [{ key: 'person', title: 'Who', kind: 'text' as const }] : []),
      { key: 'title', title: 'What', kind: 'text' },
      { key: 'receivedOn', title: 'Asked', kind: 'day' },
      { key: 'wantedOn', title: 'For', kind: 'day' },
      { key: 'coverDays', title: 'Cover, days', kind: 'number' },
      { key: 'costPence', title: 'Cost', kind: 'pence' },
      { key: 'state', title: 'Stands', kind: 'text' },
      { key: 'waitsFor', title: 'Waits for', kind: 'text' },
    ],
    rows: requests.map((line) => ({
      key: line.id,
      cells: {
        number: requestNumber(line.number),
        ...(hasNames && { person: line.person.name }),
        title: line.title,
        receivedOn: line.receivedOn,
        wantedOn: line.wantedOn,
        coverDays: coverDays(line.coverQuarterDays),
        costPence: line.costPence,
        state: standsTitle(line),
        waitsFor: hasNames ? waitsForWords(line) : (line.waitsFor?.title ?? null),
      },
    })),
    totals: {
      key: 'total',
      cells: {
        number: 'Total',
        coverDays: coverDays(requests.reduce((sum, line) => sum + line.coverQuarterDays, 0)),
        costPence: sumPence(requests.map((line) => line.costPence)),
      },
    },
    notes: [],
  }
}
