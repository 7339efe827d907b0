import { z } from 'zod'

/**
 * Money is a whole number of pence, never a float and never text. The brand stops a count, an hour or a plain
 * number from being passed where money is meant. Make one with {@link pence}; format only at the edge.
 */
export const zPence = z.int().min(-1e13).max(1e13).brand<'Pence'>()
export type Pence = z.infer<typeof zPence>

/** Turns a number into pence. Throws a RangeError when it is not a whole number in the safe range. */
export function pence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole pence: ${value}`)
  return (value === 0 ? 0 : value) as Pence
}

/** The exact sum of any number of amounts. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0
  for (const amount of amounts) total += amount
  return pence(total)
}

/**
 * Divides an amount by integer weights so that the parts add up to the amount exactly (largest remainder).
 * The spare pennies go to the largest remainders, earlier entries first on a tie. A negative amount (a credit) is
 * divided as its positive twin. Returns one amount per weight; all zero weights share equally.
 * Throws a RangeError on a negative or fractional weight, or when there is nothing to share among.
 */
export function allocatePence(amount: Pence, weights: readonly number[]): Pence[] {
  if (weights.length === 0) throw new RangeError('no weights')
  if (weights.some((w) => !Number.isSafeInteger(w) || w < 0))
    throw new RangeError('weights must be whole and not negative')
  const shares = weights.every((w) => w === 0) ? weights.map(() => 1) : weights
  const sign = amount < 0 ? -1n : 1n
  const size = BigInt(Math.abs(amount))
  const total = shares.reduce((sum, w) => sum + BigInt(w), 0n)
  const parts = shares.map((w, index) => {
    const exact = size * BigInt(w)
    return { index, whole: exact / total, rest: exact % total }
  })
  let spare = size - parts.reduce((sum, p) => sum + p.whole, 0n)
  for (const part of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )) {
    if (spare === 0n) break
    part.whole += 1n
    spare -= 1n
  }
  return parts.map((p) => pence(Number(sign * p.whole)))
}

const pounds = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const wholePounds = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** £1,234.50, with a true minus sign for credits: −£12.00. */
export function formatPence(amount: Pence): string {
  return `${amount < 0 ? '−' : ''}£${pounds.format(Math.abs(amount) / 100)}`
}

/** £1,235: for summaries, where the exact figure is one hover away. */
export function formatPounds(amount: Pence): string {
  const rounded = Math.round(Math.abs(amount) / 100)
  return `${amount < 0 && rounded > 0 ? '−' : ''}£${wholePounds.format(rounded)}`
}

/** As finance systems write amounts. */
const plainAmount = /^-?\d{1,10}\.\d\d$/

/**
 * Reads what a person or a spreadsheet wrote as an amount: "£1,234.50", "1234.5", "-12", "(12.00)", "12.00-".
 * Returns undefined when it is not an amount with at most two decimals; never guesses.
 */
export function parsePence(text: string): Pence | undefined {
  // Most cells of a long ledger: they need nothing of what follows.
  if (plainAmount.test(text)) return pence(Number(text.replace('.', '')))
  let body = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0]/g, '')
  const bracketed = /^\((.*)\)$/.exec(body)
  if (bracketed) body = `-${bracketed[1]}`
  if (/^[^-]+-$/.test(body)) body = `-${body.slice(0, -1)}`
  const match = /^(-?)£?(-?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2})0*)?$/.exec(body)
  if (!match || (match[3] === undefined && !match[4])) return undefined
  if (match[1] && match[2]) return undefined
  const whole = Number((match[3] ?? '0').replaceAll(',', ''))
  const value = whole * 100 + Number((match[4] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(value) || value > 1e13) return undefined
  return pence(match[1] || match[2] ? -value : value)
}
