import { expect, it } from 'vitest'
import { pence } from '../../../../shared/kernel/money'
import { emptyCost, withPrice } from './request-form'

it('takes the fee of the catalogue over without what somebody typed', () => {
  const price = (net: number) => ({ netPence: pence(net), vatPence: pence(0) })
  const typed = { ...emptyCost(), kindCode: 'travel', netPence: pence(1_250), fundId: 'f' }
  const nets = (costs: ReturnType<typeof withPrice>) => costs.map((cost) => `${cost.kindCode} ${cost.netPence}`)
  const first = withPrice([emptyCost()], price(9_000), undefined)
  expect(nets(first)).toEqual(['fee 9000'])
  const added = withPrice([typed], price(9_000), undefined)
  expect(nets(added)).toEqual(['travel 1250', 'fee 9000'])
  expect(added[1]?.fundId).toBe('f')
  // Another choice takes the fee of the one before away, and a fee that was changed by hand stays.
  expect(nets(withPrice(added, price(7_000), price(9_000)))).toEqual(['travel 1250', 'fee 7000'])
  expect(nets(withPrice(added, price(7_000), price(8_000)))).toEqual(['travel 1250', 'fee 9000', 'fee 7000'])
})
