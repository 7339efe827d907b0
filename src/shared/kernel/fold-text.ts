const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }

/**
 * Text as a list is searched by it: case, accents and apostrophes do not count, so that "oconnor" and "O'Connor" both
 * find O’Connor, and "zolc" finds Żółć.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  const plain = /[^\x20-\x7e]/.test(lower)
    ? lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[łøđßæœ]/g, (letter) => LETTERS[letter] ?? letter)
    : lower
  return plain.replace(/['’‘ʼ]/g, '')
}
