/** How good a provider is: a checklist gone through on a day, and what its work was worth. */
import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zOptionalLine, zOptionalText } from '../../kernel/texts'

/** The checklist of the packs that a provider is gone through by. */
export const providerChecklistId = 'provider-quality'

export const zCheckAnswer = z.enum(['yes', 'partly', 'no'])
export type CheckAnswer = z.infer<typeof zCheckAnswer>

export const zCheckInput = z.object({
  id: zId.nullable().default(null),
  providerId: zId,
  checkedOn: zDay,
  /** Who went through it; whoever works in the binder when left out. */
  checkedByPersonId: zId.nullable().default(null),
  note: zOptionalText(2000),
  answers: z
    .array(z.object({ item: z.string().min(1).max(80), answer: zCheckAnswer, note: zOptionalLine(300) }))
    .min(1, 'input.required')
    .max(100),
})
export type CheckInput = z.output<typeof zCheckInput>

export const zProviderCheck = z.object({
  id: z.string(),
  checkedOn: zDay,
  checkedByName: z.string().nullable(),
  note: z.string().nullable(),
  answers: z.array(z.object({ item: z.string(), answer: zCheckAnswer, note: z.string().nullable() })),
})
export type ProviderCheck = z.infer<typeof zProviderCheck>

/** What came of a provider's events in all years: those that were judged, hours and what was paid. */
export const zProviderValue = z.object({
  events: z.int(),
  judged: z.int(),
  strong: z.int(),
  some: z.int(),
  none: z.int(),
  /** Evaluations by how strong their evidence is: level 1 to 5. */
  evidence: z.array(z.int()).length(5),
  creditedMinutes: z.int(),
  paidPence: zPence,
})
export type ProviderValue = z.infer<typeof zProviderValue>

export const providerChecksContract = {
  'providerChecks.of': read(
    'The quality of a provider: the checklist, each time it was gone through, and what its work was worth',
    z.object({ providerId: zId }),
    z.object({
      today: zDay,
      title: z.string(),
      items: z.array(z.object({ key: z.string(), text: z.string(), help: z.string().nullable() })),
      checks: z.array(zProviderCheck),
      value: zProviderValue,
    }),
  ),
  'providerChecks.save': write(
    'Keep how a provider did in the checklist',
    zCheckInput,
    z.object({ id: z.string() }),
  ),
  'providerChecks.remove': write('Take a check of a provider away', z.object({ id: zId }), zNothing),
} as const
