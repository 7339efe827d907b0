import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

export const movementKinds = ['estimated', 'committed', 'invoiced', 'paid', 'credited'] as const
export const zMovementKind = z.enum(movementKinds)
/** What happened to a cost: guessed, ordered, billed, paid, given back. */
export type MovementKind = z.infer<typeof zMovementKind>

export const costStates = ['estimated', 'committed', 'invoiced', 'part-paid', 'paid', 'credited'] as const
export const zCostState = z.enum(costStates)
/** Where a cost stands; derived from its movements, never stored (model, section 4). */
export type CostState = z.infer<typeof zCostState>

export const zShareBasis = z.enum(['none', 'heads', 'hours', 'named'])

// A thousand million pounds: far above any school, far below where whole-number arithmetic would end.
const zAmount = zPence.min(-1e11, 'pence.too-much').max(1e11, 'pence.too-much')
/** An amount as an invoice or an order gives it: not below nothing. */
export const zNotNegative = zPence.min(0, 'pence.negative').max(1e11, 'pence.too-much')
/** Parts of a split are whole weights: 60 and 40, or 1 and 1 and 1. */
const zWeight = z.int('number.invalid').min(1, 'number.invalid').max(10_000, 'number.invalid')

/** The funds of a cost, each with its part: 1 and 1 is half each. None for money that no fund was named for. */
const zFundParts = z
  .array(z.object({ fundId: z.string(), weight: zWeight }))
  .max(20)
  .default([])

/** Net and VAT of one movement. Credits are negative; an order may be reduced by a negative one; nothing else is. */
export const zMovementInput = z
  .object({
    kind: zMovementKind,
    movedOn: zDay,
    netPence: zAmount,
    vatPence: zAmount,
    reference: zOptionalLine(120),
  })
  .superRefine((movement, context) => {
    const { kind, netPence, vatPence } = movement
    const refuse = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'cost.sign' })
    for (const [path, amount] of [['netPence', netPence] as const, ['vatPence', vatPence] as const]) {
      if (kind === 'credited' ? amount > 0 : kind !== 'committed' && amount < 0) refuse(path)
    }
  })
export type MovementInput = z.infer<typeof zMovementInput>

/** A cost as typed: what we expect or owe. */
export const zCostInput = z.object({
  eventId: z.string().nullable().default(null),
  bookingId: z.string().nullable().default(null),
  kindCode: z.string().min(1, 'input.required').max(40),
  description: zNeededLine(300),
  expectedOn: zDay,
  netPence: zNotNegative,
  vatPence: zNotNegative,
  isVatRecoverable: z.boolean(),
  financeCode: zOptionalLine(40),
  localCode: zOptionalLine(40),
  supplier: zOptionalLine(200),
  orderNumber: zOptionalLine(80),
  /** Staff minutes for which this cover stands in; 0 for anything that is not cover. */
  coveredMinutes: z.int('number.invalid').min(0, 'number.invalid').max(600_000, 'number.invalid').default(0),
  shareBasis: zShareBasis.default('none'),
  /** For `named`: who carries how much. */
  shares: z
    .array(z.object({ bookingId: z.string(), weight: zWeight }))
    .max(2000)
    .default([]),
  funds: zFundParts,
  note: zOptionalText(2000),
})
export type CostInput = z.infer<typeof zCostInput>

/** What has happened to a new cost when it is first written down. */
export const zCostStart = z.object({
  kind: z.enum(['estimated', 'committed', 'invoiced', 'paid']),
  movedOn: zDay,
  reference: zOptionalLine(120),
})
export type CostStart = z.infer<typeof zCostStart>

export const zMovement = z.object({
  id: z.string(),
  kind: zMovementKind,
  movedOn: zDay,
  netPence: zPence,
  vatPence: zPence,
  /** Net and the VAT that does not come back. */
  costPence: zPence,
  reference: z.string().nullable(),
  /** It came from a line of the ledger. */
  isFromLedger: z.boolean(),
})
export type Movement = z.infer<typeof zMovement>

/** Net and VAT, still to be invoiced or paid. */
export const zNetAndVat = z.object({ netPence: zPence, vatPence: zPence })
export type NetAndVat = z.infer<typeof zNetAndVat>

/** One line of a list of costs. Paid and promised are those of the year and the fund that were asked for. */
export const zCostSummary = z.object({
  id: z.string(),
  description: z.string(),
  kindCode: z.string(),
  kindName: z.string(),
  eventId: z.string().nullable(),
  eventTitle: z.string().nullable(),
  personName: z.string().nullable(),
  expectedOn: zDay,
  lastMovedOn: zDay.nullable(),
  state: zCostState,
  financeCode: z.string().nullable(),
  localCode: z.string().nullable(),
  supplier: z.string().nullable(),
  orderNumber: z.string().nullable(),
  fundNames: z.array(z.string()),
  paidPence: zPence,
  promisedPence: zPence,
  /** What is expected while nothing is ordered, invoiced or paid; 0 after that. */
  expectedPence: zPence,
  /** Received, for income; income is never spending. */
  incomePence: zPence,
})
export type CostSummary = z.infer<typeof zCostSummary>

export const zCost = zCostInput.extend({
  id: z.string(),
  eventTitle: z.string().nullable(),
  personName: z.string().nullable(),
  kindName: z.string(),
  state: zCostState,
  paidPence: zPence,
  promisedPence: zPence,
  estimatedPence: zPence,
  toInvoice: zNetAndVat,
  toPay: zNetAndVat,
  movements: z.array(zMovement),
  /** What each person's part is, paid and promised together, where the cost is shared or for one person. */
  people: z.array(z.object({ bookingId: z.string(), name: z.string(), pence: zPence })),
  ledgerLines: z.array(
    z.object({ id: z.string(), documentNumber: z.string().nullable(), postedOn: zDay, grossPence: zPence }),
  ),
})
export type Cost = z.infer<typeof zCost>

/** One row of the quick entry of invoices: on an order that is there, or a cost of its own; or a credit note. */
export const zInvoiceRow = z.object({
  /** A credit note, with its amounts as printed, for the cost that it gives back. */
  isCredit: z.boolean().default(false),
  /** The order it belongs to; null makes a new cost. */
  costLineId: z.string().nullable().default(null),
  invoicedOn: zDay,
  reference: zOptionalLine(120),
  supplier: zOptionalLine(200),
  description: zOptionalLine(300),
  kindCode: z.string().max(40).default('fee'),
  eventId: z.string().nullable().default(null),
  netPence: zNotNegative,
  vatPence: zNotNegative,
  /** Of a new cost of cover: the minutes of staff time it stood in for. */
  coveredMinutes: z.int().min(0).max(600_000).default(0),
  /** Of a new cost. */
  funds: zFundParts,
  /** Of a new cost: whether the school gets the VAT back; null is what is usual for its funds. */
  isVatRecoverable: z.boolean().nullable().default(null),
  isPaid: z.boolean().default(false),
  /** On an order: nothing more will be asked for, so what is left of the order is given up. */
  isLast: z.boolean().default(true),
})
export type InvoiceRow = z.infer<typeof zInvoiceRow>

/** What a list of costs is narrowed to. Everything that is left out does not narrow. */
export const zCostFilter = z.object({
  eventId: z.string().optional(),
  bookingId: z.string().optional(),
  /** Costs of events, or of the school as a whole. */
  scope: z.enum(['all', 'events', 'school']).default('all'),
  year: z.object({ kind: z.enum(['academic', 'financial']), startYear: z.int().min(1990).max(2100) }).optional(),
  state: zCostState.optional(),
  /** Only lines with something paid, or something promised, in the year. */
  having: z.enum(['paid', 'promised']).optional(),
  /** A finance code; an empty text asks for costs without one. */
  code: z.string().max(40).optional(),
  kindCode: z.string().max(40).optional(),
  /** A fund's key; `none` asks for costs without one, `outside` for those of every fund from outside the school. */
  fundId: z.string().optional(),
  /** A calendar month of the movements, YYYY-MM. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'day.invalid')
    .optional(),
  /** Only what was invoiced before this day and is not wholly paid. */
  unpaidInvoicedBefore: zDay.optional(),
  text: z.string().trim().max(100).default(''),
})
export type CostFilter = z.infer<typeof zCostFilter>
