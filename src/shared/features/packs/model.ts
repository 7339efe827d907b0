import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zRegime } from '../../kernel/years'

/** Every file of a pack says where it comes from and on which day that was checked. */
const zOrigin = z.object({ source: z.string(), asOf: zDay, note: z.string() })

/** What an employer of teachers pays on top of the salary, from a day on (domain, section 1.4). */
export const zOnCosts = z.object({
  source: z.string(),
  asOf: zDay,
  pensionPercent: z.number().min(0).max(100),
  insurancePercent: z.number().min(0).max(100),
  /** National Insurance is paid on what is earned above this in a year. */
  insuranceFromPence: zPence,
})
export type OnCosts = z.infer<typeof zOnCosts>

export const zStaffGroupsFile = zOrigin.extend({
  onCosts: zOnCosts,
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      annualCostPence: zPence,
      daysPerYear: z.int(),
      /** What other systems call the group, and posts that belong to it: for imports. */
      synonyms: z.array(z.string()),
    }),
  ),
})

const zNamed = z.object({ code: z.string(), name: z.string() })

/** Types of activity with the source and level each usually has (domain, sections 3.1–3.3). */
export const zTypology = zOrigin.extend({
  provisions: z.array(z.object({ code: z.enum(['within', 'cross', 'external']), name: z.string() })),
  levels: z.array(zNamed),
  types: z.array(zNamed.extend({ provision: z.enum(['within', 'cross', 'external']), level: z.string() })),
})
export type Typology = z.infer<typeof zTypology>

/** Finance codes by regime, what each kind of cost is usually coded to, and kinds of fund (domain, sections 6.1–6.2). */
export const zFinanceCodes = zOrigin.extend({
  codes: z.array(zNamed.extend({ regime: zRegime })),
  trainingCode: z.object({ maintained: z.string(), academy: z.string() }),
  kinds: z.array(
    zNamed.extend({
      maintained: z.string().nullable(),
      academy: z.string().nullable(),
      isCover: z.boolean(),
      /** Words by which a ledger line is taken for one of this kind, small letters. */
      words: z.array(z.string()),
    }),
  ),
  fundKinds: z.array(zNamed.extend({ isExternal: z.boolean() })),
})
export type FinanceCodes = z.infer<typeof zFinanceCodes>
export type StaffGroupsFile = z.infer<typeof zStaffGroupsFile>
