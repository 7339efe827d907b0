import { describe, expect, it } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'

/** A binder on 20 November 2025 with an activity. */
async function withActivity(): Promise<{ binder: TestBinder; activityId: string }> {
  const binder = binderWithSchool()
  const { id } = await binder.call('activities.save', {
    title: 'Phonics refresher',
    typeCode: 'TWI',
    provisionCode: 'within',
    levelCode: 'school',
  })
  return { binder, activityId: id }
}

const pastSession = { heldOn: day('2025-11-10'), startsAt: '15:30', endsAt: '17:00' }

describe('activities and events', () => {
  it('keeps an event with its sessions and lists it by year, phase and text', async () => {
    const { binder, activityId } = await withActivity()
    const { id } = await binder.call('activities.saveEvent', {
      activityId,
      status: 'planned',
      venue: 'Hall',
      sessions: [pastSession, { heldOn: day('2026-09-07'), durationMinutes: 60, isInsetDay: true }],
    })
    await binder.call('activities.saveEvent', { activityId, status: 'idea', title: 'Phonics for new staff' })
    const year = (startYear: number) => ({ year: { kind: 'academic' as const, startYear } })
    const titles = async (filter: object) =>
      (await binder.call('activities.events', filter)).events.map((event) => event.title)
    expect(await titles(year(2025))).toEqual(['Phonics refresher'])
    expect(await titles(year(2026))).toEqual(['Phonics refresher'])
    expect(await titles(year(2024))).toEqual([])
    expect(await titles({ ...year(2024), includeUndated: true })).toEqual([
      'Phonics refresher: Phonics for new staff',
    ])
    // From an empty year the page leads to the newest day on which something was held; what is to come does not count.
    expect(await binder.call('activities.events', year(2024))).toMatchObject({
      eventsInAll: 2,
      lastHeldOn: pastSession.heldOn,
    })
    expect(await titles({ phase: 'idea' })).toEqual(['Phonics refresher: Phonics for new staff'])
    expect(await titles({ text: 'hall phon' })).toEqual(['Phonics refresher'])
    expect(await titles({ typeCode: 'COURSE' })).toEqual([])
    const event = await binder.call('activities.event', { id })
    expect(event).toMatchObject({
      firstOn: '2025-11-10',
      nextOn: '2026-09-07',
      minutes: 150,
      isInset: true,
      academicYears: [2025, 2026],
      phase: 'next',
    })
    expect((await binder.call('activities.list', {})).activities).toMatchObject([
      { title: 'Phonics refresher', events: 2, lastOn: '2026-09-07' },
    ])
  })

  it('makes an activity with its first event, and offers it from then on', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('activities.saveEvent', {
      newActivity: { title: 'Lesson study', typeCode: 'AR', provisionCode: 'within', levelCode: 'groups' },
      status: 'idea',
    })
    expect(await binder.call('activities.event', { id })).toMatchObject({ title: 'Lesson study', phase: 'idea' })
    expect(await binder.call('activities.choices', {})).toMatchObject({
      today: '2025-11-20',
      activities: [{ title: 'Lesson study', typeCode: 'AR' }],
      priorities: [],
    })
    expect(await binder.codeOf('activities.saveEvent', { status: 'idea' })).toBe('input.invalid')
  })

  it('refuses what cannot be: a length unknown, an end before the start, a type nobody knows', async () => {
    const { binder, activityId } = await withActivity()
    const fieldsOf = async (sessions: object[]) => {
      const result = await binder.dispatch('activities.saveEvent', { activityId, status: 'planned', sessions })
      return result.ok ? [] : (result.fields ?? [])
    }
    expect(await fieldsOf([{ heldOn: '2025-11-10' }])).toEqual([
      { path: 'sessions.0.durationMinutes', code: 'session.no-length' },
    ])
    expect(await fieldsOf([{ heldOn: '2025-11-10', startsAt: '10:00', endsAt: '09:00' }])).toContainEqual({
      path: 'sessions.0.endsAt',
      code: 'time.order',
    })
    const activity = { title: 'X', typeCode: 'NOPE', provisionCode: 'within', levelCode: 'school' }
    expect(await binder.dispatch('activities.save', activity)).toMatchObject({
      ok: false,
      fields: [{ path: 'typeCode', code: 'input.invalid' }],
    })
  })

  it('puts away and cancels, but not what people were credited for', async () => {
    const { binder, activityId } = await withActivity()
    const [personId] = addPeople(binder.desk, [{ name: 'Ann Bell' }]) as [string]
    const { id } = await binder.call('activities.saveEvent', {
      activityId,
      status: 'planned',
      sessions: [pastSession],
    })
    await binder.call('activities.record', { eventId: id, personIds: [personId] })
    expect(await binder.codeOf('activities.cancelEvent', { id, reason: 'Ill' })).toBe('event.has-attendance')
    await binder.call('changes.undo', {})
    await binder.call('activities.cancelEvent', { id, reason: 'Speaker ill' })
    expect(await binder.call('activities.event', { id })).toMatchObject({
      phase: 'cancelled',
      cancelReason: 'Speaker ill',
    })
    await binder.call('activities.archiveEvent', { id, isArchived: true })
    expect((await binder.call('activities.events', {})).events).toEqual([])
    await binder.call('activities.archive', { id: activityId, isArchived: true })
    expect((await binder.call('activities.list', {})).activities).toEqual([])
  })

  it('credits anew when a session gets another length, and keeps a session that has marks', async () => {
    const { binder, activityId } = await withActivity()
    const [ann, ben] = addPeople(binder.desk, [{ name: 'Ann Bell' }, { name: 'Ben Cole' }]) as [string, string]
    const { id } = await binder.call('activities.saveEvent', {
      activityId,
      status: 'planned',
      sessions: [pastSession],
    })
    await binder.call('activities.record', { eventId: id, personIds: [ann, ben] })
    const grid = await binder.call('attendance.grid', { eventId: id })
    const session = grid.sessions[0]
    const first = grid.people[0]
    if (!session || !first) throw new Error('no grid')
    await binder.call('attendance.mark', {
      cells: [{ bookingId: first.bookingId, sessionId: session.id, state: 'present', creditedMinutes: 70 }],
    })
    const event = { id, activityId, status: 'done' as const }
    await binder.call('activities.saveEvent', {
      ...event,
      sessions: [{ id: session.id, heldOn: session.heldOn, durationMinutes: 60 }],
    })
    const after = await binder.call('attendance.grid', { eventId: id })
    expect(after.people.map((person) => person.marks[0]?.creditedMinutes)).toEqual([60, 60])
    expect(await binder.codeOf('activities.saveEvent', { ...event, sessions: [] })).toBe('session.has-attendance')
    const moved = [{ id: session.id, heldOn: '2026-01-10', durationMinutes: 60 }]
    expect(await binder.codeOf('activities.saveEvent', { ...event, sessions: moved })).toBe('session.future')
  })

  it('keeps providers by one name each', async () => {
    const binder = binderWithSchool()
    const { id } = await binder.call('providers.save', { name: 'Northvale Hub', kind: 'hub' })
    expect(await binder.codeOf('providers.save', { name: 'northvale hub' })).toBe('provider.name-taken')
    await binder.call('providers.save', { id, name: 'Northvale hub', kind: 'hub' })
    const list = async (includeArchived: boolean) =>
      (await binder.call('providers.list', { includeArchived })).providers
    expect(await list(false)).toMatchObject([{ name: 'Northvale hub', events: 0, paidPence: 0 }])
    const personIds = addPeople(binder.desk, [{ name: 'Ann Bell' }, { name: 'Ben Cole' }])
    const course = { title: 'Maths day', typeCode: 'COURSE', providerName: 'Northvale hub', personIds }
    await binder.call('activities.record', { ...course, heldOn: day('2025-11-12'), durationMinutes: 360 })
    const figuresOf = async (startYear: number) => {
      const { providers } = await binder.call('providers.list', { year: { kind: 'academic', startYear } })
      return providers.map((provider) => [provider.events, provider.heads])
    }
    expect(await figuresOf(2025)).toEqual([[1, 2]])
    expect(await figuresOf(2024)).toEqual([[0, 0]])
    await binder.call('providers.archive', { id, isArchived: true })
    expect(await list(false)).toEqual([])
    expect(await list(true)).toHaveLength(1)
  })
})
