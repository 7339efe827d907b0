import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zPence } from '../../kernel/money'
import { zNeededLine, zNeededText, zOptionalText } from '../../kernel/texts'
import { zYearAsked } from '../../kernel/years'
import { zOnPaper } from '../packs/library'
import { zBuyLine } from './before-you-buy'
import {
  zBookInput,
  zDecideInput,
  zOrderInput,
  zRequestInput,
  zRequestLine,
  zRequestRecord,
  zRequestState,
  zRules,
  zStepRole,
} from './model'

const zOne = z.object({ id: zId })

const zAsked = z.object({
  states: z.array(zRequestState).optional(),
  personId: z.string().optional(),
  eventId: z.string().optional(),
  year: zYearAsked.optional(),
  /** The title of a step, or the key of a person: only what waits there. */
  waitsFor: z.string().max(120).optional(),
})

export const requestsContract = {
  'requests.list': read(
    'Requests, the newest first: by state, by who asked, by year, by the event asked for, or those that wait for somebody',
    zAsked,
    z.object({
      today: zDay,
      requests: z.array(zRequestLine),
      /** By state, of all that fits but for its state. */
      counts: z.partialRecord(zRequestState, z.int()),
      /** How many requests the file holds, whatever was asked for. */
      inAll: z.int(),
    }),
  ),
  'requests.get': read(
    'One request with its costs, its steps and all that was said of it',
    zOne,
    zRequestRecord.extend({ today: zDay }),
  ),
  'requests.beforeYouBuy': read(
    'What to look at before agreeing to a request: budget, provider, others, promises, notice, cover, marks of quality',
    zOne,
    z.object({ lines: z.array(zBuyLine) }),
  ),
  'requests.marks': read(
    'The marks of effective development that a request is looked at by, from the packs',
    zNothing,
    z.object({
      title: z.string(),
      about: z.string(),
      marks: z.array(z.object({ id: z.string(), text: z.string(), help: z.string() })),
    }),
  ),
  'requests.save': write(
    'Take a request in, or change one that is not decided; one that was sent back waits again',
    zRequestInput,
    zOne,
  ),
  'requests.withdraw': write(
    'Take a request back, with the reason',
    z.object({ id: zId, reason: zNeededText(2000) }),
    zNothing,
  ),
  'requests.decide': write(
    'Agree to requests, decline them, send them back with a question or comment on them: all or none, each in the step that it waits for',
    zDecideInput,
    z.object({ decided: z.int(), agreed: z.int(), waitFor: z.array(z.string()) }),
  ),
  'requests.addStep': write(
    'Put a step into a request that is under way',
    z.object({
      id: zId,
      /** The step that it comes after; null for the first. */
      afterStepId: zId.nullable().default(null),
      title: zNeededLine(80),
      role: zStepRole,
      personId: zId.nullable().default(null),
      isCommentOnly: z.boolean().default(false),
    }),
    zOne,
  ),
  'requests.leaveStepOut': write(
    'Leave out a step that is not decided, with the reason',
    z.object({ stepId: zId, reason: zNeededText(2000) }),
    zNothing,
  ),
  'requests.changeFund': write(
    'Let another fund pay than was wished for; where that costs the school more than was agreed, those who agreed are asked again',
    z.object({ id: zId, fundId: zId, reason: zOptionalText(500) }),
    z.object({ isAskedAgain: z.boolean() }),
  ),
  'requests.book': write(
    'Carry out a request that is agreed, in one change: the place, its costs under their funds, how it will be measured',
    zBookInput,
    z.object({
      eventId: z.string(),
      title: z.string(),
      state: z.enum(['booked', 'waiting', 'cancelled']),
      costs: z.int(),
    }),
  ),
  'requests.order': write(
    'Order what a place costs that came free after its request was booked',
    zOrderInput,
    z.object({ costs: z.int(), orderedPence: zPence }),
  ),
  'requests.bookAgain': write(
    'Let a request be booked again whose place was given back or whose event was cancelled; where that costs more than was agreed, those who agreed are asked again',
    z.object({ id: zId }),
    z.object({ isAskedAgain: z.boolean(), chargedPence: zPence, givenUpPence: zPence }),
  ),
  'requests.print': host(
    'Sends the register, the form to fill in, one request or the letter about it to a printer or into a file',
    z.object({
      of: z.discriminatedUnion('kind', [
        /** Names are left out unless they are asked for. */
        z.object({ kind: z.literal('register'), asked: zAsked, hasNames: z.boolean().default(false) }),
        z.object({ kind: z.literal('form') }),
        z.object({ kind: z.literal('letter'), id: zId }),
      ]),
      format: z.enum(['print', 'pdf', 'docx', 'xlsx', 'csv']),
    }),
    zOnPaper,
  ),
  'requests.cancelTerms': read(
    'What giving a place back today would cost, by the terms of the provider or of the school',
    z.object({ bookingId: zId }),
    z.object({
      /** Nobody had the place yet: leaving the waiting list costs nothing. */
      isWaiting: z.boolean(),
      startsOn: zDay.nullable(),
      noticeDays: z.int().nullable(),
      /** The part of the fee that is charged; null where no terms, or no day, are known. */
      percent: z.int().nullable(),
      waiting: z.int(),
      costs: z.array(
        z.object({
          description: z.string(),
          stage: z.enum(['estimated', 'ordered', 'billed']),
          isCharged: z.boolean(),
          wholePence: zPence,
          proposedPence: zPence,
        }),
      ),
    }),
  ),
  'requests.cancelPlace': write(
    'Give a place back in one change: its costs come down to what is charged, and who waits longest can move up',
    z.object({
      bookingId: zId,
      reason: zNeededText(500),
      percent: z.int('number.invalid').min(0, 'number.invalid').max(100, 'number.invalid'),
      moveUp: z.boolean().default(true),
    }),
    z.object({
      chargedPence: zPence,
      givenUpPence: zPence,
      billedPence: zPence,
      waiting: z.int(),
      movedUp: z.array(z.string()),
      /** How many requests for this event have a place whose costs are not ordered. */
      toOrder: z.int(),
    }),
  ),
  'requests.rules': read(
    'How the school decides: its steps, the notice it asks for, what is charged for places given back late',
    zNothing,
    zRules,
  ),
  'requests.saveRules': write('Keep how the school decides; what is under way keeps its steps', zRules, zNothing),
}
