import { sentence as s } from './sentence'

/** What people could go to, to whom it was offered, and the schools that share it. */
export const opportunitiesRefusals = {
  'address.invalid': s(
    'That is not an address on the web.',
    'Begin it with https:// or leave it empty.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'opportunity.own-staff': s(
    'Somebody of your own staff leads this, and it is said to come from outside.',
    'Choose “Within school” or “Across schools”, or leave the name out.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'opportunity.date-made': s('An event was made of this date.', 'Cancel the event, or leave the date in the list.'),
  'opportunity.archived': s('This opportunity is put away.', 'Take it out again first.'),
  'offer.nobody': s(
    'Nobody is chosen to whom this is offered.',
    'Choose a staff group or people.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'offer.not-sent': s(
    'This opportunity was not offered to that person in this offer.',
    'Look at the offer again: it may have been undone.',
  ),
  'offer.ahead': s('That day is still to come.', 'Record the offer on the day it is sent.'),
  'partner.name-taken': s('A school of that name is in the list already.', 'Choose it, or write the name apart.'),
  'partner.shares-already': s(
    'This school has a share of this event already.',
    'Change the number of places of the share that is there.',
  ),
  'partner.line-moved': s(
    'The money of {name} for this event has been invoiced or paid.',
    'Change that line under Money; it is not reckoned anew.',
    'Nothing was changed.',
  ),
  'partner.line-corrected': s(
    'The amount of {name} for this event was corrected by hand, so that the cost is not divided anew by itself.',
    'Press Divide it first: that reckons every amount anew, this one too; or write the reckoned amount again under Money.',
    'Nothing was changed.',
  ),
  'partner.no-share': s('No school shares this event yet.', 'Add the school and its places first.'),
}
