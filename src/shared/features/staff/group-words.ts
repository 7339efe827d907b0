import type { GroupWords } from './import-model'
import { wordsKey } from './names'

/** Staff groups with everything they are called, ready to be looked up many times. */
export class GroupBook {
  readonly #byWords = new Map<string, string>()
  readonly #names = new Map<string, string>()

  constructor(groups: readonly GroupWords[]) {
    for (const group of groups) {
      this.#names.set(group.id, group.name)
      for (const text of [group.id, group.name, ...group.synonyms]) {
        const words = wordsKey(text)
        if (words !== '' && !this.#byWords.has(words)) this.#byWords.set(words, group.id)
      }
    }
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id)
  }

  /** The group that a file names by its id, name or a synonym; undefined when it names none of ours. */
  named(text: string): string | undefined {
    return this.#byWords.get(wordsKey(text))
  }

  /**
   * The group that a post's title points to: the one with the longest name or synonym standing in the title as whole
   * words, so that "Teaching assistant, Year 2" is not taken for teaching. Undefined when none does.
   */
  ofTitle(title: string): string | undefined {
    const body = ` ${wordsKey(title)} `
    let best: { id: string; length: number } | undefined
    for (const [words, id] of this.#byWords) {
      if (words.length > (best?.length ?? 0) && body.includes(` ${words} `)) best = { id, length: words.length }
    }
    return best?.id
  }
}
