import { sentence as s } from './sentence'

/** Needs, how they stand, and who knows what. */
export const needsRefusals = {
  'needs.level-order': s(
    'The level to reach is below where it stands now.',
    'Choose a level to reach that is the same or higher, or correct where it stands.',
  ),
  'needs.due-before': s('It would be due before it was raised, on {on}.', 'Choose a later day.'),
  'needs.not-from': s(
    'The need “{title}” is {state}: that cannot follow. Nothing was changed.',
    'Open it and choose one of the steps that are offered there.',
  ),
  'needs.evidence-missing': s(
    'Going to something does not show that a need is met.',
    'Say what you saw, heard or measured that shows it.',
  ),
  'needs.reason-missing': s('Nobody would know later why.', 'Say the reason in a few words.'),
  'needs.ahead': s('That day is still to come.', 'Give a day up to today.'),
  'needs.before-step': s('The step before it was on {on}. Nothing was changed.', 'Give that day or a later one.'),
  'needs.event-cancelled': s('That event is cancelled: it can serve no need.', 'Choose another event.'),
  'needs.closed': s(
    'The need “{title}” is closed: no event can be put to it. Nothing was changed.',
    'Take the need up again first.',
  ),
  'expertise.there': s(
    'That is in the register for {name} already.',
    'Change what is there instead of adding it again.',
  ),
} as const
