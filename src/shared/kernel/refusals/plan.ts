import { sentence as s } from './sentence'

/** The training plan of a year. */
export const planRefusals = {
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
  'plan.has-event': s('There is an event of this line already.', 'Open the event, or cancel it there.'),
  'plan.kind-missing': s(
    'An event needs to say what kind of activity it is.',
    'Choose the kind in the line first.',
  ),
  'plan.was-approved': s('This plan was sent for approval once, so it stays.', 'Change its lines instead.'),
}
