import { describe, expect, it } from 'vitest'
import { costInput, eventWithPeople } from '../../../tests/fixtures/money'
import { binderWithSchool } from '../../../tests/fixtures/school'
import { fullEventTitle } from '../../shared/features/activities/rules'
import { day } from '../../shared/kernel/dates'
import { eventTitle } from './event-titles'
import { sql } from './handle'

describe('what an event is called', () => {
  it.each([null, '', 'Makaton foundation', 'Spring run'])('is the same by SQL as by the rule: %s', (title) => {
    const { desk, ...made } = binderWithSchool()
    eventWithPeople({ desk, ...made }, {})
    desk.write('test', (db) => db.run(sql.updateTable('event').set({ title })))
    const named = desk.read.first(
      sql
        .selectFrom('event as e')
        .innerJoin('activity as a', 'a.id', 'e.activity_id')
        .select(eventTitle().as('title')),
    )
    expect(named?.title).toBe(fullEventTitle('Makaton foundation', title))
  })

  it('is the same on every page that names it', async () => {
    const made = binderWithSchool()
    const { eventId, bookings } = eventWithPeople(made, { Ada: 60 })
    made.desk.write('test', (db) => db.run(sql.updateTable('event').set({ title: 'Spring run' })))
    const person = made.desk.read.first(
      sql
        .selectFrom('booking')
        .select('person_id')
        .where('id', '=', bookings['Ada'] ?? ''),
    )
    const personId = person?.person_id ?? ''
    await made.call('costs.save', costInput({ eventId, start: { kind: 'paid', movedOn: day('2025-10-10') } }))
    const year = { kind: 'academic', startYear: 2025 } as const
    const titles = [
      (await made.call('activities.events', { year })).events.map((event) => event.title),
      (await made.call('staff.get', { id: personId })).cpd.lines.map((line) => line.title),
      (await made.call('evaluation.list', { year })).events.map((event) => event.title),
      (await made.call('search.find', { text: 'spring' })).found
        .filter((one) => one.kind === 'event')
        .map((one) => one.title),
      (await made.call('costs.list', { year })).costs.map((cost) => cost.eventTitle),
    ]
    expect(titles).toEqual(titles.map(() => ['Makaton foundation: Spring run']))
  })
})
