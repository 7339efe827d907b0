import { allocatePence, pence, type Pence } from './money'

/** A part of an amount in whole percent; a penny that does not divide goes where `allocatePence` gives it. */
export function partOfAmount(amount: Pence, percent: number): Pence {
  if (percent <= 0) return pence(0)
  if (percent >= 100) return amount
  return allocatePence(amount, [percent, 100 - percent])[0] ?? pence(0)
}
