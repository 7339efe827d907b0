import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'

const zText = (max: number) => z.string().max(max).nullable()

/** One line of the finance system as an import reads it. Texts are trimmed; amounts are as printed there, credits negative. */
export const zLedgerRow = z.object({
  documentNumber: zText(120),
  postedOn: zDay,
  netPence: zPence,
  vatPence: zPence,
  grossPence: zPence,
  supplier: zText(300),
  description: zText(500),
  costCentre: zText(200),
  accountCode: zText(200),
  /** The file's name, without its folder. */
  sourceName: z.string().max(260),
  /** The row in that file, the header being row 1. */
  sourceRow: z.int().min(1),
})
export type LedgerRow = z.infer<typeof zLedgerRow>

export const ledgerStatuses = ['unmatched', 'linked', 'accepted', 'set-aside'] as const
export const zLedgerStatus = z.enum(ledgerStatuses)
/** `unmatched` waits for somebody; only `linked` and `accepted` lines count, through their cost line. */
export type LedgerStatus = z.infer<typeof zLedgerStatus>
