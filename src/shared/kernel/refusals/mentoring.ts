import { sentence as s } from './sentence'

/** Pairs, inductions and who carries which responsibility. */
export const mentoringRefusals = {
  'mentoring.same-person': s('Nobody coaches or mentors themselves.', 'Choose two different people.'),
  'mentoring.pair-there': s(
    'At that time {guide} and {person} are such a pair already.',
    'Open the pair that is there, or end it first.',
  ),
  'mentoring.after-leaving': s(
    'On that day {name} is no longer at the school.',
    'Choose an earlier day, or somebody else.',
  ),
  'mentoring.before-start': s(
    'That day is before the pair began, on {on}.',
    'Choose a later day, or correct the day on which the pair began.',
  ),
  'mentoring.after-end': s(
    'That day is after the pair ended, on {on}.',
    'Choose an earlier day, or let the pair go on first.',
  ),
  'mentoring.ahead': s(
    'A meeting on a day to come can be planned, not held or missed.',
    'Record it as planned, or give a day up to today.',
  ),
  'mentoring.met-already': s(
    'A meeting of this pair is recorded for that day already.',
    'Open the meeting that is there; a second one on the same day can be added with “Record a meeting”.',
  ),
  'mentoring.meetings-outside': s(
    'A meeting of this pair on {on} would lie outside its days.',
    'Choose other days for the pair, or correct that meeting first.',
  ),
  'induction.open-already': s(
    'There is an induction for {name} that is not finished.',
    'Go on with the one that is there, or finish it first.',
  ),
  'induction.after-leaving': s(
    'On that day {name} is no longer at the school.',
    'Choose an earlier day, or record first that they came back.',
  ),
  'induction.ahead': s('A step cannot be done on a day to come.', 'Give a day up to today, or leave it open.'),
  'induction.no-steps': s('An induction needs at least one step.', 'Add a step, or choose a list of steps.'),
  'responsibility.held-already': s(
    'On that day {name} carries this already.',
    'Look at it in the chart; its days can be changed there.',
  ),
  'responsibility.later-holder': s(
    'From {on} on, {name} carries this.',
    'Choose a later day, or correct that first.',
  ),
  'responsibility.after-leaving': s(
    'On that day {name} is no longer at the school.',
    'Choose an earlier day, or somebody else.',
  ),
}
