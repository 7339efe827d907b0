import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import { pence } from '../../../../shared/kernel/money'
import { zOptionalLine } from '../../../../shared/kernel/texts'
import { zNotNegative } from '../../../../shared/features/costs/model'
import type { InputFor } from '../../../lib/contract-client'

const zPart = z.int('number.invalid').min(1, 'number.invalid').max(10_000, 'number.invalid')

const zRow = z.object({
  isCredit: z.boolean(),
  costLineId: z.string().nullable(),
  invoicedOn: zDay,
  reference: zOptionalLine(120),
  supplier: zOptionalLine(200),
  description: zOptionalLine(300),
  kindCode: z.string().nullable(),
  eventId: z.string().nullable(),
  netPence: zNotNegative,
  vatPence: zNotNegative.nullable(),
  coveredHours: z.number().min(0, 'number.invalid').max(10_000, 'number.invalid').nullable(),
  funds: z.array(z.object({ fundId: z.string().nullable(), weight: zPart })),
  isVatRecoverable: z.boolean(),
  isPaid: z.boolean(),
  isLast: z.boolean(),
})

/** The invoices on a desk, as typed. */
export const zInvoicesForm = z.object({ rows: z.array(zRow) })
type Row = z.output<typeof zRow>

type RowInput = z.input<typeof zRow>

/** A row to fill in; amounts are still to come. Kind and funds are those of the invoice before it, as a pile often has. */
export function emptyInvoice(
  today: Day,
  before?: Pick<RowInput, 'kindCode' | 'funds' | 'isVatRecoverable'>,
): RowInput {
  return {
    isCredit: false,
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
    funds: before?.funds.map((fund) => ({ ...fund })) ?? [{ fundId: null, weight: 1 }],
    isVatRecoverable: before?.isVatRecoverable ?? true,
    isPaid: false,
    isLast: true,
  }
}

/** What the contract takes. */
export function invoiceInput(row: Row): InputFor<'costs.enterInvoices'>['rows'][number] {
  const { coveredHours, funds, ...rest } = row
  return {
    ...rest,
    kindCode: row.kindCode ?? 'fee',
    vatPence: row.vatPence ?? pence(0),
    funds: funds.flatMap(({ fundId, weight }) => (fundId === null ? [] : [{ fundId, weight }])),
    coveredMinutes: Math.round((coveredHours ?? 0) * 60),
  }
}
