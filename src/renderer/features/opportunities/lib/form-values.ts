import { z } from 'zod'
import { aboutOf, aboutText } from '../../../../shared/features/opportunities/about-text'
import { zOpportunityInput, type Opportunity } from '../../../../shared/features/opportunities/model'
import type { StandardRef } from '../../../../shared/features/needs/model'
import { isSameStandard } from '../../../../shared/features/needs/rules'
import { standardOfValue, standardValue } from '../../../../shared/features/opportunities/standards'
import { zOptionalText } from '../../../../shared/kernel/texts'
import type { StartValues } from '../../../components/form'
import type { InputFor } from '../../../lib/contract-client'

/** What is typed: lists are words with commas between them, the description is plain text. */
export const zOpportunityForm = z.object({
  ...zOpportunityInput.shape,
  about: zOptionalText(30_000),
  standards: z.array(z.string()),
  subjects: zOptionalText(4_000),
  ages: zOptionalText(4_000),
})
type Typed = z.infer<typeof zOpportunityForm>

const joined = (words: readonly string[] | undefined) =>
  words === undefined || words.length === 0 ? null : words.join(', ')

/** An offer of our own that is begun for somebody who knows about it. */
export interface OwnOffer {
  readonly expertPersonId: string
  readonly title: string
}

/** What the form begins with: what is kept, an offer of our own, or a course from outside. */
export function startOpportunity(
  one: Opportunity | undefined,
  known: readonly StandardRef[],
  own?: OwnOffer,
): StartValues<typeof zOpportunityForm> {
  return {
    id: one?.id ?? null,
    title: one?.title ?? own?.title ?? '',
    typeCode: one?.typeCode ?? (own ? 'TWI' : 'COURSE'),
    levelCode: one?.levelCode ?? 'individual',
    provisionCode: one?.provisionCode ?? (own ? 'within' : 'external'),
    providerId: one?.providerId ?? null,
    expertPersonId: one?.expertPersonId ?? own?.expertPersonId ?? null,
    mode: one?.mode ?? null,
    about: aboutText(one?.about ?? null),
    durationCount: one?.durationCount ?? null,
    durationUnit: one?.durationUnit ?? null,
    priceNetPence: one?.priceNetPence ?? null,
    priceVatPence: one?.priceVatPence ?? null,
    places: one?.places ?? null,
    reference: one?.reference ?? null,
    bookingAddress: one?.bookingAddress ?? null,
    groupIds: one?.groupIds ?? [],
    standards: (one?.standards ?? []).map((standard) => standardValue(asKnown(standard, known))),
    subjects: joined(one?.subjects),
    ages: joined(one?.ages),
  }
}

/** A code of a file as the one framework that has it writes it: "ts3" is "TS3". Where several have it, it stays a code. */
export function asKnown<S extends StandardRef>(standard: StandardRef, known: readonly S[]): S | StandardRef {
  const same = known.filter((one) => isSameStandard(one, standard))
  const own = same.find(({ framework }) => framework === standard.framework)
  return own ?? (same.length === 1 ? same[0] : undefined) ?? standard
}

const parted = (text: string | null): string[] => [
  ...new Set(
    (text ?? '')
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

/** What is sent of what was typed. Parts of the description that nobody touched keep their bold words and links. */
export function opportunityToSend(typed: Typed, kept: Opportunity | undefined): InputFor<'opportunities.save'> {
  const isSame = kept !== undefined && typed.about === aboutText(kept.about)?.trim()
  return {
    ...typed,
    about: isSame ? kept.about : aboutOf(typed.about, kept?.about ?? null),
    standards: typed.standards.map(standardOfValue),
    subjects: parted(typed.subjects),
    ages: parted(typed.ages),
  }
}
