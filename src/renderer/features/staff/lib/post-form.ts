import { z } from 'zod'
import { zDay, type Day } from '../../../../shared/kernel/dates'
import type { Holding, HoldingFactsInput } from '../../../../shared/features/staff/model'
import { knownStart, START_UNKNOWN, workingDaysFrom } from '../../../../shared/features/staff/rules'

/** A post as it is typed: FTE as 0.6, hours as 32.5, days as a list. */
export const zPostForm = z.object({
  postTitle: z.string({ error: 'input.required' }).trim().min(1, 'input.required').max(160),
  staffGroupId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  teamName: z.string().max(120).nullable().default(null),
  /** Empty when nobody knows. */
  fromOn: zDay.nullable().default(null),
  toOn: zDay.nullable().default(null),
  fte: z.number({ error: 'input.required' }).min(0, 'fte.invalid').max(2, 'fte.invalid'),
  weeklyHours: z.number().min(0, 'number.invalid').max(100, 'number.invalid').nullable().default(null),
  workingDays: z.array(z.string()).default([]),
  isMain: z.boolean().default(false),
})
export type PostForm = z.output<typeof zPostForm>

/** What the contract takes. */
export function holdingFacts(form: PostForm): HoldingFactsInput {
  return {
    postTitle: form.postTitle,
    staffGroupId: form.staffGroupId,
    teamName: form.teamName,
    fromOn: form.fromOn ?? START_UNKNOWN,
    toOn: form.toOn,
    fteThousandths: Math.round(form.fte * 1000),
    weeklyMinutes: form.weeklyHours === null ? null : Math.round(form.weeklyHours * 60),
    workingDays: form.workingDays.length === 0 ? null : workingDaysFrom(form.workingDays.join(',')),
    isMain: form.isMain,
  }
}

/** What the form starts with: a holding that is there, or a new one from a day. */
export function startPost(holding: Holding | undefined, today: Day | null): Required<z.input<typeof zPostForm>> {
  return {
    postTitle: holding?.postTitle ?? '',
    staffGroupId: holding?.staffGroupId ?? '',
    teamName: holding?.teamName ?? null,
    fromOn: holding === undefined ? today : knownStart(holding.fromOn, null),
    toOn: holding?.toOn ?? null,
    fte: holding === undefined ? 1 : holding.fteThousandths / 1000,
    weeklyHours: holding?.weeklyMinutes == null ? null : holding.weeklyMinutes / 60,
    workingDays: [...(holding?.workingDays ?? '')].flatMap((mark, index) =>
      mark === '1' ? [String(index + 1)] : [],
    ),
    isMain: holding?.isMain ?? false,
  }
}
