/**
 * A header as it is compared: no case, accents, spaces or punctuation; "LA (name)", "la_name" and "LA Name" are one.
 */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** A value as a test compares it: trimmed, one space for many, without case. */
export function sameText(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Column A, B … Z, AA: how a spreadsheet names a column (index from 0). */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
