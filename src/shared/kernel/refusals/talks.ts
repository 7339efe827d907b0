import { sentence as s } from './sentence'

/** Talks and notes in which needs are found. */
export const talksRefusals = {
  'talks.same-person': s('Nobody holds this with themselves.', 'Choose two different people.'),
  'talks.after-leaving': s(
    'On that day {name} is no longer at the school.',
    'Choose an earlier day, or somebody else.',
  ),
  'talks.topics-missing': s('An exercise needs at least one topic.', 'Add what was put forward.'),
  'talks.votes-too-many': s(
    'These are {votes} votes, more than the {most} that these people had.',
    'Correct the votes, how many people were there, or how many votes each had.',
  ),
  'talks.ranks-too-many': s(
    'Ranks of {given} people cannot be right: {present} were there.',
    'Correct the ranks, or how many people were there.',
  ),
  'talks.seen-too-often': s('It cannot be seen in more than the {most} places.', 'Correct one of the two.'),
  'talks.said-too-often': s('More than the {most} who were asked cannot have said so.', 'Correct one of the two.'),
  'talks.agreed': s(
    'Both agreed to this on {on}: it is no longer changed. Nothing was changed.',
    'Take the agreement back first, if both want to change it.',
  ),
  'talks.not-for-two': s('Nobody signs this kind of note.', 'Raise its needs instead.'),
  'talks.before-talk': s('That is before the talk itself, on {on}.', 'Give that day or a later one.'),
  'talks.ahead': s('That day is still to come.', 'Give a day up to today.'),
  'talks.not-agreed': s('Both have to agree first.', 'Record the day on which they agreed.'),
  'talks.has-needs': s(
    'Needs were raised from this that are still open: {count}. Nothing was removed.',
    'Withdraw them first, or keep the record.',
  ),
  'talks.kind-differs': s('That record is of another kind. Nothing was changed.', 'Open it from its own list.'),
}
