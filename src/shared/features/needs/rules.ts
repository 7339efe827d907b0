import type { Day } from '../../kernel/dates'
import { openStates, type Move, type NeedState, type Standard, type StandardRef } from './model'

/**
 * What can follow on what. Nobody plans for a need that is not agreed; attending closes none, so that only `met` and
 * `partly` with their evidence, `notMet` and `withdrawn` with their reason do; what is closed is taken up again by
 * `reopen`.
 */
const following: Readonly<Record<NeedState, readonly Move[]>> = {
  raised: ['agreed', 'withdrawn'],
  agreed: ['planned', 'met', 'partly', 'notMet', 'withdrawn'],
  planned: ['agreed', 'met', 'partly', 'notMet', 'withdrawn'],
  partly: ['met', 'notMet', 'reopen'],
  met: ['reopen'],
  notMet: ['reopen'],
  withdrawn: ['reopen'],
}

/** Whether a need that stands so can be moved so. */
export function canMove(from: NeedState, to: Move): boolean {
  return following[from].includes(to)
}

/** The moves that are open to a need, in the order in which they are offered. */
export function movesFrom(state: NeedState): readonly Move[] {
  return following[state]
}

/** True where a move has to say what shows that the need was met, in whole or in part. */
export function needsEvidence(to: Move): boolean {
  return to === 'met' || to === 'partly'
}

/** True where a move has to say why; planned needs that are not to be planned any more say it too. */
export function needsReason(from: NeedState, to: Move): boolean {
  return to === 'notMet' || to === 'withdrawn' || to === 'reopen' || (from === 'planned' && to === 'agreed')
}

const open: ReadonlySet<NeedState> = new Set(openStates)

/** True while a need is still to be dealt with. */
export function isOpen(state: NeedState): boolean {
  return open.has(state)
}

/** True for an open need whose day has passed. */
export function isOverdue(need: { readonly state: NeedState; readonly dueOn: Day | null }, today: Day): boolean {
  return isOpen(need.state) && need.dueOn !== null && need.dueOn < today
}

/** How many days before its day a need should be planned. */
export const DUE_WITHIN_DAYS = 30

/** Words that say nothing about what a need is for. */
export const smallWords: ReadonlySet<string> = new Set(
  'a an and as at be by for from how in into is it its more my of on or our that the their these this to using with'.split(
    ' ',
  ),
)

/**
 * What the title of a need comes to when it is compared with others: its words without case, accents and punctuation,
 * without small words and a plural s, each once, in order of the alphabet. "Questioning in reading" and "Reading:
 * questioning" are the same. A title of small words alone is compared as it is.
 */
export function titleKey(title: string): string {
  return [...titleWords(title)].sort().join(' ')
}

/** The words by which a title is compared, each once; {@link titleKey} puts them in order. */
export function titleWords(title: string): ReadonlySet<string> {
  const words = plainWords(title)
  const said = new Set<string>()
  for (const word of words) if (!smallWords.has(word)) said.add(singular(word))
  return said.size === 0 ? new Set(words) : said
}

/** The words of a text, without case, accents and punctuation. */
export function plainWords(text: string): readonly string[] {
  // Thousands of titles are taken apart at once, and most have no letter beyond A to Z.
  if (/^[\x20-\x7e]*$/.test(text))
    return (
      text
        .toLowerCase()
        .replace(/'/g, '')
        .match(/[a-z0-9]+/g) ?? []
    )
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return (
    plain
      .toLowerCase()
      .replace(/['’‘ʼ]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** "texts" is "text", "stories" "story"; "class" and "us" stay. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** So much of a statement tells it from another of the same code; long ones are shortened in different places. */
const CHARACTERS_COMPARED = 200

/**
 * By what standards count as the same: framework and code, whatever words its pack gives it by now. Where no framework is
 * known, code and words, because two frameworks may use the same code.
 */
export function standardKey({ code, framework, label }: Standard): string {
  const within = framework === null ? `words ${titleKey(label.slice(0, CHARACTERS_COMPARED))}` : `of ${framework}`
  return `${code.toLowerCase()} ${within}`
}

/** Whether two standards can be the same one: of one code, and not of two frameworks. */
export function isSameStandard(one: StandardRef, other: StandardRef): boolean {
  const isOfOne = one.framework === null || other.framework === null || one.framework === other.framework
  return isOfOne && one.code.toLowerCase() === other.code.toLowerCase()
}

/** A standard as it is chosen in a form: two of one code are two choices. */
export const standardTitle = ({ code, label }: Pick<Standard, 'code' | 'label'>): string => `${code} ${label}`

/** By what needs count as the same: the standard that they serve, else the words of their titles. */
export function sameKey(need: { readonly title: string; readonly standard: Standard | null }): string {
  return need.standard === null ? `title ${titleKey(need.title)}` : `standard ${standardKey(need.standard)}`
}

/**
 * By what a need counts as raised already with the same owner: the same words, for the same standard or for none. Stricter
 * than {@link sameKey}: two needs of one standard with words of their own are both kept.
 */
export function raisedKey({ title, standard }: Parameters<typeof sameKey>[0]): string {
  return `${standard === null ? '' : standardKey(standard)} ${titleKey(title)}`
}
