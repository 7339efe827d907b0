import { z } from 'zod'
import { zDay } from '../../kernel/dates'
import { zPence } from '../../kernel/money'
import { zRegime } from '../../kernel/years'
import { zNeededLine, zOptionalLine } from '../../kernel/texts'

/** DfE phases of education, as GIAS names them. */
export const phases = [
  'Nursery',
  'Primary',
  'Middle deemed primary',
  'Secondary',
  'Middle deemed secondary',
  'All-through',
  '16 plus',
  'Special',
  'Not applicable',
] as const

/** What a school is on a given day. Kept as dated rows: a conversion in mid-year must not rewrite the past. */
export const zProfileInput = z.object({
  validFrom: zDay,
  name: zNeededLine(200),
  urn: z
    .string()
    .trim()
    .regex(/^\d{5,6}$/, 'input.invalid')
    .nullable()
    .default(null),
  authorityName: zOptionalLine(120),
  phase: zOptionalLine(60),
  regime: zRegime,
  pupilsOnRoll: z.int().min(0).max(20_000).nullable().default(null),
})
export type ProfileInput = z.infer<typeof zProfileInput>

export const zProfile = zProfileInput.extend({
  id: z.string(),
  authorityName: z.string().nullable(),
  phase: z.string().nullable(),
})
export type Profile = z.infer<typeof zProfile>

/** Settings of a school that have no history. */
export const zSchoolSettings = z.object({
  /** The school's own title for the post that leads CPD; used everywhere. */
  cpdLeaderTitle: zNeededLine(80),
  cpdLeaderPersonId: z.string().nullable(),
  /** Hours of a working day, for turning hours into day rates. */
  schoolDayMinutes: z.int().min(60).max(900),
  /** Full cost leaves out staff hours for which bought cover is recorded (model, section 5). */
  coveredHoursExcluded: z.boolean(),
})
export type SchoolSettings = z.infer<typeof zSchoolSettings>

export const zStaffGroup = z.object({
  id: z.string(),
  name: z.string(),
  sortOrder: z.int(),
  isArchived: z.boolean(),
})
export type StaffGroup = z.infer<typeof zStaffGroup>

/** What a day of a group's time costs: annual cost ÷ days in the year (195 for teachers, domain section 1.4). */
export const zBandRate = z.object({
  staffGroupId: z.string(),
  validFrom: zDay,
  annualCostPence: zPence.min(0),
  daysPerYear: z.int().min(1).max(366),
  basis: z.string().max(300),
})
export type BandRate = z.infer<typeof zBandRate>

/** Whole pence for one day: the nearest penny. */
export function dayRatePence(annualCostPence: number, daysPerYear: number): number {
  return Math.round(annualCostPence / daysPerYear)
}
