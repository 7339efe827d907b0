import { sentence as s, type Sentence } from './sentence'

/** A file that somebody else made: the whole of it (`import.`), one row (`row.`), or one cell. */
export const importsRefusals = {
  'import.empty': s('There is nothing in that file (or on that sheet).', 'Choose another file or another sheet.'),
  'import.not-a-table': s(
    'That file is not a table of rows and columns: it is {what}.',
    'Export the list again as CSV or as an Excel workbook (.xlsx).',
  ),
  'import.json-damaged': s(
    'That file is damaged or was cut off: it can be read up to line {line} ({place}).',
    'Download or export it again.',
    'Nothing was taken.',
  ),
  'import.json-no-list': s(
    'There is no list of records in that file.',
    'Choose another file: one that lists courses, one record for each.',
  ),
  'import.old-excel': s(
    'That workbook is in the old Excel format or has a password.',
    'Open it in Excel, take the password off, and save it as Excel workbook (.xlsx) or CSV.',
  ),
  'import.not-workbook': s('That file is an archive but not an Excel workbook.', 'Choose an .xlsx or .csv file.'),
  'import.not-word': s(
    'That file is not a Word document.',
    'Choose a .docx file; anything else can be opened in Word and saved as one.',
  ),
  'import.old-word': s(
    'That document is in the old Word format or has a password.',
    'Open it in Word, take the password off, and save it as Word document (.docx).',
  ),
  'import.locked': s(
    'That file is locked with a password.',
    'Open it in Excel or Word, take the password off, and save it again.',
  ),
  'import.damaged': s(
    'That file is damaged or was cut off on its way.',
    'Export or download it again; or open it in Excel or Word and save it anew.',
  ),
  'import.archive-unsafe': s(
    'That file holds {why}, which no honest file of its kind has.',
    'Ask where it comes from. If you trust it, open it in Excel or Word and save it anew.',
  ),
  'import.too-large': s(
    'That file is larger than {limitMegabytes} MB, the most for this kind of file.',
    'Split it, or export fewer columns; take large pictures out of a document.',
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
  'import.another-file': s(
    'That is not the file that is asked for: {file} has no column “{label}”.',
    'Choose another file: {wanted}.',
  ),
  'import.names-nobody': s(
    'No column of {file} says who a person is: no name, user name, work email or staff code. Its columns are: {columns}.',
    'If it is a staff list, say which column holds the name; else choose another file.',
  ),
  'import.lists-pupils': s(
    'That is a list of pupils, as {sign} says: {file}. Pupils are never read into the binder.',
    'Choose the list of staff, such as Teacher.csv of School Data Sync. If staff are in this file too, say which column tells their post or role.',
  ),
  'import.column-unknown': s(
    'There is no column named {column} that may be read. The columns are: {columns}.',
    'Check the name of the column.',
  ),
  'import.too-slow': s(
    'Reading that file took too long and was stopped.',
    'Save it again with less in it: a list as CSV with only the columns you need, a document without its pictures.',
  ),
  'import.too-heavy': s(
    'Reading that file needed too much memory and was stopped.',
    'Save it again with less in it: a list as CSV with only the columns you need, a document without its pictures.',
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
  'row.not-a-record': s(
    'This is not a record with names and values.',
    'Look at the file, or leave this one out.',
    'The row was not taken.',
  ),
  'catalogue.code-unknown': s(
    'Nothing tells what {code} stands for.',
    'Choose the file with the list of codes together with this one, or type it in afterwards.',
    'The rest of the row was taken.',
  ),
  'catalogue.left-blank': s(
    'The cell says “{value}”, which cannot be read as {what}.',
    'Type it in afterwards, or correct the file.',
    'The rest of the row was taken.',
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
} satisfies Readonly<Record<string, Sentence>>
