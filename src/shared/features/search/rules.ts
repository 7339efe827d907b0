/** Letters as a hurried typist has them: lower case, no accents, one space between words, apostrophes dropped. */
export function plainText(text: string): string {
  const letters = isAscii(text) ? text : withoutAccents(text)
  return letters
    .replace(/'/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/gi, 'l')
    .replace(/[’‘]/g, '')
}

/** What was typed, made ready to be compared with many names. */
export interface Typed {
  readonly whole: string
  readonly words: readonly string[]
}

/** Makes what was typed ready to be compared; undefined when nothing is left of it. */
export function typedText(text: string): Typed | undefined {
  const whole = plainText(text)
  return whole === '' ? undefined : { whole, words: whole.split(' ') }
}

/**
 * How well a title answers what was typed: every typed word must begin a word of the title or of its note. 0 for no
 * match; higher is better: the whole title, then its beginning, then its words, then its note. Title and note are given
 * as {@link plainText} makes them.
 */
export function plainScore(typed: Typed, plainTitle: string, plainNote: string): number {
  if (plainTitle === typed.whole) return 4
  if (plainTitle.startsWith(typed.whole)) return 3
  const inTitle = (word: string) => begins(plainTitle, word)
  if (typed.words.every(inTitle)) return 2
  return typed.words.every((word) => inTitle(word) || begins(plainNote, word)) ? 1 : 0
}

/** Whether one of the words of a plain text begins so. */
function begins(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`)
}
