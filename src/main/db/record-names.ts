import type { Database, Statement } from 'better-sqlite3'
import { formatDay, type Day } from '../../shared/kernel/dates'
import type { RecordInTheWay } from '../../shared/kernel/result'
import { eventTitleSql } from './event-titles'
import { personNameSql } from './person-names'

/** A row of any table. */
export interface RowRef {
  readonly table: string
  readonly id: string
}

/** How many records a refusal names before it says how many more there are. */
export const MOST_NAMED = 5

interface Named {
  readonly type: string
  readonly id: string
  readonly title: string | null
  readonly day: Day | null
}

const person = personNameSql('p')
const eventDay = '(select min(held_on) from session where event_id = e.id)'
const ofBooking = `'booking' as type, b.id, ${person} || ', ' || ${eventTitleSql} as title, ${eventDay} as day
  from booking b join person p on p.id = b.person_id join event e on e.id = b.event_id join activity a on a.id = e.activity_id`
const ofEvent = `'event' as type, e.id, ${eventTitleSql} as title, ${eventDay} as day from event e join activity a on a.id = e.activity_id`
const ofDocument = `'document' as type, d.id, d.title, null as day from document d`
const guide = personNameSql('g')
const ofPair = `'pair' as type, m.id, ${guide} || ' and ' || ${person} as title, m.started_on as day
  from mentoring_pair m join person g on g.id = m.guide_person_id join person p on p.id = m.person_id`
const ofInduction = `'induction' as type, i.id, 'Induction of ' || ${person} as title, i.started_on as day
  from induction i join person p on p.id = i.person_id`
const ofRequest = `'request' as type, r.id, 'Request of ' || ${person} || ': ' || r.title as title, r.received_on as day
  from request r join person p on p.id = r.person_id`
const ofOpportunity = `'opportunity' as type, o.id, o.title, null as day from opportunity o`
const ofOffer = `'offer' as type, f.id, f.title, f.sent_on as day from offer f`
const ofCheck = `'provider' as type, p.id, 'Check of ' || p.name as title, c.checked_on as day
  from provider p join provider_check c on c.provider_id = p.id`
const ofTalk = `'talk' as type, k.id, case k.kind when 'review' then 'Review of ' || ${person} else json_extract(k.body_json, '$.title') end as title, k.held_on as day
  from talk k left join person p on p.id = k.person_id`
const ofNeed = `'need' as type, n.id, n.title, null as day from need n`
const ofRound = `'survey' as type, s.id, s.title, s.opens_on as day from survey_round s`
const ofPlan = `'plan' as type, t.id, t.title, null as day from training_plan t`
const ofPlanLine = `'plan-line' as type, n.id, 'In the plan: ' || n.title as title, n.starts_on as day from plan_line n`
const ofCost = `'cost' as type, l.id, l.description as title, l.expected_on as day from cost_line l`

/** For a row of each table, the record that a person would know it by; a part of a record is told as the record. */
const records: Readonly<Record<string, string>> = {
  person: `'person' as type, p.id, ${person} as title, null as day from person p where p.id = ?`,
  post_holding: `'person' as type, p.id, ${person} as title, null as day from person p join post_holding h on h.person_id = p.id where h.id = ?`,
  post: `'post' as type, id, title, null as day from post where id = ?`,
  team: `'team' as type, id, name as title, null as day from team where id = ?`,
  staff_group: `'staff-group' as type, id, name as title, null as day from staff_group where id = ?`,
  band_rate: `'day-rate' as type, r.id, 'Day rate of ' || g.name as title, r.valid_from as day from band_rate r join staff_group g on g.id = r.staff_group_id where r.id = ?`,
  school: `'school' as type, id, 'Settings of the school' as title, null as day from school where id = ?`,
  school_profile: `'school-profile' as type, id, 'Details of ' || name as title, valid_from as day from school_profile where id = ?`,
  import_mapping: `'import-mapping' as type, id, 'Columns of an import' as title, null as day from import_mapping where id = ?`,
  priority: `'priority' as type, id, title, null as day from priority where id = ?`,
  priority_reading: `'priority' as type, p.id, 'Reading of ' || p.title as title, r.read_on as day from priority p join priority_reading r on r.priority_id = p.id where r.id = ?`,
  provider: `'provider' as type, id, name as title, null as day from provider where id = ?`,
  activity: `'activity' as type, id, title, null as day from activity where id = ?`,
  event: `${ofEvent} where e.id = ?`,
  session: `${ofEvent} where e.id = (select event_id from session where id = ?)`,
  evaluation: `'evaluation' as type, v.id, ${eventTitleSql} as title, ${eventDay} as day from evaluation v join event e on e.id = v.event_id join activity a on a.id = e.activity_id where v.id = ?`,
  booking: `${ofBooking} where b.id = ?`,
  attendance: `${ofBooking} where b.id = (select booking_id from attendance where id = ?)`,
  fund: `'fund' as type, id, name as title, null as day from fund where id = ?`,
  fund_amount: `'fund' as type, f.id, f.name as title, m.from_on as day from fund f join fund_amount m on m.fund_id = f.id where m.id = ?`,
  cost_line: `${ofCost} where l.id = ?`,
  cost_movement: `${ofCost} where l.id = (select cost_line_id from cost_movement where id = ?)`,
  cost_fund: `${ofCost} where l.id = (select cost_line_id from cost_fund where id = ?)`,
  cost_share: `${ofCost} where l.id = (select cost_line_id from cost_share where id = ?)`,
  ledger_line: `'ledger-line' as type, id, coalesce(description, supplier, document_number, 'Ledger line') as title, posted_on as day from ledger_line where id = ?`,
  report_text: `'report-text' as type, id, 'Text of a report' as title, null as day from report_text where id = ?`,
  issued_report: `'report' as type, id, title, issued_on as day from issued_report where id = ?`,
  document: `${ofDocument} where d.id = ?`,
  document_section: `${ofDocument} where d.id = (select document_id from document_section where id = ?)`,
  document_step: `${ofDocument} where d.id = (select document_id from document_step where id = ?)`,
  document_version: `${ofDocument} where d.id = (select document_id from document_version where id = ?)`,
  document_file: `${ofDocument} where d.id = (select v.document_id from document_version v join document_file f on f.document_version_id = v.id where f.id = ?)`,
  document_link: `${ofDocument} where d.id = (select document_id from document_link where id = ?)`,
  document_fact: `'document-fact' as type, id, 'A fact that documents quote' as title, null as day from document_fact where id = ?`,
  document_upstream: `${ofDocument} where d.id = (select document_id from document_upstream where id = ?)`,
  document_comment: `${ofDocument} where d.id = (select document_id from document_comment where id = ?)`,
  mentoring_pair: `${ofPair} where m.id = ?`,
  mentoring_meeting: `${ofPair} where m.id = (select pair_id from mentoring_meeting where id = ?)`,
  induction: `${ofInduction} where i.id = ?`,
  induction_step: `${ofInduction} where i.id = (select induction_id from induction_step where id = ?)`,
  responsibility_holder: `'responsibility' as type, h.id, 'Responsibility of ' || ${person} as title, h.from_on as day from responsibility_holder h join person p on p.id = h.person_id where h.id = ?`,
  entitlement_rule: `'entitlement' as type, id, title, null as day from entitlement_rule where id = ?`,
  entitlement_tick: `'person' as type, p.id, 'Tick for ' || ${person} as title, t.done_on as day from entitlement_tick t join person p on p.id = t.person_id where t.id = ?`,
  request: `${ofRequest} where r.id = ?`,
  request_cost: `${ofRequest} where r.id = (select request_id from request_cost where id = ?)`,
  request_step: `${ofRequest} where r.id = (select request_id from request_step where id = ?)`,
  request_history: `${ofRequest} where r.id = (select request_id from request_history where id = ?)`,
  request_route: `'request-rules' as type, id, 'Step of requests: ' || title as title, null as day from request_route where id = ?`,
  request_rule: `'request-rules' as type, id, 'Rules of requests' as title, null as day from request_rule where id = ?`,
  charge_rule: `'request-rules' as type, id, 'Charge for late cancelling' as title, null as day from charge_rule where id = ?`,
  opportunity: `${ofOpportunity} where o.id = ?`,
  opportunity_date: `${ofOpportunity} where o.id = (select opportunity_id from opportunity_date where id = ?)`,
  opportunity_event: `${ofOpportunity} where o.id = (select opportunity_id from opportunity_event where id = ?)`,
  offer: `${ofOffer} where f.id = ?`,
  offer_item: `${ofOffer} where f.id = (select offer_id from offer_item where id = ?)`,
  offer_person: `${ofOffer} where f.id = (select offer_id from offer_person where id = ?)`,
  offer_answer: `${ofOffer} where f.id = (select offer_id from offer_answer where id = ?)`,
  offer_reason: `'person' as type, p.id, 'Why nothing was offered to ' || ${person} as title, null as day from person p join offer_reason r on r.person_id = p.id where r.id = ?`,
  provider_check: `${ofCheck} where c.id = ?`,
  provider_check_answer: `${ofCheck} where c.id = (select check_id from provider_check_answer where id = ?)`,
  partner_school: `'partner-school' as type, id, name as title, null as day from partner_school where id = ?`,
  event_share: `${ofEvent} where e.id = (select event_id from event_share where id = ?)`,
  event_division: `${ofEvent} where e.id = (select event_id from event_division where id = ?)`,
  talk: `${ofTalk} where k.id = ?`,
  need: `${ofNeed} where n.id = ?`,
  need_step: `${ofNeed} where n.id = (select need_id from need_step where id = ?)`,
  need_event: `${ofNeed} where n.id = (select need_id from need_event where id = ?)`,
  expertise: `'expertise' as type, x.id, ${person} || ': ' || x.subject as title, null as day from expertise x join person p on p.id = x.person_id where x.id = ?`,
  survey_round: `${ofRound} where s.id = ?`,
  survey_asked: `${ofRound} where s.id = (select round_id from survey_asked where id = ?)`,
  survey_closing: `${ofRound} where s.id = (select round_id from survey_closing where id = ?)`,
  survey_slip: `${ofRound} where s.id = (select round_id from survey_slip where id = ?)`,
  survey_sheet: `${ofRound} where s.id = (select round_id from survey_sheet where id = ?)`,
  training_plan: `${ofPlan} where t.id = ?`,
  plan_fund: `${ofPlan} where t.id = (select plan_id from plan_fund where id = ?)`,
  plan_step: `${ofPlan} where t.id = (select plan_id from plan_step where id = ?)`,
  plan_version: `${ofPlan} where t.id = (select plan_id from plan_version where id = ?)`,
  plan_version_file: `${ofPlan} where t.id = (select v.plan_id from plan_version v join plan_version_file f on f.plan_version_id = v.id where f.id = ?)`,
  plan_line: `${ofPlanLine} where n.id = ?`,
  plan_line_cost: `${ofPlanLine} where n.id = (select plan_line_id from plan_line_cost where id = ?)`,
  plan_line_need: `${ofPlanLine} where n.id = (select plan_line_id from plan_line_need where id = ?)`,
  plan_line_person: `${ofPlanLine} where n.id = (select plan_line_id from plan_line_person where id = ?)`,
  plan_line_group: `${ofPlanLine} where n.id = (select plan_line_id from plan_line_group where id = ?)`,
  pack: `'pack' as type, id, title, null as day from pack where id = ?`,
  own_entry: `'own-entry' as type, id, json_extract(entry_json, '$.name') as title, null as day from own_entry where id = ?`,
  own_content: `'own-content' as type, id, 'Our own text: ' || content_id as title, null as day from own_content where id = ?`,
  issued_file: `'report' as type, r.id, r.title, r.issued_on as day from issued_report r join issued_file f on f.issued_report_id = r.id where f.id = ?`,
}

/** The tables whose rows can be named: every logged one (held by a test). */
export const namedTables: readonly string[] = Object.keys(records)

/**
 * The records that rows belong to, each once, with a title: "Amy Brown", "INSET day, 2 September 2025". At most `most`
 * of them are given; `count` is of all. A row that is gone by now is told by its table.
 */
export function recordsInTheWay(
  database: Database,
  rows: readonly RowRef[],
  most: number,
): { count: number; records: RecordInTheWay[] } {
  const found = new Map<string, RecordInTheWay>()
  const asked = new Map<string, Statement>()
  for (const row of rows) {
    const text = records[row.table]
    if (text !== undefined && !asked.has(row.table)) asked.set(row.table, database.prepare(`select ${text}`))
    const record = nameOf(asked.get(row.table), row)
    found.set(`${record.type} ${record.id}`, record)
  }
  return { count: found.size, records: [...found.values()].slice(0, most) }
}

function nameOf(statement: Statement | undefined, row: RowRef): RecordInTheWay {
  const named = statement?.get(row.id) as Named | undefined
  if (!named) {
    const type = row.table.replaceAll('_', '-')
    return { type, id: row.id, title: `${row.table.replaceAll('_', ' ')} (removed since)` }
  }
  const { type, title, day } = named
  const words = title === null || title === '' ? type : title
  return { type, id: String(named.id), title: day === null ? words : `${words}, ${formatDay(day)}` }
}
