import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zRegime } from '../../kernel/years'

/** Every file of a pack says where it comes from and on which day that was checked. */
const zOrigin = z.object({ source: z.string(), asOf: zDay, note: z.string() })

/** What an employer of teachers pays on top of the salary, from a day on (domain, section 1.4). */
export const zOnCosts = z.strictObject({
  source: z.string(),
  asOf: zDay,
  pensionPercent: z.number().min(0).max(100),
  insurancePercent: z.number().min(0).max(100),
  /** National Insurance is paid on what is earned above this in a year. */
  insuranceFromPence: zPence,
})
export type OnCosts = z.infer<typeof zOnCosts>

const zCode = z.string().trim().min(1).max(40)
/** As long as an activity keeps it. */
const zTypeCode = z.string().trim().min(1).max(20)
const zName = z.string().trim().min(1).max(120)
const zNamed = z.strictObject({ code: zCode, name: zName })

export const zStaffGroup = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens')
    .max(40),
  name: zName,
  annualCostPence: zPence,
  daysPerYear: z.int().min(1).max(366),
  /** What other systems call the group, and posts that belong to it: for imports. */
  synonyms: z.array(zName).max(200),
})
export const zStaffGroupsFile = zOrigin.extend({ onCosts: zOnCosts, groups: z.array(zStaffGroup) })

const zProvisionCode = z.enum(['within', 'cross', 'external'])
export const zProvision = z.strictObject({ code: zProvisionCode, name: zName })
export const zLevel = zNamed.extend({ code: zTypeCode })
export const zActivityType = zNamed.extend({ code: zTypeCode, provision: zProvisionCode, level: zTypeCode })

/** Types of activity with the source and level each usually has (domain, sections 3.1–3.3). */
export const zTypology = zOrigin.extend({
  provisions: z.array(zProvision),
  levels: z.array(zLevel),
  types: z.array(zActivityType),
})
export type Typology = z.infer<typeof zTypology>

export const zFinanceCode = zNamed.extend({ regime: zRegime })
export const zCostKind = zNamed.extend({
  maintained: zCode.nullable(),
  academy: zCode.nullable(),
  isCover: z.boolean(),
  /** Words by which a ledger line is taken for one of this kind, small letters. */
  words: z.array(z.string().trim().min(1).max(80)).max(200),
})
export const zFundKind = zNamed.extend({ isExternal: z.boolean() })

/** Finance codes by regime, what each kind of cost is usually coded to, and kinds of fund (domain, sections 6.1–6.2). */
export const zFinanceCodes = zOrigin.extend({
  codes: z.array(zFinanceCode),
  trainingCode: z.object({ maintained: z.string(), academy: z.string() }),
  kinds: z.array(zCostKind),
  fundKinds: z.array(zFundKind),
})
export type FinanceCodes = z.infer<typeof zFinanceCodes>
export type StaffGroupsFile = z.infer<typeof zStaffGroupsFile>
