import type { Found } from '../../../shared/features/search/contract'
import { plainScore, plainText, typedText } from '../../../shared/features/search/rules'
import type { SchoolDesk } from '../../db/school-desk'
import { everythingNamed } from './repository'

interface Name {
  readonly found: Found
  readonly plainTitle: string
  readonly plainNote: string
}

/**
 * The names of everything in the open file. They are compared here, where accents and apostrophes can be forgiven,
 * which SQLite's LIKE cannot do. They are read once after each change, not at each letter that is typed.
 */
export class NameIndex {
  readonly #desk: SchoolDesk
  #names: readonly Name[] | undefined

  constructor(desk: SchoolDesk) {
    this.#desk = desk
    desk.onChange(() => (this.#names = undefined))
  }

  /** What answers best, at most `limit`; equal answers in the order of the alphabet. Nothing when no school is open. */
  find(text: string, limit: number): Found[] {
    const typed = typedText(text)
    if (!typed || !this.#desk.isOpen) return []
    const byScore: Name[][] = [[], [], [], [], []]
    for (const name of this.#all()) byScore[plainScore(typed, name.plainTitle, name.plainNote)]?.push(name)
    const found: Found[] = []
    for (const score of [4, 3, 2, 1]) {
      if (found.length >= limit) break
      const names = (byScore[score] ?? []).sort((a, b) =>
        a.plainTitle < b.plainTitle ? -1 : a.plainTitle > b.plainTitle ? 1 : 0,
      )
      found.push(...names.slice(0, limit - found.length).map((name) => name.found))
    }
    return found
  }

  #all(): readonly Name[] {
    this.#names ??= Array.from(everythingNamed(this.#desk.read), (found) => ({
      found,
      plainTitle: plainText(found.title),
      plainNote: plainText(found.note),
    }))
    return this.#names
  }
}
