import { sentence as s, type Sentence } from './sentence'

/** The school file: opening and keeping it, backups, files kept in it, and taking changes back. */
export const schoolFileRefusals = {
  'file.none-open': s('No school is open.', 'Open a school file or start a new one.'),
  'file.missing': s('There is no file at that place.', 'Check the name, or open another file.'),
  'file.exists': s(
    'A file with that name is already there.',
    'Choose another name; CPD Binder never writes over a file it did not open.',
  ),
  'file.is-school': s(
    'A school file or a backup has that name, and a report would take its place.',
    'Choose another name for the report.',
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
  'undo.frozen': s(
    'What this change touched was handed in, approved or closed since: {records}.',
    'Open that again first, where it can be, and correct it by hand; what was approved stays as it was approved.',
    'Nothing was undone.',
  ),
  'undo.round-closed': s(
    'The round is closed: who was asked and what came back stay as they are, so that no answer can be told from the others.',
    'Begin another round for what came too late.',
  ),
  'undo.impossible': s('This can no longer be undone.', 'Correct the records by hand, or restore a backup.'),
  'attachment.too-large': s('That file is larger than 10 MB.', 'Choose a smaller one.'),
  'attachment.kind': s('That kind of file cannot be used here.', 'Choose a PNG or JPEG picture.'),
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
  'backup.is-open': s('That is the school file that is open, not a backup of it.', 'Choose a backup.'),
  'backup.not-ours': s('That file is not a backup of CPD Binder.', 'Choose another file.'),
} satisfies Readonly<Record<string, Sentence>>
