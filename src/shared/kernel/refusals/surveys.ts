import { sentence as s } from './sentence'

/** Rounds of forms that find needs, the sheets that come back, and the small files that people fill in. */
export const surveysRefusals = {
  'survey.framework-missing': s(
    'The form asks by a framework of standards, and none is chosen or none of your packs has it.',
    'Choose a framework, or add the pack that brings it.',
  ),
  'survey.names-never': s('This form is never asked with names.', 'Begin the round without names.'),
  'survey.names-always': s('This form needs to know who answers.', 'Begin the round with names.'),
  'survey.nobody-asked': s(
    'Nobody of today’s staff is among those chosen.',
    'Choose other groups, teams or people.',
  ),
  'survey.nobody-left': s('Everybody who is asked has answered.', 'Look at the summary.'),
  'survey.has-answers': s(
    'Sheets have come back for this round.',
    'A round that was answered stays. Sheets with names can be taken out one by one first.',
  ),
  'survey.sheet-there': s('The sheet of {name} is there already.', 'Open that sheet and correct it.'),
  'survey.not-asked': s('This round does not ask {name}.', 'Choose somebody who is asked.'),
  'survey.no-answer': s('The sheet is empty.', 'Answer at least one question.'),
  'survey.person-missing': s('This round is asked with names, and nobody is chosen.', 'Choose whose sheet it is.'),
  'survey.group-unknown': s('That group is not one of those asked.', 'Choose one of the groups of the round.'),
  'survey.closed': s(
    'This round is closed. Opened again it could give away what one person answered.',
    'Begin another round for answers that came too late.',
    'Nothing was taken.',
  ),
  'survey.not-closed': s(
    'This round is without names and still open. Summed up before, it could give away what one person answered.',
    'Close the round when no more sheets will come.',
  ),
  'survey.with-names': s('This round is with names: it can be looked at any time.', 'Look at the summary.'),
  'survey.not-a-step': s(
    'The answer is not a step of the scale, from {from} to {to}.',
    'Write one of those figures.',
    'The row was not taken.',
  ),
  'survey.not-an-option': s(
    'The answer is not one of the {count} that can be chosen.',
    'Write the number of one of them.',
    'The row was not taken.',
  ),
  'survey.not-a-tick': s(
    'The answer is neither a tick nor empty.',
    'Write x, or leave the cell empty.',
    'The row was not taken.',
  ),
  'survey.not-a-number': s(
    'The answer is not a number from {min} to {max}.',
    'Write it in figures alone.',
    'The row was not taken.',
  ),
  'survey.formula': s('The cell holds a formula.', 'Write the answer itself.', 'The row was not taken.'),
  'survey.question-altered': s(
    'The question does not read as it did when the file was made.',
    'Answer in a file as it was given out.',
    'The row was not taken.',
  ),
  'survey.question-unknown': s(
    'The round has no such question.',
    'Answer in a file as it was given out.',
    'The row was not taken.',
  ),
  'survey.question-twice': s(
    'The same question stands in the file twice.',
    'Keep the first of the two.',
    'The second row was not taken.',
  ),
  'survey.question-missing': s(
    'The row of this question is missing from the file.',
    'Answer in a file as it was given out, or key the answer in.',
    'The rest of the file can be taken.',
  ),
  'survey.file-not-ours': s(
    'That file is not a form of this program, or the marks by which it is known were taken out.',
    'Answer in a file as it was given out.',
    'Nothing of it was taken.',
  ),
  'survey.file-of-another-round': s(
    'That file belongs to another round or another form.',
    'Take it in on the page of its own round.',
    'Nothing of it was taken.',
  ),
  'survey.file-of-nobody': s(
    'That file is of somebody who is not asked in this round.',
    'Check that it is the right file.',
    'Nothing of it was taken.',
  ),
  'survey.file-twice': s(
    'The same sheet is among the files twice: {other}.',
    'Leave one of the two out.',
    'The second was not taken.',
  ),
  'survey.file-empty': s('Nothing is answered in that file.', 'Ask for it once more.', 'Nothing of it was taken.'),
  'survey.no-files': s(
    'There is no Excel workbook in that folder.',
    'Choose the folder with the files that came back.',
  ),
  'survey.too-many-files': s('There are more than {limit} files.', 'Take them in in several parts.'),
}
