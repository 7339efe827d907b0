import { describe, expect, it } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'

async function eventOn(binder: TestBinder, ...days: string[]): Promise<string> {
  const { id } = await binder.call('activities.saveEvent', {
    newActivity: { title: 'Reading fluency', typeCode: 'TWI', provisionCode: 'within', levelCode: 'school' },
    status: 'planned',
    sessions: days.map((heldOn) => ({ heldOn: day(heldOn), durationMinutes: 60 })),
  })
  return id
}

const plan = {
  question: 'Children read aloud with expression',
  measure: 'Year 2 at age-related fluency',
  unit: '%',
  baselineValue: 61,
  targetValue: 72,
}

describe('the plan', () => {
  it('takes a baseline that may change until the first session and stands fast from then on', async () => {
    const binder = binderWithSchool()
    const eventId = await eventOn(binder, '2025-12-01')
    await binder.call('evaluation.plan', { eventId, ...plan })
    await binder.call('evaluation.plan', { eventId, ...plan, baselineValue: 60 })
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject({
      eventTitle: 'Reading fluency',
      baselineValue: 60,
      baselineOn: '2025-11-20',
      baselineRecordedOn: '2025-11-20',
      isBaselineLocked: false,
      isBaselineLate: false,
      isHeld: false,
    })
    expect(await binder.codeOf('evaluation.judge', { eventId, actualValue: 70 })).toBe('evaluation.not-held')
  })

  it('keeps a baseline late when its first session is moved later, and through later changes of it', async () => {
    const binder = binderWithSchool()
    const eventId = await eventOn(binder, '2025-10-06')
    await binder.call('evaluation.plan', { eventId, ...plan })
    const { sessionList, activityId } = await binder.call('activities.event', { id: eventId })
    await binder.call('activities.saveEvent', {
      id: eventId,
      activityId,
      status: 'planned',
      sessions: sessionList.map(({ id }) => ({ id, heldOn: day('2025-12-01'), durationMinutes: 60 })),
    })
    const late = { firstOn: '2025-12-01', isBaselineLate: true }
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject(late)
    await binder.call('evaluation.plan', { eventId, ...plan, baselineValue: 58 })
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject({ ...late, baselineValue: 58 })
    const { events } = await binder.call('evaluation.list', { year: { kind: 'academic', startYear: 2025 } })
    expect(events).toMatchObject([{ eventId, isBaselineLate: true }])
  })

  it('takes a first baseline late, says so for ever, and keeps it fast', async () => {
    const binder = binderWithSchool()
    const eventId = await eventOn(binder, '2025-10-06', '2025-10-13')
    await binder.call('evaluation.plan', { eventId, question: plan.question })
    expect((await binder.call('evaluation.get', { eventId })).isBaselineLate).toBe(false)
    await binder.call('evaluation.plan', { eventId, ...plan, baselineOn: day('2025-09-15') })
    const late = { isBaselineLate: true, isBaselineLocked: true, baselineOn: '2025-09-15' }
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject(late)
    const changed = { eventId, ...plan, baselineOn: day('2025-09-15'), baselineValue: 40 }
    expect(await binder.codeOf('evaluation.plan', changed)).toBe('evaluation.baseline-locked')
    // The form leaves the day out when the person did: that changes nothing.
    const target = { eventId, ...plan, targetValue: 75 }
    await binder.call('evaluation.plan', target)
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject({ ...late, targetValue: 75 })
  })
})

describe('the judgement', () => {
  it('needs evidence for a claim and no day to come', async () => {
    const binder = binderWithSchool()
    const [judge] = addPeople(binder.desk, [{ name: 'Ann Bell' }])
    const eventId = await eventOn(binder, '2025-10-06')
    const fieldsOf = async (input: object) => {
      const result = await binder.dispatch('evaluation.judge', { eventId, ...input })
      return result.ok ? [] : (result.fields ?? []).map((field) => `${field.path} ${field.code}`)
    }
    expect(await fieldsOf({ impactJudgement: 'some' })).toEqual(['evidenceLevel evaluation.no-evidence'])
    expect(await fieldsOf({ impactJudgement: 'too-early', judgedOn: '2025-12-01' })).toEqual([
      'judgedOn evaluation.future',
    ])
    await binder.call('evaluation.judge', {
      eventId,
      actualValue: 73,
      evidenceLevel: 4,
      impactJudgement: 'some',
      decision: 'repeat',
      judgedByPersonId: judge ?? null,
    })
    expect(await binder.call('evaluation.get', { eventId })).toMatchObject({
      actualOn: '2025-11-20',
      judgedOn: '2025-11-20',
      evidenceLevel: 4,
      judgedByPersonId: judge,
    })
  })
})

describe('the list', () => {
  it('says of every event of the year where it stands, with the evidence of the report', async () => {
    const binder = binderWithSchool()
    const due = await eventOn(binder, '2025-10-06')
    const missing = await eventOn(binder, '2025-11-10')
    await eventOn(binder, '2025-12-01')
    const lastYear = await eventOn(binder, '2025-03-03')
    await binder.call('evaluation.plan', { eventId: due, ...plan })
    await binder.call('evaluation.judge', { eventId: lastYear, evidenceLevel: 2, impactJudgement: 'some' })
    const listOf = (startYear: number) => binder.call('evaluation.list', { year: { kind: 'academic', startYear } })
    const list = await listOf(2025)
    expect(list.events.map((event) => event.state)).toEqual(['unplanned', 'missing', 'due'])
    expect(list.events.map((event) => event.eventId).slice(1)).toEqual([missing, due])
    expect(list.events[2]).toMatchObject({ isBaselineLate: true, paidPence: 0 })
    expect(list.evidence.map((part) => part.level)).toEqual([5, 4, 3, 2, 1, 0])
    expect((await listOf(2024)).events).toMatchObject([{ state: 'judged', evidenceLevel: 2 }])
  })
})
