import type { ErrorCode } from './error-codes'
import type { ErrorFacts } from './result'

/** What happened, what it means for the data, what to do: for the window and for the command line. */
export interface Sentence {
  readonly happened: string
  readonly means: string
  readonly todo: string
}

const nothingChanged = 'Nothing was changed.'
const s = (happened: string, todo: string, means = nothingChanged): Sentence => ({ happened, means, todo })

/** `{name}` in a sentence is filled from the facts that came with the code. */
const sentences: Readonly<Record<ErrorCode, Sentence>> = {
  'input.invalid': s(
    'Something in the form is not right.',
    'Check the marked fields and save again.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'input.required': s('This is needed.', 'Fill it in and save again.', 'Nothing was saved yet.'),
  'input.too-long': s('This is too long.', 'Shorten it and save again.', 'Nothing was saved yet.'),
  'record.missing': s(
    'That record is no longer there.',
    'Go back to the list; it may have been undone or removed.',
  ),
  'record.changed': s('That record was changed in the meantime.', 'Look at it again, then make your change.'),
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
  'number.invalid': s('That is not a number that fits here.', 'Write a number.'),
  'year.invalid': s('That is not a school year.', 'Write it as 2025/26.'),
  cancelled: s('Stopped at your request.', 'Start it again when you are ready.'),
  'host.unavailable': s(
    'This needs a window, and there is none.',
    'Start CPD Binder with its window, or choose a format that needs none (csv, json, xlsx).',
  ),
  'file.none-open': s('No school is open.', 'Open a school file or start a new one.'),
  'file.missing': s('There is no file at that place.', 'Check the name, or open another file.'),
  'file.exists': s(
    'A file with that name is already there.',
    'Choose another name; CPD Binder never writes over a file it did not open.',
  ),
  'file.foreign': s(
    'That file is not a CPD Binder school file, or its beginning is damaged.',
    'Choose another file, or restore a backup.',
  ),
  'file.damaged': s(
    'The school file is damaged.',
    'Restore the newest backup. The damaged file is kept beside it.',
  ),
  'file.newer': s(
    'This file was last used by a newer CPD Binder (file version {version}; this program knows up to {known}).',
    'Install the newer version, or open a backup from before.',
  ),
  'file.in-use': s('The school file is open in another CPD Binder.', 'Close it there first, then try again.'),
  'file.unsafe-place': s(
    'The working file must not live in a folder that is synced, on a network or on a stick ({reason}): such places damage files that are in use.',
    'Keep it in the suggested place on this PC. Backups are welcome there.',
  ),
  'file.unwritable': s(
    'The file or its folder cannot be written.',
    'Check that the disk is connected and that you may write there.',
  ),
  'file.disk-full': s(
    'The disk is full.',
    'Make some room, then do it again.',
    'This step was not saved; everything saved before is safe.',
  ),
  'file.settings': s(
    'A safety setting of the file did not hold ({setting} is {value}).',
    'Start CPD Binder again. If it happens again, do not work in this file and ask for help.',
  ),
  'migration.failed': s(
    'The file could not be brought up to date (step {step}).',
    'Your file is as it was, and a backup was made first. Ask for help before going on.',
  ),
  'undo.nothing': s(
    'There is nothing to undo.',
    'Only changes made since CPD Binder was opened can be undone with Ctrl+Z; an import can be undone from its page.',
  ),
  'undo.later-changes': s('Of these records, {count} were changed again since.', 'Undo the later changes first.'),
  'undo.impossible': s('This can no longer be undone.', 'Correct the records by hand, or restore a backup.'),
  'attachment.too-large': s('That file is larger than 10 MB.', 'Choose a smaller one.'),
  'attachment.kind': s('That kind of file cannot be used here.', 'Choose a PNG or JPEG picture.'),
  'backup.failed': s(
    'The backup could not be made.',
    'Check that there is room and that the place can be written, then try again.',
    'Your school file is not affected.',
  ),
  'backup.damaged': s(
    'That backup does not match its own checksum, so it is not safe to restore.',
    'Choose another backup.',
  ),
  'backup.not-ours': s('That file is not a backup of CPD Binder.', 'Choose another file.'),
}

/** The sentences for a code, with the facts filled in. */
export function sentenceFor(code: ErrorCode, facts: ErrorFacts = {}): Sentence {
  const found = sentences[code]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
  return { happened: fill(found.happened), means: fill(found.means), todo: fill(found.todo) }
}

/** One line: for the command line and for a log that holds no personal data. */
export function lineFor(code: ErrorCode, facts: ErrorFacts = {}): string {
  const { happened, means, todo } = sentenceFor(code, facts)
  return `${happened} ${means} ${todo}`
}
