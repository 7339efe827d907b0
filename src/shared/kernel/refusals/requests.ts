import { sentence as s } from './sentence'

/** Requests, how they are decided and what becomes of them. */
export const requestsRefusals = {
  'event.minimum-over-places': s(
    'More people would have to come than there are places.',
    'Write a smaller number, or give the event more places.',
  ),
  'request.not-open': s(
    'This request is decided already: {state}.',
    'Open it to see by whom; ask anew if something has changed.',
  ),
  'request.not-waiting': s(
    'The request “{title}” of {name} does not wait for a decision.',
    'Take it out of the selection, or open it to see where it stands.',
  ),
  'request.own': s(
    'Nobody decides on a request of their own, and {name} asked for this.',
    'Choose who decided it: {others} can.',
  ),
  'request.nothing-to-order': s(
    'Nothing of this request waits to be ordered.',
    'Open its event to see who has a place, and its costs to see what is ordered.',
  ),
  'request.has-place': s(
    'This request stands as it is: its place was not given back, and its event was not cancelled.',
    'Give the place back on the page of the event first.',
  ),
  'request.not-approved': s('Only a request that is agreed can be booked.', 'Decide it first.'),
  'request.step-decided': s(
    'That step is decided already.',
    'Leave out one that is still open, or add another one after it.',
  ),
  'request.last-step': s(
    'Nobody would be left to decide this request.',
    'Add another step first, or take the request back.',
  ),
  'request.nobody-to-ask': s(
    'No step of the route decides anything, so that nobody could agree to a request.',
    'Let at least one step decide at any cost.',
  ),
  'request.ahead': s('A decision cannot be of a day to come.', 'Give a day up to today.'),
  'request.before-asked': s('That is before “{title}” was asked for, on {on}.', 'Give that day or a later one.'),
  'request.row-nobody': s(
    'The name {name} fits {count} people of the staff.',
    'Write the name as the staff page has it, or the staff code.',
    'The row was not taken.',
  ),
  'request.row-fund': s(
    'There is no fund called {name}.',
    'Write a fund as the page of funds has it, or leave the cell empty.',
    'The row was not taken.',
  ),
  'request.row-priority': s(
    'There is no priority called {name}.',
    'Write a priority as its page has it, or leave the cell empty.',
    'The row was not taken.',
  ),
  'request.same-event': s(
    'A place on that event is kept for {name} already.',
    'Open the event; a place need not be asked for twice.',
  ),
}
