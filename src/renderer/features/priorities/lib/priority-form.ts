import { z } from 'zod'
import { zDay } from '../../../../shared/kernel/dates'
import { zDirection, zLevel, zStatus, type Priority } from '../../../../shared/features/priorities/model'

/** A priority as typed: the year is chosen from a list, values may wait. */
export const zPriorityForm = z.object({
  academicYear: z.string().regex(/^\d{4}$/, 'year.invalid'),
  level: zLevel,
  code: z.string().nullable().default(null),
  title: z.string().trim().min(1, 'input.required').max(300, 'input.too-long'),
  successCriteria: z.string().max(2000, 'input.too-long').nullable().default(null),
  teamId: z.string().nullable().default(null),
  leadPersonId: z.string().nullable().default(null),
  status: zStatus,
  measure: z.string().max(200, 'input.too-long').nullable().default(null),
  unit: z.string().max(30, 'input.too-long').nullable().default(null),
  direction: zDirection,
  baselineValue: z.number().nullable().default(null),
  baselineOn: zDay.nullable().default(null),
  targetValue: z.number().nullable().default(null),
  targetOn: zDay.nullable().default(null),
})

/** What the form starts with: a priority that is there, or a new one of a year. */
export function startPriority(priority: Priority | undefined, academicYear: number): z.input<typeof zPriorityForm> {
  return {
    academicYear: String(priority?.academicYear ?? academicYear),
    level: priority?.level ?? 'school',
    code: priority?.code ?? null,
    title: priority?.title ?? '',
    successCriteria: priority?.successCriteria ?? null,
    teamId: priority?.teamId ?? null,
    leadPersonId: priority?.leadPersonId ?? null,
    status: priority?.status ?? 'not-started',
    measure: priority?.measure ?? null,
    unit: priority?.unit ?? '%',
    direction: priority?.direction ?? 'up',
    baselineValue: priority?.baselineValue ?? null,
    baselineOn: priority?.baselineOn ?? null,
    targetValue: priority?.targetValue ?? null,
    targetOn: priority?.targetOn ?? null,
  }
}
