import { z } from 'zod'
import type { RequestRecord } from '../../../../shared/features/requests/model'
import { zNotNegative } from '../../../../shared/features/costs/model'
import { zDay, zWallTime, type Day } from '../../../../shared/kernel/dates'
import { pence, type Pence } from '../../../../shared/kernel/money'
import { zNeededLine, zNeededText, zOptionalLine, zOptionalText } from '../../../../shared/kernel/texts'
import type { StartValues } from '../../../components/form'
import type { InputFor } from '../../../lib/contract-client'

/** A line of costs as typed: one without an amount is not there. */
const zCostRow = z.object({
  kindCode: z.string({ error: 'input.required' }).min(1, 'input.required'),
  description: zOptionalLine(200),
  netPence: zNotNegative.nullable(),
  vatPence: zNotNegative.nullable(),
  fundId: z.string().nullable(),
})

/** A request as typed: days of cover instead of quarters of one. */
export const zRequestForm = z.object({
  personId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  receivedOn: zDay,
  eventId: z.string().nullable(),
  title: zNeededLine(300),
  typeCode: z.string().nullable(),
  providerName: zOptionalLine(200),
  wantedOn: zDay.nullable(),
  startsAt: zWallTime.nullable(),
  endsAt: zWallTime.nullable(),
  durationMinutes: z.number().nullable(),
  reason: zOptionalText(2000),
  expectedChange: zNeededText(2000),
  pupilBenefit: zNeededText(2000),
  howMeasured: zNeededLine(300),
  measureOn: zDay.nullable(),
  sharing: zOptionalText(1000),
  coverDays: z
    .number()
    .min(0, 'number.invalid')
    .max(200, 'number.invalid')
    .refine((days) => Number.isInteger(days * 4), 'number.invalid')
    .nullable(),
  coverArranged: zOptionalLine(200),
  priorityId: z.string().nullable(),
  needId: z.string().nullable(),
  opportunityId: z.string().nullable(),
  costs: z.array(zCostRow),
  features: z.array(z.string()),
})
export type RequestForm = z.output<typeof zRequestForm>
export type RequestFormInput = z.input<typeof zRequestForm>

/** What a new line of costs starts with: the fund of the line before it. */
export function emptyCost(before?: RequestFormInput['costs'][number]): RequestFormInput['costs'][number] {
  return { kindCode: 'fee', description: null, netPence: null, vatPence: null, fundId: before?.fundId ?? null }
}

type CostRows = RequestFormInput['costs']

interface Price {
  readonly netPence: Pence
  readonly vatPence: Pence
}

const hasAmount = ({ netPence, vatPence }: CostRows[number]): boolean => (netPence ?? 0) + (vatPence ?? 0) > 0

/**
 * The costs with the fee of something of the catalogue: in the place of the fee of what was chosen before, else in a
 * line without an amount, else in one more. What somebody typed stays.
 */
export function withPrice(costs: CostRows, price: Price, before: Price | undefined): CostRows {
  const isOfBefore = (cost: CostRows[number]) =>
    cost.kindCode === 'fee' && cost.netPence === before?.netPence && cost.vatPence === before.vatPence
  const of = before === undefined ? -1 : costs.findIndex(isOfBefore)
  const at = of >= 0 ? of : costs.findIndex((cost) => !hasAmount(cost))
  const fee = { ...(costs[at] ?? emptyCost(costs.at(-1))), kindCode: 'fee', ...price }
  return at < 0 ? [...costs, fee] : costs.with(at, fee)
}

/** What a door brought along: for whom, and what for. */
interface Asked {
  readonly personId: string | null
  readonly eventId: string | null
  readonly needId: string | null
  readonly opportunityId: string | null
  readonly today: Day
}

/** What the form starts with: the request as it is kept, or a new one of today. */
export function startRequest(request: RequestRecord | undefined, asked: Asked): StartValues<typeof zRequestForm> {
  return {
    personId: request?.person.id ?? asked.personId,
    receivedOn: request?.receivedOn ?? asked.today,
    eventId: request ? request.eventId : asked.eventId,
    title: request?.title ?? '',
    typeCode: request?.typeCode ?? null,
    providerName: request?.providerName ?? null,
    wantedOn: request?.wantedOn ?? null,
    startsAt: request?.startsAt ?? null,
    endsAt: request?.endsAt ?? null,
    durationMinutes: request?.durationMinutes ?? null,
    reason: request?.reason ?? null,
    expectedChange: request?.expectedChange ?? '',
    pupilBenefit: request?.pupilBenefit ?? '',
    howMeasured: request?.howMeasured ?? '',
    measureOn: request?.measureOn ?? null,
    sharing: request?.sharing ?? null,
    coverDays: request && request.coverQuarterDays > 0 ? request.coverQuarterDays / 4 : null,
    coverArranged: request?.coverArranged ?? null,
    priorityId: request?.priorityId ?? null,
    needId: request ? (request.need?.id ?? null) : asked.needId,
    opportunityId: request ? (request.opportunity?.id ?? null) : asked.opportunityId,
    costs: request?.costs.map(costRow) ?? [emptyCost()],
    features: request ? [...request.features] : [],
  }
}

function costRow(cost: RequestRecord['costs'][number]): RequestFormInput['costs'][number] {
  const { kindCode, description, netPence, vatPence, fund } = cost
  return { kindCode, description, netPence, vatPence, fundId: fund?.id ?? null }
}

/** What the contract takes. */
export function requestInput(form: RequestForm, id: string | null): InputFor<'requests.save'> {
  const { coverDays, costs, ...rest } = form
  return {
    ...rest,
    id,
    coverQuarterDays: Math.round((coverDays ?? 0) * 4),
    costs: costs.flatMap(({ netPence, vatPence, ...cost }) =>
      (netPence ?? 0) + (vatPence ?? 0) === 0
        ? []
        : [{ ...cost, netPence: netPence ?? pence(0), vatPence: vatPence ?? pence(0) }],
    ),
  }
}
