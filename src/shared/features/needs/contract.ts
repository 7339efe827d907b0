import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zOnPaper } from '../packs/library'
import { zBalance } from './balance'
import { zExpertiseInput, zExpertiseLine } from './expertise'
import { zMoveInput, zNeed, zNeedFilter, zNeedInput, zNeedLine, zRaiseInput, zStandard } from './model'

const zOne = z.object({ id: z.string() })
const zChoice = z.object({ id: z.string(), name: z.string() })

/** The ways in which needs are set beside each other. */
export const balanceViews = ['priority', 'group', 'source', 'clusters', 'matrix', 'unserved'] as const
export const zBalanceView = z.enum(balanceViews)
export type BalanceView = z.infer<typeof zBalanceView>

export const zNeedsFormat = z.enum(['print', 'pdf', 'docx', 'xlsx', 'csv'])
export type NeedsFormat = z.infer<typeof zNeedsFormat>

/** What can be printed or saved. */
export const zPrintedNeeds = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    filter: zNeedFilter,
    /** What it is narrowed to, in words, for the head of the page. */
    narrowedTo: z.string().max(300).default(''),
  }),
  z.object({ kind: z.literal('balance'), view: zBalanceView, year: z.int().min(1990).max(2100).optional() }),
  z.object({ kind: z.literal('need'), id: zId }),
  z.object({
    kind: z.literal('expertise'),
    canTrain: z.boolean().default(false),
    text: z.string().trim().max(200).default(''),
  }),
])
export type PrintedNeeds = z.output<typeof zPrintedNeeds>

export const needsContract = {
  'needs.list': read(
    'Needs of people, teams, staff groups and the school, as narrowed; open and important ones first',
    zNeedFilter,
    z.object({ today: zDay, needs: z.array(zNeedLine) }),
  ),
  'needs.get': read('One need with its history and the events that serve it', zOne, zNeed.extend({ today: zDay })),
  'needs.choices': read(
    'What a need can be made of: people, teams, groups, priorities, kinds of activity',
    zNothing,
    z.object({
      today: zDay,
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          postTitle: z.string().nullable(),
          groupId: z.string().nullable(),
          teamIds: z.array(z.string()),
        }),
      ),
      teams: z.array(zChoice),
      groups: z.array(zChoice),
      priorities: z.array(z.object({ id: z.string(), title: z.string(), academicYear: z.int() })),
      types: z.array(z.object({ code: z.string(), name: z.string() })),
      /** Who is working now: whoever agrees, unless somebody else is named. */
      actingPersonId: z.string().nullable(),
    }),
  ),
  'needs.standards': read(
    'The statements of the frameworks that packs bring, and other standards that needs and expertise name',
    zNothing,
    z.object({ standards: z.array(zStandard) }),
  ),
  'needs.events': read(
    'Events of this academic year and those to come, which a need can be served by; cancelled ones are left out',
    zNothing,
    z.object({ events: z.array(z.object({ id: z.string(), title: z.string(), firstOn: zDay.nullable() })) }),
  ),
  'needs.raise': write(
    'Raise the same need for one or many; whoever has it open already keeps the one that is there',
    zRaiseInput,
    z.object({ raised: z.int(), already: z.int(), ids: z.array(z.string()) }),
  ),
  'needs.save': write('Change what a need says and whose it is', zNeedInput, zOne),
  'needs.move': write(
    'Agree, plan, close or take up needs again; what is met asks for evidence, what is given up for a reason',
    zMoveInput,
    z.object({ moved: z.int() }),
  ),
  'needs.serve': write(
    'Put an event to needs that it serves; agreed ones are planned from then on',
    z.object({ needIds: z.array(zId).min(1, 'input.required').max(2000), eventId: zId }),
    z.object({ added: z.int() }),
  ),
  'needs.letGo': write('Take an event from a need again', z.object({ needId: zId, eventId: zId }), zNothing),
  'needs.balance': read(
    'Needs of an academic year by priority, group and source, as clusters, and by importance and cost',
    z.object({ year: z.int().min(1990).max(2100).optional() }),
    zBalance,
  ),
  'needs.print': host(
    'Sends a view of needs or the register of expertise to a printer or into a file; names only when asked for',
    z.object({ of: zPrintedNeeds, withNames: z.boolean().default(false), format: zNeedsFormat }),
    zOnPaper,
  ),
  'expertise.list': read(
    'Who knows what well, and who can train others in it',
    z.object({
      personId: z.string().optional(),
      canTrain: z.boolean().default(false),
      withPast: z.boolean().default(false),
      text: z.string().trim().max(200).default(''),
    }),
    z.object({ today: zDay, lines: z.array(zExpertiseLine) }),
  ),
  'expertise.save': write('Add to the register of expertise, or change a line of it', zExpertiseInput, zOne),
  'expertise.remove': write('Take a line out of the register of expertise', zOne, zNothing),
}
