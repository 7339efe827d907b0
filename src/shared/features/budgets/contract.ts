import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zChart, zReportTable } from '../../kernel/report-table'
import { zYearAsked, zYearsKnown } from '../../kernel/years'
import { zFund, zFundAmountInput, zFundInput } from './model'

const zIdOut = z.object({ id: z.string() })
const zFigure = z.object({ paidPence: zPence, withPromisedPence: zPence })
const zPeriod = z.object({ label: z.string(), startsOn: zDay, endsOn: zDay })

export const budgetsContract = {
  'funds.list': read('Funds with what was given to each', zNothing, z.object({ funds: z.array(zFund) })),
  'funds.save': write('Keep a fund', zFundInput.extend({ id: z.string().optional() }), zIdOut),
  'funds.archive': write(
    'Put a fund away, or take it out again; what it paid stays',
    z.object({ id: z.string(), isArchived: z.boolean() }),
    zNothing,
  ),
  'funds.saveAmount': write(
    'Keep an amount given to a fund for a span of days; a top-up is one more',
    zFundAmountInput.safeExtend({ id: z.string().optional() }),
    zIdOut,
  ),
  'funds.removeAmount': write('Take an amount of a fund away', zIdOut, zNothing),
  'budget.view': read(
    'What each fund and each finance code has, paid, promised and left in a year',
    z.object({ year: zYearAsked }),
    z.object({
      period: zPeriod,
      today: zDay,
      /** How much of the year has gone, 0 to 100. */
      gonePercent: z.number(),
      funds: zReportTable,
      codes: zReportTable,
      kinds: zReportTable,
      months: zChart,
      monthTable: zReportTable,
    }),
  ),
  'money.totals': read(
    'The three totals of a year: staff-development code, all cash, full cost',
    z.object({ year: zYearAsked }),
    z.object({
      period: zPeriod,
      trainingCode: z.string(),
      code: zFigure,
      cash: zFigure,
      full: zFigure,
      /** Shown beneath, never deducted. */
      outside: zFigure,
      ownTimePence: zPence,
      creditedMinutes: z.number(),
      countedMinutes: z.number(),
      coveredHoursExcluded: z.boolean(),
      /** Lines of the ledger that are in none of the three until somebody says what they are: the year’s, and of other years. */
      ledgerWaiting: z.object({ count: z.int(), netPence: zPence, elsewhere: z.int() }),
      /** The academic and the financial year of this school do not begin together. */
      hasOtherMonths: z.boolean(),
      /** The same figures, and why they differ. */
      table: zReportTable,
    }),
  ),
  'money.years': read('Years in which anything happened, newest first', zNothing, zYearsKnown),
}
