import type { ImportPlan, PlanRow, Refused, RowStatus } from '../../../../shared/features/imports/contract'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { Tabs } from '../../../components/tabs'
import { useRead } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'
import type { ImportWords } from '../words'

const pageSize = 5000
const refusalsShown = 200

export interface PreviewTabsProps {
  readonly token: string
  readonly plan: ImportPlan
  readonly words: ImportWords
  readonly fileNames: readonly string[]
}

/** The rows by what becomes of them; those with something in them come first. */
export function PreviewTabs({ token, plan, words, fileNames }: PreviewTabsProps) {
  const listOf = (status: RowStatus, count: number) => ({
    key: status,
    title: titles[status],
    count,
    content: <PlannedRows token={token} status={status} words={words} />,
  })
  const tabs = [
    ...(plan.refusedCount > 0
      ? [
          {
            key: 'refused',
            title: 'Refused',
            count: plan.refusedCount,
            content: <Faults faults={plan.refused} label="Refused rows" fileNames={fileNames} />,
          },
        ]
      : []),
    ...(plan.noted.length > 0
      ? [
          {
            key: 'noted',
            title: 'To look at',
            count: plan.noted.length,
            content: <Faults faults={plan.noted} label="Rows to look at" fileNames={fileNames} />,
          },
        ]
      : []),
    ...(plan.new > 0 ? [listOf('new', plan.new)] : []),
    ...(plan.changed > 0 ? [listOf('changed', plan.changed)] : []),
    ...(plan.same > 0 ? [listOf('same', plan.same)] : []),
  ]
  if (tabs.length === 0) return null
  return <Tabs label="Rows of the file" tabs={tabs} />
}

const titles: Readonly<Record<RowStatus, string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'The same',
  refused: 'Refused',
}
const tones = { new: 'good', changed: 'info', same: 'none', refused: 'bad' } as const

interface FaultsProps {
  readonly faults: readonly Refused[]
  readonly label: string
  /** Told with the row where there are several. */
  readonly fileNames: readonly string[]
}

/** Where and why, and what to do about it. */
function Faults({ faults, label, fileNames }: FaultsProps) {
  const shown = faults.slice(0, refusalsShown)
  return (
    <>
      <Rows
        label={label}
        items={shown.map((fault, index) => ({
          key: String(index),
          title: [rowIn(fault, fileNames), fault.who, fault.column].filter(Boolean).join(', '),
          about: fault.message,
        }))}
      />
      {faults.length > shown.length && (
        <p className="import-quiet">And {formatCount(faults.length - shown.length)} more.</p>
      )}
    </>
  )
}

function rowIn(fault: Refused, fileNames: readonly string[]): string {
  return fileNames.length > 1 ? `${fileNames[fault.file]}, row ${fault.row}` : `Row ${fault.row}`
}

function columnsFor(status: RowStatus): TableColumn<PlanRow>[] {
  const changes = (row: PlanRow): string =>
    row.changes.map(({ field, from, to }) => `${field}: ${from ?? '–'} → ${to ?? '–'}`).join('; ')
  return [
    { key: 'row', title: 'Row', kind: 'count', value: (row) => row.row, width: 72 },
    { key: 'label', title: 'What', kind: 'text', value: (row) => row.label, note: (row) => row.detail },
    ...(status === 'changed'
      ? [{ key: 'changes', title: 'What changes', kind: 'text' as const, value: changes }]
      : []),
    {
      key: 'status',
      title: 'Becomes',
      kind: 'text',
      value: (row) => titles[row.status],
      render: (row) => <StatusMark tone={tones[row.status]}>{titles[row.status]}</StatusMark>,
      width: 130,
      hideNarrow: true,
    },
  ]
}

function PlannedRows({
  token,
  status,
  words,
}: {
  readonly token: string
  readonly status: RowStatus
  readonly words: ImportWords
}) {
  const read = useRead('imports.rows', { token, status, limit: pageSize })
  return (
    <ReadState read={read}>
      {({ total, rows }) => (
        <>
          <DataTable
            label={`${titles[status]} ${words.many}`}
            rows={rows}
            rowKey={(row) => row.key}
            columns={columnsFor(status)}
            filter={(row) => `${row.row} ${row.label} ${row.detail}`}
            height={28}
            empty={<p className="import-quiet">None.</p>}
          />
          {total > rows.length && (
            <p className="import-quiet">
              The first {formatCount(rows.length)} of {formatCount(total)} are shown.
            </p>
          )}
        </>
      )}
    </ReadState>
  )
}
