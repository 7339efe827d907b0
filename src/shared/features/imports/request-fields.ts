import type { ImportField } from './model'

const field = (
  key: string,
  label: string,
  kind: ImportField['kind'] = 'text',
  required = false,
  synonyms: readonly string[] = [],
): ImportField => ({ key, label, synonyms, required, kind })

/** What a row of the fill-in file of requests holds: the file that the binder makes has these headings. */
export const requestFields: readonly ImportField[] = [
  field('who', 'Your name or staff code', 'text', true, ['Name', 'Staff', 'Staff code', 'Who asks']),
  field('title', 'What is it?', 'text', true, ['Course', 'Title', 'Course title']),
  field('providerName', 'Who provides it?', 'text', false, ['Provider']),
  field('receivedOn', 'Day of asking', 'day', false, ['Asked on', 'Date of request']),
  field('wantedOn', 'Day wanted', 'day', false, ['Date', 'Date of course']),
  field('expectedChange', 'What will be different in your practice?', 'text', true),
  field('pupilBenefit', 'What will pupils have of it?', 'text', true),
  field('howMeasured', 'How will that be measured?', 'text', true),
  field('measureOn', 'Measured by (day)', 'day'),
  field('reason', 'Why now, and what need does it meet?'),
  field('sharing', 'How will you share it?'),
  field('priority', 'Priority of the school'),
  // Days come in quarters, so they are read as they are written.
  field('coverDays', 'Cover needed, days'),
  field('feePence', 'Fee, net', 'pence', false, ['Fee']),
  field('feeVatPence', 'Fee, VAT', 'pence'),
  field('coverPence', 'Cost of cover', 'pence'),
  field('travelPence', 'Travel and parking', 'pence'),
  field('subsistencePence', 'Meals and lodging', 'pence'),
  field('materialsPence', 'Materials', 'pence'),
  field('otherPence', 'Anything else', 'pence'),
  field('fund', 'Who should pay?', 'text', false, ['Fund']),
]
