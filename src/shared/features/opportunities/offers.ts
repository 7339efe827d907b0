/** Offers: opportunities sent to people as a bulletin or a booklet, and what they said. */
import { z } from 'zod'
import { zDay, type Day } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededLine, zOptionalLine, zOptionalText } from '../../kernel/texts'

export const zOfferKind = z.enum(['bulletin', 'booklet'])
export type OfferKind = z.infer<typeof zOfferKind>
export const offerKindWords: Readonly<Record<OfferKind, string>> = {
  bulletin: 'Bulletin',
  booklet: 'Annual programme',
}

export const zAnswer = z.enum(['interested', 'booked', 'no'])
export type Answer = z.infer<typeof zAnswer>
export const answerWords: Readonly<Record<Answer | 'none', string>> = {
  interested: 'Interested',
  booked: 'Booked',
  no: 'No',
  none: 'No answer',
}

/** An offer as it is sent: to people by name, to whole staff groups or teams, or all of these. */
export const zOfferInput = z
  .object({
    kind: zOfferKind,
    title: zNeededLine(200),
    words: zOptionalText(2000),
    sentOn: zDay,
    opportunityIds: z.array(zId).min(1, 'input.required').max(2000),
    groupIds: z.array(z.string().max(60)).max(60).default([]),
    teamIds: z.array(zId).max(500).default([]),
    personIds: z.array(zId).max(5000).default([]),
  })
  .refine(({ groupIds, teamIds, personIds }) => groupIds.length + teamIds.length + personIds.length > 0, {
    path: ['groupIds'],
    message: 'offer.nobody',
  })
export type OfferInput = z.output<typeof zOfferInput>

/** Answers given on paper, by mail or in the corridor: `null` takes one back. */
export const zAnswersInput = z.object({
  offerId: zId,
  answers: z
    .array(
      z.object({
        personId: zId,
        opportunityId: zId,
        answer: zAnswer.nullable(),
        why: zOptionalLine(300),
      }),
    )
    .min(1, 'input.required')
    .max(5000),
})
export type AnswersInput = z.output<typeof zAnswersInput>

export const zOfferLine = z.object({
  id: z.string(),
  kind: zOfferKind,
  title: z.string(),
  sentOn: zDay,
  opportunities: z.int(),
  people: z.int(),
  /** People with at least one answer of the kind; somebody who said yes to one and no to another counts in both. */
  interested: z.int(),
  booked: z.int(),
  no: z.int(),
  silent: z.int(),
})
export type OfferLine = z.infer<typeof zOfferLine>

export const zOfferDetail = zOfferLine.extend({
  words: z.string().nullable(),
  items: z.array(z.object({ opportunityId: z.string(), title: z.string() })),
  persons: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      groupName: z.string().nullable(),
      answers: z.array(
        z.object({
          opportunityId: z.string(),
          answer: zAnswer,
          why: z.string().nullable(),
          isFromBooking: z.boolean(),
        }),
      ),
    }),
  ),
})
export type OfferDetail = z.infer<typeof zOfferDetail>

/** Why somebody was offered nothing, as far as the records tell. */
export const zWhyNothing = z.enum(['no-offer', 'started-later', 'not-for-group', 'left-out'])
export type WhyNothing = z.infer<typeof zWhyNothing>
export const whyNothingWords: Readonly<Record<WhyNothing, string>> = {
  'no-offer': 'Nothing was offered to anybody',
  'started-later': 'Started after the last offer',
  'not-for-group': 'Nothing that was offered is for this group',
  'left-out': 'Something was for this group, and did not go to this person',
}

interface OfferFact {
  readonly sentOn: Day
  /** The groups that it is for, by opportunity; none is everybody. */
  readonly groupIds: readonly (readonly string[])[]
}

/** The reason that records give for offering somebody nothing among the offers of a year. */
export function whyNothing(
  person: { readonly startedOn: Day | null; readonly groupId: string | null },
  offers: readonly OfferFact[],
): WhyNothing {
  if (offers.length === 0) return 'no-offer'
  const since = offers.filter(({ sentOn }) => person.startedOn === null || person.startedOn <= sentOn)
  if (since.length === 0) return 'started-later'
  const isFor = (ids: readonly string[]) =>
    ids.length === 0 || (person.groupId !== null && ids.includes(person.groupId))
  return since.some(({ groupIds }) => groupIds.some(isFor)) ? 'left-out' : 'not-for-group'
}

export const zUnofferedGroup = z.object({
  groupId: z.string(),
  name: z.string(),
  heads: z.int(),
  /** Heads, each counted for the part of the year so far in which they held a post here, in thousandths. */
  proRataThousandths: z.int(),
  offeredHeads: z.int(),
  /** Opportunities offered to people of the group, counted once for each person and opportunity. */
  offered: z.int(),
})
export type UnofferedGroup = z.infer<typeof zUnofferedGroup>

/** Offers for each person who was here all the time that is asked about: the group's fair share. Null for nobody. */
export function offersForEach({ offered, proRataThousandths }: UnofferedGroup): number | null {
  return proRataThousandths === 0 ? null : (offered * 1000) / proRataThousandths
}
