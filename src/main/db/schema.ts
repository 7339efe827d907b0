import type { Day } from '../../shared/kernel/dates'
import type { Pence } from '../../shared/kernel/money'

/** Row types: what SQLite holds. A domain type is another thing; `rowToX` beside each query turns one into the other. */
export type Flag = 0 | 1

export interface ChangeRow {
  id: string
  at_utc: string
  sitting_id: string
  acting_person_id: string | null
  channel: string
  undoes_change_id: string | null
}
/** Why a change was made, in a table that an erasure can empty. */
export interface ChangeReasonRow {
  change_id: string
  reason: string | null
}
export interface ChangeRowRow {
  id: number
  change_id: string
  table_name: string
  row_id: string
  operation: 'insert' | 'update' | 'delete'
  before_json: string | null
  after_json: string | null
}
export interface ChangeRowPersonalRow {
  change_row_id: number
  before_json: string | null
  after_json: string | null
}
export interface DraftRow {
  form: string
  record_id: string
  body_json: string
  saved_at_utc: string
}
export interface AttachmentRow {
  sha256: string
  media_type: string
  byte_count: number
  content: Uint8Array
}

export interface SchoolRow {
  id: 1
  origin: 'own' | 'sample'
  created_on: Day
  cpd_leader_title: string
  cpd_leader_person_id: string | null
  logo_sha256: string | null
  school_day_minutes: number
  covered_hours_excluded: Flag
}
export interface SchoolProfileRow {
  id: string
  valid_from: Day
  name: string
  urn: string | null
  authority_name: string | null
  phase: string | null
  regime: 'maintained' | 'academy'
  pupils_on_roll: number | null
}
export interface StaffGroupRow {
  id: string
  name: string
  sort_order: number
  is_archived: Flag
}
export interface BandRateRow {
  id: string
  staff_group_id: string
  valid_from: Day
  annual_cost_pence: Pence
  days_per_year: number
  basis: string
}

export interface TeamRow {
  id: string
  name: string
  is_archived: Flag
}
export interface PostRow {
  id: string
  title: string
  staff_group_id: string
  is_archived: Flag
}
export interface PersonRow {
  id: string
  staff_code: string | null
  user_name: string | null
  title: string | null
  forename: string
  surname: string
  known_as: string | null
  work_email: string | null
  started_on: Day | null
  left_on: Day | null
  line_manager_id: string | null
  works_in_binder: Flag
  is_name_missing: Flag
  is_archived: Flag
}
export interface PostHoldingRow {
  id: string
  person_id: string
  post_id: string
  team_id: string | null
  from_on: Day
  to_on: Day | null
  fte_thousandths: number
  weekly_minutes: number | null
  working_days: string | null
  is_main: Flag
}
export interface ImportMappingRow {
  id: string
  kind: string
  header_signature: string
  mapping_json: string
}

export interface PriorityRow {
  id: string
  academic_year: number
  level: 'national' | 'authority' | 'school' | 'team'
  code: string | null
  title: string
  success_criteria: string | null
  team_id: string | null
  lead_person_id: string | null
  status: 'not-started' | 'in-progress' | 'met' | 'partly-met' | 'not-met'
  measure: string | null
  unit: string | null
  direction: 'up' | 'down'
  baseline_value: number | null
  baseline_on: Day | null
  target_value: number | null
  target_on: Day | null
  sort_order: number
  is_archived: Flag
}
export interface PriorityReadingRow {
  id: string
  priority_id: string
  read_on: Day
  value: number
  note: string | null
}

export interface ProviderRow {
  id: string
  name: string
  kind: string | null
  contact: string | null
  work_email: string | null
  phone: string | null
  website: string | null
  note: string | null
  is_archived: Flag
}
export interface ActivityRow {
  id: string
  title: string
  reference: string | null
  type_code: string
  provision_code: 'within' | 'cross' | 'external'
  level_code: string
  provider_id: string | null
  default_minutes: number | null
  description: string | null
  is_archived: Flag
}
export interface EventRow {
  id: string
  activity_id: string
  title: string | null
  status: 'idea' | 'planned' | 'done' | 'cancelled'
  venue: string | null
  led_by: string | null
  capacity: number | null
  minimum_people: number | null
  priority_id: string | null
  note: string | null
  cancel_reason: string | null
  is_archived: Flag
  /** The line of the training plan that it was made of; stays when that is taken out. */
  plan_line_id: string | null
}
export interface SessionRow {
  id: string
  event_id: string
  held_on: Day
  starts_at: string | null
  ends_at: string | null
  duration_minutes: number
  is_inset_day: Flag
}
export interface BookingRow {
  id: string
  event_id: string
  person_id: string
  state: 'booked' | 'waiting' | 'cancelled'
  booked_on: Day
  cancelled_on: Day | null
  cancel_reason: string | null
  post_title: string | null
  team_name: string | null
  staff_group_id: string | null
  note: string | null
  substitute_for_id: string | null
}
export interface AttendanceRow {
  id: string
  booking_id: string
  session_id: string
  state: 'present' | 'part' | 'absent'
  credited_minutes: number
}

export interface FundRow {
  id: string
  name: string
  kind: string
  reference: string | null
  is_external: Flag
  allowed_use: string | null
  sort_order: number
  is_archived: Flag
}
export interface FundAmountRow {
  id: string
  fund_id: string
  from_on: Day
  to_on: Day
  amount_pence: Pence
  note: string | null
}
export interface CostLineRow {
  id: string
  event_id: string | null
  booking_id: string | null
  kind_code: string
  description: string
  expected_on: Day
  net_pence: Pence
  vat_pence: Pence
  is_vat_recoverable: Flag
  finance_code: string | null
  local_code: string | null
  supplier: string | null
  order_number: string | null
  covered_minutes: number
  share_basis: 'none' | 'heads' | 'hours' | 'named'
  note: string | null
  /** The request whose place it pays for, whoever has that place now. */
  request_id: string | null
  /** The day on which the place that it paid for was given back: what is left of it is a charge, and nothing to order. */
  given_up_on: Day | null
}
export interface CostMovementRow {
  id: string
  cost_line_id: string
  kind: 'estimated' | 'committed' | 'invoiced' | 'paid' | 'credited'
  moved_on: Day
  net_pence: Pence
  vat_pence: Pence
  reference: string | null
}
export interface CostFundRow {
  id: string
  cost_line_id: string
  fund_id: string
  weight: number
}
export interface CostShareRow {
  id: string
  cost_line_id: string
  booking_id: string
  weight: number
}
export interface LedgerLineRow {
  id: string
  identity_hash: string
  document_number: string | null
  posted_on: Day
  net_pence: Pence
  vat_pence: Pence
  gross_pence: Pence
  supplier: string | null
  description: string | null
  cost_centre: string | null
  account_code: string | null
  source_name: string
  source_row: number
  status: 'unmatched' | 'linked' | 'accepted' | 'set-aside'
  cost_line_id: string | null
  /** The payment or credit it added to its cost line; null where that was there already. */
  movement_id: string | null
}

export interface EvaluationRow {
  id: string
  event_id: string
  question: string | null
  measure: string | null
  unit: string | null
  direction: 'up' | 'down'
  baseline_value: number | null
  baseline_on: Day | null
  baseline_recorded_on: Day | null
  /** Decided when it was written down; a session moved later does not take it back. */
  is_baseline_late: Flag
  target_value: number | null
  target_on: Day | null
  actual_value: number | null
  actual_on: Day | null
  evidence_level: 1 | 2 | 3 | 4 | 5 | null
  evidence_note: string | null
  other_causes: string | null
  impact_judgement: 'strong' | 'some' | 'none' | 'too-early' | null
  decision: 'repeat' | 'change' | 'stop' | 'share' | null
  judgement_reason: string | null
  judged_by_person_id: string | null
  judged_on: Day | null
}

export interface ReportTextRow {
  id: string
  report_kind: string
  year_kind: 'academic' | 'financial'
  start_year: number
  section: string
  body: string
}
export interface IssuedReportRow {
  id: string
  report_kind: string
  year_kind: 'academic' | 'financial'
  start_year: number
  number: number
  title: string
  issued_on: Day
  issued_at_utc: string
  issued_by_person_id: string | null
  reason: string | null
  replaces_id: string | null
  figures_json: string
  document_json: string
}
export interface IssuedFileRow {
  id: string
  issued_report_id: string
  format: string
  file_name: string
  sha256: string
}

/** Derived by views.ts, never stored. One row per dated effect of a cost line on "paid" or "promised". */
export interface SpendEffectRow {
  cost_line_id: string
  event_id: string | null
  booking_id: string | null
  kind_code: string
  finance_code: string | null
  moved_on: Day
  state: 'paid' | 'promised'
  pence: Pence
}
export interface SpendByFundRow {
  cost_line_id: string
  fund_id: string | null
  moved_on: Day
  state: 'paid' | 'promised'
  pence: Pence
}
/** A shared cost divided over the bookings it was for; `booking_id` is null for what belongs to nobody in particular. */
export interface SpendByPersonRow {
  cost_line_id: string
  event_id: string | null
  booking_id: string | null
  person_id: string | null
  moved_on: Day
  state: 'paid' | 'promised'
  pence: Pence
}
export interface CostLineStateRow {
  cost_line_id: string
  state: 'estimated' | 'committed' | 'invoiced' | 'part-paid' | 'paid' | 'credited'
  estimated_pence: Pence
  paid_pence: Pence
  promised_pence: Pence
}

/** A pack that was handed to this school. */
export interface PackRow {
  id: string
  /** The pack's own id, the same in every school. */
  pack_id: string
  version: string
  title: string
  dated: Day
  added_on: Day
  sha256: string
}
/** What the school wrote itself; `based_on_*` when it is its own wording of something that a pack brings. */
export interface OwnEntryRow {
  id: string
  list: 'types' | 'kinds' | 'codes'
  code: string
  entry_json: string
}
export interface OwnContentRow {
  id: string
  kind: string
  content_id: string
  fields_json: string
  markdown: string
  based_on_pack_id: string | null
  based_on_version: string | null
  based_on_sha256: string | null
}

/** The working text of a document; `template_*` say what it was begun from, and in which wording. */
export interface DocumentRow {
  id: string
  title: string
  kind: string
  audience: string
  status: 'draft' | 'for-approval' | 'approved'
  template_id: string | null
  template_pack_id: string | null
  template_sha256: string | null
  review_months: number | null
  needs_approval: Flag
  person_id: string | null
  is_archived: Flag
}
export interface DocumentSectionRow {
  id: string
  document_id: string
  position: number
  key: string | null
  title: string
  body_json: string
  is_left_out: Flag
  left_out_reason: string | null
}
export interface DocumentStepRow {
  id: string
  document_id: string
  happened_on: Day
  what: 'begun' | 'submitted' | 'returned' | 'approved' | 'reopened'
  note: string | null
}
export interface DocumentVersionRow {
  id: string
  document_id: string
  number: number
  text_json: string
  sha256: string
  approved_on: Day
  approved_by: string
  approved_at: string | null
  review_on: Day | null
}
export interface DocumentFileRow {
  id: string
  document_version_id: string
  format: 'pdf' | 'docx' | 'txt'
  file_name: string
  sha256: string
}
export interface DocumentLinkRow {
  id: string
  document_id: string
  target: 'priority' | 'event' | 'person' | 'report'
  target_id: string
}
export interface DocumentFactRow {
  id: string
  name: string
  value: string
}

/** The wording of a template's section that a document last took or decided on; `sha256` is null for one that is gone. */
export interface DocumentUpstreamRow {
  id: string
  document_id: string
  section_key: string
  sha256: string | null
}

/** A note to oneself beside a section; `quote` is the passage that it is about. */
export interface DocumentCommentRow {
  id: string
  document_id: string
  section_id: string
  quote: string | null
  words: string
  written_on: Day
  is_done: Flag
}

/** Somebody guides somebody else for a time; `ended_on` is null while it lasts. */
export interface MentoringPairRow {
  id: string
  kind: 'coaching' | 'mentoring'
  guide_person_id: string
  person_id: string
  focus: string | null
  started_on: Day
  ended_on: Day | null
}
/** A meeting of a pair. Its note is for the two of them: it is in no list, report or document. */
export interface MentoringMeetingRow {
  id: string
  pair_id: string
  held_on: Day
  duration_minutes: number
  state: 'planned' | 'held' | 'missed'
  note: string | null
}
export interface InductionRow {
  id: string
  person_id: string
  started_on: Day
  responsible_person_id: string | null
  note: string | null
}
/** Done on a day, left out for a reason, or still to do. */
export interface InductionStepRow {
  id: string
  induction_id: string
  title: string
  position: number
  responsible_person_id: string | null
  due_on: Day | null
  done_on: Day | null
  left_out_reason: string | null
}
/** Who carries a responsibility of a role that a pack describes; `until_on` is null while they do. */
export interface ResponsibilityHolderRow {
  id: string
  role_id: string
  duty_id: string
  person_id: string
  from_on: Day
  until_on: Day | null
  note: string | null
}

/** What the school promises; a later version of a rule has the id of its first one. */
export interface EntitlementRuleRow {
  id: string
  first_id: string
  position: number
  title: string
  who_json: string
  what: 'hours' | 'days' | 'activities' | 'meetings' | 'money' | 'steps'
  /** Minutes, hundredths of a day, pence or things, by `what`. */
  amount: number
  per: 'academicYear' | 'term' | 'once'
  is_pro_rata: Flag
  within_weeks: number | null
  counts_json: string | null
  why: string
  note: string | null
  document_id: string | null
  pack_id: string | null
  pack_rule_id: string | null
  pack_version: string | null
  /** What the pack said when it was adopted. */
  pack_rule_json: string | null
  from_year: number
  until_year: number | null
}
export interface EntitlementTickRow {
  id: string
  rule_id: string
  person_id: string
  done_on: Day
  note: string | null
}

export interface RequestRow {
  id: string
  number: number
  person_id: string
  received_on: Day
  title: string
  /** The event that was asked for; the one that it was booked on is that of its booking. */
  asked_event_id: string | null
  type_code: string | null
  provider_name: string | null
  wanted_on: Day | null
  starts_at: string | null
  ends_at: string | null
  duration_minutes: number | null
  reason: string | null
  expected_change: string
  pupil_benefit: string
  how_measured: string
  measure_on: Day | null
  sharing: string | null
  cover_quarter_days: number
  cover_arranged: string | null
  priority_id: string | null
  features_json: string
  state: 'waiting' | 'returned' | 'approved' | 'booked' | 'declined' | 'withdrawn'
  decided_on: Day | null
  /** The place that it became, also after that was passed on. */
  booking_id: string | null
  need_id: string | null
  opportunity_id: string | null
  /** The day on which that place was given back, whoever may have it since. */
  given_back_on: Day | null
}
export interface RequestCostRow {
  id: string
  request_id: string
  position: number
  kind_code: string
  description: string | null
  net_pence: Pence
  vat_pence: Pence
  is_vat_recoverable: Flag
  fund_id: string | null
}
export interface RequestStepRow {
  id: string
  request_id: string
  position: number
  title: string
  role: 'lineManager' | 'cpdLeader' | 'budgetHolder' | 'head' | 'other'
  person_id: string | null
  is_comment_only: Flag
  state: 'pending' | 'approved' | 'declined' | 'commented' | 'not-needed'
}
/** What was said of a request and done to it; never changed. */
export interface RequestHistoryRow {
  id: string
  request_id: string
  request_step_id: string | null
  kind:
    | 'asked'
    | 'asked-again'
    | 'approve'
    | 'approve-if'
    | 'decline'
    | 'ask-again'
    | 'comment'
    | 'step-added'
    | 'step-left-out'
    | 'fund-changed'
    | 'withdrawn'
    | 'booked'
    | 'ordered'
  happened_on: Day
  person_id: string | null
  words: string | null
}
/** The steps that a new request is given. */
export interface RequestRouteRow {
  id: string
  position: number
  title: string
  role: RequestStepRow['role']
  person_id: string | null
  is_comment_only: Flag
  over_pence: Pence | null
}
/** One row once the school has rules. */
export interface RequestRuleRow {
  id: string
  notice_days: number | null
}
export interface ChargeRuleRow {
  id: string
  provider_id: string | null
  under_days: number
  is_working_days: Flag
  percent: number
}

export type CourseMode = 'in-person' | 'live-online' | 'online' | 'mixed'
export interface OpportunityRow {
  id: string
  title: string
  type_code: string
  level_code: string
  provision_code: 'within' | 'cross' | 'external'
  provider_id: string | null
  expert_person_id: string | null
  mode: CourseMode | null
  about_json: string | null
  duration_count: number | null
  duration_unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'years' | null
  price_net_pence: Pence | null
  price_vat_pence: Pence | null
  places: number | null
  reference: string | null
  booking_address: string | null
  group_ids_json: string
  standards_json: string
  subjects_json: string
  ages_json: string
  /** The file that it came in with, and by what it is known again there (`course-identity.ts`); null for what was typed. */
  source_name: string | null
  source_id: string | null
  source_code: string | null
  source_provider: string | null
  source_title: string | null
  is_archived: Flag
}
export interface OpportunityDateRow {
  id: string
  opportunity_id: string
  starts_on: Day
  ends_on: Day | null
  starts_at: string | null
  ends_at: string | null
  venue: string | null
  led_by: string | null
  mode: CourseMode | null
  places_left: number | null
  reference: string | null
  booking_address: string | null
  /** Its identifier in the catalogue that it came in with, else day, time and place; null for what was typed. */
  source_key: string | null
}
export interface OpportunityEventRow {
  id: string
  opportunity_id: string
  /** Which of its dates; the date may have gone since. */
  date_id: string | null
  event_id: string
}
export interface OfferRow {
  id: string
  kind: 'bulletin' | 'booklet'
  title: string
  words: string | null
  sent_on: Day
  sent_by_person_id: string | null
}
export interface OfferItemRow {
  id: string
  offer_id: string
  opportunity_id: string
  position: number
}
export interface OfferPersonRow {
  id: string
  offer_id: string
  person_id: string
}
export interface OfferAnswerRow {
  id: string
  offer_id: string
  opportunity_id: string
  person_id: string
  answer: 'interested' | 'booked' | 'no'
  why: string | null
  answered_on: Day
}
/** Why somebody was offered nothing in a year. */
export interface OfferReasonRow {
  id: string
  person_id: string
  academic_year: number
  why: string
}
export interface ProviderCheckRow {
  id: string
  provider_id: string
  checked_on: Day
  checked_by_person_id: string | null
  checklist_id: string
  note: string | null
}
export interface ProviderCheckAnswerRow {
  id: string
  check_id: string
  item_key: string
  answer: 'yes' | 'partly' | 'no'
  note: string | null
}
export interface PartnerSchoolRow {
  id: string
  name: string
  urn: string | null
  contact: string | null
  work_email: string | null
  note: string | null
  is_archived: Flag
}
/** A school that shares an event: how many places it has, who pays whom, and the line of money that says so. */
export interface EventShareRow {
  id: string
  event_id: string
  partner_id: string
  places: number
  direction: 'they-pay' | 'we-pay'
  cost_line_id: string | null
  /** What its line was last reckoned to be, net: another amount was written by somebody. */
  divided_pence: Pence | null
  note: string | null
}

/** How the cost of an event was divided among those who share it, so that a change of shares divides it anew. */
export interface EventDivisionRow {
  id: string
  event_id: string
  total_pence: Pence
  our_places: number
  expected_on: Day
}

/** What somebody, a team, a group of posts or the school needs; exactly the key that its owner's kind asks for is filled. */
export interface NeedRow {
  id: string
  owner_kind: 'person' | 'team' | 'postFamily' | 'school'
  person_id: string | null
  team_id: string | null
  staff_group_id: string | null
  title: string
  description: string | null
  source_code: string
  standard_code: string | null
  /** The id of its framework; null where only the code is known. */
  standard_framework: string | null
  /** The standard in words, as it was shown when it was chosen. */
  standard_label: string | null
  priority_id: string | null
  now_level: number | null
  target_level: number | null
  impact_on_practice: string | null
  impact_on_pupils: string | null
  importance: number
  raised_on: Day
  due_on: Day | null
  state: 'raised' | 'agreed' | 'planned' | 'met' | 'partly' | 'notMet' | 'withdrawn'
  /** Since when it stands so. */
  state_on: Day
  agreed_by_person_id: string | null
  agreed_on: Day | null
  /** The kind of activity that would suit, of the typology. */
  type_code: string | null
  /** The record in which it was found: a review, an answer to a form. */
  origin_kind: string | null
  origin_id: string | null
}
/** One change of how a need stands. */
export interface NeedStepRow {
  id: string
  need_id: string
  happened_on: Day
  from_state: NeedRow['state'] | null
  to_state: NeedRow['state']
  by_person_id: string | null
  reason: string | null
  evidence: string | null
  evidence_kind: 'event' | 'evaluation' | 'document' | null
  evidence_id: string | null
}
/** An event that serves a need. */
export interface NeedEventRow {
  id: string
  need_id: string
  event_id: string
}
/** A talk or note in which needs are found: a review, a team exercise, a learning walk, what pupils and parents say, the way to a qualification. */
export interface TalkRow {
  id: string
  kind: 'review' | 'meeting' | 'walk' | 'voice' | 'route'
  held_on: Day
  /** Whom it is about, and who holds it with them: of reviews and routes alone. */
  person_id: string | null
  with_person_id: string | null
  /** Of a team exercise; null where it was the whole staff. */
  team_id: string | null
  /** What its kind of form asks beside these. */
  body_json: string
  agreed_on: Day | null
  looked_back_on: Day | null
  look_back: string | null
  /** The day on which they had meant to look back, when they did: agreed anew for another day, it is due again. */
  looked_back_for: Day | null
}
/** Who knows what how well, and can train others in it; `until_on` is null while that holds. */
export interface ExpertiseRow {
  id: string
  person_id: string
  subject: string
  standard_code: string | null
  /** The id of its framework; null where only the code is known. */
  standard_framework: string | null
  standard_label: string | null
  level: number
  can_train: Flag
  source: 'self' | 'audit' | 'nominated'
  from_on: Day
  until_on: Day | null
  note: string | null
  origin_kind: string | null
  origin_id: string | null
  /** Entered or corrected by hand: what a form finds out does not overwrite it. */
  is_by_hand: Flag
}
export interface SurveyRoundRow {
  id: string
  title: string
  form_id: string
  form_kind: string
  /** The questions as they were asked. */
  form_json: string
  pack_id: string | null
  pack_version: string | null
  is_anonymous: Flag
  audience_json: string
  /** The staff groups of those asked when it began. */
  groups_json: string
  opens_on: Day
  closes_on: Day | null
  note: string | null
}
/** Whom a round asked, with the group and the teams of that day; later starters are added by hand. */
export interface SurveyAskedRow {
  id: string
  round_id: string
  person_id: string
  staff_group_id: string | null
  team_ids_json: string
  asked_on: Day
}
/** The closing of a round without names: nothing is added to it any more, and it is summed up. Never taken back. */
export interface SurveyClosingRow {
  id: string
  round_id: string
  closed_on: Day
}
/** The answers of one sheet without a name; its id says nothing of when it came. */
export interface SurveySlipRow {
  id: string
  round_id: string
  staff_group_id: string | null
  /** Of the file it came in, while the round is open; null for paper. */
  file_sha256: string | null
  answers_json: string
}
/** A sheet of a round with names. */
export interface SurveySheetRow {
  id: string
  round_id: string
  number: number
  person_id: string
  staff_group_id: string | null
  way: 'paper' | 'file'
  received_on: Day
  file_sha256: string | null
  answers_json: string
}

export interface TrainingPlanRow {
  id: string
  /** By its first calendar year; a year has one plan. */
  academic_year: number
  title: string
  state: 'draft' | 'for-approval' | 'approved'
  /** Null where the budget is what the funds have. */
  own_budget_pence: Pence | null
  words: string | null
}
/** A fund that the plan may use; a plan without any may use them all. */
export interface PlanFundRow {
  id: string
  plan_id: string
  fund_id: string
}
export interface PlanLineRow {
  id: string
  plan_id: string
  rank: number
  is_must: Flag
  title: string
  type_code: string | null
  priority_id: string | null
  is_whole_school: Flag
  people_count: number | null
  lead: string | null
  starts_on: Day | null
  /** Where no day is known. */
  term: 'autumn' | 'spring' | 'summer' | null
  provider_id: string | null
  opportunity_id: string | null
  request_id: string | null
  cover_quarter_days: number
  measure: string | null
  measure_unit: string | null
  baseline_value: number | null
  target_value: number | null
  note: string | null
}
export interface PlanLineCostRow {
  id: string
  plan_line_id: string
  position: number
  kind_code: string
  amount_pence: Pence
}
export interface PlanLineNeedRow {
  id: string
  plan_line_id: string
  need_id: string
}
export interface PlanLinePersonRow {
  id: string
  plan_line_id: string
  person_id: string
}
export interface PlanLineGroupRow {
  id: string
  plan_line_id: string
  staff_group_id: string
}
/** What happened to a plan; never changed. */
export interface PlanStepRow {
  id: string
  plan_id: string
  happened_on: Day
  kind: 'begun' | 'submitted' | 'returned' | 'approved' | 'reopened'
  person_id: string | null
  words: string | null
}
/** A plan as it was approved; never changed. */
export interface PlanVersionRow {
  id: string
  plan_id: string
  number: number
  approved_on: Day
  approved_by: string
  approved_at: string | null
  reason: string | null
  figures_json: string
  document_json: string
  /** Of the whole row; see `sealOfVersion`. */
  sha256: string
}
export interface PlanVersionFileRow {
  id: string
  plan_version_id: string
  format: 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json'
  file_name: string
  sha256: string
}

export interface Schema {
  change: ChangeRow
  change_reason: ChangeReasonRow
  change_row: ChangeRowRow
  change_row_personal: ChangeRowPersonalRow
  draft: DraftRow
  attachment: AttachmentRow
  school: SchoolRow
  school_profile: SchoolProfileRow
  staff_group: StaffGroupRow
  band_rate: BandRateRow
  team: TeamRow
  post: PostRow
  person: PersonRow
  post_holding: PostHoldingRow
  import_mapping: ImportMappingRow
  priority: PriorityRow
  priority_reading: PriorityReadingRow
  provider: ProviderRow
  activity: ActivityRow
  event: EventRow
  session: SessionRow
  booking: BookingRow
  attendance: AttendanceRow
  fund: FundRow
  fund_amount: FundAmountRow
  cost_line: CostLineRow
  cost_movement: CostMovementRow
  cost_fund: CostFundRow
  cost_share: CostShareRow
  ledger_line: LedgerLineRow
  evaluation: EvaluationRow
  report_text: ReportTextRow
  issued_report: IssuedReportRow
  issued_file: IssuedFileRow
  pack: PackRow
  own_content: OwnContentRow
  own_entry: OwnEntryRow
  document: DocumentRow
  document_section: DocumentSectionRow
  document_step: DocumentStepRow
  document_version: DocumentVersionRow
  document_file: DocumentFileRow
  document_link: DocumentLinkRow
  document_fact: DocumentFactRow
  document_upstream: DocumentUpstreamRow
  document_comment: DocumentCommentRow
  mentoring_pair: MentoringPairRow
  mentoring_meeting: MentoringMeetingRow
  induction: InductionRow
  induction_step: InductionStepRow
  responsibility_holder: ResponsibilityHolderRow
  entitlement_rule: EntitlementRuleRow
  entitlement_tick: EntitlementTickRow
  request: RequestRow
  request_cost: RequestCostRow
  request_step: RequestStepRow
  request_history: RequestHistoryRow
  request_route: RequestRouteRow
  request_rule: RequestRuleRow
  charge_rule: ChargeRuleRow
  opportunity: OpportunityRow
  opportunity_date: OpportunityDateRow
  opportunity_event: OpportunityEventRow
  offer: OfferRow
  offer_item: OfferItemRow
  offer_person: OfferPersonRow
  offer_answer: OfferAnswerRow
  offer_reason: OfferReasonRow
  provider_check: ProviderCheckRow
  provider_check_answer: ProviderCheckAnswerRow
  partner_school: PartnerSchoolRow
  event_share: EventShareRow
  event_division: EventDivisionRow
  need: NeedRow
  need_step: NeedStepRow
  need_event: NeedEventRow
  expertise: ExpertiseRow
  talk: TalkRow
  survey_round: SurveyRoundRow
  survey_asked: SurveyAskedRow
  survey_closing: SurveyClosingRow
  survey_slip: SurveySlipRow
  survey_sheet: SurveySheetRow
  training_plan: TrainingPlanRow
  plan_fund: PlanFundRow
  plan_line: PlanLineRow
  plan_line_cost: PlanLineCostRow
  plan_line_need: PlanLineNeedRow
  plan_line_person: PlanLinePersonRow
  plan_line_group: PlanLineGroupRow
  plan_step: PlanStepRow
  plan_version: PlanVersionRow
  plan_version_file: PlanVersionFileRow
  spend_effect: SpendEffectRow
  spend_by_fund: SpendByFundRow
  spend_by_person: SpendByPersonRow
  cost_line_state: CostLineStateRow
}
