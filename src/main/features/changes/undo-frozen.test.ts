import { expect, it } from 'vitest'
import { byHand, fee, planning, YEAR } from '../../../../tests/fixtures/plan'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { RichText } from '../../../shared/kernel/rich-text'

const today = day('2025-11-20')
const approval = { approvedOn: today, approvedBy: 'Head', approvedAt: null, reason: null }

/** The change that a channel made last. */
const last = (b: TestBinder, channel: string): string =>
  byHand<{ id: string }>(b, 'select id from change where channel = ? order by id desc limit 1', channel)[0]?.id ??
  ''
const undo = async (b: TestBinder, channel: string) => b.dispatch('changes.undo', { changeId: last(b, channel) })

it('takes nothing from under a plan that was handed in or approved, and gives nothing back to it', async () => {
  const { b, people, planId, add, plan, request } = await planning()
  await b.call('plan.takeRequests', { planId, requestIds: [await request(people[0] ?? '', 7_000)] })
  const gone = await add('Gone')
  await b.call('plan.removeLine', { id: gone })
  await b.call('plan.save', { id: planId, title: `Staff training plan 2026/27`, fundIds: [], ownBudgetPence: null })
  const lineId = await add('Kept', { costs: [fee(10_000)] })
  await b.call('plan.saveLine', { id: lineId, planId, title: 'Kept', costs: [fee(20_000)] })
  const lines = (await plan()).lines
  await b.call('plan.submit', { id: planId })
  const refused = { code: 'undo.frozen', records: [{ type: 'plan', id: planId }] }
  expect(await undo(b, 'plan.saveLine')).toMatchObject(refused)
  await b.call('plan.approve', { id: planId, ...approval })
  for (const channel of ['plan.saveLine', 'plan.takeRequests', 'plan.removeLine'])
    expect([channel, await undo(b, channel)]).toMatchObject([channel, refused])
  expect((await plan()).lines).toEqual(lines)
  await b.call('plan.reopen', { id: planId, reason: 'A grant came in' })
  expect(await undo(b, 'plan.saveLine')).toMatchObject({ ok: true })
})

it('opens a plan again and takes that back, but not once its lines are others', async () => {
  const { b, planId, add, plan } = await planning()
  const lineId = await add('Kept', { costs: [fee(10_000)] })
  await b.call('plan.submit', { id: planId })
  await b.call('plan.approve', { id: planId, ...approval })
  await b.call('plan.reopen', { id: planId, reason: 'A grant came in' })
  await b.call('plan.saveLine', { id: lineId, planId, title: 'Kept', costs: [fee(99_900)] })
  expect(await undo(b, 'plan.reopen')).toMatchObject({
    code: 'undo.later-changes',
    records: [{ type: 'plan', id: planId }],
  })
  await b.call('plan.removeLine', { id: lineId })
  expect(await undo(b, 'plan.reopen')).toMatchObject({ code: 'undo.later-changes' })
  expect((await plan()).state).toBe('draft')
  for (const channel of ['plan.removeLine', 'plan.saveLine', 'plan.reopen'])
    expect([channel, await undo(b, channel)]).toMatchObject([channel, { ok: true }])
  expect((await plan()).state).toBe('approved')
  expect((await b.call('plan.actual', { year: YEAR })).lines).toMatchObject([{ plannedPence: 10_000, since: null }])
})

it('gives an approved document no other text', async () => {
  const { host } = drawsNothing(() => b)
  const b: TestBinder = binderWithSchool({ host })
  const { id } = await b.call('documents.create', { templateId: null, title: 'A note' })
  const text = (words: string): RichText => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const section = (await b.call('documents.get', { id })).sections[0]?.id ?? ''
  await b.call('documents.saveSection', { id: section, title: 'When', body: text('We meet on Mondays.') })
  await b.call('documents.saveSection', { id: section, title: 'When', body: text('We meet on Tuesdays.') })
  await b.call('documents.approve', { id, approvedBy: 'Head', approvedOn: today })
  expect(await undo(b, 'documents.saveSection')).toMatchObject({
    code: 'undo.frozen',
    records: [{ type: 'document', title: 'A note' }],
  })
  await b.call('documents.reopen', { id })
  await b.call('documents.saveSection', { id: section, title: 'When', body: text('We never meet.') })
  expect(await undo(b, 'documents.reopen')).toMatchObject({ code: 'undo.later-changes' })
  expect((await b.call('documents.get', { id })).status).toBe('draft')
})

it('gives a request that was agreed to no other costs; a fund that was changed since goes back', async () => {
  const { b, people, own, request } = await planning()
  const id = await request(people[0] ?? '', 10_000)
  const asked = await b.call('requests.get', { id })
  const costs = [{ kindCode: 'fee', netPence: pence(9_000), vatPence: pence(0) }]
  const words = { title: asked.title, expectedChange: 'x', pupilBenefit: 'y', howMeasured: 'Books' }
  const same = { id, personId: people[0] ?? '', receivedOn: day('2025-11-03'), ...words }
  await b.call('requests.save', { ...same, costs })
  const by = { decidedOn: today, decidedByPersonId: people[2] ?? '' }
  await b.call('requests.decide', { ids: [id], kind: 'approve', reason: null, ...by })
  expect(await undo(b, 'requests.save')).toMatchObject({ code: 'undo.frozen', records: [{ type: 'request', id }] })
  await b.call('requests.changeFund', { id, fundId: own, reason: null })
  expect(await undo(b, 'requests.changeFund')).toMatchObject({ ok: true })
  expect(await undo(b, 'requests.decide')).toMatchObject({ ok: true })
  await b.call('requests.save', {
    ...same,
    costs: [{ ...costs[0], kindCode: 'fee', netPence: pence(50_000), vatPence: pence(0) }],
  })
  expect(await b.codeOf('changes.undo', { changeId: last(b, 'changes.undo') })).toBe('undo.later-changes')
  expect((await b.call('requests.get', { id })).state).toBe('waiting')
})
