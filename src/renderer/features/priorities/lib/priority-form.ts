import { z } from 'zod'
import { zPriorityInput, type Priority } from '../../../../shared/features/priorities/model'
import type { StartValues } from '../../../components/form'

/** A priority as typed: what the contract takes, with the year as it is chosen from a list. */
export const zPriorityForm = zPriorityInput
  .omit({ id: true })
  .extend({ academicYear: z.string().regex(/^\d{4}$/, 'year.invalid') })

/** What the form starts with: a priority that is there, or a new one of a year. */
export function startPriority(
  priority: Priority | undefined,
  academicYear: number,
): StartValues<typeof zPriorityForm> {
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
