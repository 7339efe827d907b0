import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zOptionalLine } from '../../kernel/texts'

/** Who carries a responsibility in some days. */
export const zHolder = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  fromOn: zDay,
  untilOn: zDay.nullable(),
  note: z.string().nullable(),
  /** Carries it on the day that was asked for, and is at the school then. */
  isNow: z.boolean(),
  /** Has left the school while it was still theirs. */
  hasLeft: z.boolean(),
})
export type Holder = z.infer<typeof zHolder>

/** One responsibility, in the words of its pack, with everybody who carried it, the newest first. */
export const zDuty = z.object({ dutyId: z.string(), text: z.string(), holders: z.array(zHolder) })
export type Duty = z.infer<typeof zDuty>

export const zRoleChart = z.object({
  roleId: z.string(),
  title: z.string(),
  areas: z.array(z.object({ id: z.string(), title: z.string(), duties: z.array(zDuty) })),
})
export type RoleChart = z.infer<typeof zRoleChart>

/** The chart of a day: each role, each responsibility, and whose it is. */
export const zChart = z.object({
  today: zDay,
  roles: z.array(zRoleChart),
  duties: z.int(),
  /** Carried by somebody today. */
  held: z.int(),
})
export type ResponsibilityChart = z.infer<typeof zChart>

export const zGiveInput = z.object({
  duties: z
    .array(z.object({ roleId: z.string(), dutyId: z.string() }))
    .min(1, 'input.required')
    .max(200),
  personId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  fromOn: zDay,
  note: zOptionalLine(300),
  /** Ends what others hold of them the day before; false when it is shared. */
  takesOver: z.boolean().default(true),
})
export type GiveInput = z.output<typeof zGiveInput>

export const zHolderInput = z.object({
  id: zId,
  fromOn: zDay,
  untilOn: zDay.nullable().default(null),
  note: zOptionalLine(300),
})
export type HolderInput = z.output<typeof zHolderInput>
