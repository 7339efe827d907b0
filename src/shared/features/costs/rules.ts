import type { FinanceCodes } from '../packs/model'
import { pence, sumPence, type Pence } from '../../kernel/money'
import type { Regime } from '../../kernel/years'
import type { MovementKind, NetAndVat } from './model'

/** Net + irrecoverable VAT: what a cost is (model, section 4). */
export function costOf(amount: NetAndVat, isVatRecoverable: boolean): Pence {
  return pence(amount.netPence + (isVatRecoverable ? 0 : amount.vatPence))
}

/** The finance code that a kind of cost usually has, null where there is none (domain, sections 6.1 and 6.2). */
export function proposedCode(codes: Pick<FinanceCodes, 'kinds'>, kindCode: string, regime: Regime): string | null {
  return codes.kinds.find((kind) => kind.code === kindCode)?.[regime] ?? null
}

// What governors spend of their own, and what staff pay themselves, is outside the school's VAT claim.
const fundsWithoutVatClaim: ReadonlySet<string> = new Set(['gift', 'self'])

/** Whether the school usually gets the VAT back: yes, unless gifts or people's own money pay (domain, section 6.4). */
export function isVatUsuallyRecoverable(fundKinds: readonly string[]): boolean {
  return !fundKinds.some((kind) => fundsWithoutVatClaim.has(kind))
}

interface Amounts extends NetAndVat {
  readonly kind: MovementKind
}

const zero: NetAndVat = { netPence: pence(0), vatPence: pence(0) }

function sumOf(movements: readonly Amounts[], kind: MovementKind): NetAndVat {
  const of = movements.filter((movement) => movement.kind === kind)
  return { netPence: sumPence(of.map((m) => m.netPence)), vatPence: sumPence(of.map((m) => m.vatPence)) }
}

function gross(amount: NetAndVat): number {
  return amount.netPence + amount.vatPence
}

const atLeastZero = (value: number): Pence => pence(Math.max(0, value))

/**
 * What the next invoice and the next payment would usually be: the order less what is invoiced; what is owed (the
 * larger of order and invoices, as in db/views.ts) less what is paid and credited. A cost with no movement but
 * estimates is taken at its own net and VAT.
 */
export function outstandingOf(
  line: NetAndVat,
  movements: readonly Amounts[],
): { readonly toInvoice: NetAndVat; readonly toPay: NetAndVat } {
  const [committed, invoiced, paid, credited] = (['committed', 'invoiced', 'paid', 'credited'] as const).map(
    (kind) => sumOf(movements, kind),
  ) as [NetAndVat, NetAndVat, NetAndVat, NetAndVat]
  const isUntouched = movements.every((movement) => movement.kind === 'estimated')
  if (isUntouched) return { toInvoice: line, toPay: line }
  const owed = gross(invoiced) >= gross(committed) ? invoiced : committed
  const less = (from: NetAndVat, ...parts: NetAndVat[]): NetAndVat => ({
    netPence: atLeastZero(from.netPence - parts.reduce((sum, part) => sum + part.netPence, 0)),
    vatPence: atLeastZero(from.vatPence - parts.reduce((sum, part) => sum + part.vatPence, 0)),
  })
  const credits: NetAndVat = { netPence: pence(0 - credited.netPence), vatPence: pence(0 - credited.vatPence) }
  return {
    toInvoice: gross(committed) > gross(invoiced) ? less(committed, invoiced) : zero,
    toPay: gross(owed) > 0 ? less(owed, paid, credits) : zero,
  }
}

/** The most that a credit note can give back: what was invoiced or paid, the larger, less what was given back before. */
export function creditableOf(movements: readonly Amounts[]): Pence {
  const [invoiced, paid] = [gross(sumOf(movements, 'invoiced')), gross(sumOf(movements, 'paid'))]
  return atLeastZero(Math.max(invoiced, paid) + gross(sumOf(movements, 'credited')))
}

/**
 * What of an order is given up when its last invoice or payment came in lower: the negative commitment that brings the
 * order down to `settled`. Undefined where nothing is left over.
 */
export function releaseOf(movements: readonly Amounts[], settled: 'invoiced' | 'paid'): NetAndVat | undefined {
  const committed = sumOf(movements, 'committed')
  const done = sumOf(movements, settled)
  if (gross(committed) <= gross(done)) return undefined
  return {
    netPence: pence(done.netPence - committed.netPence),
    vatPence: pence(done.vatPence - committed.vatPence),
  }
}
