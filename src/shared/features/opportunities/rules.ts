/**
 * Which opportunities serve a need, and in what order. Ours: no source gives such weights.
 *
 * What fits a need is said in `needs/serving.ts`; what shares a word with it comes near, and nothing else is ranked.
 * Its rank is the sum of the points below. What our own staff can lead comes before what has to be bought, whatever the
 * points: who is already here should be asked first.
 */
import { z } from 'zod'
import type { Day } from '../../kernel/dates'
import type { Pence } from '../../kernel/money'
import type { StandardRef } from '../needs/model'
import { plainWords, singular, smallWords } from '../needs/rules'
import { offeredIndex, servesStandard, type NeedSaid } from '../needs/serving'

/** Points: the most that each reason can give, and what speaks against. */
export const weights = {
  standard: 40,
  words: 30,
  group: 10,
  everybody: 5,
  otherGroup: -20,
  kind: 5,
  free: 10,
  withinBudget: 5,
  beyondBudget: -15,
  /** Times the share of a provider's judged events that made a difference, from −1 (none) to 1 (all strongly). */
  pastValue: 10,
  inTime: 10,
  anyTime: 5,
  tooLate: -5,
  onlyPast: -10,
} as const

/** A word gives this share of `weights.words`; four words give all. */
const wordsForAll = 4

export const reasonCodes = [
  'standard',
  'words',
  'group',
  'everybody',
  'other-group',
  'kind',
  'free',
  'within-budget',
  'beyond-budget',
  'past-value',
  'in-time',
  'any-time',
  'too-late',
  'only-past',
] as const
export const zReason = z.object({
  code: z.enum(reasonCodes),
  points: z.int(),
  /** The standard, or the words that both have. */
  about: z.string().nullable(),
})
export type Reason = z.infer<typeof zReason>

export interface NeedToServe {
  readonly id: string
  readonly title: string
  /** Its title with all else that it says. */
  readonly words: string
  readonly standard: StandardRef | null
  readonly groupId: string | null
  readonly typeCode: string | null
  readonly dueOn: Day | null
}

export interface Candidate {
  readonly id: string
  readonly title: string
  /** Its title with all else that is said of it. */
  readonly words: string
  readonly standards: readonly StandardRef[]
  readonly groupIds: readonly string[]
  readonly typeCode: string
  readonly isInHouse: boolean
  /** Online at one's own pace, or arranged in school when it suits. */
  readonly isAnyTime: boolean
  readonly nextOn: Day | null
  readonly hasDates: boolean
  readonly priceNetPence: Pence | null
  /** From −1 to 1; null where nothing of the provider was judged. */
  readonly pastValue: number | null
}

export interface Ranked {
  readonly candidate: Candidate
  /** It serves the need by the rule that the balance counts by (`needs/serving.ts`), and can still be gone to. */
  readonly fits: boolean
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Words too common to tell one course from another. */
const common = new Set(
  'able all and any are but can day did for get got had has her him his how its let lot may new nor not now off one our out own per put set she the too two use via was way who why yet you do go he if me no so up us vs we am pm ie eg about after also always anybody been before being best better both come could does each every everybody from good have help here into know learn learning lesson lessons like made make making more most much need needs never only other others ours people pupil pupils school schools should some staff such support teach teacher teachers teaching than that their them then there these they thing things this those through time training understand use used uses using very want well what when where which while will with work working would year years your course courses develop development skill skills practice child children classroom class confident effective improve improving introduction'.split(
    ' ',
  ),
)

/**
 * The words of a text by which it can be known, taken apart as titles are compared (`needs/rules.ts`): two letters or
 * more ("SEN", "ICT", "KS1"), a plural as its singular, without those that every course says.
 */
export function tellingWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const word of plainWords(text)) {
    if (word.length < 2 || smallWords.has(word) || common.has(word) || /^\d+$/.test(word)) continue
    const single = singular(word)
    if (!common.has(single)) words.add(single)
  }
  return words
}

/** A catalogue made ready: which candidates have a word, and which fit a need. */
export interface Prepared {
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>
  readonly fitting: (need: NeedSaid) => readonly Candidate[]
}

/** The words of candidates by their id, as long as the text is the same: kept from one question to the next. */
export type KnownWords = Map<string, { readonly text: string; readonly words: ReadonlySet<string> }>

function wordsOf({ id, words: text }: Candidate, known: KnownWords): ReadonlySet<string> {
  const before = known.get(id)
  if (before?.text === text) return before.words
  const words = tellingWords(text)
  known.set(id, { text, words })
  return words
}

/** Reads the words of every candidate once, however many needs are asked about. */
export function prepare(candidates: readonly Candidate[], known: KnownWords = new Map()): Prepared {
  const byWord = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    for (const word of wordsOf(candidate, known)) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [candidate])
      else list.push(candidate)
    }
  }
  return { byWord, fitting: offeredIndex(candidates) }
}

/** What serves a need or comes near, best first. `budgetLeftPence`: what may still be spent this year; null when that is not known. */
export function rank(need: NeedToServe, prepared: Prepared, budgetLeftPence: Pence | null): Ranked[] {
  const shared = new Map<Candidate, string[]>()
  for (const word of tellingWords(need.words)) {
    for (const candidate of prepared.byWord.get(word) ?? []) {
      const words = shared.get(candidate)
      if (words === undefined) shared.set(candidate, [word])
      else words.push(word)
    }
  }
  const fitting = new Set(prepared.fitting(need))
  for (const candidate of fitting) if (!shared.has(candidate)) shared.set(candidate, [])
  const found: Ranked[] = []
  for (const [candidate, words] of shared) {
    const isFitting = fitting.has(candidate)
    const isNamed = isFitting && servesStandard(candidate.standards, need.standard)
    const reasons = reasonsFor(need, candidate, { words, isNamed, budgetLeftPence })
    const fits = isFitting && (candidate.nextOn !== null || !candidate.hasDates)
    found.push({ candidate, fits, reasons, score: reasons.reduce((sum, { points }) => sum + points, 0) })
  }
  return found.sort(inOrder)
}

/** What fits before what only comes near; of each, what our own staff can lead before what others offer. */
function inOrder(a: Ranked, b: Ranked): number {
  const fit = Number(b.fits) - Number(a.fits)
  const house = Number(b.candidate.isInHouse) - Number(a.candidate.isInHouse)
  return fit || house || b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1)
}

interface Found {
  readonly words: readonly string[]
  readonly isNamed: boolean
  readonly budgetLeftPence: Pence | null
}

function reasonsFor(need: NeedToServe, candidate: Candidate, found: Found): Reason[] {
  const reasons: Reason[] = []
  const add = (code: Reason['code'], points: number, about: string | null = null): void => {
    if (points !== 0) reasons.push({ code, points, about })
  }
  if (found.isNamed) add('standard', weights.standard, need.standard?.code ?? null)
  const share = Math.min(found.words.length, wordsForAll) / wordsForAll
  add('words', Math.round(weights.words * share), found.words.slice(0, 6).join(', '))
  addFit(need, candidate, add)
  addPrice(candidate, found.budgetLeftPence, add)
  if (candidate.pastValue !== null) add('past-value', Math.round(weights.pastValue * candidate.pastValue))
  addTime(need, candidate, add)
  return reasons
}

type Add = (code: Reason['code'], points: number, about?: string | null) => void

function addFit(need: NeedToServe, candidate: Candidate, add: Add): void {
  if (candidate.groupIds.length === 0) add('everybody', weights.everybody)
  else if (need.groupId !== null) {
    if (candidate.groupIds.includes(need.groupId)) add('group', weights.group)
    else add('other-group', weights.otherGroup)
  }
  if (need.typeCode !== null && need.typeCode === candidate.typeCode) add('kind', weights.kind)
}

function addPrice({ priceNetPence }: Candidate, budgetLeftPence: Pence | null, add: Add): void {
  if (priceNetPence === null) return
  if (priceNetPence === 0) add('free', weights.free)
  else if (budgetLeftPence !== null) {
    if (priceNetPence <= budgetLeftPence) add('within-budget', weights.withinBudget)
    else add('beyond-budget', weights.beyondBudget)
  }
}

function addTime({ dueOn }: NeedToServe, { nextOn, hasDates, isAnyTime }: Candidate, add: Add): void {
  if (nextOn !== null) {
    if (dueOn === null || nextOn <= dueOn) add('in-time', weights.inTime)
    else add('too-late', weights.tooLate)
  } else if (isAnyTime) add('any-time', weights.anyTime)
  else if (hasDates) add('only-past', weights.onlyPast)
}
