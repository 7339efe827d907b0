import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { decision, typeCodeOf, withRoute } from '../../../../tests/fixtures/requests'

describe('before anybody agrees', () => {
  it('says what is known with its figures, and what is not known as unknown', async () => {
    const { b, request, mary, lee, hal, fund, gift } = await withRoute()
    const found = async (id: string) =>
      Object.fromEntries(
        (await b.call('requests.beforeYouBuy', { id })).lines.map((line) => [
          line.key,
          `${line.tone}: ${line.finding}`,
        ]),
      )
    const { marks } = await b.call('requests.marks', {})
    expect(marks).toHaveLength(10)
    const bare = await b.call('requests.save', { ...request, costs: [], wantedOn: null, providerName: null })
    expect(await found(bare.id)).toEqual({
      budget: 'good: It costs nothing.',
      provider: 'unknown: Not known: no provider is named.',
      others: 'info: Nobody here has been, and nobody is booked.',
      'in-house': 'unknown: Not known: nobody is in the register of who can train others.',
      entitlement: 'unknown: Not known: the school has set down no promise for this person.',
      notice: 'unknown: Not known: no day is named.',
      cover: 'unknown: Not known: no day is named.',
      features: 'unknown: Not known: none of the marks is ticked in the request.',
    })
    const typeCode = await typeCodeOf(b)
    const saveAmount = (fundId: string, amountPence: number) =>
      b.call('funds.saveAmount', {
        fundId,
        fromOn: day('2025-04-01'),
        toOn: day('2026-03-31'),
        amountPence: pence(amountPence),
        note: null,
      })
    await saveAmount(fund, 100_000)
    await saveAmount(gift, 1_500)
    // Mary has been to the course, is out again that day, and its provider was judged once.
    const past = await b.call('activities.record', {
      title: request.title,
      typeCode,
      providerName: request.providerName,
      heldOn: day('2025-10-06'),
      durationMinutes: 120,
      personIds: [mary],
    })
    const judgement = {
      eventId: past.eventId,
      impactJudgement: 'strong' as const,
      evidenceLevel: 4 as const,
      evidenceNote: 'Lessons seen',
      judgedOn: day('2025-11-01'),
    }
    await b.call('evaluation.judge', judgement)
    await b.call('activities.record', {
      title: 'Moderation',
      typeCode,
      heldOn: day('2025-12-08'),
      durationMinutes: 120,
      personIds: [mary],
    })
    const other = await b.call('requests.save', { ...request, personId: mary, title: 'Phonics' })
    const { id } = await b.call('requests.save', {
      ...request,
      features: marks.slice(0, 6).map((mark) => mark.id),
    })
    expect(await found(id)).toEqual({
      // 1,000.00 − 249.99 − 185.50, and 15.00 − 14.82; Mary's own request waits for as much of the gift.
      budget: 'warn: £564.69 would be left, less than the other requests that wait for Friends of the school.',
      provider: 'good: 1 of 1 judged event by Northvale Maths Hub had an impact, 1 of them a strong one.',
      others: 'info: 1 colleague has been: ask what came of it.',
      'in-house': 'unknown: Not known: nobody is in the register of who can train others.',
      entitlement: 'unknown: Not known: the school has set down no promise for this person.',
      notice: 'good: Asked for 35 days before 8 December 2025; 21 are needed.',
      cover: 'info: 1 other is out on 8 December 2025, 0 of them of the same team.',
      features: 'good: 6 of 10 marks are ticked.',
    })
    const lines = (await b.call('requests.beforeYouBuy', { id })).lines
    expect(lines[0]?.facts[0]).toBe(
      'CPD budget, 2025/26: £1,000.00 less £0.00 paid, £0.00 promised, £0.00 agreed and not ordered, £435.49 asked for here leaves £564.51. Others wait for £435.49.',
    )
    const { title } = await b.call('requests.marks', {})
    expect(lines.find(({ key }) => key === 'features')?.from).toBe(`The checklist “${title}”`)
    expect(lines.find(({ key }) => key === 'others')?.people).toEqual(['Mary Manager'])
    expect(await found(other.id)).toMatchObject({ cover: 'bad: They are booked on Moderation that day.' })
    const late = { ...request, wantedOn: day('2025-11-10') }
    await b.call('requests.decide', decision([id], mary))
    await b.call('requests.decide', decision([id], hal))
    expect(await found((await b.call('requests.save', late)).id)).toMatchObject({
      notice: 'warn: Asked for 7 days before 10 November 2025: 14 days short of the 21 that are needed.',
      // What is agreed and not ordered counts: 15.00 − 14.82 − 14.82.
      budget: 'bad: Friends of the school would be £14.64 over.',
    })
    // Whoever knows about it is told as the balance of needs tells it: every word of the subject, not any of them.
    const knows = (personId: string, subject: string) =>
      b.call('expertise.save', {
        personId,
        subject,
        level: 3,
        canTrain: true,
        source: 'self',
        fromOn: day('2025-09-01'),
      })
    await knows(lee, 'Bar models in reading')
    const nobody = 'info: Nobody in the register offers anything of that name.'
    expect(await found(id)).toMatchObject({ 'in-house': nobody })
    await knows(hal, 'Fraction')
    expect(await found(id)).toMatchObject({ 'in-house': 'warn: 1 colleague could: ask them first.' })
    expect(
      (await b.call('requests.beforeYouBuy', { id })).lines.find(({ key }) => key === 'in-house')?.people,
    ).toEqual(['Hal Head: Fraction'])
    await b.call('staff.recordLeaving', { personId: hal, leftOn: day('2025-10-31') })
    expect(await found(id)).toMatchObject({ 'in-house': nobody })
  })
})
