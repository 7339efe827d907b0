/** A bulletin or the annual programme on paper, with a slip for the answer. Nobody is named on it. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, ReportDocument } from '../../kernel/report-table'
import { blocksOf } from '../packs/as-report'
import type { Opportunity } from './model'
import { offerKindWords, type OfferKind } from './offers'
import { datesWords, durationWords, modeWords, priceWords } from './words'

export interface OfferOnPaper {
  readonly kind: OfferKind
  readonly title: string
  readonly words: string | null
  readonly sentOn: Day
  readonly schoolName: string
  readonly opportunities: readonly Opportunity[]
  readonly groupName: (id: string) => string
}

const datesShown = 6

function factsOf(one: Opportunity, { sentOn, groupName }: OfferOnPaper): string {
  const whom = one.groupIds.length === 0 ? 'For everybody' : `For ${one.groupIds.map(groupName).join(', ')}`
  const by = one.providerName ?? (one.provisionCode === 'within' ? 'Our own staff' : null)
  const ahead = one.dateList.filter(({ startsOn, endsOn }) => (endsOn ?? startsOn) >= sentOn)
  const dates = ahead.slice(0, datesShown).map((date) => [datesWords(date), date.venue].filter(Boolean).join(', '))
  const more = ahead.length - dates.length
  const when = dates.length === 0 ? null : `${dates.join('; ')}${more > 0 ? ` and ${more} more dates` : ''}`
  const price = priceWords(one)
  return [
    by,
    one.mode === null ? null : modeWords[one.mode],
    durationWords(one),
    price === 'Free' ? price : price && `${price} a person`,
    whom,
    when,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The bulletin says the beginning of each description, the booklet all of it. */
function aboutBlocks(one: Opportunity, kind: OfferKind): Block[] {
  if (one.about === null) return []
  if (kind === 'booklet') {
    // A heading within a description stands beneath the title of its course.
    return blocksOf(one.about.content).map((block) => (block.kind === 'heading' ? { ...block, level: 3 } : block))
  }
  const first = one.about.content.find(({ type }) => type === 'paragraph')
  return first === undefined ? [] : blocksOf([first])
}

function slip(offer: OfferOnPaper): Block[] {
  const box = '☐'
  // Room to write: an empty cell would be printed as a dash.
  const blank = '\u00a0'
  return [
    { kind: 'heading', level: 1, text: 'Your answer' },
    { kind: 'paragraph', text: 'Name: ______________________________    Date: ______________' },
    {
      kind: 'table',
      table: {
        key: 'slip',
        title: 'Tick what fits and give this back',
        columns: [
          { key: 'title', title: 'Opportunity', kind: 'text' },
          { key: 'yes', title: 'Interested', kind: 'text' },
          { key: 'no', title: 'Not for me', kind: 'text' },
          { key: 'why', title: 'Why, or what would suit you better', kind: 'text' },
        ],
        rows: offer.opportunities.map((one) => ({
          key: one.id,
          cells: { title: one.title, yes: box, no: box, why: blank },
        })),
        notes: [],
      },
    },
  ]
}

/** The whole paper: what is offered, each under its title, then the slip. */
export function offerDocument(offer: OfferOnPaper): ReportDocument {
  const { kind, title, words, sentOn, schoolName, opportunities } = offer
  return {
    kind: 'offer',
    title,
    subtitle: `${offerKindWords[kind]}, ${formatDay(sentOn)}`,
    schoolName,
    running: title,
    stamp: formatDay(sentOn),
    hasContents: kind === 'booklet',
    blocks: [
      ...(words === null ? [] : [{ kind: 'lead' as const, text: words }]),
      ...opportunities.flatMap((one): Block[] => [
        { kind: 'heading', level: 1, text: one.title },
        { kind: 'note', text: factsOf(one, offer) },
        ...aboutBlocks(one, kind),
      ]),
      ...(kind === 'booklet' ? [{ kind: 'page-break' as const }] : []),
      ...slip(offer),
    ],
    moreTables: [],
    totals: {},
  }
}
