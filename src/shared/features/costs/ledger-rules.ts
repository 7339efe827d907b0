import { daysBetween, type Day } from '../../kernel/dates'
import type { FinanceCodes } from '../packs/model'
import type { VatClash } from './ledger-contract'

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

interface NetVat {
  readonly netPence: number
  readonly vatPence: number
}

/**
 * Whether a line and a cost are one amount of which only one side tells the VAT. Where the school gets the VAT back
 * that matters: a cost that holds the gross amount as net leaves the VAT promised for ever, and a line that does so
 * counts the VAT as spent.
 */
export function vatClashOf(line: NetVat, cost: NetVat & { readonly isVatRecoverable: boolean }): VatClash | null {
  if (!cost.isVatRecoverable) return null
  const isLess = (one: NetVat, whole: NetVat) =>
    one.vatPence > 0 && whole.vatPence === 0 && whole.netPence === one.netPence + one.vatPence
  if (isLess(line, cost)) return 'cost-holds-gross'
  return isLess(cost, line) ? 'line-holds-gross' : null
}

interface LineWords {
  readonly accountCode: string | null
  readonly description: string | null
  readonly supplier: string | null
}

/**
 * The kind of cost that a ledger line most likely is: its finance code narrows the kinds down, and among those the
 * longest word of a kind in its account or description decides, else one in the supplier's name; else the first kind
 * that the code is usual for, and a course fee where nothing says anything. Codes and words come from the pack.
 */
export function proposedKind(line: LineWords, { kinds }: Pick<FinanceCodes, 'kinds'>): string {
  const costs = kinds.filter((kind) => kind.code !== 'income')
  const codes = new Set(line.accountCode?.toUpperCase().match(/[A-Z0-9]+/g) ?? [])
  const ofCode = costs.filter((kind) => codes.has(kind.maintained ?? '') || codes.has(kind.academy ?? ''))
  const among = ofCode.length > 0 ? ofCode : costs
  const said = kindNamedIn(`${line.accountCode ?? ''} ${line.description ?? ''}`, among)
  return said ?? kindNamedIn(line.supplier ?? '', among) ?? ofCode[0]?.code ?? 'fee'
}

function kindNamedIn(text: string, kinds: FinanceCodes['kinds']): string | undefined {
  const plain = ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `
  let found: { readonly code: string; readonly length: number } | undefined
  for (const { code, words } of kinds) {
    for (const word of words) {
      if (plain.includes(` ${word} `) && word.length > (found?.length ?? 0)) found = { code, length: word.length }
    }
  }
  return found?.code
}
