import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zReportDocument, zReportTable } from '../../kernel/report-table'
import { zNeededLine, zOptionalText } from '../../kernel/texts'
import {
  zAcademicYear,
  zActualLine,
  zApproval,
  zCluster,
  zLineInput,
  zPlan,
  zPlanInput,
  zPlanLine,
  zPlanShort,
  zRunInput,
  zVersionFormat,
} from './model'

const zOne = z.object({ id: zId })
const zYear = z.object({ year: zAcademicYear })
const zAdded = z.object({ added: z.int() })
const zChoice = z.object({ id: z.string(), name: z.string() })
const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What a plan can be made into beside paper. */
export const zPlanFormat = z.enum(['print', 'pdf', 'docx', 'xlsx', 'csv', 'json'])
export type PlanFormat = z.infer<typeof zPlanFormat>

export const planContract = {
  'plan.list': read(
    'Training plans, newest year first',
    zNothing,
    z.object({ thisYear: zAcademicYear, plans: z.array(zPlanShort) }),
  ),
  'plan.get': read(
    'The training plan of an academic year with its lines, its budget and its history; null where none was begun',
    zYear,
    z.object({ today: zDay, plan: zPlan.nullable() }),
  ),
  'plan.choices': read(
    'What a line can be made of: people, needs, groups, priorities, kinds, providers, kinds of cost, opportunities',
    zNothing,
    z.object({
      people: z.array(zChoice.extend({ postTitle: z.string().nullable() })),
      /** Agreed and planned, so that a line can serve them. */
      needs: z.array(zChoice.extend({ ownerName: z.string() })),
      groups: z.array(zChoice),
      priorities: z.array(zChoice.extend({ academicYear: z.int() })),
      types: z.array(zChoice),
      providers: z.array(zChoice),
      kinds: z.array(zChoice),
      opportunities: z.array(
        zChoice.extend({
          providerId: z.string().nullable(),
          typeCode: z.string(),
          /** Net, for one person; null where it was not said. */
          pricePence: zPence.nullable(),
          expertName: z.string().nullable(),
        }),
      ),
    }),
  ),
  'plan.toTake': read(
    'What could come into the plan of a year: agreed needs that say the same, requests that are wanted in it, lines of the plan before',
    zYear,
    z.object({
      clusters: z.array(zCluster),
      /** Needs that wait to be agreed, and so cannot be planned yet. */
      raised: z.int(),
      requests: z.array(
        z.object({
          id: z.string(),
          number: z.int(),
          title: z.string(),
          personName: z.string(),
          state: z.string(),
          costPence: zPence,
        }),
      ),
      lastYear: z.object({ academicYear: z.int(), lines: z.array(zPlanLine) }).nullable(),
    }),
  ),
  'plan.begin': write('Begin the training plan of an academic year', zYear, zOne),
  'plan.save': write('Change the title, budget, funds and words of a plan', zPlanInput, zNothing),
  'plan.remove': write('Take a plan away that was never sent for approval', zOne, zNothing),
  'plan.saveLine': write('Keep a line of the plan', zLineInput, zOne),
  'plan.removeLine': write('Take a line out of the plan', zOne, zNothing),
  'plan.move': write(
    'Move a line of the plan up or down among those of its kind',
    zOne.extend({ to: z.enum(['up', 'down', 'top', 'bottom']) }),
    zNothing,
  ),
  'plan.markMust': write(
    'Say that a line must happen whatever the money says, or that it is a wish',
    zOne.extend({ isMust: z.boolean() }),
    zNothing,
  ),
  'plan.takeNeeds': write(
    'Make lines of agreed needs, one for each that says the same',
    z.object({ planId: zId, clusters: z.array(z.array(zId).min(1).max(2000)).min(1, 'input.required').max(500) }),
    zAdded,
  ),
  'plan.takeRequests': write(
    'Make lines of requests',
    z.object({ planId: zId, requestIds: z.array(zId).min(1, 'input.required').max(500) }),
    zAdded,
  ),
  'plan.carryOver': write(
    'Copy lines of another plan, with nobody and no day yet booked',
    z.object({ planId: zId, lineIds: z.array(zId).min(1, 'input.required').max(1000) }),
    zAdded,
  ),
  'plan.makeEvent': write(
    'Make an event of a line: with its costs as estimates, its people and its needs, in one change',
    zRunInput,
    z.object({ eventId: z.string(), title: z.string(), booked: z.int(), needs: z.int() }),
  ),
  'plan.submit': write('Send the plan for approval', zOne, zNothing),
  'plan.return': write('Return the plan to its draft', zOne.extend({ words: zOptionalText(1000) }), zNothing),
  'plan.reopen': write(
    'Open an approved plan again, to make its next version',
    zOne.extend({ reason: zNeededLine(1000) }),
    zNothing,
  ),
  'plan.approve': host(
    'Approve the plan: its figures, text and files are kept as they are now',
    zApproval,
    z.object({ number: z.int() }),
  ),
  'plan.document': read(
    'The plan as a document, for the screen',
    zYear.extend({ names: z.boolean().default(false) }),
    z.object({ report: zReportDocument }),
  ),
  'plan.print': host(
    'Print the plan, or save it as a file',
    zYear.extend({ names: z.boolean().default(false), format: zPlanFormat }),
    z.object({ printed: z.boolean(), fileName: z.string().nullable() }),
  ),
  'plan.openVersion': read(
    'The bytes of an approved version, as they were approved',
    z.object({ id: zId, format: zVersionFormat }),
    z.object({ fileName: z.string(), mediaType: z.string(), content: zBytes }),
  ),
  'plan.printVersion': host(
    'Print an approved version, or save a copy of one of its files',
    z.object({ id: zId, format: z.union([z.literal('print'), zVersionFormat]) }),
    z.object({ printed: z.boolean(), fileName: z.string().nullable() }),
  ),
  'plan.actual': read(
    'The lines of a plan against what became of them: booked, held, spent, judged',
    zYear,
    z.object({
      today: zDay,
      plan: zPlanShort.nullable(),
      /** The number of the version that it is compared with; null where none was approved. */
      version: z.int().nullable(),
      lines: z.array(zActualLine),
      plannedPence: zPence,
      spentPence: zPence,
      /** All cash of the year that belongs to no line of the plan. */
      outsidePence: zPence,
      table: zReportTable,
    }),
  ),
  'plan.printActual': host(
    'Print the plan against actual, or save it as a file',
    zYear.extend({ format: zPlanFormat }),
    z.object({ printed: z.boolean(), fileName: z.string().nullable() }),
  ),
}
