import { Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button, LinkButton, TextLink } from '../../src/renderer/components/button'
import { ChartFrame } from '../../src/renderer/components/chart'
import { Chip, Chips, StatusMark } from '../../src/renderer/components/chip'
import { DataTable, type TableColumn } from '../../src/renderer/components/data-table'
import { DefinitionList } from '../../src/renderer/components/definition-list'
import { EmptyState } from '../../src/renderer/components/empty-state'
import { FigureStrip, Finding, Meter } from '../../src/renderer/components/figures'
import { MasterDetail } from '../../src/renderer/components/master-detail'
import { MenuButton } from '../../src/renderer/components/menu-button'
import { Block, Columns, PageHead, SectionTitle } from '../../src/renderer/components/page-head'
import { Rows } from '../../src/renderer/components/rows'
import { SimpleTable } from '../../src/renderer/components/simple-table'
import { YearPicker } from '../../src/renderer/components/year-picker'
import { sumPence } from '../../src/shared/kernel/money'
import type { YearAsked } from '../../src/shared/kernel/years'
import { byFund, byMonth, entitlement, funds, fundTable, manyLines, type Line } from './sample-data'

const paid = sumPence(funds.map((item) => item.paid))
const promised = sumPence(funds.map((item) => item.promised))
const budget = sumPence(funds.map((item) => item.budget))

export function TodayExample() {
  return (
    <>
      <PageHead
        title="Thursday 20 November"
        about="Seven things need you this week. The next staff meeting with CPD in it is on Tuesday."
        secondary={<Button>Record something</Button>}
        primary={<Button kind="primary">Book people on…</Button>}
      />
      <Columns>
        <div>
          <Block>
            <SectionTitle>Needs you this week</SectionTitle>
            <Rows
              items={[
                {
                  key: '1',
                  section: 'activities',
                  title: '3 requests wait for your decision',
                  about: 'Oldest 6 days: a Year 3 teacher, Leading early maths, £340 and 2 days’ cover',
                  action: (
                    <TextLink strong to="/requests">
                      Decide
                    </TextLink>
                  ),
                },
                {
                  key: '2',
                  section: 'impact',
                  title: 'Term-later reviews are due for Reading fluency',
                  about: 'Baseline 61% on age-related fluency in September; target 72% by Easter',
                  action: (
                    <TextLink strong to="/reviews">
                      Ask 8 people
                    </TextLink>
                  ),
                },
                {
                  key: '3',
                  section: 'money',
                  title: '11 ledger lines from October match nothing yet',
                  about: '£1,284.50 in all; 9 have a likely partner',
                  action: (
                    <TextLink strong to="/ledger">
                      Match
                    </TextLink>
                  ),
                },
              ]}
            />
          </Block>
        </div>
        <div>
          <Block>
            <SectionTitle>The money, so far</SectionTitle>
            <Finding>
              Half the budget is spent or promised with <em>64% of the financial year</em> gone.
            </Finding>
            <Meter label="All funds" paid={paid} promised={promised} total={budget} now={0.64} />
          </Block>
          <ChartFrame
            chart={entitlement}
            about="Hours received this year per full-time post, against the policy’s entitlement"
          />
        </div>
      </Columns>
    </>
  )
}

export function MoneyExample() {
  const [year, setYear] = useState<YearAsked>({ kind: 'financial', startYear: 2025 })
  return (
    <>
      <PageHead
        title="Money"
        trail={[{ title: 'Today', to: '/today' }]}
        about="Every fund, what is promised from it and what has been paid. Click a figure to see its lines."
        secondary={
          <>
            <Button kind="quiet" icon={<Printer aria-hidden="true" />}>
              Print
            </Button>
            <MenuButton
              label="Export"
              items={[{ key: 'xlsx', title: 'Excel workbook', onAction: () => undefined }]}
            />
          </>
        }
        primary={
          <LinkButton kind="primary" to="/money/new" icon={<Plus aria-hidden="true" />}>
            Record a cost
          </LinkButton>
        }
      />
      <FigureStrip
        items={[
          {
            label: 'Staff development code (E09)',
            value: '£4,236',
            exact: '£4,236.00',
            note: 'what the accounts show as training',
            to: '/money/code',
          },
          {
            label: 'All cash',
            value: '£7,450',
            exact: '£7,450.20',
            note: 'with cover, travel and materials',
            to: '/money/cash',
          },
          {
            label: 'Full cost',
            value: '£21,939',
            exact: '£21,938.75',
            note: 'with 642 hours of staff time',
            to: '/money/full',
          },
        ]}
      />
      <Columns split="wide-left">
        <div>
          <SectionTitle aside={<YearPicker value={year} onChange={setYear} years={[2025, 2024]} regimes={[]} />}>
            Funds
          </SectionTitle>
          <SimpleTable
            table={fundTable}
            aside={(row) => {
              const fund = funds.find((item) => item.id === row.key)
              return fund === undefined ? null : (
                <Meter
                  isSmall
                  label={fund.name}
                  paid={fund.paid}
                  promised={fund.promised}
                  total={fund.budget}
                  now={0.64}
                />
              )
            }}
          />
        </div>
        <div>
          <ChartFrame chart={byMonth} about="Paid and promised, by month, against an even spend" />
          <ChartFrame chart={byFund} />
        </div>
      </Columns>
    </>
  )
}

const columns: readonly TableColumn<Line>[] = [
  { key: 'what', title: 'What', kind: 'text', value: (line) => line.what, note: (line) => line.supplier },
  { key: 'on', title: 'Day', kind: 'day', value: (line) => line.on, width: 120 },
  {
    key: 'how',
    title: 'How it stands',
    kind: 'chips',
    value: (line) => (line.net < 0 ? 'Credited' : 'Paid'),
    render: (line) => (
      <StatusMark tone={line.net < 0 ? 'warn' : 'good'}>{line.net < 0 ? 'Credited' : 'Paid'}</StatusMark>
    ),
    width: 150,
    hideNarrow: true,
  },
  { key: 'hours', title: 'Hours', kind: 'hours', value: (line) => line.hours, width: 90, hideNarrow: true },
  { key: 'net', title: 'Net', kind: 'money', value: (line) => line.net, width: 130 },
]

export function ListExample({ count, isOpen }: { readonly count: number; readonly isOpen: boolean }) {
  const [rows] = useState(() => manyLines(count))
  const [chosen, setChosen] = useState(isOpen ? rows[2]?.id : undefined)
  const line = rows.find((item) => item.id === chosen)
  return (
    <>
      <PageHead
        title="Cost lines"
        about="What we expect or owe, line by line."
        primary={<Button kind="primary">Record a cost</Button>}
      />
      <MasterDetail
        backTo="/list"
        detailLabel="Cost line"
        list={
          <DataTable
            label="Cost lines"
            rows={rows}
            rowKey={(item) => item.id}
            columns={columns}
            filter={(item) => `${item.what} ${item.supplier}`}
            selectedKey={chosen}
            onOpen={(item) => setChosen(item.id)}
            actions={(item) => [{ key: 'copy', title: `Copy ${item.what}`, onAction: () => undefined }]}
            totals={{ net: sumPence(rows.map((item) => item.net)) }}
            initialSort={{ key: 'on', direction: 'descending' }}
            empty={<EmptyState title="No costs yet" about="Costs are kept here." />}
          />
        }
        detail={
          line === undefined ? undefined : (
            <>
              <SectionTitle
                aside={
                  <Chips>
                    <Chip>2025/26</Chip>
                    <Chip>E09</Chip>
                  </Chips>
                }
              >
                {line.what}
              </SectionTitle>
              <DefinitionList
                items={[
                  { term: 'Supplier', value: line.supplier },
                  { term: 'How it stands', value: <StatusMark tone="good">Paid</StatusMark> },
                ]}
              />
            </>
          )
        }
      />
    </>
  )
}
