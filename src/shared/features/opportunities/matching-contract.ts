import { z } from 'zod'
import { read, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zReason } from './rules'

export const zMatch = z.object({
  opportunityId: z.string(),
  title: z.string(),
  providerName: z.string().nullable(),
  isInHouse: z.boolean(),
  /** It serves the need, and can still be gone to; else it only comes near. */
  fits: z.boolean(),
  nextOn: zDay.nullable(),
  priceNetPence: zPence.nullable(),
  score: z.int(),
  reasons: z.array(zReason),
})
export type Match = z.infer<typeof zMatch>

export const matchingContract = {
  'opportunities.forNeed': read(
    'What would serve a need, best first and our own staff before others, with the reason for each rank',
    z.object({ needId: zId, limit: z.int().min(1).max(100).default(10) }),
    z.object({
      title: z.string(),
      /** How many in all, and how many of them fit. */
      count: z.int(),
      fitting: z.int(),
      matches: z.array(zMatch),
      experts: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          subject: z.string(),
          level: z.int(),
          canTrain: z.boolean(),
          /** It is what the need asks for; else it only comes near. */
          fits: z.boolean(),
        }),
      ),
    }),
  ),
  'opportunities.forNeeds': read(
    'Every open need with what would serve it best, and those that nothing serves',
    zNothing,
    z.object({
      needs: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          ownerName: z.string(),
          importance: z.int(),
          dueOn: zDay.nullable(),
          count: z.int(),
          fitting: z.int(),
          best: zMatch.omit({ reasons: true }).nullable(),
        }),
      ),
    }),
  ),
} as const
