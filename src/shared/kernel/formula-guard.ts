/**
 * Spreadsheets run a text cell that starts like a formula. Text that leaves the product in a CSV file therefore gets
 * a quote in front where it starts with = + - @ (also full-width), a tab, a line end or NUL, or with spaces before one
 * of them (reliability, section 4). Only text is guarded: a number stays a number, so −3.50 is written as -3.50.
 *
 * A quote in front of an already quoted formula is doubled, so that {@link unguardText} is the exact inverse and what
 * we write is what we read back.
 */

// Spaces that a spreadsheet may drop before it looks at the first sign: white space, NUL and the zero-width ones.
const blank = '[\\s\\u0000\\u00ad\\u180e\\u200b-\\u200f\\u2060]'
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b]'
const risky = `(?:[\\t\\r\\n\\u0000]|${blank}*${sign})`
const needsGuard = new RegExp(`^'*${risky}`, 'u')
const isGuarded = new RegExp(`^''*${risky}`, 'u')

/** The text as it is safe in a CSV cell: a quote in front where it starts like a formula. */
export function guardText(text: string): string {
  return needsGuard.test(text) ? `'${text}` : text
}

/** Takes our own quote off again; text that we did not guard comes back as it is. */
export function unguardText(text: string): string {
  return isGuarded.test(text) ? text.slice(1) : text
}
