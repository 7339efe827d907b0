import { sentence as s, type Sentence } from './sentence'

/** Whatever any page or command may have to refuse. */
export const commonRefusals = {
  'input.invalid': s(
    'Something in the form is not right.',
    'Check the marked fields and save again.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'input.required': s('This is needed.', 'Fill it in and save again.', 'Nothing was saved yet.'),
  'input.too-long': s(
    'This is longer than {limit} characters.',
    'Shorten it and save again.',
    'Nothing was saved yet.',
  ),
  'record.missing': s(
    'That record is no longer there.',
    'Go back to the list; it may have been undone or removed.',
  ),
  'record.changed': s('That record was changed in the meantime.', 'Look at it again, then make your change.'),
  'form.overtaken': s(
    'This was changed elsewhere after you began to type.',
    'To put what you typed in its place all the same, save again.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  internal: s(
    'Something went wrong inside CPD Binder.',
    'Try once more. If it happens again, send the log file (Help, Show the log) to whoever supports you.',
    'Your school file is safe; this step was not carried out.',
  ),
  'channel.unknown': s('The program asked itself for something it does not have.', 'Start CPD Binder again.'),
  'sender.refused': s(
    'A page that is not part of CPD Binder asked for data and was refused.',
    'Start CPD Binder again.',
  ),
  'day.invalid': s('That day does not exist.', 'Write it as day, month, year, for example 3 September 2026.'),
  'time.invalid': s('That is not a time.', 'Write it as hours and minutes, for example 15:30.'),
  'day.order': s('The end comes before the start.', 'Put the days in order.'),
  'pence.invalid': s('That is not an amount of money.', 'Write pounds and pence, for example 1,234.50.'),
  'pence.negative': s(
    'This amount is below nothing.',
    'Write it without the minus. Money that came back is a credit note, recorded with the invoices or on the page of its cost.',
  ),
  'pence.too-much': s('That is more than a thousand million pounds.', 'Check the figure.'),
  'number.invalid': s('That is not a number that fits here.', 'Write a number.'),
  'year.invalid': s('That is not a school year.', 'Write it as 2025/26.'),
  cancelled: s('Stopped at your request.', 'Start it again when you are ready.'),
  'host.unavailable': s(
    'This needs a window, and there is none.',
    'Start CPD Binder with its window, or choose a format that needs none (csv, json, xlsx).',
  ),
  'cli.usage': s('The command was not understood: {problem}.', 'See cpd-binder help.'),
} satisfies Readonly<Record<string, Sentence>>
