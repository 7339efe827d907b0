import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zOptionalLine } from '../../kernel/texts'
import { zRegimeFrom } from '../../kernel/years'
import { zFinanceCodes } from '../packs/model'
import {
  zCost,
  zCostFilter,
  zCostInput,
  zCostStart,
  zCostSummary,
  zInvoiceRow,
  zMovementInput,
  zNotNegative,
} from './model'

const zIdOut = z.object({ id: z.string() })

/** Left out, the amounts are what is still to be invoiced or paid. */
const zSettle = z.object({
  costLineId: z.string(),
  movedOn: zDay,
  netPence: zNotNegative.optional(),
  vatPence: zNotNegative.optional(),
  reference: zOptionalLine(120),
  /** Nothing more will come: what was ordered above this is no longer promised. */
  isFinal: z.boolean().default(true),
})
export type Settle = z.output<typeof zSettle>

export const costsContract = {
  'costs.list': read(
    'Costs, narrowed as asked, with totals of all that fit',
    zCostFilter,
    z.object({
      costs: z.array(zCostSummary),
      totals: z.object({ paidPence: zPence, promisedPence: zPence, expectedPence: zPence, incomePence: zPence }),
      /** How many more fit than one list gives; the totals are of them all. */
      more: z.int(),
      /** The year asked for: 2025/26 and its days. */
      period: z.object({ label: z.string(), startsOn: zDay, endsOn: zDay }).nullable(),
    }),
  ),
  'costs.get': read('One cost with its movements, funds and people', zIdOut, zCost),
  'costs.choices': read(
    'What the form of a cost chooses from',
    zNothing,
    z.object({
      financeCodes: zFinanceCodes,
      regimes: z.array(zRegimeFrom),
      funds: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), isArchived: z.boolean() })),
      events: z.array(z.object({ id: z.string(), title: z.string(), firstOn: zDay.nullable() })),
      suppliers: z.array(z.string()),
      localCodes: z.array(z.string()),
    }),
  ),
  'costs.bookings': read(
    'Who is booked on an event, for sharing a cost',
    z.object({ eventId: z.string() }),
    z.object({
      bookings: z.array(z.object({ id: z.string(), name: z.string(), creditedMinutes: z.int() })),
    }),
  ),
  'costs.save': write(
    'Keep a cost; a new one with what has happened to it so far',
    zCostInput.extend({ id: z.string().optional(), start: zCostStart.optional() }),
    zIdOut,
  ),
  'costs.remove': write('Take a cost away, with its movements; its ledger lines wait again', zIdOut, zNothing),
  'costs.saveMovement': write(
    'Add or change an estimate, order, invoice, payment or credit of a cost',
    zMovementInput.safeExtend({ costLineId: z.string(), id: z.string().optional() }),
    zIdOut,
  ),
  'costs.removeMovement': write('Take a movement of a cost away', zIdOut, zNothing),
  'costs.markInvoiced': write('Record the invoice of a cost', zSettle, zIdOut),
  'costs.markPaid': write('Record the payment of a cost', zSettle, zIdOut),
  'costs.credit': write(
    'Record a credit note: amounts as printed on it, positive',
    z.object({
      costLineId: z.string(),
      movedOn: zDay,
      netPence: zNotNegative,
      vatPence: zNotNegative,
      reference: zOptionalLine(120),
    }),
    zIdOut,
  ),
  'costs.enterInvoices': write(
    'Record several invoices at once: all of them or none',
    z.object({ rows: z.array(zInvoiceRow).min(1, 'input.required').max(200) }),
    z.object({ ids: z.array(z.string()) }),
  ),
}
