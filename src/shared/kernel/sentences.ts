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
  'file.gone': s(
    'The school file was moved, deleted or replaced while it is open, so nothing more can be saved in it.',
    'Open Backups and save a copy now, before you close CPD Binder; then open that copy.',
    'All that was saved until now is still here.',
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
  'undo.later-changes': s(
    'Records of this change were changed again since: {records}.',
    'Undo the later changes first; the change log lists them.',
  ),
  'undo.built-upon': s(
    'Records made since belong to these, or have their names: {records}.',
    'Undo those changes first, or correct the records by hand.',
  ),
  'undo.impossible': s('This can no longer be undone.', 'Correct the records by hand, or restore a backup.'),
  'attachment.too-large': s('That file is larger than 10 MB.', 'Choose a smaller one.'),
  'attachment.kind': s('That kind of file cannot be used here.', 'Choose a PNG or JPEG picture.'),
  'name.missing': s(
    'This person has no name in the file.',
    'Open their page and write it in.',
    'They were taken in under their user name.',
  ),
  'staff.nameless': s(
    'There is no name, user name, email or staff code here.',
    'Give at least one of them, so that this person can be found again.',
  ),
  'staff.code-taken': s('That staff code belongs to {name}.', 'Give this person another code, or open {name}.'),
  'staff.same-name': s(
    'There is already someone called {name}.',
    'Open the person who is there, or save again to keep both.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'staff.ambiguous': s(
    'More than one person in the binder fits this row.',
    'Add a staff code to the file, or to the people in the binder, so that they can be told apart.',
  ),
  'staff.code-twice': s(
    'The file gives this staff code, user name or email to people with different names.',
    'Correct it in the file.',
  ),
  'staff.manager-unknown': s(
    'The line manager was not found among the staff.',
    'Choose the line manager on the person’s page.',
    'The line manager was left as it was.',
  ),
  'staff.manager-loop': s(
    'That would make someone their own line manager, directly or through others.',
    'Choose another line manager.',
  ),
  'staff.group-unknown': s(
    'The staff group is not one that CPD Binder knows.',
    'Choose the group of this post on the teams and posts page.',
    'The post was put under trainees, volunteers and others.',
  ),
  'staff.post-after-leaving': s(
    'A post of this person starts after the day on which they leave.',
    'Remove or correct that post first.',
  ),
  'staff.posts-too-many': s('That is more posts than anyone can have.', 'Check the staff codes in the file.'),
  'staff.posts-ended': s(
    'All posts of this person have ended, the last on {on}, so they come in as a leaver.',
    'If they still work here, take the last day out of the file, or give them a post on their page.',
  ),
  'staff.post-before-start': s('A post starts before {startedOn}, their first day.', 'Correct one of the two.'),
  'staff.not-left': s('This person has not left.', 'There is nothing to take back.'),
  'team.name-taken': s(
    'There is already a team with that name.',
    'Choose another name, or use the team that is there.',
  ),
  'post.title-taken': s(
    'There is already a post with that title in the group.',
    'Choose another title, or use the post that is there.',
  ),
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
  'fund.name-taken': s('Another fund has that name.', 'Choose another name.'),
  'ledger.settled': s(
    'That ledger line is linked to a cost already.',
    'Let it go first, then say again what it is.',
  ),
  'priority.reading-ahead': s(
    'A reading cannot be from a day to come.',
    'Write the day on which it was read.',
    'Nothing was saved yet; what you typed is still here.',
  ),
  'verify.failed': s(
    'The check of the school file found something wrong ({checks}).',
    'Keep the file as it is and restore the newest backup; the answer says what was found.',
  ),
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
  'import.empty': s('There is nothing in that file (or on that sheet).', 'Choose another file or another sheet.'),
  'import.not-a-table': s(
    'That file is not a table of rows and columns: it is {what}.',
    'Export the list again as CSV or as an Excel workbook (.xlsx).',
  ),
  'import.old-excel': s(
    'That workbook is in the old Excel format or has a password.',
    'Open it in Excel, take the password off, and save it as Excel workbook (.xlsx) or CSV.',
  ),
  'import.not-workbook': s('That file is an archive but not an Excel workbook.', 'Choose an .xlsx or .csv file.'),
  'import.locked': s(
    'That workbook is locked with a password.',
    'Open it in Excel, take the password off, and save it again.',
  ),
  'import.damaged': s(
    'That workbook is damaged or was cut off on its way.',
    'Export or download it again; or open it in Excel and save it as CSV.',
  ),
  'import.archive-unsafe': s(
    'That workbook holds {why}, which no honest workbook has.',
    'Ask where the file comes from. If you trust it, open it in Excel and save it as CSV.',
  ),
  'import.too-large': s(
    'That file is larger than {limitMegabytes} MB, the most for this kind of list.',
    'Split it, or export fewer columns.',
  ),
  'import.too-many-rows': s(
    'That file has more than {limit} rows, the most for this kind of list.',
    'Split it into several files and import one after the other.',
  ),
  'import.too-many-columns': s(
    'Row {row} has {found} columns; {limit} is the most.',
    'Check that this is the right file, or export fewer columns.',
  ),
  'import.too-many-cells': s(
    'That file has more than {limit} cells, the most for this kind of list.',
    'Split it, or export fewer columns.',
  ),
  'import.quote-open': s(
    'In row {row} a quotation mark is opened that is never closed.',
    'Open the file, close or remove that quotation mark, and try again.',
  ),
  'import.encoding': s(
    'The file is not written in the character set chosen ({encoding}).',
    'Choose another character set and look at the names in the preview.',
  ),
  'import.sheet-missing': s('There is no sheet of that name. The sheets are: {sheets}.', 'Choose one of them.'),
  'import.column-missing': s(
    'No column of the file fills {label}, which is needed.',
    'Choose the column that holds it.',
  ),
  'import.column-unknown': s(
    'There is no column named {column} that may be read. The columns are: {columns}.',
    'Check the name of the column.',
  ),
  'import.too-slow': s(
    'Reading that file took too long and was stopped.',
    'Save it again as CSV with only the columns you need.',
  ),
  'import.too-heavy': s(
    'Reading that file needed too much memory and was stopped.',
    'Save it again as CSV with only the columns you need.',
  ),
  'import.unreadable': s(
    'That file cannot be read.',
    'Check that it is there, that it is not open elsewhere, and that you may read it.',
  ),
  'import.expired': s(
    'This import was left open too long, was already finished, or was for another school file.',
    'Choose the file again.',
  ),
  'row.too-many-fields': s(
    'The row has {found} cells under {expected} headings.',
    'Look for a comma that should be inside quotation marks.',
    'The row was not taken.',
  ),
  'row.too-few-fields': s(
    'The row has {found} cells under {expected} headings.',
    'Look for a line break inside the row, or a file that was cut off.',
    'The row was not taken.',
  ),
  'row.cell-too-long': s('A cell holds more than {limit} characters.', 'Shorten it.', 'The row was not taken.'),
  'row.quotes': s(
    'Something stands behind a closing quotation mark.',
    'Put the whole cell inside quotation marks, and double those within it.',
    'The row was not taken.',
  ),
  'row.repeated': s(
    'The same person or line stands in the file twice (first in row {first}).',
    'Remove one of the two.',
    'The second row was not taken.',
  ),
  'cell.required': s(
    'This cell is empty and is needed.',
    'Fill it in, or leave the row out.',
    'The row was not taken.',
  ),
  'email.invalid': s('That is not an e-mail address.', 'Write it as name@school.sch.uk.'),
  'fte.invalid': s('That is not a share of a full-time post.', 'Write it as 1, 0.6 or 60%.'),
  'role.missing': s(
    'The file gives this person no role, so nothing tells whether they are staff.',
    'Add a role for them (for School Data Sync, in roles.csv), or add them by hand.',
    'The row was not taken.',
  ),
  'school.ambiguous': s(
    'The file holds more than one school ({schools}).',
    'Say which one is yours: choose it in the wizard, or add --where with the column and the value on the command line.',
    'No row was taken.',
  ),
  'gias.not-found': s(
    'There is no school with the URN {urn} in that file.',
    'Check the number, or find the school by its name.',
  ),
  'weekdays.invalid': s('Those are not days of the week.', 'Write them as Mon, Tue, Thu.'),
  'cli.usage': s('The command was not understood: {problem}.', 'See cpd-binder help.'),
  'print.failed': s(
    'The pages could not be drawn.',
    'Try once more. If it happens again, take the Excel or CSV form, which needs no drawing, and tell whoever supports you.',
  ),
  'report.texts-unsaved': s(
    'Some of your texts are not saved, and an issue holds only what is saved.',
    'Nothing was issued. Save or discard them under “Your texts”, then issue the report.',
  ),
  'report.reason-needed': s(
    'This report has been issued before, so this would be a correction.',
    'Say in a sentence why it is issued again.',
    'The earlier issue stays as it is.',
  ),
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
