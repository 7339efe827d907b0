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
}
