import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zOptionalLine } from '../../kernel/texts'
import { zOnPaper } from '../packs/library'
import { zDetailedLine, zLine, zOfferedRule, zPer, zRuleInput, zShownRule, zStanding, zWhat } from './model'

const zStartYear = z.int().min(1990).max(2100)
/** An academic year by its first calendar year; this one when left out. */
const zYear = z.object({ year: zStartYear.optional() })
const zKept = z.object({ id: z.string() })

/** A rule as far as a column or a choice says it. */
export const zRuleHead = z.object({
  id: z.string(),
  title: z.string(),
  what: zWhat,
  per: zPer,
  counts: z.enum(['everything', 'training-days', 'types', 'activities', 'pairs', 'induction', 'ticks']).nullable(),
})
export type RuleHead = z.infer<typeof zRuleHead>

const zYearShown = z.object({
  startYear: z.int(),
  thisYear: z.int(),
  today: zDay,
  schoolDayMinutes: z.int(),
  rules: z.array(zRuleHead),
})

const zPersonHead = z.object({
  personId: z.string(),
  name: z.string(),
  listName: z.string(),
  postTitle: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
})
export const zEntitledPerson = zPersonHead.extend({ lines: z.array(zLine) })
export type EntitledPersonLine = z.infer<typeof zEntitledPerson>

/** A part of the staff against what was promised; its figures are null where it is too small to be shown. */
export const zFairCell = z.object({
  key: z.string(),
  title: z.string(),
  people: z.int().nullable(),
  promises: z.int().nullable(),
  /** Of the promises, those that are kept, arranged or on course. */
  inHand: z.int().nullable(),
  /** People who are behind with one promise at least. */
  behind: z.int().nullable(),
  entitledMinutes: z.int().nullable(),
  receivedMinutes: z.int().nullable(),
})
export type FairCell = z.infer<typeof zFairCell>

export const zFairView = z.object({
  key: z.enum(['group', 'team', 'fte', 'service']),
  title: z.string(),
  cells: z.array(zFairCell),
})
export type FairView = z.infer<typeof zFairView>

export const zStatementFormat = z.enum(['print', 'pdf', 'docx', 'csv', 'xlsx'])
export type StatementFormat = z.infer<typeof zStatementFormat>

export const entitlementsContract = {
  'entitlements.list': read(
    'How everybody stands with what the school promises them in a year',
    zYear,
    zYearShown.extend({ people: z.array(zEntitledPerson) }),
  ),
  'entitlements.ofPerson': read(
    'What one person is entitled to in a year, with the records behind each number',
    zYear.extend({ personId: z.string() }),
    zYearShown.extend({ person: zPersonHead.nullable(), lines: z.array(zDetailedLine) }),
  ),
  'entitlements.fairness': read(
    'How parts of the staff stand with what is promised; parts that are too small are not shown',
    zYear,
    zYearShown.extend({ smallest: z.int(), whole: zFairCell, views: z.array(zFairView) }),
  ),
  'entitlements.rules': read(
    'The rules that hold in a year, those that hold in other years, and what the packs offer',
    zYear,
    z.object({
      startYear: z.int(),
      thisYear: z.int(),
      rules: z.array(zShownRule),
      /** Versions that hold in other years only. */
      others: z.array(zShownRule),
      offered: z.array(zOfferedRule),
    }),
  ),
  'entitlements.choices': read(
    'What a rule can be made of: groups, kinds of activity, activities, statements',
    zNothing,
    z.object({
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
      types: z.array(z.object({ code: z.string(), name: z.string() })),
      activities: z.array(z.object({ id: z.string(), title: z.string() })),
      documents: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  'entitlements.saveRule': write(
    'Add a rule, or change one from a year on; before that year it stays as it was',
    zRuleInput,
    zKept,
  ),
  'entitlements.adopt': write(
    'Copy rules of packs for a year and those after it',
    z.object({
      rules: z
        .array(z.object({ packId: z.string(), ruleId: z.string() }))
        .min(1)
        .max(500),
      fromYear: zStartYear,
    }),
    z.object({ adopted: z.int() }),
  ),
  'entitlements.endRule': write(
    'Let a rule end with a year, or hold on again',
    z.object({ id: z.string(), lastYear: zStartYear.nullable() }),
    zNothing,
  ),
  'entitlements.removeRule': write('Take a rule back as if it had never been', zKept, zNothing),
  'entitlements.ticks': read(
    'Everybody whom a rule is for in a year, with what is ticked off for them',
    zYear.extend({ ruleId: z.string() }),
    z.object({
      startYear: z.int(),
      thisYear: z.int(),
      today: zDay,
      rule: zRuleHead,
      people: z.array(
        zPersonHead.extend({
          entitled: z.int(),
          received: z.int().nullable(),
          standing: zStanding,
          dueOn: zDay,
          ticks: z.array(z.object({ id: z.string(), doneOn: zDay, note: z.string().nullable() })),
        }),
      ),
    }),
  ),
  'entitlements.tick': write(
    'Tick a rule off for people on a day',
    z.object({
      ruleId: z.string(),
      personIds: z.array(zId).min(1, 'input.required').max(2000),
      doneOn: zDay,
      note: zOptionalLine(200),
    }),
    z.object({ ticked: z.int() }),
  ),
  'entitlements.untick': write(
    'Take ticks back',
    z.object({ ids: z.array(z.string()).min(1).max(2000) }),
    z.object({ taken: z.int() }),
  ),
  'entitlements.eventsFor': read(
    'Events to come that would count for a rule',
    z.object({ ruleId: z.string() }),
    z.object({
      events: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          firstOn: zDay,
          minutes: z.int(),
          booked: z.int(),
          capacity: z.int().nullable(),
          personIds: z.array(z.string()),
        }),
      ),
    }),
  ),
  'entitlements.print': host(
    'Sends the statement of one person, of everybody, or the list of all to a printer or into a file',
    zYear.extend({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('person'), personId: z.string() }),
        z.object({ kind: z.literal('everybody') }),
      ]),
      format: zStatementFormat,
    }),
    zOnPaper,
  ),
}
