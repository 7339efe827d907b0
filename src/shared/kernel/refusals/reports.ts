import { sentence as s, type Sentence } from './sentence'

/** Reports and drawing them. */
export const reportsRefusals = {
  'print.failed': s(
    'The pages could not be drawn.',
    'Try once more. If it happens again, take the Excel or CSV form, which needs no drawing, and tell whoever supports you.',
  ),
  'report.texts-unsaved': s(
    'Some of your texts are not saved, and an issue holds only what is saved.',
    'Nothing was issued. Save or discard them under “Your texts”, then issue the report.',
  ),
  'report.texts-left-out': s(
    'Some of your texts are not saved, and pages and files are made from what is saved.',
    'Save or discard them under “Your texts”, then try again.',
    'Nothing was printed or written.',
  ),
  'report.reason-needed': s(
    'This report has been issued before, so this would be a correction.',
    'Say in a sentence why it is issued again.',
    'The earlier issue stays as it is.',
  ),
} satisfies Readonly<Record<string, Sentence>>
