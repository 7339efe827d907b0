import { sentence as s } from './sentence'

/** What the school promises, and its ticks. */
export const entitlementsRefusals = {
  'entitlement.counts-other': s(
    'This way of counting does not fit what is promised.',
    'Choose another way, or leave it open.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'entitlement.once-whole': s(
    'What is promised once is promised whole.',
    'Leave the proportion out, or promise it for each year.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'entitlement.weeks-once': s(
    'Weeks of starting fit only what is promised once.',
    'Leave the weeks empty, or promise it once.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'entitlement.years-overlap': s(
    'Another version of this promise holds in that year.',
    'Choose a later year, or change that version.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'entitlement.has-ticks': s(
    'Something is ticked off for this promise ({count} in all).',
    'Let it end with a year instead; what was ticked off stays on record.',
  ),
  'entitlement.has-versions': s(
    'This promise has a later version.',
    'Remove the later version first, or let it end with a year.',
  ),
  'entitlement.not-ticked': s(
    'Nothing is ticked off for this promise.',
    'Change what counts for it to “what we tick off”, then tick.',
  ),
  'entitlement.tick-ahead': s('That day is still to come.', 'Tick it off when it is done.'),
}
