import { formatDay, type Day } from '../../kernel/dates'
import { allocatePence, formatPence, type Pence } from '../../kernel/money'
import type { CostStart, CostState, MovementKind } from './model'
import { costOf } from './rules'

/** What each state is called. */
export const stateWords: Readonly<Record<CostState, string>> = {
  estimated: 'Expected',
  committed: 'Ordered',
  invoiced: 'Invoiced',
  'part-paid': 'Part paid',
  paid: 'Paid',
  credited: 'Given back',
}

/** What each movement is called. */
export const movementWords: Readonly<Record<MovementKind, string>> = {
  estimated: 'Estimate',
  committed: 'Order',
  invoiced: 'Invoice',
  paid: 'Payment',
  credited: 'Credit note',
}

const startWords: Readonly<Record<CostStart['kind'], string>> = {
  estimated: 'an expected cost',
  committed: 'an order',
  invoiced: 'an invoice',
  paid: 'a payment',
}
const countsAs: Readonly<Record<CostStart['kind'], string>> = {
  estimated: 'It counts in no total until it is ordered, invoiced or paid.',
  committed: 'It counts as promised until it is paid.',
  invoiced: 'It counts as promised until it is paid.',
  paid: 'It counts as paid on that day.',
}

/** What a form will do when it is saved, in words (interface: buttons and forms say what they do). */
export function costInWords(cost: {
  readonly netPence: Pence | null
  readonly vatPence: Pence | null
  readonly isVatRecoverable: boolean
  readonly financeCode: string | null
  readonly funds: readonly { readonly name: string; readonly weight: number }[]
  readonly where: string | null
  readonly start: { readonly kind: CostStart['kind']; readonly movedOn: Day | null } | null
}): string {
  if (cost.netPence === null) return 'Write the amount, and this line says what will be recorded.'
  const amount = { netPence: cost.netPence, vatPence: cost.vatPence ?? (0 as Pence) }
  const total = costOf(amount, cost.isVatRecoverable)
  const vat = vatWords(amount.vatPence, cost.isVatRecoverable)
  const where = cost.where === null ? 'for the school as a whole' : `for ${cost.where}`
  const funds = cost.funds.length === 0 ? 'no fund named' : listOf(fundParts(cost.funds, total))
  const code = cost.financeCode === null ? 'without a finance code' : `coded ${cost.financeCode}`
  const opening = cost.start
    ? `Records ${startWords[cost.start.kind]} of ${formatPence(total)} ${where}${cost.start.movedOn ? ` on ${formatDay(cost.start.movedOn)}` : ''}`
    : `Keeps a cost of ${formatPence(total)} ${where}`
  return `${opening}${vat}, ${code}, ${funds}.${cost.start ? ` ${countsAs[cost.start.kind]}` : ''}`
}

/** Who pays how much: "from One", or "£80.00 from One", "£160.00 from Two", which add up to the whole. */
export function fundParts(
  funds: readonly { readonly name: string; readonly weight: number }[],
  whole: Pence,
): string[] {
  if (funds.length < 2) return funds.map(({ name }) => `from ${name}`)
  const parts = allocatePence(
    whole,
    funds.map(({ weight }) => weight),
  )
  return funds.map(({ name }, index) => `${formatPence(parts[index] ?? (0 as Pence))} from ${name}`)
}

function vatWords(vatPence: Pence, isRecoverable: boolean): string {
  if (vatPence === 0) return ''
  return isRecoverable
    ? `, and ${formatPence(vatPence)} VAT that the school gets back`
    : `, with ${formatPence(vatPence)} VAT that does not come back`
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
