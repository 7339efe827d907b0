import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { byHand, fee, planning, YEAR } from '../../../../tests/fixtures/plan'

describe('an approved plan', () => {
  it('opens as the same bytes for good, keeps its lines, and has its next version with a reason', async () => {
    const { b, people, planId, add, plan, printed } = await planning()
    const { ids: needIds } = await b.call('needs.raise', {
      title: 'Phonics',
      sourceCode: 'review',
      owners: [{ kind: 'person', personId: people[0] ?? '' }],
      agreed: { byPersonId: null, on: day('2025-11-20') },
    })
    const lineId = await add('Phonics training', { needIds, costs: [fee(30_000)], personIds: [people[0] ?? ''] })
    await add('Too dear', { costs: [fee(900_000)] })
    const approval = {
      id: planId,
      approvedOn: day('2025-11-20'),
      approvedBy: 'Governing body',
      approvedAt: 'Autumn meeting',
    }
    expect(await b.codeOf('plan.approve', approval)).toBe('plan.not-that-step')
    await b.call('plan.submit', { id: planId })
    expect(await b.codeOf('plan.removeLine', { id: lineId })).toBe('plan.not-a-draft')
    await b.call('plan.return', { id: planId, words: 'Too many courses' })
    await b.call('plan.submit', { id: planId })
    expect(await b.codeOf('plan.approve', { ...approval, approvedOn: day('2025-11-21') })).toBe(
      'plan.approval-ahead',
    )
    expect(await b.call('plan.approve', approval)).toEqual({ number: 1 })

    const approved = byHand<{ id: string }>(b, `select id from change where channel = 'plan.approve'`)
    expect(await b.codeOf('changes.undo', { changeId: approved[0]?.id })).toBe('undo.impossible')
    // What was done before it cannot be taken from under it either.
    expect(await b.codeOf('changes.undo', {})).toBe('undo.later-changes')
    const logged = byHand(
      b,
      `select 1 from change_row where table_name like 'plan_version' and after_json is not null`,
    )
    expect(logged).toEqual([])

    const [version] = (await plan()).versions
    const open = (format: 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json', id = version?.id ?? '') =>
      b.call('plan.openVersion', { id, format })
    expect(version?.files.map(({ format }) => format)).toEqual(['csv', 'docx', 'json', 'pdf', 'xlsx'])
    const before = await Promise.all(['pdf', 'docx', 'xlsx', 'csv', 'json'].map((f) => open(f as 'pdf')))
    for (const file of version?.files ?? []) {
      const { content } = await open(file.format)
      expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256)
    }
    expect(new TextDecoder().decode(before[4]?.content)).not.toContain('Ada')
    expect((await b.call('needs.get', { id: needIds[0] ?? '' })).state).toBe('planned')

    expect(await b.codeOf('plan.saveLine', { planId, title: 'Later' })).toBe('plan.not-a-draft')
    await b.call('plan.reopen', { id: planId, reason: 'A grant came in' })
    expect((await b.call('changes.list', { limit: 1 })).changes).toMatchObject([{ reason: 'A grant came in' }])
    // As on the day when a person is forgotten: only the words go.
    b.desk.file.withDatabase((database) => database.exec('update change_reason set reason = null'))
    expect((await b.call('changes.list', { limit: 1 })).changes).toMatchObject([
      { channel: 'plan.reopen', reason: null },
    ])
    await add('Later', { costs: [fee(7)] })
    await b.call('plan.submit', { id: planId })
    expect(await b.codeOf('plan.approve', approval)).toBe('plan.reason-needed')
    expect(await b.call('plan.approve', { ...approval, reason: 'A grant came in' })).toEqual({ number: 2 })
    expect((await plan()).versions.map(({ number, isReplaced }) => [number, isReplaced])).toEqual([
      [2, false],
      [1, true],
    ])
    const after = await Promise.all(['pdf', 'docx', 'xlsx', 'csv', 'json'].map((f) => open(f as 'pdf')))
    expect(after).toEqual(before)
    await b.call('plan.printVersion', { id: version?.id ?? '', format: 'print' })
    expect(printed).toEqual([before[0]?.content])
    expect(await b.codeOf('plan.remove', { id: planId })).toBe('plan.was-approved')
    expect((await plan()).steps.map(({ kind }) => kind)).toEqual([
      'begun',
      'submitted',
      'returned',
      'submitted',
      'approved',
      'reopened',
      'submitted',
      'approved',
    ])
  })

  it('is set against what became of it, to the penny and as hand-written SQL says', async () => {
    const { b, people, planId, add } = await planning()
    const { types } = await b.call('packs.typology', {})
    const typeCode = types[0]?.code ?? null
    const lineId = await add('Phonics training', { typeCode, costs: [fee(30_000)], personIds: [people[0] ?? ''] })
    await add('Never begun', { costs: [fee(4_321)] })
    await add('Too dear', { costs: [fee(900_000)] })
    await b.call('plan.submit', { id: planId })
    await b.call('plan.approve', { id: planId, approvedOn: day('2025-11-20'), approvedBy: 'Head' })
    const { eventId } = await b.call('plan.makeEvent', { lineId, heldOn: day('2026-10-06'), durationMinutes: 60 })
    const cost = { kindCode: 'fee', expectedOn: day('2026-10-06'), isVatRecoverable: false, vatPence: pence(0) }
    const start = (kind: 'paid' | 'committed') => ({ kind, movedOn: day('2026-10-06'), reference: null })
    const bill = async (eventOf: string | null, net: number, kind: 'paid' | 'committed') =>
      b.call('costs.save', {
        ...cost,
        eventId: eventOf,
        description: 'Bill',
        netPence: pence(net),
        financeCode: null,
        localCode: null,
        supplier: null,
        orderNumber: null,
        start: start(kind),
      })
    await bill(eventId, 20_001, 'paid')
    await bill(eventId, 1_500, 'committed')
    await bill(null, 777, 'paid')
    const actual = await b.call('plan.actual', { year: YEAR })
    const [hand] = byHand<{ paid: number; promised: number }>(
      b,
      `select sum(iif(m.kind = 'paid', m.net_pence, 0)) as paid, sum(iif(m.kind = 'committed', m.net_pence, 0)) as promised
       from cost_line l join cost_movement m on m.cost_line_id = l.id where l.event_id = ?`,
      eventId,
    )
    expect(actual).toMatchObject({ version: 1, plannedPence: 34_321, spentPence: 21_501, outsidePence: 777 })
    expect(
      actual.lines.map(({ title, plannedPence, isBelow, booked }) => [title, plannedPence, isBelow, booked]),
    ).toEqual([
      ['Phonics training', 30_000, false, 1],
      ['Never begun', 4_321, false, 0],
      ['Too dear', 0, true, 0],
    ])
    expect(actual.lines[0]).toMatchObject({
      paidPence: hand?.paid,
      promisedPence: hand?.promised,
      status: 'planned',
    })
    expect(actual.table.totals?.cells).toMatchObject({ leftPence: 34_321 - 21_501 })
  })
})

it('is a document whose every total is the sum of its rows, without names unless they are asked for', async () => {
  const { b, people, planId, own, add } = await planning()
  await b.call('plan.save', {
    id: planId,
    title: 'Our plan',
    words: 'We begin small.',
    fundIds: [own],
    ownBudgetPence: pence(50_000),
  })
  await add('Phonics', {
    costs: [fee(30_001)],
    personIds: [people[0] ?? '', people[1] ?? ''],
    coverQuarterDays: 3,
    term: 'spring',
  })
  await add('First aid', { isMust: true, costs: [fee(10_000)], lead: 'Ada Able', measure: 'Certificates' })
  await add('Conference', { costs: [fee(20_000)] })
  const { report } = await b.call('plan.document', { year: YEAR })
  expect(report.totals).toEqual({
    budgetPence: 50_000,
    abovePence: 40_001,
    belowPence: 20_000,
    leftPence: 9_999,
    linesAbove: 2,
    linesBelow: 1,
    coverQuarterDays: 3,
  })
  for (const block of report.blocks) {
    if (block.kind !== 'table' || !block.table.totals) continue
    const { rows, totals } = block.table
    for (const [key, total] of Object.entries(totals.cells)) {
      if (typeof total !== 'number' || key === 'eachPence' || key === 'count') continue
      expect([block.table.key, key, rows.reduce((sum, row) => sum + Number(row.cells[key]), 0)]).toEqual([
        block.table.key,
        key,
        total,
      ])
    }
  }
  const text = JSON.stringify(report)
  expect(text).toContain(
    'In 2026/27 we plan 2 things that cost £400.01 together. The budget is £500.00, so £99.99 is not planned yet.',
  )
  expect(text).not.toContain('Ada')
  expect(JSON.stringify((await b.call('plan.document', { year: YEAR, names: true })).report)).toContain('Ada Able')
  const choices = await b.call('plan.choices', {})
  expect(choices.people.map(({ name }) => name)).toContain('Ben Brook')
  expect(choices.kinds.some(({ id }) => id === 'income')).toBe(false)
  expect(await b.call('plan.print', { year: YEAR, format: 'print' })).toEqual({ printed: true, fileName: null })
  expect(await b.codeOf('plan.print', { year: YEAR, format: 'csv' })).toBe('host.unavailable')
  const actual = { year: YEAR, format: 'print' } as const
  expect(await b.call('plan.printActual', actual)).toEqual({ printed: true, fileName: null })
  expect(await b.codeOf('plan.printActual', { year: 2040, format: 'print' })).toBe('record.missing')
})

it('says of an approved plan who approved it and when, whenever it is printed', async () => {
  const { b, planId, add } = await planning()
  await add('First', { costs: [fee(10_000)] })
  await add('Not costed yet', { costs: [] })
  await b.call('plan.submit', { id: planId })
  const approval = {
    approvedOn: day('2025-11-03'),
    approvedBy: 'The governing body',
    approvedAt: null,
    reason: null,
  }
  await b.call('plan.approve', { id: planId, ...approval })
  const { report } = await b.call('plan.document', { year: YEAR, names: false })
  expect(report.subtitle).toBe(
    'Version 1, approved by The governing body, 3 November 2025; as it stood on 20 November 2025',
  )
  expect(JSON.stringify(report.blocks)).toContain('One line says no cost yet.')
})
