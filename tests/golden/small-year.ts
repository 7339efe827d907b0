import { day, type Day } from '../../src/shared/kernel/dates'
import { pence } from '../../src/shared/kernel/money'
import { sql, type WriteDb } from '../../src/main/db/handle'
import { newId } from '../../src/main/db/ids'
import { binderWithSchool, type TestBinder } from '../fixtures/school'

/**
 * A year small enough to work out on paper: a maintained school, one teacher (full time) and one assistant (half time,
 * from 1 March 2026), one course with two sessions, four costs. The expected figures are in reports.test.ts.
 */
export function smallYear(): TestBinder {
  const made = binderWithSchool({ now: '2026-10-01T09:00:00.000Z' })
  made.desk.write('test', (db) => {
    const ids = people(db)
    const events = activities(db, ids)
    costs(db, events)
  })
  return made
}

interface People {
  readonly teacher: string
  readonly assistant: string
}

function people(db: WriteDb): People {
  const nobody = {
    staff_code: null,
    user_name: null,
    title: null,
    known_as: null,
    work_email: null,
    left_on: null,
    line_manager_id: null,
    works_in_binder: 0,
    is_name_missing: 0,
    is_archived: 0,
  } as const
  const add = (forename: string, group: string, fte: number, from: Day): string => {
    const [id, post] = [newId(), newId()]
    db.run(sql.insertInto('person').values({ id, forename, surname: 'Small', started_on: from, ...nobody }))
    db.run(
      sql
        .insertInto('post')
        .values({ id: post, title: `Post of ${forename}`, staff_group_id: group, is_archived: 0 }),
    )
    db.run(
      sql.insertInto('post_holding').values({
        id: newId(),
        person_id: id,
        post_id: post,
        team_id: null,
        from_on: from,
        to_on: null,
        fte_thousandths: fte,
        weekly_minutes: null,
        working_days: null,
        is_main: 1,
      }),
    )
    return id
  }
  return {
    teacher: add('Tess', 'teacher', 1000, day('2020-09-01')),
    assistant: add('Asha', 'ta', 500, day('2026-03-01')),
  }
}

interface Events {
  readonly course: string
  readonly teacherBooking: string
}

function activities(db: WriteDb, { teacher, assistant }: People): Events {
  const [activity, course, first, second, priority] = [newId(), newId(), newId(), newId(), newId()]
  db.run(
    sql.insertInto('priority').values({
      id: priority,
      academic_year: 2025,
      level: 'school',
      code: null,
      title: 'Reading',
      success_criteria: null,
      team_id: null,
      lead_person_id: null,
      status: 'in-progress',
      measure: 'Pupils at the expected rate',
      unit: '%',
      direction: 'up',
      baseline_value: 60,
      baseline_on: day('2025-09-01'),
      target_value: 70,
      target_on: day('2026-07-01'),
      sort_order: 0,
      is_archived: 0,
    }),
  )
  for (const [on, value] of [
    ['2025-12-01', 64],
    ['2026-06-01', 71],
  ] as const)
    db.run(
      sql
        .insertInto('priority_reading')
        .values({ id: newId(), priority_id: priority, read_on: day(on), value, note: null }),
    )
  db.run(
    sql.insertInto('activity').values({
      id: activity,
      title: 'Phonics',
      reference: null,
      type_code: 'course',
      provision_code: 'external',
      level_code: 'school',
      provider_id: null,
      default_minutes: 360,
      description: null,
      is_archived: 0,
    }),
  )
  db.run(
    sql.insertInto('event').values({
      id: course,
      activity_id: activity,
      title: null,
      status: 'done',
      venue: null,
      led_by: null,
      capacity: null,
      priority_id: priority,
      note: null,
      is_archived: 0,
    }),
  )
  const bookings = [teacher, assistant].map((person, index) => {
    const id = newId()
    db.run(
      sql.insertInto('booking').values({
        id,
        event_id: course,
        person_id: person,
        state: 'booked',
        booked_on: day('2025-09-10'),
        cancelled_on: null,
        cancel_reason: null,
        post_title: null,
        team_name: null,
        staff_group_id: index === 0 ? 'teacher' : 'ta',
        note: null,
      }),
    )
    return id
  })
  const [teacherBooking, assistantBooking] = bookings as [string, string]
  const sessions = [
    [first, '2025-11-03'],
    [second, '2026-05-04'],
  ] as const
  for (const [id, on] of sessions)
    db.run(
      sql.insertInto('session').values({
        id,
        event_id: course,
        held_on: day(on),
        starts_at: '09:00',
        ends_at: '15:30',
        duration_minutes: 390,
        is_inset_day: 0,
      }),
    )
  const attend = (booking: string, session: string, minutes: number): void =>
    void db.run(
      sql.insertInto('attendance').values({
        id: newId(),
        booking_id: booking,
        session_id: session,
        state: minutes === 0 ? 'absent' : 'present',
        credited_minutes: minutes,
      }),
    )
  attend(teacherBooking, first, 390)
  attend(teacherBooking, second, 390)
  attend(assistantBooking, second, 195)
  db.run(
    sql.insertInto('evaluation').values({
      id: newId(),
      event_id: course,
      question: null,
      measure: 'Phonics check',
      unit: '%',
      direction: 'up',
      baseline_value: 60,
      baseline_on: null,
      baseline_recorded_on: null,
      is_baseline_late: 0,
      target_value: 70,
      target_on: null,
      actual_value: 71,
      actual_on: day('2026-06-01'),
      evidence_level: 5,
      evidence_note: null,
      other_causes: null,
      impact_judgement: 'strong',
      decision: 'repeat',
      judgement_reason: null,
      judged_by_person_id: null,
      judged_on: day('2026-06-10'),
    }),
  )
  return { course, teacherBooking }
}

type Movement = readonly ['committed' | 'invoiced' | 'paid' | 'credited', string, number, number?]

interface CostToAdd {
  readonly event?: string
  readonly booking?: string
  readonly kind: string
  readonly code: string | null
  readonly covered?: number
  readonly recoverable?: boolean
  readonly moves: readonly Movement[]
  readonly funds?: readonly (readonly [fund: string, weight: number])[]
}

function addCost(db: WriteDb, cost: CostToAdd): void {
  const id = newId()
  db.run(
    sql.insertInto('cost_line').values({
      id,
      event_id: cost.event ?? null,
      booking_id: cost.booking ?? null,
      kind_code: cost.kind,
      description: 'Cost',
      expected_on: day('2025-11-01'),
      net_pence: pence(0),
      vat_pence: pence(0),
      is_vat_recoverable: cost.recoverable === false ? 0 : 1,
      finance_code: cost.code,
      local_code: null,
      supplier: null,
      order_number: null,
      covered_minutes: cost.covered ?? 0,
      share_basis: 'none',
      note: null,
    }),
  )
  for (const [kind, on, net, vat = 0] of cost.moves)
    db.run(
      sql.insertInto('cost_movement').values({
        id: newId(),
        cost_line_id: id,
        kind,
        moved_on: day(on),
        net_pence: pence(net),
        vat_pence: pence(vat),
        reference: null,
      }),
    )
  for (const [fund, weight] of cost.funds ?? [])
    db.run(sql.insertInto('cost_fund').values({ id: newId(), cost_line_id: id, fund_id: fund, weight }))
}

function costs(db: WriteDb, { course, teacherBooking }: Events): void {
  const [own, grant] = [newId(), newId()]
  const fund = (id: string, name: string, isExternal: 0 | 1, sort: number): void =>
    void db.run(
      sql.insertInto('fund').values({
        id,
        name,
        kind: 'budget',
        reference: null,
        is_external: isExternal,
        allowed_use: null,
        sort_order: sort,
        is_archived: 0,
      }),
    )
  fund(own, 'School budget', 0, 1)
  fund(grant, 'Grant', 1, 2)
  // Own budget for the academic year; the grant for the financial year from April, 153 of whose 365 days are in 2025/26.
  db.run(
    sql.insertInto('fund_amount').values({
      id: newId(),
      fund_id: own,
      from_on: day('2025-09-01'),
      to_on: day('2026-08-31'),
      amount_pence: pence(200_000),
      note: null,
    }),
  )
  db.run(
    sql.insertInto('fund_amount').values({
      id: newId(),
      fund_id: grant,
      from_on: day('2026-04-01'),
      to_on: day('2027-03-31'),
      amount_pence: pence(36_500),
      note: null,
    }),
  )
  // The fee: invoiced with VAT that cannot be claimed back, paid in the year, shared 2 to 1 over the funds.
  addCost(db, {
    event: course,
    kind: 'course-fee',
    code: 'E09',
    recoverable: false,
    moves: [
      ['invoiced', '2025-10-01', 30_000, 6_000],
      ['paid', '2025-10-20', 30_000, 6_000],
    ],
    funds: [
      [own, 2],
      [grant, 1],
    ],
  })
  // Cover for the teacher's first day: 390 minutes, paid.
  addCost(db, {
    event: course,
    booking: teacherBooking,
    kind: 'cover-agency',
    code: 'E26',
    covered: 390,
    moves: [['paid', '2025-11-28', 21_000, 4_200]],
    funds: [[own, 1]],
  })
  // Travel: ordered in the year, paid in the next; promised until then, so it is nobody's promise now.
  addCost(db, {
    event: course,
    kind: 'travel',
    code: 'E08',
    moves: [
      ['committed', '2026-08-20', 5_001],
      ['paid', '2026-09-10', 5_001],
    ],
    funds: [[own, 1]],
  })
  // A book for everybody, for no event: ordered and not yet paid, a part already credited.
  addCost(db, {
    kind: 'materials',
    code: null,
    moves: [
      ['committed', '2026-06-01', 9_000],
      ['credited', '2026-06-15', -1_000],
    ],
  })
}
