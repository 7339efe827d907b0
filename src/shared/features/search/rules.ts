/** Letters as a hurried typist has them: lower case, no accents, one space between words, apostrophes dropped. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/gi, 'l')
    .replace(/['’‘]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * How well a title answers what was typed: every typed word must begin a word of the title or of its note. 0 for no
 * match; higher is better: the whole title, then its beginning, then its words, then its note.
 */
export function matchScore(typed: string, title: string, note: string): number {
  const wanted = plainText(typed)
  if (wanted === '') return 0
  const plainTitle = plainText(title)
  if (plainTitle === wanted) return 4
  if (plainTitle.startsWith(wanted)) return 3
  const words = wanted.split(' ')
  const begins = (text: string) => {
    const have = text.split(' ')
    return (word: string) => have.some((other) => other.startsWith(word))
  }
  if (words.every(begins(plainTitle))) return 2
  return words.every(begins(`${plainTitle} ${plainText(note)}`)) ? 1 : 0
}
