import type { Issued } from '../../../../shared/features/reports/model'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { LinkButton } from '../../../components/button'

const columns: readonly TableColumn<Issued>[] = [
  { key: 'title', title: 'Report', kind: 'text', value: (row) => row.title, note: (row) => row.reason ?? '' },
  { key: 'number', title: 'Issue', kind: 'count', value: (row) => row.number, width: 80 },
  { key: 'day', title: 'Issued', kind: 'day', value: (row) => row.issuedOn, width: 120 },
  { key: 'by', title: 'By', kind: 'text', value: (row) => row.issuedByName, width: 180, hideNarrow: true },
  {
    key: 'state',
    title: 'State',
    kind: 'text',
    value: (row) => stateOf(row),
    render: (row) => <StatusMark tone={row.replacedByNumber === null ? 'good' : 'none'}>{stateOf(row)}</StatusMark>,
    width: 180,
  },
]

function stateOf(row: Issued): string {
  return row.replacedByNumber === null ? 'Stands' : `Replaced by issue ${row.replacedByNumber}`
}

/** Issued reports, newest first. */
export function IssuedTable({ issued }: { readonly issued: readonly Issued[] }) {
  return (
    <DataTable
      label="Issued reports"
      rows={issued}
      rowKey={(row) => row.id}
      columns={columns}
      height="natural"
      hrefOf={(row) => `/reports/issued/${row.id}`}
      empty={
        <EmptyState
          title="Nothing has been issued yet"
          about="Issue a report when it goes to the governors: its figures, text and files are then kept as they are."
          primary={<LinkButton to="/reports/governors">Open the governors’ report</LinkButton>}
        />
      }
    />
  )
}
