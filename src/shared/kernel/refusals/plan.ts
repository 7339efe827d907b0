import { sentence as s } from './sentence'

/** The training plan of a year. */
export const planRefusals = {
  'plan.none': s('No training plan is begun for {year}.', 'Begin it, or name another year.'),
  'plan.year-taken': s('There is a plan of this year already.', 'Open it, or choose another year.'),
  'plan.not-a-draft': s(
    'This plan is approved or waits for approval, so its lines stay as they are.',
    'Return it to its draft, or open it again with a reason.',
  ),
  'plan.not-that-step': s(
    'The plan is not at the step before this one.',
    'Look at where it stands now; somebody may have moved it on.',
  ),
  'plan.empty': s('The plan has no line yet.', 'Add what you mean to do first.', 'Nothing was changed.'),
  'plan.reason-needed': s(
    'This is a new version of an approved plan, and it does not say why.',
    'Say in a sentence what changed.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'plan.outside-year': s(
    'That day is not in the year of the plan.',
    'Choose a day from 1 September to 31 August, or a term.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'plan.has-event': s(
    'There is an event of this line already.',
    'Open it. Once it is cancelled there, the line can have another.',
  ),
  'plan.request-undecided': s(
    'This line is of the request {number}, and nobody has agreed to it.',
    'Decide the request first. What is to happen without it is a line of its own.',
  ),
  'plan.request-agreed': s(
    'This line is of the request {number}, which is agreed and waits to be booked.',
    'Open the request and book it there: its place, its funds and its costs come along, and the line follows.',
  ),
  'plan.request-not-free': s(
    'The request {number} cannot come into this plan.',
    'It was decided against, is wanted in another year, or is in a plan already. Look at the list again.',
  ),
  'plan.need-not-free': s(
    'The need “{title}” cannot come into this plan.',
    'It is not agreed, or a line of the plan serves it already. Look at the list again.',
  ),
  'plan.approval-ahead': s(
    'A plan cannot be approved on a day to come.',
    'Give today or an earlier day.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'plan.kind-missing': s('An event needs to say what kind of activity it is.', 'Choose the kind.'),
  'plan.was-approved': s('This plan was sent for approval once, so it stays.', 'Change its lines instead.'),
}
