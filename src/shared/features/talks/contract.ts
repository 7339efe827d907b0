import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zNeededText } from '../../kernel/texts'
import { zOwner, zState } from '../needs/model'
import { zQualificationSet } from '../packs/qualification-content'
import { zTalk, zTalkKind, zTalkLine, zTalkRecord } from './model'
import { zFoundNeed } from './parts'

const zOne = z.object({ id: z.string() })
const zPerson = z.object({ id: z.string(), name: z.string(), postTitle: z.string().nullable() })

/** How a talk comes on paper: the empty form, a filled one, the agreement that is signed, the sheet to vote on, the list of a year. */
export const zTalkPaper = z.enum(['blank', 'filled', 'agreement', 'voting', 'list'])
export type TalkPaper = z.infer<typeof zTalkPaper>

export const talksContract = {
  'talks.list': read(
    'Talks and notes of one kind in an academic year, the newest first; with reviews, who has had none',
    z.object({
      kind: zTalkKind,
      /** By its first calendar year; today’s when left out. */
      year: z.int().min(1990).max(2100).optional(),
      /** Of one person, whatever the year. */
      personId: z.string().optional(),
    }),
    z.object({
      today: zDay,
      year: z.int(),
      years: z.array(z.int()),
      lines: z.array(zTalkLine),
      /** Of today’s staff, by surname; empty but for reviews. */
      without: z.array(zPerson),
      staff: z.int(),
    }),
  ),
  'talks.counts': read(
    'How many talks of each kind there are this academic year',
    zNothing,
    z.object({ counts: z.record(zTalkKind, z.int()) }),
  ),
  'talks.get': read('One talk with what became of it', zOne, zTalkRecord.extend({ today: zDay })),
  'talks.around': read(
    'What somebody did and what they need, for the talk with them: since the last one, else in the academic year',
    z.object({ personId: z.string(), on: zDay, kind: z.enum(['review', 'route']) }),
    z.object({
      since: zDay,
      lastOn: zDay.nullable(),
      creditedMinutes: z.int(),
      events: z.array(z.object({ id: z.string(), title: z.string(), lastOn: zDay.nullable(), minutes: z.int() })),
      needs: z.array(z.object({ id: z.string(), title: z.string(), state: zState })),
    }),
  ),
  'talks.qualifications': read(
    'Levels and kinds of qualifications, as the packs have them',
    zNothing,
    z.object({ sets: z.array(zQualificationSet) }),
  ),
  'talks.save': write(
    'Keep a talk: a review, a team exercise, a walk, a note or a way to a qualification',
    z.object({ talk: zTalk }),
    zOne,
  ),
  'talks.agree': write(
    'Record the day on which both agreed, raising the needs of it as agreed; or, without a day, take that back',
    z.object({ id: zId, agreedOn: zDay.nullable() }),
    z.object({ raised: z.int(), already: z.int() }),
  ),
  'talks.lookBack': write(
    'Record what two people found when they looked back at what they had agreed',
    z.object({ id: zId, on: zDay, text: zNeededText(4000) }),
    zOne,
  ),
  'talks.raise': write(
    'Raise needs that a talk found; whoever has them open already keeps what is there',
    z.object({ id: zId, owner: zOwner, needs: z.array(zFoundNeed).min(1, 'input.required').max(60) }),
    z.object({ raised: z.int(), already: z.int() }),
  ),
  'talks.remove': write('Remove a talk that was entered by mistake', z.object({ id: zId }), zNothing),
  'talks.print': host(
    'Print a talk, its empty form, its agreement or the list of a year, or save it as a file',
    z.object({
      kind: zTalkKind,
      paper: zTalkPaper,
      id: zId.optional(),
      year: z.int().min(1990).max(2100).optional(),
      withNames: z.boolean().default(false),
      format: z.enum(['print', 'pdf', 'docx']),
    }),
    z.object({ printed: z.boolean(), fileName: z.string().nullable() }),
  ),
} as const
