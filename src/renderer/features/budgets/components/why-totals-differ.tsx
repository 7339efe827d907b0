import { costsRoute, waitingLinesRoute } from '../../../../shared/features/budgets/doors'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatPence, pence, type Pence } from '../../../../shared/kernel/money'
import type { YearAsked } from '../../../../shared/kernel/years'
import { TextLink } from '../../../components/button'
import { SimpleTable } from '../../../components/simple-table'
import type { OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

interface WhyProps {
  readonly year: YearAsked
  readonly totals: OutputFor<'money.totals'>
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** Takes the difference between the three totals apart, each part a door to its lines. */
export function WhyTotalsDiffer({ year, totals }: WhyProps) {
  const { code, cash, full, outside, trainingCode } = totals
  const apart = (more: Pence, less: Pence) => formatPence(pence(more - less))
  const left = totals.creditedMinutes - totals.countedMinutes
  return (
    <details className="why-totals">
      <summary>Why do the totals differ?</summary>
      <div className="why-totals-inside">
        <p>
          The accounts call only{' '}
          <TextLink to={costsRoute(year, { code: trainingCode })}>costs coded {trainingCode}</TextLink> staff
          development. <TextLink to={costsRoute(year)}>All cash</TextLink>{' '}
          {cash.withPromisedPence === code.withPromisedPence
            ? 'is the same: every cost bears that code.'
            : `is ${apart(cash.withPromisedPence, code.withPromisedPence)} more, because cover, travel and consultancy have codes of their own.`}{' '}
          Of all cash, {outside.withPromisedPence === 0 ? 'nothing' : formatPence(outside.withPromisedPence)} comes
          from <TextLink to={costsRoute(year, { fund: 'outside' })}>funds from outside</TextLink>
          {outside.withPromisedPence === 0 ? '.' : '; it is shown, not taken off.'}
        </p>
        <p>
          Full cost adds {apart(full.withPromisedPence, cash.withPromisedPence)}:{' '}
          {totals.countedMinutes === 0 ? 'no' : whole.format(totals.countedMinutes / 60)} hours of our own staff at
          the <TextLink to="/school/day-rates">day rate of their group</TextLink>.{' '}
          {totals.creditedMinutes === 0
            ? ''
            : totals.coveredHoursExcluded && left > 0
              ? `${whole.format(left / 60)} hours for which cover was bought are left out, because the cover is in all cash.`
              : totals.coveredHoursExcluded
                ? 'No cost of cover says how many hours it covered, so none are left out.'
                : 'Hours for which cover was bought are counted as well as the cover.'}
        </p>
        <LedgerWaiting totals={totals} />
        <p>
          All three are of {formatDay(totals.period.startsOn)} to {formatDay(totals.period.endsOn)}, by the day of
          each payment, order or invoice.
          {totals.hasOtherMonths &&
            ` The ${year.kind === 'financial' ? 'academic' : 'financial'} year has other months, and so other totals: “By month” below shows which money stands where.`}
        </p>
        <SimpleTable table={totals.table} />
      </div>
    </details>
  )
}

/** Why a ledger shows more than any of the three: what of it has not been said to be a cost. */
function LedgerWaiting({ totals }: Pick<WhyProps, 'totals'>) {
  const { count, netPence } = totals.ledgerWaiting
  if (count === 0) return null
  return (
    <p>
      The ledger holds{' '}
      <TextLink to={waitingLinesRoute(totals.period)}>{plural(count, 'line', 'lines')} of this year</TextLink>,{' '}
      {formatPence(netPence)} net, that nobody has linked to a cost or accepted as one.{' '}
      {count === 1 ? 'It is' : 'They are'} in none of the three totals.
    </p>
  )
}
