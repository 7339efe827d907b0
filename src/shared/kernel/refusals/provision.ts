import { sentence as s, type Sentence } from './sentence'

/** Priorities, providers, events, bookings, attendance, and what came of them. */
export const provisionRefusals = {
  'time.order': s('The end comes before the start.', 'Put the times in order.', 'Nothing was saved yet.'),
  'session.no-length': s(
    'How long this lasted is not known.',
    'Give the start and the end, or the length.',
    'Nothing was saved yet.',
  ),
  'session.has-attendance': s(
    'Attendance is recorded for a session that would be taken away ({day}).',
    'Clear its attendance first, or keep the session.',
  ),
  'session.future': s(
    'That session has not been held yet ({day}).',
    'Book people now; mark attendance on the day or later.',
  ),
  'event.has-attendance': s(
    'Attendance is recorded for this event, so it was held.',
    'Clear the attendance first if it was recorded by mistake.',
  ),
  'event.cancelled': s('This event is cancelled.', 'Plan it again first.'),
  'event.no-session': s('This event has no session yet.', 'Add the day first.'),
  'booking.has-attendance': s(
    'Attendance is recorded for {count} of these bookings.',
    'Clear that attendance first if it was recorded by mistake.',
  ),
  'booking.not-booked': s(
    'Attendance can be marked only for people who are booked.',
    'Give the person a place first, or book them again.',
  ),
  'booking.cancelled': s(
    'This booking is cancelled already.',
    'The event says since when and why; book the person again if they are coming after all.',
  ),
  'booking.exists': s('That person is already booked on this event.', 'Choose someone else.'),
  'credit.over-session': s(
    'More minutes were credited than the session lasts ({minutes} minutes).',
    'Write fewer minutes, or change the length of the session.',
  ),
  'evaluation.baseline-locked': s(
    'The baseline stands fast since the first session ({day}).',
    'Leave it as it was written down, so that nobody can say it was fitted to the result.',
  ),
  'evaluation.no-evidence': s(
    'A judgement needs evidence.',
    'Say how you know, or choose “Too early to say”.',
    'Nothing was saved yet.',
  ),
  'evaluation.not-held': s(
    'It has not begun yet, so nothing can have come of it.',
    'Judge it when its first session has been held.',
  ),
  'evaluation.future': s('That day is still to come.', 'Give today or an earlier day.', 'Nothing was saved yet.'),
  'provider.name-taken': s(
    'There is a provider of that name already.',
    'Use that one, or choose another name.',
    'Nothing was saved yet.',
  ),
  'priority.reading-ahead': s(
    'A reading cannot be from a day to come.',
    'Write the day on which it was read.',
    'Nothing was saved yet; what you typed is still here.',
  ),
} satisfies Readonly<Record<string, Sentence>>
