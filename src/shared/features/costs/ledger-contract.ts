import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zOptionalLine } from '../../kernel/texts'
import { zCostState } from './model'
import { zLedgerRow, zLedgerStatus } from './ledger-model'

export const zLedgerLine = zLedgerRow.extend({
  id: z.string(),
  status: zLedgerStatus,
  costLineId: z.string().nullable(),
  costDescription: z.string().nullable(),
})
export type LedgerLine = z.infer<typeof zLedgerLine>

/** One side holds with VAT what the other holds net: see `vatClashOf`. */
export const zVatClash = z.enum(['cost-holds-gross', 'line-holds-gross'])
export type VatClash = z.infer<typeof zVatClash>

/** What does not fit between a linked line and its cost, and how the amount divides where it is split. */
export const zVatWarning = z.object({
  clash: zVatClash,
  grossPence: zPence,
  netPence: zPence,
  vatPence: zPence,
  /** What stays promised of the cost because of it, or otherwise. */
  promisedPence: zPence,
})
export type VatWarning = z.infer<typeof zVatWarning>

/** A cost that a ledger line may be about, and why we think so. */
export const zSuggestion = z.object({
  costLineId: z.string(),
  description: z.string(),
  eventTitle: z.string().nullable(),
  supplier: z.string().nullable(),
  orderNumber: z.string().nullable(),
  expectedOn: zDay,
  state: zCostState,
  netPence: zPence,
  vatPence: zPence,
  /** 0 to 100. */
  score: z.int(),
  reasons: z.array(z.string()),
  /** Its payment is there already, so linking adds none. */
  isPaymentThere: z.boolean(),
  vatClash: zVatClash.nullable(),
})
export type Suggestion = z.infer<typeof zSuggestion>

const zIds = z.array(z.string()).min(1, 'input.required').max(1000)

export const ledgerContract = {
  'ledger.list': read(
    'Lines of the finance system by what became of them, with totals of all that fit',
    z.object({
      status: zLedgerStatus.optional(),
      text: z.string().trim().max(100).default(''),
      /** Only lines of this day and later. */
      from: zDay.optional(),
      /** Only lines of this day and earlier. */
      to: zDay.optional(),
    }),
    z.object({
      lines: z.array(zLedgerLine),
      /** How many more fit than one list gives; the totals are of them all. */
      more: z.int(),
      totals: z.object({ netPence: zPence, vatPence: zPence, grossPence: zPence }),
      counts: z.object({ unmatched: z.int(), linked: z.int(), accepted: z.int(), 'set-aside': z.int() }),
    }),
  ),
  'ledger.get': read(
    'One ledger line, and the costs it may be about',
    z.object({ id: z.string() }),
    z.object({
      line: zLedgerLine,
      suggestions: z.array(zSuggestion),
      /** The kind that its finance code and its words say. */
      proposedKind: z.string(),
      /** Of a linked line: VAT that does not fit its cost. */
      vatWarning: zVatWarning.nullable(),
    }),
  ),
  'ledger.link': write(
    'Say that a ledger line is this cost: its payment is recorded unless it is there',
    z.object({ id: z.string(), costLineId: z.string() }),
    z.object({ isPaymentAdded: z.boolean(), vatWarning: zVatWarning.nullable() }),
  ),
  'ledger.splitVat': write(
    'Where a linked line and its cost differ by the VAT, split the one that holds it unsplit as the other says',
    z.object({ id: z.string() }),
    zNothing,
  ),
  'ledger.accept': write(
    'Make each of these ledger lines a paid cost of its own',
    z.object({
      ids: zIds,
      /** Left out, the kind that the code and the words of each line say. */
      kindCode: z.string().min(1, 'input.required').max(40).optional(),
      eventId: z.string().nullable().default(null),
      fundId: z.string().nullable().default(null),
      /** Left out, the code that the kind usually has on the day of the line. */
      financeCode: z.string().max(40).nullable().optional(),
      description: zOptionalLine(300),
    }),
    z.object({ costLineIds: z.array(z.string()) }),
  ),
  'ledger.setAside': write('Say that these ledger lines are not CPD', z.object({ ids: zIds }), zNothing),
  'ledger.unlink': write(
    'Let ledger lines go: what they added is taken back and they wait again',
    z.object({ ids: zIds }),
    zNothing,
  ),
}
