import { z } from 'zod'
import { formatDayShort, zDay, type Day } from '../../../../shared/kernel/dates'
import { pence } from '../../../../shared/kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../../../shared/kernel/texts'
import { zCostStart, zNotNegative, zShareBasis, type Cost } from '../../../../shared/features/costs/model'
import { regimeOn } from '../../../../shared/kernel/years'
import type { StartValues } from '../../../components/form'
import type { InputFor, OutputFor } from '../../../lib/contract-client'

export type Choices = OutputFor<'costs.choices'>

/** A cost as typed: hours instead of minutes, empty lines of funds and of VAT allowed. */
export const zCostForm = z.object({
  isForEvent: z.enum(['event', 'school']),
  eventId: z.string().nullable(),
  bookingId: z.string().nullable(),
  kindCode: z.string({ error: 'input.required' }).min(1, 'input.required'),
  description: zNeededLine(300),
  expectedOn: zDay,
  netPence: zNotNegative,
  vatPence: zNotNegative.nullable(),
  isVatRecoverable: z.boolean(),
  financeCode: z.string().nullable(),
  localCode: zOptionalLine(40),
  supplier: zOptionalLine(200),
  orderNumber: zOptionalLine(80),
  coveredHours: z.number().min(0, 'number.invalid').max(10_000, 'number.invalid').nullable(),
  shareBasis: zShareBasis,
  named: z.array(z.string()),
  funds: z.array(z.object({ fundId: z.string().nullable(), weight: z.number().nullable() })),
  note: zOptionalText(2000),
  start: zCostStart.shape.kind,
  movedOn: zDay.nullable(),
  reference: zOptionalLine(120),
})
export type CostForm = z.output<typeof zCostForm>
export type CostFormInput = z.input<typeof zCostForm>

/** What the form starts with: the cost as it is, or a new one for the event it was asked from. */
export function startCost(
  cost: Cost | undefined,
  asked: { eventId: string | null; eventOn: Day | null; today: Day },
): StartValues<typeof zCostForm> {
  const eventId = cost ? cost.eventId : asked.eventId
  return {
    isForEvent: cost && eventId === null ? 'school' : 'event',
    eventId,
    bookingId: cost?.bookingId ?? null,
    kindCode: cost?.kindCode ?? 'fee',
    description: cost?.description ?? '',
    expectedOn: cost?.expectedOn ?? asked.eventOn ?? asked.today,
    netPence: cost?.netPence ?? null,
    vatPence: cost?.vatPence ?? null,
    isVatRecoverable: cost?.isVatRecoverable ?? true,
    financeCode: cost?.financeCode ?? null,
    localCode: cost?.localCode ?? null,
    supplier: cost?.supplier ?? null,
    orderNumber: cost?.orderNumber ?? null,
    coveredHours: cost && cost.coveredMinutes > 0 ? cost.coveredMinutes / 60 : null,
    shareBasis: cost?.shareBasis ?? 'heads',
    named: cost?.shares.map((share) => share.bookingId) ?? [],
    funds: cost && cost.funds.length > 0 ? [...cost.funds] : [{ fundId: null, weight: 1 }],
    note: cost?.note ?? null,
    start: 'committed',
    movedOn: asked.today,
    reference: null,
  }
}

/** What the contract takes. Weights that people had before are kept; a newly named person carries as much as others. */
export function costInputOf(form: CostForm, cost: Cost | undefined): InputFor<'costs.save'> {
  const { isForEvent, coveredHours, named, start, movedOn, reference, vatPence, ...rest } = form
  const isForSchool = isForEvent === 'school'
  const weightOf = (bookingId: string) => cost?.shares.find((share) => share.bookingId === bookingId)?.weight ?? 1
  return {
    ...rest,
    ...(cost ? { id: cost.id } : { start: { kind: start, movedOn: movedOn ?? rest.expectedOn, reference } }),
    eventId: isForSchool ? null : rest.eventId,
    bookingId: isForSchool ? null : rest.bookingId,
    vatPence: vatPence ?? pence(0),
    coveredMinutes: Math.round((coveredHours ?? 0) * 60),
    shareBasis: isForSchool || rest.bookingId !== null ? 'none' : rest.shareBasis,
    shares:
      rest.shareBasis === 'named' ? named.map((bookingId) => ({ bookingId, weight: weightOf(bookingId) })) : [],
    funds: rest.funds.flatMap(({ fundId, weight }) => (fundId === null ? [] : [{ fundId, weight: weight ?? 1 }])),
  }
}

/** Finance codes of the regime on a day, by code and name. */
export function codeOptions(choices: Choices, on: Day | null) {
  const regime = regimeOn(choices.regimes, on ?? ('9999-12-31' as Day))
  return choices.financeCodes.codes
    .filter((code) => code.regime === regime)
    .map((code) => ({ value: code.code, title: `${code.code} ${code.name}` }))
}

/** Events to choose from, each with its first day. */
export function eventOptions({ events }: Choices) {
  return events.map(({ id, title, firstOn }) => ({
    value: id,
    title,
    note: firstOn === null ? 'no day yet' : formatDayShort(firstOn),
  }))
}

/** Kinds of cost to choose from. */
export function kindOptions({ financeCodes }: Pick<Choices, 'financeCodes'>) {
  return financeCodes.kinds.map(({ code, name }) => ({ value: code, title: name }))
}

/** Funds to choose from. One that was put away is offered only where it is chosen already, so that it is seen there. */
export function fundOptions({ funds }: Choices, chosen?: string | null) {
  return funds
    .filter((fund) => !fund.isArchived || fund.id === chosen)
    .map(({ id, name, isArchived }) => ({ value: id, title: isArchived ? `${name} (put away)` : name }))
}
