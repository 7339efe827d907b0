/** Schools that share an event: places, and the cost divided by them to the penny. */
import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { allocatePence, zPence, type Pence } from '../../kernel/money'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

/** `they-pay`: we run it and they give us their part. `we-pay`: they run it and we give them ours. */
export const zShareDirection = z.enum(['they-pay', 'we-pay'])
export type ShareDirection = z.infer<typeof zShareDirection>

export const zPartnerInput = z.object({
  id: zId.nullable().default(null),
  name: zNeededLine(200),
  urn: zOptionalLine(6),
  contact: zOptionalLine(200),
  workEmail: zOptionalLine(200),
  note: zOptionalText(2000),
})
export type PartnerInput = z.output<typeof zPartnerInput>

const zPlaces = z.int('number.invalid').min(1, 'number.invalid').max(10_000, 'number.invalid')

export const zShareInput = z.object({
  id: zId.nullable().default(null),
  eventId: zId,
  partnerId: z.string({ error: 'input.required' }).min(1, 'input.required'),
  places: zPlaces,
  direction: zShareDirection,
  note: zOptionalLine(300),
})
export type ShareInput = z.output<typeof zShareInput>

export const zPartner = z.object({
  id: z.string(),
  name: z.string(),
  urn: z.string().nullable(),
  contact: z.string().nullable(),
  workEmail: z.string().nullable(),
  note: z.string().nullable(),
  isArchived: z.boolean(),
  events: z.int(),
})
export type Partner = z.infer<typeof zPartner>

export const zEventShare = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  places: z.int(),
  direction: zShareDirection,
  note: z.string().nullable(),
  costLineId: z.string().nullable(),
  /** What the line of money says: net, in pence. */
  netPence: zPence.nullable(),
})
export type EventShare = z.infer<typeof zEventShare>

/** The parts of a cost by places, ours first: they add up to the penny (largest remainder). */
export function partsByPlaces(
  total: Pence,
  ourPlaces: number,
  theirs: readonly { readonly places: number }[],
): { readonly ours: Pence; readonly theirs: readonly Pence[] } {
  const [ours, ...rest] = allocatePence(total, [ourPlaces, ...theirs.map(({ places }) => places)])
  return { ours: ours as Pence, theirs: rest }
}

const zSharedAnew = z.object({
  id: z.string(),
  /** The school for whose money the cost was not divided anew: it was corrected, invoiced or paid. */
  undividedFor: z.string().nullable(),
})

export const partnersContract = {
  'partners.list': read(
    'Schools that share events with us',
    z.object({ includeArchived: z.boolean().default(false) }),
    z.object({ partners: z.array(zPartner) }),
  ),
  'partners.save': write('Keep a partner school', zPartnerInput, z.object({ id: z.string() })),
  'partners.archive': write(
    'Put a partner school away, or take it out again',
    z.object({ id: zId, isArchived: z.boolean() }),
    zNothing,
  ),
  'partners.ofEvent': read(
    'Who shares an event, with places and money, and what the event costs so far',
    z.object({ eventId: zId }),
    z.object({
      booked: z.int(),
      /** Net of all its costs, income left aside. */
      costPence: zPence,
      shares: z.array(zEventShare),
    }),
  ),
  'partners.share': write('Keep that a school shares an event', zShareInput, zSharedAnew),
  'partners.unshare': write(
    'Take a share of an event away, with its line of money',
    z.object({ id: zId }),
    zSharedAnew,
  ),
  'partners.divide': write(
    'Divide the cost of an event by places: a line of income for each school that pays us, a cost where we pay',
    z.object({
      eventId: zId,
      totalPence: zPence.min(0, 'pence.negative').max(1e10, 'pence.too-much'),
      ourPlaces: z.int('number.invalid').min(0, 'number.invalid').max(10_000, 'number.invalid'),
      expectedOn: zDay,
    }),
    z.object({ oursPence: zPence, lines: z.int() }),
  ),
} as const
