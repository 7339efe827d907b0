import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { pence } from '../../../../shared/kernel/money'
import { zOptionalText } from '../../../../shared/kernel/texts'
import { zNotNegative } from '../../../../shared/features/costs/model'
import type { InputFor } from '../../../lib/contract-client'

const zRow = z.object({
  costLineId: z.string().nullable(),
  invoicedOn: zDay,
  reference: zOptionalText(120),
  supplier: zOptionalText(200),
  description: zOptionalText(300),
  kindCode: z.string().nullable(),
  eventId: z.string().nullable(),
  netPence: zNotNegative,
  vatPence: zNotNegative.nullable(),
  coveredHours: z.number().min(0, 'number.invalid').max(10_000, 'number.invalid').nullable(),
  fundId: z.string().nullable(),
  isVatRecoverable: z.boolean(),
  isPaid: z.boolean(),
  isLast: z.boolean(),
})

/** The invoices on a desk, as typed. */
export const zInvoicesForm = z.object({ rows: z.array(zRow) })
type Row = z.output<typeof zRow>

type RowInput = z.input<typeof zRow>

/** A row to fill in; amounts are still to come. Kind and fund are those of the invoice before it, as a pile often has. */
export function emptyInvoice(
  today: Day,
  before?: Pick<RowInput, 'kindCode' | 'fundId' | 'isVatRecoverable'>,
): RowInput {
  return {
    costLineId: null,
    invoicedOn: today,
    reference: null,
    supplier: null,
    description: null,
    kindCode: before?.kindCode ?? 'fee',
    eventId: null,
    // Null is "not filled in yet": the schema refuses it, so that nothing is saved without an amount.
    netPence: null as never,
    vatPence: null,
    coveredHours: null,
    fundId: before?.fundId ?? null,
    isVatRecoverable: before?.isVatRecoverable ?? true,
    isPaid: false,
    isLast: true,
  }
}

/** What the contract takes. */
export function invoiceInput(row: Row): InputFor<'costs.enterInvoices'>['rows'][number] {
  const { coveredHours, ...rest } = row
  return {
    ...rest,
    kindCode: row.kindCode ?? 'fee',
    vatPence: row.vatPence ?? pence(0),
    coveredMinutes: Math.round((coveredHours ?? 0) * 60),
  }
}
