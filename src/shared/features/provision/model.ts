import { z } from 'zod'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

/** Kinds of provider, ours after the field lists of several packages (features, section 4.9). */
export const providerKinds = [
  { code: 'authority', name: 'Local authority' },
  { code: 'trust', name: 'Trust' },
  { code: 'hub', name: 'Teaching school hub or subject hub' },
  { code: 'school', name: 'Another school' },
  { code: 'university', name: 'University' },
  { code: 'association', name: 'Union or subject association' },
  { code: 'company', name: 'Company' },
  { code: 'consultant', name: 'Consultant or speaker' },
  { code: 'online', name: 'Online platform' },
  { code: 'own', name: 'Our own staff' },
  { code: 'other', name: 'Other' },
] as const

const providerKindCodes: ReadonlySet<string> = new Set(providerKinds.map((kind) => kind.code))

/** The words for a kind of provider; nothing for none and the code itself for one that this version does not know. */
export function providerKindName(code: string | null): string | null {
  return providerKinds.find((kind) => kind.code === code)?.name ?? code
}

/** Who provides: a course company, a hub, another school. */
export const zProviderInput = z.object({
  id: zId.nullable().default(null),
  name: zNeededLine(200),
  kind: z
    .string()
    .refine((code) => providerKindCodes.has(code), 'input.invalid')
    .nullable()
    .default(null),
  contact: zOptionalLine(200),
  workEmail: zOptionalLine(200),
  phone: zOptionalLine(60),
  website: zOptionalLine(300),
  note: zOptionalText(2000),
})
export type ProviderInput = z.infer<typeof zProviderInput>

/** A provider with what was bought there: events not cancelled, money of the year asked for (cost = net + irrecoverable VAT). */
export const zProvider = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  contact: z.string().nullable(),
  workEmail: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  note: z.string().nullable(),
  isArchived: z.boolean(),
  events: z.int(),
  heads: z.int(),
  paidPence: zPence,
  promisedPence: zPence,
})
export type Provider = z.infer<typeof zProvider>
