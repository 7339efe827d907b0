import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

const october = day('2025-10-07')
const november = day('2025-11-03')
const money = (binder: TestBinder, id: string) => binder.call('costs.get', { id })

describe('keeping a cost', () => {
  it('keeps a new cost with what has happened to it, and gives everything back', async () => {
    const binder = binderWithSchool()
    const { eventId, bookings } = eventWithPeople(binder, { Ada: 300, Bea: 60 })
    const { id } = await binder.call(
      'costs.save',
      costInput({
        eventId,
        supplier: ' Northvale Training ',
        orderNumber: 'PO 7',
        shareBasis: 'hours',
        start: { kind: 'committed', movedOn: october, reference: 'PO 7' },
      }),
    )
    expect(await money(binder, id)).toMatchObject({
      eventTitle: 'Makaton foundation',
      kindName: 'Course fee',
      supplier: 'Northvale Training',
      state: 'committed',
      promisedPence: 20_000,
      paidPence: 0,
      toInvoice: { netPence: 20_000, vatPence: 4_000 },
      toPay: { netPence: 20_000, vatPence: 4_000 },
      movements: [{ kind: 'committed', movedOn: '2025-10-07', costPence: 20_000, reference: 'PO 7' }],
      people: [
        { bookingId: bookings.Ada, name: 'Ada Abara', pence: 16_667 },
        { bookingId: bookings.Bea, name: 'Bea Abara', pence: 3_333 },
      ],
    })
  })

  it('refuses a kind that no pack knows, but lets a cost keep one that an earlier pack knew', async () => {
    const binder = binderWithSchool()
    expect(await binder.codeOf('costs.save', costInput({ kindCode: 'course-fee' }))).toBe('input.invalid')
    const { id } = await binder.call('costs.save', costInput({}))
    expect(await binder.codeOf('costs.save', { ...costInput({ kindCode: 'course-fee' }), id })).toBe(
      'input.invalid',
    )
    binder.desk.write('test', (db) => db.run(sql.updateTable('cost_line').set({ kind_code: 'of-an-old-pack' })))
    const kept = { ...costInput({ kindCode: 'of-an-old-pack', description: 'Changed' }), id }
    expect(await binder.codeOf('costs.save', kept)).toBe('ok')
  })

  it('changes a cost and its funds without touching what happened', async () => {
    const binder = binderWithSchool()
    const fund = (name: string) =>
      binder.call('funds.save', { name, kind: 'school', isExternal: false }).then((saved) => saved.id)
    const [one, two] = [await fund('One'), await fund('Two')]
    const { id } = await binder.call(
      'costs.save',
      costInput({ funds: [{ fundId: one, weight: 1 }], start: { kind: 'paid', movedOn: october } }),
    )
    await binder.call('costs.save', {
      ...costInput({ description: 'Conference', funds: [{ fundId: two, weight: 30 }] }),
      id,
    })
    const cost = await money(binder, id)
    expect(cost.description).toBe('Conference')
    expect(cost.funds).toEqual([{ fundId: two, weight: 30 }])
    expect(cost.paidPence).toBe(20_000)
    expect(
      await binder.codeOf(
        'costs.save',
        costInput({
          funds: [
            { fundId: one, weight: 1 },
            { fundId: one, weight: 2 },
          ],
        }),
      ),
    ).toBe('cost.fund-twice')
  })

  it('puts a cost of one booking on its event and shares it with nobody', async () => {
    const binder = binderWithSchool()
    const { eventId, bookings } = eventWithPeople(binder, { Ada: 60, Bea: 60 })
    const { id } = await binder.call(
      'costs.save',
      costInput({ bookingId: bookings.Bea ?? '', shareBasis: 'heads', start: { kind: 'paid', movedOn: october } }),
    )
    expect(await money(binder, id)).toMatchObject({
      eventId,
      shareBasis: 'none',
      personName: 'Bea Abara',
      people: [{ bookingId: bookings.Bea, pence: 20_000 }],
    })
  })

  it('refuses people of another event, nobody at all, and hours for what is not cover', async () => {
    const binder = binderWithSchool()
    const here = eventWithPeople(binder, { Ada: 60 })
    const there = eventWithPeople(binder, { Bea: 60 })
    const named = (shares: { bookingId: string; weight: number }[]) =>
      costInput({ eventId: here.eventId, shareBasis: 'named', shares })
    expect(await binder.codeOf('costs.save', named([]))).toBe('cost.share-nobody')
    expect(await binder.codeOf('costs.save', named([{ bookingId: there.bookings.Bea ?? '', weight: 1 }]))).toBe(
      'cost.booking-elsewhere',
    )
    expect(
      await binder.codeOf('costs.save', costInput({ eventId: here.eventId, bookingId: there.bookings.Bea ?? '' })),
    ).toBe('cost.booking-elsewhere')
    const { id } = await binder.call('costs.save', costInput({ coveredMinutes: 390 }))
    expect((await money(binder, id)).coveredMinutes).toBe(0)
    const cover = await binder.call('costs.save', costInput({ kindCode: 'cover-supply', coveredMinutes: 390 }))
    expect((await money(binder, cover.id)).coveredMinutes).toBe(390)
  })

  it('refuses negative amounts and texts that are too long, beside their fields', async () => {
    const binder = binderWithSchool()
    const result = await binder.dispatch('costs.save', costInput({ netPence: pence(-1), description: ' ' }))
    expect(result).toMatchObject({
      ok: false,
      fields: [
        { path: 'description', code: 'input.required' },
        { path: 'netPence', code: 'pence.negative' },
      ],
    })
    const long = costInput({ netPence: pence(100_000_000_001), orderNumber: 'x'.repeat(200) })
    expect(await binder.dispatch('costs.save', long)).toMatchObject({
      fields: [
        { path: 'netPence', code: 'pence.too-much' },
        // How long it may be, so that nobody has to find out.
        { path: 'orderNumber', code: 'input.too-long', facts: { limit: 80 } },
      ],
    })
  })

  it('takes a cost away whole, and undo brings it back whole', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('costs.save', costInput({ start: { kind: 'paid', movedOn: october } }))
    const before = await money(binder, id)
    await binder.call('costs.remove', { id })
    expect(await binder.codeOf('costs.get', { id })).toBe('record.missing')
    await binder.call('changes.undo', {})
    expect(await money(binder, id)).toEqual(before)
  })
})

describe('what happens to a cost', () => {
  it('goes from order to invoice to payment by two buttons', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('costs.save', costInput({ start: { kind: 'committed', movedOn: october } }))
    await binder.call('costs.markInvoiced', { costLineId: id, movedOn: november, reference: 'INV 1' })
    expect(await money(binder, id)).toMatchObject({ state: 'invoiced', promisedPence: 20_000 })
    await binder.call('costs.markPaid', { costLineId: id, movedOn: november })
    expect(await money(binder, id)).toMatchObject({ state: 'paid', promisedPence: 0, paidPence: 20_000 })
    expect(await binder.codeOf('costs.markPaid', { costLineId: id, movedOn: november })).toBe('cost.nothing-left')
  })

  it('gives up the rest of an order when the last invoice is lower, unless more will come', async () => {
    const binder = binderWithSchool()
    const ordered = costInput({ start: { kind: 'committed', movedOn: october } })
    const [last, first] = [await binder.call('costs.save', ordered), await binder.call('costs.save', ordered)]
    const lower = { movedOn: november, netPence: pence(15_000), vatPence: pence(3_000) }
    await binder.call('costs.markInvoiced', { costLineId: last.id, ...lower })
    await binder.call('costs.markPaid', { costLineId: last.id, movedOn: november })
    expect(await money(binder, last.id)).toMatchObject({ state: 'paid', promisedPence: 0, paidPence: 15_000 })
    await binder.call('costs.markInvoiced', { costLineId: first.id, ...lower, isFinal: false })
    await binder.call('costs.markPaid', { costLineId: first.id, ...lower, isFinal: false })
    expect(await money(binder, first.id)).toMatchObject({
      state: 'part-paid',
      promisedPence: 5_000,
      paidPence: 15_000,
      toInvoice: { netPence: 5_000, vatPence: 1_000 },
    })
  })

  it('records a credit note from its printed amounts', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('costs.save', costInput({ start: { kind: 'paid', movedOn: october } }))
    const note = { costLineId: id, movedOn: november, vatPence: pence(0), reference: 'CN 1' }
    expect(await binder.codeOf('costs.credit', { ...note, netPence: 0 })).toBe('cost.nothing-left')
    await binder.call('costs.credit', { ...note, netPence: pence(5_000) })
    expect(await money(binder, id)).toMatchObject({ state: 'paid', paidPence: 15_000 })
  })

  it('changes and removes a movement, and refuses one of the wrong sign', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('costs.save', costInput())
    const movement = {
      costLineId: id,
      kind: 'paid' as const,
      movedOn: october,
      netPence: pence(9_900),
      vatPence: pence(0),
    }
    const saved = await binder.call('costs.saveMovement', movement)
    await binder.call('costs.saveMovement', { ...movement, id: saved.id, netPence: pence(10_000) })
    expect((await money(binder, id)).paidPence).toBe(10_000)
    expect(await binder.codeOf('costs.saveMovement', { ...movement, netPence: -1 })).toBe('input.invalid')
    expect(await binder.codeOf('costs.saveMovement', { ...movement, kind: 'credited' })).toBe('input.invalid')
    expect(await binder.codeOf('costs.saveMovement', { ...movement, costLineId: 'none' })).toBe('record.missing')
    await binder.call('costs.removeMovement', { id: saved.id })
    expect(await money(binder, id)).toMatchObject({ state: 'estimated', movements: [] })
  })

  it('takes VAT as a cost only where it does not come back', async () => {
    const binder = binderWithSchool()
    const paid = { start: { kind: 'paid' as const, movedOn: october } }
    const gift = await binder.call('costs.save', costInput({ isVatRecoverable: false, ...paid }))
    expect((await money(binder, gift.id)).paidPence).toBe(24_000)
  })
})

describe('three invoices on a desk', () => {
  it('records them at once: on an order, paid at once, and for a fund whose VAT does not come back', async () => {
    const binder = binderWithSchool()
    const { eventId } = eventWithPeople(binder, { Ada: 60 })
    const gift = await binder.call('funds.save', { name: 'PTA', kind: 'gift', isExternal: true })
    const order = await binder.call('costs.save', costInput({ start: { kind: 'committed', movedOn: october } }))
    const row = { invoicedOn: november, netPence: pence(10_000), vatPence: pence(2_000), kindCode: 'fee' }
    const { ids } = await binder.call('costs.enterInvoices', {
      rows: [
        { ...row, costLineId: order.id, reference: 'A1' },
        { ...row, supplier: 'Speakers Ltd', eventId, isPaid: true },
        { ...row, description: 'Books', kindCode: 'materials', funds: [{ fundId: gift.id, weight: 1 }] },
      ],
    })
    expect(ids[0]).toBe(order.id)
    expect(await money(binder, order.id)).toMatchObject({ state: 'invoiced', promisedPence: 10_000 })
    expect(await money(binder, ids[1] ?? '')).toMatchObject({
      state: 'paid',
      paidPence: 10_000,
      description: 'Speakers Ltd',
      financeCode: 'E09',
      shareBasis: 'heads',
    })
    expect(await money(binder, ids[2] ?? '')).toMatchObject({ promisedPence: 12_000, isVatRecoverable: false })
  })

  it('takes the word of who enters one for whether its VAT comes back', async () => {
    const binder = binderWithSchool()
    const row = { invoicedOn: november, netPence: pence(10_000), vatPence: pence(2_000), supplier: 'A' }
    const { ids } = await binder.call('costs.enterInvoices', {
      rows: [{ ...row, isVatRecoverable: false }, { ...row, isVatRecoverable: true }, row],
    })
    const promised = await Promise.all(ids.map(async (id) => (await money(binder, id)).promisedPence))
    expect(promised).toEqual([12_000, 10_000, 10_000])
  })

  it('divides one among its funds as a cost is divided, and refuses one fund twice', async () => {
    const binder = binderWithSchool()
    const fund = (name: string) => binder.call('funds.save', { name, kind: 'school', isExternal: false })
    const [main, premium] = [await fund('Main'), await fund('Pupil premium')]
    const funds = [
      { fundId: main.id, weight: 2 },
      { fundId: premium.id, weight: 1 },
    ]
    const row = { invoicedOn: november, netPence: pence(10_000), vatPence: pence(0), supplier: 'A', funds }
    const twice = { ...row, funds: [funds[0], funds[0]] }
    expect(await binder.dispatch('costs.enterInvoices', { rows: [row, twice] })).toMatchObject({
      ok: false,
      code: 'cost.fund-twice',
      fields: [{ path: 'rows.1.funds' }],
    })
    await binder.call('costs.enterInvoices', { rows: [row] })
    const part = async (fundId: string) => (await binder.call('costs.list', { fundId })).totals.promisedPence
    expect([await part(main.id), await part(premium.id)]).toEqual([6_667, 3_333])
  })

  it('takes a credit note for a cost that is there, with its amounts as printed', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('costs.save', costInput({ start: { kind: 'paid', movedOn: october } }))
    const before = (await money(binder, id)).paidPence
    const note = {
      isCredit: true,
      invoicedOn: november,
      netPence: pence(3_000),
      vatPence: pence(0),
      reference: 'CN7',
    }
    expect(await binder.dispatch('costs.enterInvoices', { rows: [note] })).toMatchObject({
      ok: false,
      fields: [{ path: 'rows.0.costLineId', code: 'input.required' }],
    })
    expect(await binder.call('costs.enterInvoices', { rows: [{ ...note, costLineId: id }] })).toEqual({ ids: [id] })
    const after = await money(binder, id)
    expect(after.paidPence).toBe(before - 3_000)
    expect(after.movements.at(-1)).toMatchObject({ kind: 'credited', netPence: -3_000, reference: 'CN7' })
    // No more than is left of it, VAT included, can be given back.
    const left = after.movements.reduce((sum, one) => sum + one.netPence + one.vatPence, 0)
    const rest = { ...note, costLineId: id, netPence: pence(left) }
    expect(
      await binder.dispatch('costs.enterInvoices', { rows: [{ ...rest, netPence: pence(left + 1) }] }),
    ).toMatchObject({
      code: 'cost.credit-too-large',
      fields: [{ path: 'rows.0.netPence', code: 'cost.credit-too-large' }],
    })
    expect(await binder.call('costs.enterInvoices', { rows: [rest] })).toEqual({ ids: [id] })
  })

  it('gives the rest of an order up only with its last invoice', async () => {
    const binder = binderWithSchool()
    const order = await binder.call('costs.save', costInput({ start: { kind: 'committed', movedOn: october } }))
    const ordered = (await money(binder, order.id)).promisedPence
    const part = { costLineId: order.id, invoicedOn: november, netPence: pence(1_000), vatPence: pence(0) }
    await binder.call('costs.enterInvoices', { rows: [{ ...part, isLast: false }] })
    expect(await money(binder, order.id)).toMatchObject({ promisedPence: ordered })
    await binder.call('costs.enterInvoices', { rows: [part] })
    expect(await money(binder, order.id)).toMatchObject({ promisedPence: 2_000 })
  })

  it('keeps none when one is wrong, and names its row', async () => {
    const binder = binderWithSchool()
    const row = { invoicedOn: november, netPence: pence(10_000), vatPence: pence(0), supplier: 'A' }
    const result = await binder.dispatch('costs.enterInvoices', { rows: [row, { ...row, netPence: 0 }] })
    expect(result).toMatchObject({ ok: false, code: 'input.required', fields: [{ path: 'rows.1.netPence' }] })
    expect((await binder.call('costs.list', {})).costs).toEqual([])
  })
})

describe('choices of the form', () => {
  it('gives codes, funds, events, people and what was used before', async () => {
    const binder = binderWithSchool()
    const { eventId, bookings } = eventWithPeople(binder, { Zoe: null, Ada: 90 })
    await binder.call('costs.save', costInput({ supplier: 'Northvale Training', localCode: 'T100' }))
    const choices = await binder.call('costs.choices', {})
    expect(choices.financeCodes.kinds.length).toBeGreaterThan(10)
    expect(choices.regimes).toEqual([{ validFrom: '2024-09-01', regime: 'maintained' }])
    expect(choices.events).toEqual([{ id: eventId, title: 'Makaton foundation', firstOn: '2025-10-07' }])
    expect([choices.suppliers, choices.localCodes]).toEqual([['Northvale Training'], ['T100']])
    const booked = await binder.call('costs.bookings', { eventId })
    expect(booked.bookings).toEqual([
      { id: bookings.Ada, name: 'Ada Abara', creditedMinutes: 90 },
      { id: bookings.Zoe, name: 'Zoe Abara', creditedMinutes: 0 },
    ])
  })
})
