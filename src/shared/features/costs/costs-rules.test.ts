import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import type { MovementKind } from './model'
import { LEAST_SCORE, likeness } from './ledger-rules'
import { isVatUsuallyRecoverable, outstandingOf, proposedCode, releaseOf } from './rules'
import { regimeOn } from '../../kernel/years'
import { costInWords } from './words'

const amount = (kind: MovementKind, net: number, vat = 0) => ({ kind, netPence: pence(net), vatPence: pence(vat) })
const line = { netPence: pence(20_000), vatPence: pence(4_000) }

describe('what is still to come of a cost', () => {
  it.each<[string, ReturnType<typeof amount>[], number, number]>([
    ['nothing happened: all of it', [], 20_000, 20_000],
    ['an estimate is nothing yet', [amount('estimated', 99)], 20_000, 20_000],
    ['an order', [amount('committed', 15_000)], 15_000, 15_000],
    ['an order, part invoiced', [amount('committed', 15_000), amount('invoiced', 5_000)], 10_000, 15_000],
    ['an invoice above its order', [amount('committed', 5_000), amount('invoiced', 9_000)], 0, 9_000],
    [
      'part paid and credited',
      [amount('invoiced', 9_000), amount('paid', 3_000), amount('credited', -1_000)],
      0,
      5_000,
    ],
    ['paid too much', [amount('invoiced', 100), amount('paid', 150)], 0, 0],
    ['paid with nothing owed', [amount('paid', 150)], 0, 0],
  ])('%s', (_, movements, toInvoice, toPay) => {
    const left = outstandingOf(line, movements)
    expect([left.toInvoice.netPence, left.toPay.netPence]).toEqual([toInvoice, toPay])
  })

  it('gives up exactly what an order was above the last invoice', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(9_999), (ordered, invoiced) => {
        const movements = [amount('committed', ordered, ordered), amount('invoiced', invoiced, invoiced)]
        const rest = releaseOf(movements, 'invoiced')
        if (ordered <= invoiced) return rest === undefined
        return rest?.netPence === invoiced - ordered && rest.vatPence === invoiced - ordered
      }),
    )
  })
})

describe('what a form proposes', () => {
  const profiles = [
    { validFrom: day('2025-09-01'), regime: 'academy' as const },
    { validFrom: day('2020-04-01'), regime: 'maintained' as const },
  ]
  const kinds = [{ code: 'fee', name: 'Fee', maintained: 'E09', academy: 'BAE090', isCover: false, words: [] }]

  it('takes the regime of the day, also before the first one that is known', () => {
    expect(['2025-09-01', '2025-08-31', '2019-01-01'].map((on) => regimeOn(profiles, day(on)))).toEqual([
      'academy',
      'maintained',
      'maintained',
    ])
    expect(regimeOn([], day('2025-01-01'))).toBe('maintained')
  })

  it('takes the code of the kind for that regime, none for a kind it does not know', () => {
    expect(proposedCode({ kinds }, 'fee', 'academy')).toBe('BAE090')
    expect(proposedCode({ kinds }, 'other', 'maintained')).toBeNull()
  })

  it('takes VAT as coming back, except with gifts and people’s own money', () => {
    expect([[], ['school'], ['school', 'gift'], ['self']].map(isVatUsuallyRecoverable)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('what a form says', () => {
  const cost = {
    netPence: pence(20_000),
    vatPence: pence(4_000),
    isVatRecoverable: false,
    financeCode: null,
    funds: [
      { name: 'One', weight: 1 },
      { name: 'Two', weight: 2 },
    ],
    where: '“Makaton”',
    start: { kind: 'paid' as const, movedOn: day('2025-10-07') },
  }

  it('names amount, place, day, VAT, code and funds, and how it will count', () => {
    expect(costInWords(cost)).toBe(
      'Records a payment of £240.00 for “Makaton” on 7 October 2025, with £40.00 VAT that does not come back, without a finance code, £80.00 from One and £160.00 from Two. It counts as paid on that day.',
    )
    expect(costInWords({ ...cost, start: null, where: null, vatPence: null, funds: [] })).toBe(
      'Keeps a cost of £200.00 for the school as a whole, without a finance code, no fund named.',
    )
  })

  it('waits for the amount', () => {
    expect(costInWords({ ...cost, netPence: null })).toContain('Write the amount')
  })
})

describe('how alike a ledger line and a cost are', () => {
  const ledger = {
    netPence: 20_000,
    vatPence: 4_000,
    supplier: 'NORTHVALE TRAINING LTD',
    on: day('2025-11-05'),
    texts: ['PO77', null],
  }
  const cost = {
    netPence: 20_000,
    vatPence: 4_000,
    supplier: 'Northvale Training',
    orderNumber: 'po77',
    on: day('2025-11-05'),
  }

  it('is certain when everything agrees, and says why', () => {
    expect(likeness(ledger, cost)).toEqual({
      score: 100,
      reasons: ['same net and VAT', 'same order number', 'supplier alike', 'same day'],
    })
  })

  it('falls with each thing that does not agree', () => {
    const scores = [
      likeness(ledger, { ...cost, orderNumber: null }),
      likeness(ledger, { ...cost, orderNumber: null, supplier: 'Speakers' }),
      likeness(ledger, { ...cost, orderNumber: null, supplier: null, vatPence: 0 }),
      likeness(ledger, {
        ...cost,
        orderNumber: null,
        supplier: null,
        netPence: 24_000,
        vatPence: 0,
        on: day('2025-01-05'),
      }),
      likeness(ledger, { ...cost, orderNumber: null, supplier: null, netPence: 1, vatPence: 1 }),
    ].map((found) => found.score)
    expect(scores).toEqual([95, 70, 55, 20, 15])
    expect(scores.map((score) => score >= LEAST_SCORE)).toEqual([true, true, true, false, false])
  })

  it('does not take “Ltd” or “the” for a name', () => {
    const found = likeness({ ...ledger, supplier: 'The Bakery Ltd' }, { ...cost, supplier: 'The Hall Ltd' })
    expect(found.reasons).not.toContain('supplier alike')
  })
})
