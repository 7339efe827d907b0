import { JUDGE_AFTER_DAYS } from '../../../shared/features/evaluation/rules'
import { DUE_WITHIN_DAYS } from '../../../shared/features/needs/rules'
import { addDays, type Day } from '../../../shared/kernel/dates'
import { academicYearOf, type Period } from '../../../shared/kernel/years'
import type { Task } from '../../../shared/features/today/contract'
import { sql as raw, type ExpressionBuilder } from 'kysely'
import { sql, statement, type ReadDb } from '../../db/handle'
import type { ActivityRow, EventRow, Schema } from '../../db/schema'
import { figuresOfLines, linesInvoicedBefore } from '../../db/spend-of-lines'
import { eventTitle } from '../../db/event-titles'
import { isStaffOn } from '../../db/staff-on-day'
import { findingTasks } from './finding-tasks'
import { task, type Row } from './task'
import { awaitsOrderSql } from '../../db/unordered-costs'

/** How long after an invoice a payment is late. */
const PAY_WITHIN_DAYS = 30
/** How long a priority may go without a reading. */
const READ_WITHIN_DAYS = 100

/** Invoices from before this day are late. */
const lateBefore = (today: Day): Day => addDays(today, -PAY_WITHIN_DAYS)

/** Everything that waits for a person, most pressing first; first steps before anything else in an empty binder. */
export function listTasks(db: ReadDb, today: Day, year: Period): Task[] {
  return [
    ...firstSteps(db, year),
    ...task('attendance-unmarked', unmarkedAttendance(db, today, year), '/activities?todo=mark'),
    ...task('nobody-booked', nobodyBooked(db, today), '/activities?todo=book'),
    ...task('request-waiting', requestsWaiting(db), '/requests?state=waiting'),
    ...task('request-agreed', requestsAgreed(db), '/requests?state=approved'),
    ...task('request-order', requestsToOrder(db), '/requests?state=booked'),
    ...task('payment-late', latePayments(db, today), `/money/costs?span=all&unpaid=${lateBefore(today)}`),
    ...task('ledger-unmatched', unmatchedLedger(db), '/money/ledger'),
    ...task('evaluation-missing', missingEvaluations(db, today, year), '/impact'),
    ...task('reading-missing', missingReadings(db, today, year), '/priorities'),
    ...task('document-review', documentsDue(db, today), '/documents?state=due'),
    ...task('document-waiting', documentsWaiting(db), '/documents?state=for-approval'),
    ...task('induction-overdue', overdueSteps(db, today), '/induction'),
    ...task('meeting-unsaid', unsaidMeetings(db, today), '/mentoring'),
    ...task('need-due', needsDue(db, today), '/needs?state=due'),
    ...task('need-evidence', needsWithoutEvidence(db), '/needs?state=evidence'),
    ...planTasks(db, today),
    ...findingTasks(db, today),
    ...task('names-missing', missingNames(db), '/staff'),
  ]
}

function firstSteps(db: ReadDb, year: Period): Task[] {
  const none = (table: 'person' | 'event' | 'fund') =>
    db.first(sql.selectFrom(table).select('id').limit(1)) === undefined
  const noPriority =
    db.first(sql.selectFrom('priority').select('id').where('academic_year', '=', year.startYear).limit(1)) ===
    undefined
  const one = { count: 1, first: null }
  return [
    ...(none('person') ? task('no-staff', one, '/imports/staff') : []),
    ...(noPriority ? task('no-priorities', one, '/priorities/new') : []),
    ...(none('event') ? task('no-activities', one, '/activities/record') : []),
    ...(none('fund') ? task('no-funds', one, '/money/funds') : []),
  ]
}

/** How many events there are, and the title of the first: cancelled and archived ones never count. */
const countedEvents = sql
  .selectFrom('event as e')
  .innerJoin('activity as a', 'a.id', 'e.activity_id')
  .select((eb) => [eb.fn.count<number>('e.id').as('count'), eb.fn.min<string>(eventTitle()).as('first')])
  .where('e.status', '<>', 'cancelled')
  .where('e.is_archived', '=', 0)

type EventQuery = ExpressionBuilder<Schema & { e: EventRow; a: ActivityRow }, 'e' | 'a'>

/** True for an event that somebody is booked on. */
const hasBookings = (eb: EventQuery) =>
  eb.exists(
    eb
      .selectFrom('booking as b')
      .select('b.id')
      .whereRef('b.event_id', '=', 'e.id')
      .where('b.state', '=', 'booked'),
  )

const sessionsOf = (eb: EventQuery) =>
  eb.selectFrom('session as s').select('s.id').whereRef('s.event_id', '=', 'e.id')

/** Events with a session of this year that is over, has people booked and nobody marked. */
function unmarkedAttendance(db: ReadDb, today: Day, year: Period): Row | undefined {
  const isUnmarked = (eb: EventQuery) =>
    eb.exists(
      sessionsOf(eb)
        .where('s.held_on', '<', today)
        .where('s.held_on', '>=', year.startsOn)
        .where((es) =>
          es.not(es.exists(es.selectFrom('attendance as t').select('t.id').whereRef('t.session_id', '=', 's.id'))),
        ),
    )
  return db.first(countedEvents.where(hasBookings).where(isUnmarked))
}

/** Events of the next two weeks with nobody booked. */
function nobodyBooked(db: ReadDb, today: Day): Row | undefined {
  return db.first(
    countedEvents
      .where('e.status', '=', 'planned')
      .where((eb) =>
        eb.exists(sessionsOf(eb).where('s.held_on', '>=', today).where('s.held_on', '<=', addDays(today, 14))),
      )
      .where((eb) => eb.not(hasBookings(eb))),
  )
}

/** Cost lines with an invoice older than 30 days and something still to pay. */
function latePayments(db: ReadDb, today: Day): Row | undefined {
  const lines = raw`l.id in ${linesInvoicedBefore(lateBefore(today))}`
  return db.first(
    statement(raw<Row>`
      select count(*) as count, min(l.description) as first, sum(s.promised_pence) as pence
      from (${figuresOfLines(lines)}) s join cost_line l on l.id = s.cost_line_id
      where s.promised_pence > 0 and s.state in ('invoiced', 'part-paid')`),
  )
}

function unmatchedLedger(db: ReadDb): Row | undefined {
  return db.first(
    sql
      .selectFrom('ledger_line')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.min<string>('supplier').as('first'),
        eb.fn.sum<number>('gross_pence').as('pence'),
      ])
      .where('status', '=', 'unmatched'),
  )
}

/** Events of this year that ended three weeks ago or more and were never judged. */
function missingEvaluations(db: ReadDb, today: Day, year: Period): Row | undefined {
  return db.first(
    countedEvents
      .where((eb) => eb.exists(sessionsOf(eb).where('s.held_on', '>=', year.startsOn)))
      .where((eb) => eb.not(eb.exists(sessionsOf(eb).where('s.held_on', '>', addDays(today, -JUDGE_AFTER_DAYS)))))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('evaluation as v')
              .select('v.id')
              .whereRef('v.event_id', '=', 'e.id')
              .where('v.impact_judgement', 'is not', null),
          ),
        ),
      ),
  )
}

/** This year's priorities that have a measure and no reading for a hundred days. */
function missingReadings(db: ReadDb, today: Day, year: Period): Row | undefined {
  const since = addDays(today, -READ_WITHIN_DAYS)
  if (year.startsOn > since) return undefined
  return db.first(
    sql
      .selectFrom('priority as p')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('p.title').as('first')])
      .where('p.academic_year', '=', year.startYear)
      .where('p.is_archived', '=', 0)
      .where('p.measure', 'is not', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('priority_reading as r')
              .select('r.id')
              .whereRef('r.priority_id', '=', 'p.id')
              .where('r.read_on', '>=', since),
          ),
        ),
      ),
  )
}

/** Documents whose version in force is to be looked at again by today; one that is being written on is looked at. */
function documentsDue(db: ReadDb, today: Day): Row | undefined {
  return db.first(
    sql
      .selectFrom('document as d')
      .innerJoin('document_version as v', 'v.document_id', 'd.id')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('d.title').as('first')])
      .where('d.is_archived', '=', 0)
      .where('d.status', '=', 'approved')
      .where('v.review_on', '<=', today)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('document_version as later')
              .select('later.id')
              .whereRef('later.document_id', '=', 'v.document_id')
              .whereRef('later.number', '>', 'v.number'),
          ),
        ),
      ),
  )
}

function documentsWaiting(db: ReadDb): Row | undefined {
  return db.first(
    sql
      .selectFrom('document')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('title').as('first')])
      .where('is_archived', '=', 0)
      .where('status', '=', 'for-approval'),
  )
}

function missingNames(db: ReadDb): Row | undefined {
  return db.first(
    sql
      .selectFrom('person')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('user_name').as('first')])
      .where('is_name_missing', '=', 1)
      .where('is_archived', '=', 0),
  )
}

/** Open steps whose day has passed, of people who are still here. */
function overdueSteps(db: ReadDb, today: Day): Row | undefined {
  return db.first(
    sql
      .selectFrom('induction_step as s')
      .innerJoin('induction as i', 'i.id', 's.induction_id')
      .innerJoin('person as p', 'p.id', 'i.person_id')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('s.title').as('first')])
      .where('s.due_on', '<', today)
      .where('s.done_on', 'is', null)
      .where('s.left_out_reason', 'is', null)
      .where(isStaffOn(today, 'p')),
  )
}

/** Meetings of pairs that were planned for a day before today, and of which nobody has said whether they took place. */
function unsaidMeetings(db: ReadDb, today: Day): Row | undefined {
  const row = db.first(
    sql
      .selectFrom('mentoring_meeting')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', 'planned')
      .where('held_on', '<', today),
  )
  return row && { count: row.count, first: null }
}

/** Requests that wait for a decision; `first` says for whom: "2 for CPD leader, 1 for Headteacher". */
function requestsWaiting(db: ReadDb): Row | undefined {
  return db.first(
    statement(raw<Row>`
      with waiting as (
        select coalesce((select s.title from request_step s
          where s.request_id = r.id and s.state = 'pending' and s.is_comment_only = 0
          order by s.position, s.id limit 1), 'nobody') as title
        from request r where r.state = 'waiting')
      select coalesce(sum(n), 0) as count, group_concat(n || ' for ' || title, ', ') as first
      from (select title, count(*) as n from waiting group by title order by n desc, title)`),
  )
}

/** Requests that are agreed and not booked. */
function requestsAgreed(db: ReadDb): Row | undefined {
  return db.first(
    sql
      .selectFrom('request')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('title').as('first')])
      .where('state', '=', 'approved'),
  )
}

/** Requests with a place, most often one that came free, whose costs are not ordered. */
function requestsToOrder(db: ReadDb): Row | undefined {
  return db.first(
    statement(raw<Row>`
      select count(*) as count, min(r.title) as first
      from request r join booking k on k.id = r.booking_id join event e on e.id = k.event_id
      where k.state = 'booked' and r.given_back_on is null and e.status <> 'cancelled'
        and ${raw.raw(awaitsOrderSql('r'))}`),
  )
}

/** Needs that nothing is planned for, and that are to be met within a month. */
function needsDue(db: ReadDb, today: Day): Row | undefined {
  return db.first(
    sql
      .selectFrom('need')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('title').as('first')])
      .where('state', 'in', ['raised', 'agreed'])
      .where('due_on', '<=', addDays(today, DUE_WITHIN_DAYS)),
  )
}

/** Planned needs whose events are all done, and of which nobody has said what shows that they are met. */
function needsWithoutEvidence(db: ReadDb): Row | undefined {
  return db.first(
    statement(raw<Row>`
      select count(*) as count, min(n.title) as first from need n
      where n.state = 'planned'
        and exists (select 1 from need_event l join event e on e.id = l.event_id where l.need_id = n.id and e.status = 'done')
        and not exists (select 1 from need_event l join event e on e.id = l.event_id
          where l.need_id = n.id and e.status in ('idea', 'planned'))`),
  )
}

/** When in a year the plan of the next one should be approved: it is looked at from June on. */
const PLAN_BY = '06-01'

/**
 * A plan that is not approved though its time has come: this year’s at any time, the next one’s from June on; and lines
 * of these that do not say what should have changed.
 */
function planTasks(db: ReadDb, today: Day): Task[] {
  const thisYear = academicYearOf(today)
  const isTimeForNext = today.slice(5) >= PLAN_BY && today.slice(5) < '09-01'
  const years = isTimeForNext ? [thisYear, thisYear + 1] : [thisYear]
  return years.flatMap((year) => {
    const plan = db.first(
      sql.selectFrom('training_plan').select(['id', 'title', 'state']).where('academic_year', '=', year),
    )
    if (!plan || plan.state === 'approved') return []
    const lines = sql.selectFrom('plan_line').where('plan_id', '=', plan.id).where('measure', 'is', null)
    const unmeasured = db.first(
      lines.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<string>('title').as('first')]),
    )
    const route = `/plan?year=${year}`
    return [
      ...task('plan-waiting', { count: 1, first: plan.title }, route),
      ...task('plan-unmeasured', unmeasured, route),
    ]
  })
}
