import type { Backup } from '../../../../shared/features/backup/model'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { kindWords, momentWords, sinceWords, sizeWords } from '../words'

const columns: readonly TableColumn<Backup>[] = [
  {
    key: 'when',
    title: 'Made',
    kind: 'text',
    value: (b) => momentWords(b.atUtc),
    note: (b) => kindWords[b.kind],
    sortable: false,
  },
  { key: 'since', title: 'Since then', kind: 'text', value: (b) => sinceWords(b.changesSince), sortable: false },
  {
    key: 'people',
    title: 'People',
    kind: 'count',
    value: (b) => b.people,
    width: 88,
    sortable: false,
    hideNarrow: true,
  },
  {
    key: 'activities',
    title: 'Activities',
    kind: 'count',
    value: (b) => b.activities,
    width: 104,
    sortable: false,
    hideNarrow: true,
  },
  {
    key: 'costs',
    title: 'Costs',
    kind: 'count',
    value: (b) => b.costLines,
    width: 88,
    sortable: false,
    hideNarrow: true,
  },
  {
    key: 'size',
    title: 'Size',
    kind: 'text',
    value: (b) => sizeWords(b.byteCount),
    width: 88,
    sortable: false,
    hideNarrow: true,
  },
]

/** The backups of one school, newest first, each a door to what is in it. */
export function BackupTable({
  backups,
  selectedKey,
  hrefOf,
}: {
  readonly backups: readonly Backup[]
  readonly selectedKey?: string | undefined
  readonly hrefOf: (backup: Backup) => string
}) {
  // Without an open file there is nothing to compare with.
  const isComparable = backups.some((backup) => backup.changesSince !== null)
  return (
    <DataTable
      label="Backups on this PC"
      rows={backups}
      rowKey={(b) => b.key}
      columns={isComparable ? columns : columns.filter((column) => column.key !== 'since')}
      hrefOf={hrefOf}
      {...(selectedKey === undefined ? {} : { selectedKey })}
      empty={
        <EmptyState
          title="No backup on this PC yet"
          about="The first one is made by itself once something has been saved, and then every half hour while you work. You can make one by hand at any time."
        />
      }
    />
  )
}
