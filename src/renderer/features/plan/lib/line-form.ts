import { z } from 'zod'
import { zLineCost, zLineInput, type PlanLine } from '../../../../shared/features/plan/model'
import type { StartValues } from '../../../components/form'
import type { InputFor } from '../../../lib/contract-client'

/** What is typed: cover in days, a row of costs that may still be empty. */
export const zLineForm = z.object({
  ...zLineInput.shape,
  coverQuarterDays: z
    .number()
    .min(0, 'number.invalid')
    .max(10_000, 'number.invalid')
    .multipleOf(0.25, 'number.invalid')
    .nullable()
    .default(null),
  costs: z
    .array(
      z.object({
        kindCode: zLineCost.shape.kindCode.nullable().default(null),
        amountPence: zLineCost.shape.amountPence.nullable().default(null),
      }),
    )
    .max(20)
    .superRefine((costs, context) =>
      costs.forEach(({ kindCode, amountPence }, index) => {
        const missing = (field: string) =>
          context.addIssue({ code: 'custom', path: [index, field], message: 'input.required' })
        if (amountPence !== null && kindCode === null) missing('kindCode')
      }),
    ),
})
export type LineForm = z.output<typeof zLineForm>

/** What the form begins with: the line as it is kept, or nothing but a fee and cover to fill in. */
export function startLine(planId: string, line: PlanLine | undefined): StartValues<typeof zLineForm> {
  const costs = line?.costs ?? []
  return {
    id: line?.id ?? null,
    planId,
    title: line?.title ?? '',
    isMust: line?.isMust ?? false,
    typeCode: line?.typeCode ?? null,
    priorityId: line?.priorityId ?? null,
    needIds: line?.needs.map(({ id }) => id) ?? [],
    isWholeSchool: line?.isWholeSchool ?? false,
    groupIds: line?.groups.map(({ id }) => id) ?? [],
    personIds: line?.people.map(({ id }) => id) ?? [],
    peopleCount: line?.peopleCount ?? null,
    lead: line?.lead ?? null,
    startsOn: line?.startsOn ?? null,
    term: line?.startsOn === null ? line.term : null,
    providerId: line?.providerId ?? null,
    opportunityId: line?.opportunityId ?? null,
    costs: costs.length > 0 ? costs.map((cost) => ({ ...cost })) : [{ kindCode: 'fee', amountPence: null }],
    coverQuarterDays: line === undefined || line.coverQuarterDays === 0 ? null : line.coverQuarterDays / 4,
    measure: line?.measure ?? null,
    measureUnit: line?.measureUnit ?? null,
    baselineValue: line?.baselineValue ?? null,
    targetValue: line?.targetValue ?? null,
    note: line?.note ?? null,
  }
}

/** What is sent of what was typed: rows of costs without an amount are left out. */
export function lineToSend(typed: LineForm): InputFor<'plan.saveLine'> {
  return {
    ...typed,
    coverQuarterDays: Math.round((typed.coverQuarterDays ?? 0) * 4),
    costs: typed.costs.flatMap(({ kindCode, amountPence }) =>
      kindCode === null || amountPence === null ? [] : [{ kindCode, amountPence }],
    ),
  }
}
