import { daysBetween, type Day } from '../../kernel/dates'

/** What is compared of a ledger line and a cost. Amounts in pence. */
interface Comparable {
  readonly netPence: number
  readonly vatPence: number
  readonly supplier: string | null
  readonly on: Day
}

/** Below this, a cost is not suggested. */
export const LEAST_SCORE = 40

const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word.length > 2 && !['ltd', 'limited', 'plc', 'the', 'and', 'llp'].includes(word))

function isAlikeName(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const theirs = new Set(plainWords(other))
  const ours = plainWords(one)
  const common = ours.filter((word) => theirs.has(word)).length
  return common > 0 && common * 2 >= Math.min(ours.length, theirs.size)
}

/**
 * How likely a ledger line is about a cost, 0 to 100, and why: the amount says most (net and VAT 55, net or gross 40),
 * then the order number (30), the supplier (25) and the days between (up to 15 within three months, less 20 beyond six).
 */
export function likeness(
  line: Comparable & { readonly texts: readonly (string | null)[] },
  cost: Comparable & { readonly orderNumber: string | null },
): { readonly score: number; readonly reasons: string[] } {
  const reasons: string[] = []
  let score = 0
  const add = (points: number, reason: string) => {
    score += points
    reasons.push(reason)
  }
  const isSameNet = line.netPence === cost.netPence
  if (isSameNet && line.vatPence === cost.vatPence) add(55, 'same net and VAT')
  else if (isSameNet) add(40, 'same net amount')
  else if (line.netPence + line.vatPence === cost.netPence + cost.vatPence) add(40, 'same gross amount')
  const order = cost.orderNumber?.toLowerCase()
  if (order && line.texts.some((text) => text?.toLowerCase().includes(order))) add(30, 'same order number')
  if (isAlikeName(line.supplier, cost.supplier)) add(25, 'supplier alike')
  const apart = Math.abs(daysBetween(line.on, cost.on))
  if (apart > 183) score -= 20
  if (apart <= 92) add(15 - Math.floor(apart / 7), apart === 0 ? 'same day' : `${apart} days apart`)
  return { score: Math.max(0, Math.min(100, score)), reasons }
}
