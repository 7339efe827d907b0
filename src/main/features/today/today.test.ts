import { describe, expect, it } from 'vitest'
import { eventWithPeople } from '../../../../tests/fixtures/money'
import { binder, binderWithSchool } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'

describe('today', () => {
  it('offers the first steps in an empty binder', async () => {
    const view = await binderWithSchool().call('today.view', {})
    expect(view.tasks.map((task) => task.kind)).toEqual(['no-staff', 'no-priorities', 'no-activities', 'no-funds'])
    expect(view.coming).toEqual([])
    expect(view.year).toEqual({ heads: 0, people: 0, creditedMinutes: 0, events: 0 })
  })

  it('says what waits in the sample school, and agrees with SQL written by hand', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const view = await b.call('today.view', {})
    const ledger = view.tasks.find((task) => task.kind === 'ledger-unmatched')
    expect(ledger).toMatchObject({ count: 5, pence: 69_850 + 9_620 })
    expect(view.coming.length).toBe(6)
    expect(view.coming.every((coming) => coming.heldOn >= view.today)).toBe(true)
    const byHand = b.desk.file.withDatabase((database) =>
      database
        .prepare(
          `select (select count(*) from (select b.person_id from attendance t join session s on s.id = t.session_id join booking b on b.id = t.booking_id
                     where s.held_on between '2025-09-01' and '2026-08-31' group by 1 having sum(t.credited_minutes) >= 60)) as heads,
                  (select sum(t.credited_minutes) from attendance t join session s on s.id = t.session_id where s.held_on between '2025-09-01' and '2026-08-31') as minutes,
                  (select sum(pence) from spend_effect where state = 'paid' and moved_on between '2025-04-01' and '2026-03-31') as paid`,
        )
        .get(),
    ) as { heads: number; minutes: number; paid: number }
    expect(view.year).toMatchObject({ heads: byHand.heads, creditedMinutes: byHand.minutes })
    expect(view.money).toMatchObject({ label: '2025/26', paidPence: byHand.paid })
    expect(view.money.budgetPence).toBe(1_610_000 + 5 * 5000)
  })

  it('counts the events of the year as the report does: one of today too, and one called off on the way', async () => {
    const b = binderWithSchool()
    eventWithPeople(b, { Ada: null }, { heldOn: day('2025-11-20') })
    const stopped = eventWithPeople(
      b,
      { Ben: 60 },
      { title: 'Called off after an hour', heldOn: day('2025-11-18') },
    )
    const never = eventWithPeople(b, { Cy: null }, { title: 'Called off before it', heldOn: day('2025-11-19') })
    eventWithPeople(b, { Dee: null }, { title: 'Tomorrow', heldOn: day('2025-11-21') })
    b.desk.write('test.cancel', (db) =>
      db.run(
        sql.updateTable('event').set({ status: 'cancelled' }).where('id', 'in', [stopped.eventId, never.eventId]),
      ),
    )
    const year = { kind: 'academic', startYear: 2025 } as const
    const { report } = await b.call('reports.gather', { kind: 'governors', year })
    expect(report.totals['events']).toBe(2)
    expect((await b.call('today.view', {})).year.events).toBe(2)
  })

  it('notices an event that nobody marked, a payment that is late and a judgement that is missing', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const counts = async () =>
      Object.fromEntries((await b.call('today.view', {})).tasks.map((task) => [task.kind, task.count]))
    const before = await counts()
    expect(before).toMatchObject({ 'attendance-unmarked': 1, 'payment-late': 1, 'evaluation-missing': 1 })
    b.desk.write('test', (db) => {
      const inset = db.first(
        sql
          .selectFrom('attendance as t')
          .innerJoin('session as s', 's.id', 't.session_id')
          .select('s.id')
          .where('s.held_on', '=', day('2025-09-03'))
          .limit(1),
      )
      db.run(sql.deleteFrom('attendance').where('session_id', '=', inset?.id ?? ''))
    })
    expect((await counts())['attendance-unmarked']).toBe((before['attendance-unmarked'] ?? 0) + 1)
  })

  it('leads to lists that hold exactly what it counts', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const { tasks, today } = await b.call('today.view', {})
    const countOf = (kind: string) => tasks.find((task) => task.kind === kind)?.count ?? 0
    const year = { kind: 'academic', startYear: 2025 } as const
    const marks = await b.call('activities.events', { todo: 'mark', year })
    expect(marks.events).toHaveLength(countOf('attendance-unmarked'))
    expect(marks.events.map((event) => event.title)).toEqual(['Coaching for reading'])
    const late = tasks.find((task) => task.kind === 'payment-late')
    expect(late?.route).toBe('/money/costs?span=all&unpaid=2025-10-21')
    const unpaid = await b.call('costs.list', { unpaidInvoicedBefore: day('2025-10-21') })
    expect(unpaid.costs).toHaveLength(late?.count ?? 0)
    expect(unpaid.costs.map((cost) => cost.promisedPence)).toEqual([39_500])

    const soon = await b.call('activities.saveEvent', {
      activityId: marks.events[0]?.activityId ?? null,
      title: 'Phonics briefing',
      status: 'planned',
      sessions: [{ heldOn: today, durationMinutes: 60 }],
    })
    const empty = await b.call('activities.events', { todo: 'book' })
    expect(empty.events.map((event) => event.id)).toEqual([soon.id])
    expect((await b.call('today.view', {})).tasks.find((task) => task.kind === 'nobody-booked')?.count).toBe(1)
  })
})
