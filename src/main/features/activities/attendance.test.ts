import { describe, expect, it } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'

async function makeEvent(
  binder: TestBinder,
  options: { capacity?: number; sessions: { heldOn: string; startsAt?: string; endsAt?: string }[] },
): Promise<string> {
  const { id: activityId } = await binder.call('activities.save', {
    title: 'Safeguarding update',
    typeCode: 'INSET',
    provisionCode: 'within',
    levelCode: 'school',
  })
  const { id } = await binder.call('activities.saveEvent', {
    activityId,
    status: 'planned',
    capacity: options.capacity ?? null,
    sessions: options.sessions.map((session) => ({
      startsAt: '09:00',
      endsAt: '10:30',
      ...session,
      heldOn: day(session.heldOn),
    })),
  })
  return id
}

const names = [
  { name: 'Ann Bell', team: 'Year 1' },
  { name: 'Ben Cole', group: 'ta', post: 'Teaching assistant' },
]

async function marksOf(binder: TestBinder, eventId: string) {
  const grid = await binder.call('attendance.grid', { eventId })
  return grid.people.map((person) => [person.name, person.state, person.marks.map((mark) => mark.creditedMinutes)])
}

describe('bookings', () => {
  it('copies the post, team and group held on the first day of the event', async () => {
    const binder = binderWithSchool()
    const ids = addPeople(
      binder.desk,
      names.map((person, index) => (index === 0 ? { ...person, from: day('2025-12-01') } : person)),
    )
    const eventId = await makeEvent(binder, { sessions: [{ heldOn: '2025-11-24' }, { heldOn: '2025-12-08' }] })
    await binder.call('bookings.book', { eventId, personIds: ids })
    const people = async () => (await binder.call('attendance.grid', { eventId })).people
    expect(await people()).toMatchObject([
      { postTitle: null, teamName: null, staffGroupName: null },
      { postTitle: 'Teaching assistant', staffGroupName: 'Teaching assistants' },
    ])
    const event = await binder.call('activities.event', { id: eventId })
    await binder.call('activities.saveEvent', {
      id: eventId,
      activityId: event.activityId,
      status: 'planned',
      sessions: event.sessionList
        .slice(1)
        .map(({ id, heldOn, startsAt, endsAt }) => ({ id, heldOn, startsAt, endsAt })),
    })
    expect((await people())[0]).toMatchObject({ postTitle: 'Class teacher', teamName: 'Year 1' })
  })

  it('lets people wait over the capacity, move up, be replaced and cancel', async () => {
    const binder = binderWithSchool()
    const [ann, ben, cat] = addPeople(binder.desk, [...names, { name: 'Cat Dee' }]) as [string, string, string]
    const eventId = await makeEvent(binder, { capacity: 1, sessions: [{ heldOn: '2025-12-01' }] })
    expect(await binder.call('bookings.book', { eventId, personIds: [ann, ben] })).toEqual({
      booked: 1,
      waiting: 1,
      already: 0,
    })
    expect((await binder.call('bookings.book', { eventId, personIds: [ann] })).already).toBe(1)
    const bookingOf = async (personId: string) => {
      const { people } = await binder.call('attendance.grid', { eventId })
      const found = people.find((person) => person.personId === personId)
      if (!found) throw new Error('not booked')
      return found
    }
    const annsPlace = (await bookingOf(ann)).bookingId
    await binder.call('bookings.substitute', { bookingId: annsPlace, personId: cat })
    expect(await bookingOf(cat)).toMatchObject({ state: 'booked', substituteForName: 'Ann Bell' })
    expect(await bookingOf(ann)).toMatchObject({ state: 'cancelled', cancelledOn: '2025-11-20' })
    const place = (await bookingOf(cat)).bookingId
    expect(await binder.codeOf('bookings.substitute', { bookingId: place, personId: ben })).toBe('booking.exists')
    expect(await binder.call('bookings.cancel', { bookingIds: [place], reason: 'Ill' })).toEqual({
      cancelled: 1,
      waiting: 1,
    })
    await binder.call('bookings.confirm', { bookingIds: [(await bookingOf(ben)).bookingId] })
    expect((await bookingOf(ben)).state).toBe('booked')
    expect((await binder.call('bookings.book', { eventId, personIds: [ann] })).waiting).toBe(1)
  })

  it('shows who is at the school then, and what else they are booked on', async () => {
    const binder = binderWithSchool()
    const [ann] = addPeople(binder.desk, [...names, { name: 'Gone Away', leftOn: day('2025-08-31') }]) as [string]
    const one = await makeEvent(binder, { sessions: [{ heldOn: '2025-12-01' }] })
    const other = await makeEvent(binder, {
      sessions: [{ heldOn: '2025-12-01', startsAt: '10:00', endsAt: '11:00' }],
    })
    await binder.call('bookings.book', { eventId: one, personIds: [ann] })
    const { people, on } = await binder.call('bookings.candidates', { eventId: other })
    expect(on).toBe('2025-12-01')
    expect(people).toMatchObject([
      { name: 'Ann Bell', bookingState: null, clash: { kind: 'time', title: 'Safeguarding update' } },
      { name: 'Ben Cole', clash: null },
    ])
  })
})

describe('attendance', () => {
  it('marks many cells in one change that one undo takes back', async () => {
    const binder = binderWithSchool()
    const personIds = addPeople(binder.desk, names)
    const eventId = await makeEvent(binder, { sessions: [{ heldOn: '2025-11-10' }, { heldOn: '2025-11-17' }] })
    await binder.call('bookings.book', { eventId, personIds })
    const grid = await binder.call('attendance.grid', { eventId })
    const cells = grid.people.flatMap((person, index) =>
      grid.sessions.map((session) => ({
        bookingId: person.bookingId,
        sessionId: session.id,
        state: index === 0 ? ('present' as const) : ('part' as const),
      })),
    )
    expect(await binder.call('attendance.mark', { cells })).toEqual({ marked: 4, cleared: 0 })
    expect(await marksOf(binder, eventId)).toEqual([
      ['Ann Bell', 'booked', [90, 90]],
      ['Ben Cole', 'booked', [45, 45]],
    ])
    expect(await binder.call('attendance.grid', { eventId })).toMatchObject({ heads: 2, creditedMinutes: 270 })
    expect(await binder.call('activities.event', { id: eventId })).toMatchObject({
      status: 'done',
      attended: 2,
      sessionsToMark: 0,
      creditedMinutes: 270,
    })
    await binder.call('changes.undo', {})
    expect(await marksOf(binder, eventId)).toEqual([
      ['Ann Bell', 'booked', []],
      ['Ben Cole', 'booked', []],
    ])
    expect(await binder.call('activities.event', { id: eventId })).toMatchObject({
      status: 'planned',
      sessionsToMark: 2,
    })
  })

  it('refuses marks that cannot be true', async () => {
    const binder = binderWithSchool()
    const personIds = addPeople(binder.desk, names)
    const eventId = await makeEvent(binder, {
      capacity: 1,
      sessions: [{ heldOn: '2025-11-10' }, { heldOn: '2025-12-01' }],
    })
    await binder.call('bookings.book', { eventId, personIds })
    const grid = await binder.call('attendance.grid', { eventId })
    const [held, toCome] = grid.sessions.map((session) => session.id)
    const [booked, waiting] = grid.people.map((person) => person.bookingId)
    const mark = (
      bookingId: string | undefined,
      sessionId: string | undefined,
      creditedMinutes: number | null = null,
    ) => binder.codeOf('attendance.mark', { cells: [{ bookingId, sessionId, state: 'present', creditedMinutes }] })
    expect(await mark(booked, toCome)).toBe('session.future')
    expect(await mark(waiting, held)).toBe('booking.not-booked')
    expect(await mark(booked, held, 91)).toBe('credit.over-session')
    const elsewhere = await makeEvent(binder, { sessions: [{ heldOn: '2025-11-10' }] })
    const other = (await binder.call('attendance.grid', { eventId: elsewhere })).sessions[0]?.id
    expect(await mark(booked, other)).toBe('input.invalid')
    expect(await marksOf(binder, eventId)).toEqual([
      ['Ann Bell', 'booked', []],
      ['Ben Cole', 'waiting', []],
    ])
    expect(await mark(booked, held)).toBe('ok')
    expect(await binder.codeOf('bookings.cancel', { bookingIds: [booked], reason: 'Ill' })).toBe(
      'booking.has-attendance',
    )
  })
})

describe('quick entry', () => {
  const course = {
    title: 'Maths mastery day',
    typeCode: 'COURSE',
    providerName: 'Northvale Hub',
    heldOn: day('2025-11-12'),
    durationMinutes: 360,
    expectedChange: 'Every class uses the bar model',
  }

  it('writes down who was expected and did not come', async () => {
    const binder = binderWithSchool()
    const [ann, ben, cat] = addPeople(binder.desk, [...names, { name: 'Cat Dunn' }]) as [string, string, string]
    // Ticked as well as noted: they came.
    const done = await binder.call('activities.record', { ...course, personIds: [ann, cat], absentIds: [ben, cat] })
    expect(done).toMatchObject({ booked: 3, marked: 2, absent: 1 })
    const marks = await marksOf(binder, done.eventId)
    expect(marks.find(([name]) => name === 'Ben Cole')).toEqual(['Ben Cole', 'booked', [0]])
    expect(marks.find(([name]) => name === 'Cat Dunn')).toEqual(['Cat Dunn', 'booked', [360]])
  })

  it('makes everything for one person in one change, and finds it again for the next', async () => {
    const binder = binderWithSchool()
    const [ann, ben] = addPeople(binder.desk, names) as [string, string]
    const first = await binder.call('activities.record', { ...course, personIds: [ann] })
    expect(first).toMatchObject({ isNewActivity: true, isNewEvent: true, booked: 1, marked: 1 })
    const second = await binder.call('activities.record', {
      ...course,
      title: 'maths mastery DAY',
      durationMinutes: 180,
      personIds: [ben],
    })
    expect(second).toMatchObject({ eventId: first.eventId, isNewActivity: false, isNewEvent: false, marked: 1 })
    expect(await marksOf(binder, first.eventId)).toEqual([
      ['Ann Bell', 'booked', [360]],
      ['Ben Cole', 'booked', [180]],
    ])
    expect(await binder.call('activities.event', { id: first.eventId })).toMatchObject({
      providerName: 'Northvale Hub',
      provisionCode: 'external',
      expectedChange: 'Every class uses the bar model',
      isJudged: false,
    })
    expect(await binder.call('activities.ofPerson', { personId: ann })).toMatchObject({
      creditedMinutes: 360,
      events: [{ title: 'Maths mastery day', postTitle: 'Class teacher', creditedMinutes: 360 }],
    })
    await binder.call('changes.undo', {})
    await binder.call('changes.undo', {})
    expect((await binder.call('activities.events', {})).events).toEqual([])
    expect((await binder.call('providers.list', {})).providers).toEqual([])
  })

  it('adds these ten to a standing event, over its capacity, since they were there', async () => {
    const binder = binderWithSchool()
    const personIds = addPeople(
      binder.desk,
      Array.from({ length: 10 }, (_, index) => ({ name: `P${index} Smith` })),
    )
    const eventId = await makeEvent(binder, { capacity: 2, sessions: [{ heldOn: '2025-11-10' }] })
    await binder.call('bookings.book', { eventId, personIds: personIds.slice(0, 4) })
    const recorded = await binder.call('activities.record', { eventId, personIds })
    expect(recorded).toMatchObject({ booked: 8, marked: 10 })
    expect(await binder.call('attendance.grid', { eventId })).toMatchObject({ heads: 10, creditedMinutes: 900 })
  })

  it('only books for a day to come, and says what is needed', async () => {
    const binder = binderWithSchool()
    const personIds = addPeople(binder.desk, names)
    const later = { ...course, heldOn: day('2025-12-12'), personIds }
    expect(await binder.call('activities.record', later)).toMatchObject({ booked: 2, marked: 0 })
    const fieldsOf = async (input: object) => {
      const result = await binder.dispatch('activities.record', input)
      return result.ok ? [] : (result.fields ?? []).map((field) => `${field.path} ${field.code}`)
    }
    expect(await fieldsOf({ personIds })).toEqual([
      'title input.required',
      'heldOn input.required',
      'durationMinutes session.no-length',
    ])
    expect(await fieldsOf({ title: 'New', heldOn: '2025-11-12', durationMinutes: 60, personIds })).toEqual([
      'typeCode input.required',
    ])
    expect(await fieldsOf({ ...course, personIds: [] })).toEqual(['personIds input.required'])
  })
})
