import { useParams } from 'wouter'
import { useDeferredValue, useState } from 'react'
import { zLedgerStatus, type LedgerStatus } from '../../../../shared/features/costs/ledger-model'
import type { LedgerLine } from '../../../../shared/features/costs/ledger-contract'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { SearchField } from '../../../components/fields/search-field'
import { FilterChips } from '../../../components/filter-chips'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { currentQuery, navigate, useQueryParam } from '../../../lib/navigation'
import { AcceptPanel } from '../components/accept-panel'
import { CutList } from '../components/cut-list'
import { LedgerDaysDoor, useLedgerDays, type LedgerDays } from '../components/ledger-days'
import { LedgerMatch } from '../components/ledger-match'
import '../components/costs.css'

type LedgerList = OutputFor<'ledger.list'>

const statusTitles: Readonly<Record<LedgerStatus, string>> = {
  unmatched: 'Waiting',
  linked: 'Linked',
  accepted: 'Accepted',
  'set-aside': 'Set aside',
}

const columns: readonly TableColumn<LedgerLine>[] = [
  { key: 'on', title: 'Day', kind: 'day', value: (line) => line.postedOn, width: 112 },
  {
    key: 'what',
    title: 'Supplier',
    kind: 'text',
    value: (line) => line.supplier ?? line.description,
    note: (line) =>
      [line.documentNumber, line.costDescription ?? line.description ?? line.accountCode]
        .filter(Boolean)
        .join(' · '),
  },
  { key: 'net', title: 'Net', kind: 'money', value: (line) => line.netPence, width: 124 },
  { key: 'vat', title: 'VAT', kind: 'money', value: (line) => line.vatPence, width: 112, hideNarrow: true },
  { key: 'gross', title: 'Gross', kind: 'money', value: (line) => line.grossPence, width: 124, hideNarrow: true },
]
const besideKeys: ReadonlySet<string> = new Set(['what', 'net'])

/** What the finance system says, line by line, and what each line is. */
export function LedgerPage() {
  const [asked, setStatus] = useQueryParam('status')
  const known = zLedgerStatus.safeParse(asked)
  const status = known.success ? known.data : 'unmatched'
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const days = useLedgerDays()
  const { from, to } = days
  const isOfAllDays = from === undefined && to === undefined
  const read = useRead('ledger.list', { status, text, from, to }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Ledger"
        about="Lines of the finance system. Each counts only when you say which cost it is, or make it one."
        trail={[{ title: 'Money', to: '/money' }]}
        primary={
          <LinkButton kind="primary" to="/imports/ledger">
            Import ledger lines
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {(list) =>
          isOfAllDays && Object.values(list.counts).every((count) => count === 0) ? (
            <NoLedger />
          ) : (
            <Ledger
              list={list}
              status={status}
              days={days}
              onStatus={(next) => setStatus(next === 'unmatched' ? undefined : next)}
              typed={typed}
              onType={setTyped}
            />
          )
        }
      </ReadState>
    </>
  )
}

/** Most lines that one change accepts. */
const MOST_AT_ONCE = 1000

interface LedgerProps {
  readonly list: LedgerList
  readonly status: LedgerStatus
  readonly days: LedgerDays
  readonly onStatus: (status: string | undefined) => void
  readonly typed: string
  readonly onType: (text: string) => void
}

function Ledger({ list, status, days, onStatus, typed, onType }: LedgerProps) {
  const { id } = useParams<{ id?: string }>()
  const [isAccepting, setAccepting] = useState(false)
  const query = currentQuery() === '' ? '' : `?${currentQuery()}`
  const routeOf = (lineId: string) => `/money/ledger/${lineId}${query}`
  const index = list.lines.findIndex((line) => line.id === id)
  const batch = list.lines.slice(0, MOST_AT_ONCE)
  const next = list.lines[index + 1] ?? list.lines[index - 1]
  return (
    <>
      <div className="dt-toolbar costs-filter">
        <SearchField label="Find by supplier, words or number" value={typed} onChange={onType} />
        <FilterChips
          label="What became of them"
          selected={status}
          onSelect={onStatus}
          chips={zLedgerStatus.options.map((key) => ({ key, title: statusTitles[key], count: list.counts[key] }))}
        />
        {status === 'unmatched' && list.lines.length > 1 && (
          <Button onPress={() => setAccepting(true)}>
            {`Accept ${plural(batch.length, 'line', 'lines')} as costs`}
          </Button>
        )}
        <LedgerDaysDoor days={days} />
      </div>
      <MasterDetail
        backTo={`/money/ledger${query}`}
        detailLabel="Ledger line"
        list={<Lines list={list} typed={typed.trim()} chosen={id} routeOf={routeOf} />}
        detail={
          id === undefined ? undefined : (
            <LedgerMatch
              key={id}
              id={id}
              onSettled={() => navigate(next ? routeOf(next.id) : `/money/ledger${query}`, { replace: true })}
            />
          )
        }
      />
      {isAccepting && <AcceptPanel ids={batch.map((line) => line.id)} onClose={() => setAccepting(false)} />}
    </>
  )
}

interface LinesProps {
  readonly list: LedgerList
  readonly typed: string
  readonly chosen: string | undefined
  readonly routeOf: (id: string) => string
}

function Lines({ list, typed, chosen, routeOf }: LinesProps) {
  const { lines, totals, more } = list
  const shown = chosen === undefined ? columns : columns.filter((column) => besideKeys.has(column.key))
  return (
    <>
      <DataTable
        label="Ledger lines"
        rows={lines}
        rowKey={(line) => line.id}
        columns={shown}
        hrefOf={(line) => routeOf(line.id)}
        onOpen={(line) => navigate(routeOf(line.id))}
        selectedKey={chosen}
        totals={{
          [shown[0]?.key ?? 'what']: plural(lines.length + more, 'line', 'lines'),
          net: totals.netPence,
          vat: totals.vatPence,
          gross: totals.grossPence,
        }}
        empty={<p className="muted">{typed === '' ? 'No line is here.' : `Nothing fits “${typed}”.`}</p>}
      />
      <CutList shown={lines.length} more={more} what="lines" />
    </>
  )
}

function NoLedger() {
  return (
    <EmptyState
      title="No ledger lines yet"
      about="Export the training lines from your finance system and import them here. Then each line is either a cost that you wrote down already, a new one, or nothing to do with CPD; and your figures agree with the accounts."
      primary={<LinkButton to="/imports/ledger">Import ledger lines</LinkButton>}
      secondary={<LinkButton to="/money/invoices">Type invoices in instead</LinkButton>}
    />
  )
}
