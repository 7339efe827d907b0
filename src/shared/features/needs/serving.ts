/**
 * What fits a need, and who knows about what it asks for: one rule for the balance, the page of a need and the list of
 * what serves which, so that no two of them tell it differently. What only comes near is ranked for one need
 * (`opportunities/rules.ts`) and counted nowhere.
 */
import type { StandardRef } from './model'
import { isSameStandard, titleWords } from './rules'

/** A need as far as the rule asks. */
export interface NeedSaid {
  readonly title: string
  readonly standard: StandardRef | null
}

/** A need with its words taken apart, to be put to many tests. */
export interface NeedWords {
  readonly said: ReadonlySet<string>
  readonly standard: StandardRef | null
}

/** Takes the words of a need apart. */
export function wordsOfNeed({ title, standard }: NeedSaid): NeedWords {
  return { said: titleWords(title), standard }
}

/**
 * Tells of a need whether somebody knows about it: whoever knows its standard, or a subject whose every word is in the
 * need's title. The words of the subject are taken apart once.
 */
export function knowledgeTest(known: {
  readonly subject: string
  readonly standard: StandardRef | null
}): (need: NeedWords) => boolean {
  const { subject, standard } = known
  const words = [...titleWords(subject)]
  const isOf = (asked: StandardRef | null) => standard !== null && asked !== null && isSameStandard(standard, asked)
  return (need) => isOf(need.standard) || words.every((word) => need.said.has(word))
}

/** An opportunity as far as the rule asks. */
export interface CanFit {
  readonly title: string
  readonly standards: readonly StandardRef[]
}

/**
 * Finds the opportunities that fit a need: those that serve its standard, and those whose title has every word of the
 * need's title (small words and a plural s aside).
 */
export function offeredIndex<T extends CanFit>(offered: readonly T[]): (need: NeedSaid) => readonly T[] {
  const byCode = new Map<string, Set<T>>()
  const byWord = new Map<string, Set<T>>()
  for (const one of offered) {
    for (const { code } of one.standards) listed(byCode, code.toLowerCase(), () => new Set()).add(one)
    for (const word of titleWords(one.title)) listed(byWord, word, () => new Set()).add(one)
  }
  const withTitle = (title: string): readonly T[] => {
    const [fewest, ...others] = [...titleWords(title)]
      .map((word) => byWord.get(word) ?? new Set<T>())
      .sort((one, other) => one.size - other.size)
    return [...(fewest ?? [])].filter((one) => others.every((there) => there.has(one)))
  }
  const ofStandard = (standard: StandardRef): readonly T[] =>
    [...(byCode.get(standard.code.toLowerCase()) ?? [])].filter((one) => servesStandard(one.standards, standard))
  // The same words and standards come again and again: each is looked for once.
  const titles = new Map<string, readonly T[]>()
  const standards = new Map<string, readonly T[]>()
  const both = new Map<string, readonly T[]>()
  return ({ title, standard }) => {
    const named = listed(titles, title, () => withTitle(title))
    if (standard === null) return named
    const which = `${standard.framework}\n${standard.code}`
    return listed(both, `${which}\n${title}`, () => [
      ...new Set([...listed(standards, which, () => ofStandard(standard)), ...named]),
    ])
  }
}

/** Whether what serves some standards serves that of a need. */
export function servesStandard(standards: readonly StandardRef[], asked: StandardRef | null): boolean {
  return asked !== null && standards.some((standard) => isSameStandard(standard, asked))
}

/** What an index has under a key, begun when it has nothing. */
function listed<T>(index: Map<string, T>, key: string, begin: () => T): T {
  const there = index.get(key)
  if (there !== undefined) return there
  const begun = begin()
  index.set(key, begun)
  return begun
}
