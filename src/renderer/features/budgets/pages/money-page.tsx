import { costsRoute, fullCostRoute, spendReportRoute } from '../../../../shared/features/budgets/doors'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatPence, formatPounds, pence, type Pence } from '../../../../shared/kernel/money'
import type { ReportTable, Row } from '../../../../shared/kernel/report-table'
import type { YearAsked } from '../../../../shared/kernel/years'
import { LinkButton, TextLink } from '../../../components/button'
import { ChartFrame } from '../../../components/chart'
import { Chip } from '../../../components/chip'
import { FigureStrip, Meter } from '../../../components/figures'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { YearPicker } from '../../../components/year-picker'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useYearAsked } from '../../../lib/year-param'
import { NoMoneyYet } from '../components/no-money-yet'
import { WhyTotalsDiffer } from '../components/why-totals-differ'
import './money-page.css'

type Years = OutputFor<'money.years'>
type Totals = OutputFor<'money.totals'>
type Budget = OutputFor<'budget.view'>

/** The three totals of a year, every fund, and where the year is heading. */
export function MoneyPage() {
  const years = useRead('money.years', {})
  return (
    <>
      <PageHead
        title="Money"
        about="Every fund, what is promised from it and what has been paid. Click a figure to see its lines."
        secondary={
          <>
            <LinkButton kind="quiet" to="/money/ledger">
              Ledger
            </LinkButton>
            <LinkButton to="/money/invoices">Enter invoices</LinkButton>
          </>
        }
        primary={
          <LinkButton kind="primary" to="/money/costs/new">
            Record a cost
          </LinkButton>
        }
      />
      <ReadState read={years}>{(known) => <MoneyOfYear years={known} />}</ReadState>
    </>
  )
}

function MoneyOfYear({ years }: { readonly years: Years }) {
  const [year, setYear] = useYearAsked(years)
  const totals = useRead('money.totals', { year }, { keepPrevious: true })
  const budget = useRead('budget.view', { year }, { keepPrevious: true })
  const known = year.kind === 'financial' ? years.financial : years.academic
  return (
    <>
      <div className="money-year">
        <YearPicker value={year} onChange={setYear} years={known} regimes={years.regimes} />
      </div>
      <ReadState read={totals}>
        {(three) => (
          <ReadState read={budget}>{(view) => <Overview year={year} totals={three} budget={view} />}</ReadState>
        )}
      </ReadState>
    </>
  )
}

interface OverviewProps {
  readonly year: YearAsked
  readonly totals: Totals
  readonly budget: Budget
}

function Overview({ year, totals, budget }: OverviewProps) {
  if (budget.funds.rows.length === 0 && budget.codes.rows.length === 0)
    return <NoMoneyYet label={budget.period.label} waiting={totals.ledgerWaiting} />
  return (
    <>
      <ThreeTotals year={year} totals={totals} />
      <WhyTotalsDiffer year={year} totals={totals} />
      <Columns split="wide-left">
        <Block>
          <SectionTitle aside={<Chip>{spanWords(budget)}</Chip>}>Funds</SectionTitle>
          <SimpleTable
            table={withoutColumns(budget.funds, ['usedPercent'])}
            aside={(row) => <FundMeter row={row} gone={budget.gonePercent} isNow={isCurrent(budget)} />}
          />
          <p className="money-more">
            <TextLink to="/money/funds" strong>
              Set up funds and amounts
            </TextLink>
            <TextLink to={spendReportRoute(year)} strong>
              Print the budget and the spending
            </TextLink>
          </p>
        </Block>
        <Block>
          <ChartFrame
            chart={budget.months}
            about={
              budget.months.points.some((point) => point.target !== undefined)
                ? `Paid and promised, month by month, against an even spend of ${budget.period.label}`
                : 'Paid and promised, month by month'
            }
          />
        </Block>
      </Columns>
      <Columns split="even">
        <div>
          <Block>
            <SectionTitle>By finance code</SectionTitle>
            <SimpleTable table={withoutColumns(budget.codes, ['withPromisedPence'])} />
          </Block>
          <Block>
            <SectionTitle>By kind of cost</SectionTitle>
            <SimpleTable table={withoutColumns(budget.kinds, ['withPromisedPence'])} />
          </Block>
        </div>
        <Block>
          <SectionTitle>By month</SectionTitle>
          <SimpleTable table={withoutColumns(budget.monthTable, ['withPromisedPence'])} />
        </Block>
      </Columns>
    </>
  )
}

function ThreeTotals({ year, totals }: Omit<OverviewProps, 'budget'>) {
  const figure = (amount: { paidPence: Pence; withPromisedPence: Pence }) => ({
    value: formatPence(amount.withPromisedPence),
    exact: `${formatPence(amount.paidPence)} paid, ${formatPence(pence(amount.withPromisedPence - amount.paidPence))} promised`,
  })
  const hours = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(totals.countedMinutes / 60)
  const note = (amount: { paidPence: Pence }, what: string) => (
    <>
      paid and promised; {formatPounds(amount.paidPence)} paid
      <br />
      {what}
    </>
  )
  return (
    <div className="money-totals">
      <FigureStrip
        items={[
          {
            label: `Staff-development code (${totals.trainingCode})`,
            ...figure(totals.code),
            note: note(totals.code, 'what the accounts show as training'),
            to: costsRoute(year, { code: totals.trainingCode }),
          },
          {
            label: 'All cash',
            ...figure(totals.cash),
            note: note(totals.cash, 'with cover, travel and materials'),
            to: costsRoute(year),
          },
          {
            label: 'Full cost',
            ...figure(totals.full),
            note: note(totals.full, `with ${hours} hours of staff time`),
            to: fullCostRoute(year),
          },
        ]}
      />
    </div>
  )
}

function FundMeter({ row, gone, isNow }: { readonly row: Row; readonly gone: number; readonly isNow: boolean }) {
  const amount = (key: string) => pence(Number(row.cells[key] ?? 0))
  if (amount('budgetPence') <= 0) return null
  return (
    <Meter
      isSmall
      label={String(row.cells.fund ?? '')}
      paid={amount('paidPence')}
      promised={amount('promisedPence')}
      total={amount('budgetPence')}
      {...(isNow ? { now: gone / 100 } : {})}
    />
  )
}

const isCurrent = ({ today, period }: Budget) => today >= period.startsOn && today <= period.endsOn

function spanWords({ period }: Budget): string {
  return `${formatDay(period.startsOn)} to ${formatDay(period.endsOn)}`
}

/**
 * To the penny: rows and columns are both added up here, and whole pounds could not agree both ways. Columns that the
 * page shows in another way are left out.
 */
function withoutColumns(table: ReportTable, without: readonly string[]): ReportTable {
  return { ...table, columns: table.columns.filter((column) => !without.includes(column.key)) }
}
