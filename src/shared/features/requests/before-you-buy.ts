/**
 * What a person should have looked at before they agree to a request: each line says what was found, with its figures
 * and where they come from. What is not known is said to be unknown, never left out.
 */
import { z } from 'zod'
import { formatDay, type Day } from '../../kernel/dates'
import { formatPence, pence, sumPence, type Pence } from '../../kernel/money'

export const buyKeys = [
  'budget',
  'provider',
  'others',
  'in-house',
  'entitlement',
  'notice',
  'cover',
  'features',
] as const
export type BuyKey = (typeof buyKeys)[number]

export const zBuyLine = z.object({
  key: z.enum(buyKeys),
  title: z.string(),
  tone: z.enum(['good', 'warn', 'bad', 'info', 'unknown']),
  /** The finding, in a sentence. */
  finding: z.string(),
  /** The figures behind it. */
  facts: z.array(z.string()),
  /** People, for the window alone: never printed. */
  people: z.array(z.string()),
  /** Where the figures come from, and the page that has them. */
  from: z.string(),
  to: z.string().nullable(),
})
export type BuyLine = z.infer<typeof zBuyLine>

export interface FundAsked {
  readonly name: string
  readonly yearLabel: string
  readonly budgetPence: Pence
  readonly paidPence: Pence
  readonly promisedPence: Pence
  /** Other requests that are agreed, with what of them is not ordered. */
  readonly agreedPence: Pence
  /** Other requests that still wait. */
  readonly waitingPence: Pence
  readonly askedPence: Pence
}

/** What a fund has left in its year when this request and all that is agreed are paid. */
export function leftAfter(fund: FundAsked): Pence {
  const { budgetPence, paidPence, promisedPence, agreedPence, askedPence } = fund
  return pence(budgetPence - paidPence - promisedPence - agreedPence - askedPence)
}

export interface ProviderPast {
  readonly id: string
  readonly name: string
  readonly events: number
  readonly people: number
  readonly paidPence: Pence
  readonly judged: Readonly<Record<'strong' | 'some' | 'none' | 'too-early', number>>
}

export interface BuyFacts {
  readonly costPence: Pence
  readonly funds: readonly FundAsked[]
  /** Costs that name no fund. */
  readonly withoutFundPence: Pence
  /** Null where no provider is named; `past` is null for one who never worked for the school. */
  readonly provider: { readonly name: string; readonly past: ProviderPast | null } | null
  readonly others: { readonly went: readonly string[]; readonly booked: readonly string[] }
  /** Colleagues who can train others in it; null while nobody keeps a register of that. */
  readonly experts: readonly { readonly name: string; readonly what: string }[] | null
  /** What is promised to the person in this year and not yet received or planned, in words. */
  readonly entitled: readonly { readonly title: string; readonly left: string; readonly leftPence: Pence | null }[]
  readonly hasPromises: boolean
  readonly notice: { readonly days: number | null; readonly wanted: number | null; readonly wantedOn: Day | null }
  readonly cover: {
    readonly on: Day | null
    readonly days: string
    readonly out: readonly string[]
    readonly sameTeam: readonly string[]
    readonly alsoAsk: readonly string[]
    readonly own: string | null
  }
  /** The title of the checklist that holds the marks of effective development; null where no pack brings one. */
  readonly featuresFrom: string | null
  readonly features: readonly { readonly text: string; readonly isThere: boolean }[]
}

/** Every line, in the order in which a person would ask. */
export function buyLines(facts: BuyFacts): BuyLine[] {
  return [
    budgetLine(facts),
    providerLine(facts),
    othersLine(facts),
    inHouseLine(facts),
    entitlementLine(facts),
    noticeLine(facts),
    coverLine(facts),
    featuresLine(facts),
  ]
}

type Said = Omit<BuyLine, 'key' | 'title' | 'people' | 'facts'> & Partial<Pick<BuyLine, 'people' | 'facts'>>

const line = (key: BuyKey, title: string, said: Said): BuyLine => ({ key, title, facts: [], people: [], ...said })

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

function budgetLine({ costPence, funds, withoutFundPence }: BuyFacts): BuyLine {
  const where = { from: 'Budget: funds of the year, less what is paid, promised and agreed', to: '/money' }
  const title = 'What the budget has left'
  if (costPence === 0) return line('budget', title, { ...where, tone: 'good', finding: 'It costs nothing.' })
  if (funds.length === 0)
    return line('budget', title, {
      ...where,
      tone: 'unknown',
      finding: `Not known: no fund is named for the ${formatPence(costPence)}.`,
    })
  const entered = funds.filter((fund) => fund.budgetPence > 0)
  const short = entered.filter((fund) => leftAfter(fund) < 0)
  const facts = [
    ...funds.map(fundWords),
    ...(withoutFundPence > 0 ? [`${formatPence(withoutFundPence)} of it names no fund.`] : []),
  ]
  const [first] = short
  if (first)
    return line('budget', title, {
      ...where,
      facts,
      tone: 'bad',
      finding: `${first.name} would be ${formatPence(pence(0 - leftAfter(first)))} over.`,
    })
  if (entered.length < funds.length)
    return line('budget', title, {
      ...where,
      facts,
      tone: 'unknown',
      finding: `Not known: no amount is entered for ${funds.find((fund) => fund.budgetPence === 0)?.name ?? ''} in that year.`,
    })
  const left = sumPence(entered.map(leftAfter))
  const tight = entered.find((fund) => leftAfter(fund) < fund.waitingPence)
  return line('budget', title, {
    ...where,
    facts,
    tone: tight ? 'warn' : 'good',
    finding: tight
      ? `${formatPence(left)} would be left, less than the other requests that wait for ${tight.name}.`
      : `${formatPence(left)} would be left.`,
  })
}

function fundWords(fund: FundAsked): string {
  const parts = [
    `${formatPence(fund.paidPence)} paid`,
    `${formatPence(fund.promisedPence)} promised`,
    `${formatPence(fund.agreedPence)} agreed and not ordered`,
    `${formatPence(fund.askedPence)} asked for here`,
  ]
  const waiting = fund.waitingPence > 0 ? ` Others wait for ${formatPence(fund.waitingPence)}.` : ''
  return `${fund.name}, ${fund.yearLabel}: ${formatPence(fund.budgetPence)} less ${parts.join(', ')} leaves ${formatPence(leftAfter(fund))}.${waiting}`
}

function providerLine({ provider }: BuyFacts): BuyLine {
  const title = 'What this provider has been worth'
  const where = { from: 'Providers, and the judgements of evaluations', to: '/providers' }
  if (provider === null)
    return line('provider', title, { ...where, tone: 'unknown', finding: 'Not known: no provider is named.' })
  const { past, name } = provider
  if (past === null || past.events === 0)
    return line('provider', title, {
      ...where,
      tone: 'unknown',
      finding: `Not known: ${name} has held nothing for us so far.`,
    })
  const { strong, some, none } = past.judged
  const judged = strong + some + none
  const facts = [
    `${count(past.events, 'event', 'events')} held, ${count(past.people, 'person', 'people')} with an hour or more, ${formatPence(past.paidPence)} paid.`,
    `Judged: ${strong} strong, ${some} some, ${none} without impact, ${past.judged['too-early']} too early to say.`,
  ]
  const to = `/providers/${past.id}`
  if (judged === 0)
    return line('provider', title, {
      ...where,
      to,
      facts,
      tone: 'unknown',
      finding: `Not known: of ${count(past.events, 'event', 'events')} by ${name} none is judged.`,
    })
  const good = strong + some
  return line('provider', title, {
    ...where,
    to,
    facts,
    tone: none > good ? 'bad' : strong >= none ? 'good' : 'warn',
    finding: `${good} of ${count(judged, 'judged event', 'judged events')} by ${name} had an impact, ${strong} of them a strong one.`,
  })
}

function othersLine({ others: { went, booked } }: BuyFacts): BuyLine {
  const where = { from: 'Bookings and attendance of the same activity', to: '/activities' }
  const title = 'Who else has been'
  if (went.length + booked.length === 0)
    return line('others', title, { ...where, tone: 'info', finding: 'Nobody here has been, and nobody is booked.' })
  const parts = [
    ...(went.length > 0 ? [`${count(went.length, 'colleague has', 'colleagues have')} been`] : []),
    ...(booked.length > 0 ? [`${count(booked.length, 'colleague is', 'colleagues are')} booked`] : []),
  ]
  return line('others', title, {
    ...where,
    tone: 'info',
    finding: `${parts.join(', ')}${went.length > 0 ? ': ask what came of it.' : '.'}`,
    people: [...went, ...booked],
  })
}

function inHouseLine({ experts }: BuyFacts): BuyLine {
  const title = 'Could somebody here do it?'
  const where = { from: 'The register of who can train others', to: '/needs/expertise' }
  if (experts === null)
    return line('in-house', title, {
      ...where,
      tone: 'unknown',
      finding: 'Not known: nobody is in the register of who can train others.',
    })
  if (experts.length === 0)
    return line('in-house', title, {
      ...where,
      tone: 'info',
      finding: 'Nobody in the register offers anything of that name.',
    })
  return line('in-house', title, {
    ...where,
    tone: 'warn',
    finding: `${count(experts.length, 'colleague', 'colleagues')} could: ask them first.`,
    people: experts.map(({ name, what }) => `${name}: ${what}`),
  })
}

function entitlementLine({ costPence, entitled, hasPromises }: BuyFacts): BuyLine {
  const title = 'What they were promised'
  const where = { from: 'Entitlements of this academic year', to: '/entitlements' }
  if (!hasPromises)
    return line('entitlement', title, {
      ...where,
      tone: 'unknown',
      finding: 'Not known: the school has set down no promise for this person.',
    })
  const facts = entitled.map((promise) => `${promise.title}: ${promise.left} left.`)
  const over = entitled.find((promise) => promise.leftPence !== null && costPence > promise.leftPence)
  if (over?.leftPence !== undefined && over.leftPence !== null)
    return line('entitlement', title, {
      ...where,
      facts,
      tone: 'warn',
      finding: `It costs ${formatPence(pence(costPence - over.leftPence))} more than what is left of “${over.title}”.`,
    })
  return line('entitlement', title, {
    ...where,
    facts,
    tone: 'good',
    finding:
      entitled.length === 0
        ? 'All that was promised for this year is received or planned: this would be more.'
        : `${count(entitled.length, 'promise is', 'promises are')} still open for them.`,
  })
}

function noticeLine({ notice: { days, wanted, wantedOn } }: BuyFacts): BuyLine {
  const title = 'Notice given'
  const where = { from: 'How we decide: days of notice', to: '/requests/rules' }
  if (days === null || wantedOn === null)
    return line('notice', title, { ...where, tone: 'unknown', finding: 'Not known: no day is named.' })
  if (days < 0)
    return line('notice', title, {
      ...where,
      tone: 'bad',
      finding: `It was asked for ${count(-days, 'day', 'days')} after it began, on ${formatDay(wantedOn)}.`,
    })
  const given = `${count(days, 'day', 'days')} before ${formatDay(wantedOn)}`
  if (wanted === null)
    return line('notice', title, {
      ...where,
      tone: 'info',
      finding: `Asked for ${given}. The school has set no least notice.`,
    })
  return line('notice', title, {
    ...where,
    tone: days >= wanted ? 'good' : 'warn',
    finding:
      days >= wanted
        ? `Asked for ${given}; ${wanted} are needed.`
        : `Asked for ${given}: ${count(wanted - days, 'day', 'days')} short of the ${wanted} that are needed.`,
  })
}

function coverLine({ cover: { on, days, out, sameTeam, alsoAsk, own } }: BuyFacts): BuyLine {
  const title = 'Cover on that day'
  const where = { from: 'Bookings and other requests of the day', to: '/activities' }
  if (on === null)
    return line('cover', title, { ...where, tone: 'unknown', finding: 'Not known: no day is named.' })
  const facts = [
    `Cover asked for: ${days}.`,
    `Of the same team ${sameTeam.length === 0 ? 'nobody' : sameTeam.length} out.`,
    ...(alsoAsk.length > 0 ? [`${count(alsoAsk.length, 'other asks', 'others ask')} for that day.`] : []),
  ]
  const people = [...out, ...alsoAsk.map((name) => `${name} (asks)`)]
  if (own !== null)
    return line('cover', title, {
      ...where,
      facts,
      people,
      tone: 'bad',
      finding: `They are booked on ${own} that day.`,
    })
  if (out.length + alsoAsk.length === 0)
    return line('cover', title, {
      ...where,
      facts,
      tone: 'good',
      finding: `Nobody else is out on ${formatDay(on)}.`,
    })
  return line('cover', title, {
    ...where,
    facts,
    people,
    tone: sameTeam.length > 0 || out.length > 2 ? 'warn' : 'info',
    finding: `${count(out.length, 'other is', 'others are')} out on ${formatDay(on)}, ${sameTeam.length} of them of the same team.`,
  })
}

function featuresLine({ features, featuresFrom }: BuyFacts): BuyLine {
  const title = 'Marks of development that works'
  const from = featuresFrom === null ? 'No pack brings a checklist of them' : `The checklist “${featuresFrom}”`
  const where = { from, to: '/library' }
  const there = features.filter(({ isThere }) => isThere).length
  if (features.length === 0 || there === 0)
    return line('features', title, {
      ...where,
      tone: 'unknown',
      finding: 'Not known: none of the marks is ticked in the request.',
      facts: features.map(({ text }) => `Not ticked: ${text}`),
    })
  return line('features', title, {
    ...where,
    tone: there * 2 >= features.length ? 'good' : 'warn',
    finding: `${there} of ${features.length} marks are ticked.`,
    facts: features.map(({ text, isThere }) => `${isThere ? 'Ticked' : 'Not ticked'}: ${text}`),
  })
}
