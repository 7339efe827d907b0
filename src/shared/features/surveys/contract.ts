import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zReportDocument } from '../../kernel/report-table'
import { zExpertiseLevel, zWeighedExpertise } from '../needs/expertise'
import { zImportance } from '../needs/model'
import { zOnPaper, zPaperFormat } from '../packs/library'
import { zAnswers } from './answers'
import { zGap } from './gaps'
import {
  zBeginInput,
  zFilePlan,
  zOfferedForm,
  zOfferedFramework,
  zRound,
  zRoundInput,
  zRoundLine,
  zSheetInput,
  zSheetLine,
} from './model'

const zOne = z.object({ id: zId })
const zNamed = z.object({ id: z.string(), name: z.string() })
export const zSummaryFormat = z.enum(['print', 'pdf', 'docx', 'xlsx', 'csv'])
export type SummaryFormat = z.infer<typeof zSummaryFormat>
const zToken = z.string().regex(/^[0-9a-f]{32}$/, 'import.expired')

const zOffer = zWeighedExpertise.extend({
  key: z.string(),
  name: z.string(),
  subject: z.string(),
  level: zExpertiseLevel,
})

export const surveysContract = {
  'surveys.forms': read(
    'Forms that find needs, and what is chosen for a round of one: frameworks, groups, teams, people',
    zNothing,
    z.object({
      today: zDay,
      forms: z.array(zOfferedForm),
      frameworks: z.array(zOfferedFramework),
      groups: z.array(zNamed.extend({ people: z.int() })),
      teams: z.array(zNamed.extend({ people: z.int() })),
      people: z.array(zNamed),
    }),
  ),
  'surveys.list': read(
    'Rounds of forms, the newest first, with how many sheets came back',
    zNothing,
    z.object({ today: zDay, rounds: z.array(zRoundLine) }),
  ),
  'surveys.begin': write('Begin a round of a form', zBeginInput, zOne),
  'surveys.change': write('Change the title, the days or the note of a round', zRoundInput, zNothing),
  'surveys.remove': write('Take back a round to which nobody has answered', zOne, zNothing),
  'surveys.askStarters': write(
    'Ask people who have come since a round began',
    z.object({ id: zId, personIds: z.array(z.string().min(1)).min(1, 'input.required').max(500) }),
    zNothing,
  ),
  'surveys.close': write(
    'Close a round without names once and for all: nothing is added any more, and it is summed up',
    zOne,
    zNothing,
  ),
  'surveys.round': read('One round: its questions, who is asked, and the sheets that came back', zOne, zRound),
  'surveys.sheet': read(
    'The answers of one sheet of a round with names; without names no sheet can be opened',
    zOne,
    zSheetLine.extend({ roundId: z.string(), groupId: z.string().nullable(), answers: zAnswers }),
  ),
  'surveys.saveSheet': write(
    'Key in a sheet, or correct one with a name',
    zSheetInput,
    z.object({ id: zId.nullable(), number: z.int() }),
  ),
  'surveys.removeSheet': write('Take a sheet with a name out that was taken in by mistake', zOne, zNothing),
  'surveys.print': host(
    'Prints the empty form of a round, or writes it to a file in a place that a person chooses',
    z.object({ id: zId, format: zPaperFormat }),
    zOnPaper,
  ),
  'surveys.saveFiles': host(
    'Writes the small files that people fill in: one for each who has not answered, or one for all without names',
    z.object({ id: zId }),
    z.object({ files: z.int(), place: z.string() }),
  ),
  'surveys.readFiles': host(
    'Asks for files that came back, or a folder of them, and says row by row what would be taken in; changes nothing',
    z.object({ id: zId, from: z.enum(['files', 'folder']) }),
    z.object({ token: zToken, files: z.array(zFilePlan) }),
  ),
  'surveys.takeIn': write(
    'Takes in what was read from the files, all in one change',
    z.object({ token: zToken, leaveOut: z.array(z.string()).max(2_000).default([]) }),
    z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
  ),
  'surveys.summary': read(
    'What the answers of a round say together; without names once the round is closed',
    zOne,
    zReportDocument,
  ),
  'surveys.printSummary': host(
    'Prints the summary of a round, or writes it to a file in a place that a person chooses',
    z.object({ id: zId, format: zSummaryFormat }),
    zOnPaper,
  ),
  'surveys.gaps': read(
    'Where people, groups or the school stand below what is aimed at',
    zOne,
    z.object({
      gaps: z.array(zGap),
      /** What people offered to share, and what the register of expertise says of it already. */
      offers: z.array(zOffer),
    }),
  ),
  'surveys.raise': write(
    'Raise needs from chosen gaps of a round',
    z.object({
      id: zId,
      keys: z.array(z.string().min(1)).min(1, 'input.required').max(1_000),
      dueOn: zDay.nullable().default(null),
      importance: zImportance.default(2),
    }),
    z.object({ raised: z.int(), already: z.int() }),
  ),
  'surveys.recordExpertise': write(
    'Put what people offered to share in a round into the register of expertise, over nothing entered by hand',
    z.object({ id: zId, keys: z.array(z.string().min(1)).min(1, 'input.required').max(10_000) }),
    z.object({ recorded: z.int() }),
  ),
}
