import { sentence as s, type Sentence } from './sentence'

/** Costs, funds and the ledger. */
export const costsRefusals = {
  'cost.sign': s(
    'That amount has the wrong sign.',
    'Write invoices and payments as positive amounts and credit notes as negative ones.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'cost.booking-elsewhere': s(
    'That person is not booked on this event.',
    'Choose somebody who is booked on it, or another event.',
  ),
  'cost.share-nobody': s(
    'The cost is to be shared among named people, and nobody is named.',
    'Name at least one person, or share it another way.',
  ),
  'cost.fund-twice': s('The same fund is named twice.', 'Name each fund once.'),
  'cost.nothing-left': s(
    'There is nothing left to record for this cost.',
    'Look at its movements, or write the amount.',
  ),
  'cost.credit-too-large': s(
    'That credit note is larger than the cost: {most} of it was invoiced or paid and not given back yet.',
    'Check the amount. If it gives back several costs, enter a credit note for each.',
  ),
  'cost.of-share': s(
    'This is what was reckoned for {name}, which shares an event with you.',
    'Take the school’s share away under Shared with on the page of the event: its money goes with it.',
    'Nothing was changed.',
  ),
  'fund.name-taken': s('Another fund has that name.', 'Choose another name.'),
  'ledger.amounts-differ': s(
    'Net and VAT do not add up to the gross amount of this row.',
    'Compare it with the finance system: the net and the VAT are what counts here.',
    'It was taken in as it stands.',
  ),
  'ledger.settled': s(
    'That ledger line is linked to a cost already.',
    'Let it go first, then say again what it is.',
  ),
} satisfies Readonly<Record<string, Sentence>>
