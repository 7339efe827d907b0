import { sql as raw } from 'kysely'
import type { LiveFacts } from '../../../shared/features/binder/states'
import type { Day } from '../../../shared/kernel/dates'
import type { Period } from '../../../shared/kernel/years'
import { sql, statement, type ReadDb } from '../../db/handle'
import { isStaffOn } from '../../db/staff-on-day'

/** What the binder's pages hold, as far as the school's records say it. `year` is the academic year of `today`. */
export type RecordFacts = Omit<LiveFacts, 'texts' | 'packs' | 'lists'>

/** Counts what the pages of the binder hold: three queries, whatever the order has in it. */
export function recordFacts(db: ReadDb, today: Day, year: Period): RecordFacts {
  const counts = db.first(statement(countsOf(today, year)))
  if (counts === undefined) throw new Error('a query of counts gave no row')
  const issued = db.all(
    sql
      .selectFrom('issued_report')
      .select((eb) => ['report_kind', eb.fn.max<Day>('issued_on').as('issued_on')])
      .groupBy('report_kind'),
  )
  return {
    ...counts,
    issuedOn: Object.fromEntries(issued.map((row) => [row.report_kind, row.issued_on])),
    documents: documentsByTemplate(db),
  }
}

/** The newest document of each template that is not put away. */
function documentsByTemplate(db: ReadDb): RecordFacts['documents'] {
  const rows = db.all(
    sql
      .selectFrom('document as d')
      .leftJoin('document_version as v', (join) =>
        join.onRef('v.document_id', '=', 'd.id').on((eb) =>
          eb(
            'v.number',
            '=',
            eb
              .selectFrom('document_version as w')
              .whereRef('w.document_id', '=', 'd.id')
              .select((one) => one.fn.max<number>('w.number').as('n')),
          ),
        ),
      )
      .select(['d.id', 'd.status', 'd.template_id', 'v.number as version', 'v.review_on as reviewOn'])
      .where('d.template_id', 'is not', null)
      .where('d.is_archived', '=', 0)
      .orderBy('d.id'),
  )
  return new Map(rows.map(({ template_id: template, ...row }) => [template ?? '', row]))
}

type Counts = Omit<RecordFacts, 'issuedOn' | 'documents'>

function countsOf(today: Day, year: Period) {
  // Events of the year are those with a session in it.
  const ofYear = raw`select s.event_id from session s where s.held_on >= ${year.startsOn} and s.held_on <= ${year.endsOn}`
  const standing = raw`e.status in ('planned', 'done') and e.is_archived = 0`
  return raw<Counts>`select
    (select count(*) from person where is_archived = 0 and ${isStaffOn(today)}) as people,
    (select count(*) from team where is_archived = 0) as teams,
    (select count(*) from band_rate) as "dayRates",
    (select count(*) from entitlement_rule where from_year <= ${year.startYear}
      and coalesce(until_year, 9999) >= ${year.startYear}) as promises,
    (select count(*) from mentoring_pair where ended_on is null or ended_on >= ${today}) as pairs,
    (select count(*) from induction i join person on person.id = i.person_id where ${isStaffOn(today)}
      and exists (select 1 from induction_step s
        where s.induction_id = i.id and s.done_on is null and s.left_out_reason is null)) as inductions,
    (select count(distinct h.role_id || ' ' || h.duty_id) from responsibility_holder h
      join person on person.id = h.person_id
      where h.from_on <= ${today} and coalesce(h.until_on, '9999-12-31') >= ${today} and ${isStaffOn(today)}
    ) as "dutiesHeld",
    (select count(*) from priority where academic_year = ${year.startYear} and is_archived = 0) as priorities,
    (select count(*) from survey_round where opens_on >= ${year.startsOn} and opens_on <= ${year.endsOn}) as rounds,
    (select count(*) from need where state in ('raised', 'agreed', 'planned')) as "openNeeds",
    (select count(*) from plan_line l join training_plan t on t.id = l.plan_id
      where t.academic_year = ${year.startYear}) as "planLines",
    (select count(*) from event e where e.id in (${ofYear}) and ${standing}) as events,
    (select count(*) from activity where is_archived = 0) as activities,
    (select count(*) from provider where is_archived = 0) as providers,
    (select count(*) from evaluation v join event e on e.id = v.event_id
      where v.impact_judgement is not null and v.impact_judgement <> 'too-early'
        and e.id in (${ofYear}) and ${standing}) as judged,
    (select count(*) from fund where is_archived = 0) as funds,
    (select count(*) from cost_line) as "costLines",
    (select count(*) from ledger_line) as "ledgerLines",
    (select count(*) from session s join event e on e.id = s.event_id
      where s.held_on >= ${today} and ${standing}) as "sessionsToCome"`
}
