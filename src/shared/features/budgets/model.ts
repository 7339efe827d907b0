import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

/** A fund as typed: where money comes from and what it may be used for. */
export const zFundInput = z.object({
  name: zNeededLine(120),
  /** A code of the pack's kinds of fund. */
  kind: z.string().min(1, 'input.required').max(40),
  reference: zOptionalLine(120),
  /** From outside the school: shown beneath all cash, never taken off (model, section 5). */
  isExternal: z.boolean(),
  allowedUse: zOptionalText(500),
})
export type FundInput = z.infer<typeof zFundInput>

/** An amount given for a span of days. Years that cut a span share it by days. */
export const zFundAmountInput = z
  .object({
    fundId: z.string(),
    fromOn: zDay,
    toOn: zDay,
    amountPence: zPence.min(-1e11, 'pence.too-much').max(1e11, 'pence.too-much'),
    note: zOptionalText(300),
  })
  .refine((amount) => amount.toOn >= amount.fromOn, { path: ['toOn'], message: 'day.order' })
export type FundAmountInput = z.infer<typeof zFundAmountInput>

export const zFundAmount = z.object({
  id: z.string(),
  fromOn: zDay,
  toOn: zDay,
  amountPence: zPence,
  note: z.string().nullable(),
})

export const zFund = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  reference: z.string().nullable(),
  isExternal: z.boolean(),
  allowedUse: z.string().nullable(),
  isArchived: z.boolean(),
  amounts: z.array(zFundAmount),
  /** How many costs it carries a part of. */
  costCount: z.int(),
})
export type Fund = z.infer<typeof zFund>
