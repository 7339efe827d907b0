import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import {
  zBeginInput,
  zInduction,
  zInductionInput,
  zInductionLine,
  zLeaveOutReason,
  zStarter,
  zStepInput,
  zStepList,
} from './model'

const zOne = z.object({ id: zId })

export const inductionContract = {
  'induction.list': read(
    'Who is new and what is still to be done for them: inductions, and starters without one',
    z.object({ who: z.enum(['open', 'finished', 'all']).default('open'), personId: z.string().optional() }),
    z.object({
      today: zDay,
      inductions: z.array(zInductionLine),
      /** Everybody who began within the last year and has no induction. */
      starters: z.array(zStarter),
      counts: z.object({ open: z.int(), finished: z.int() }),
    }),
  ),
  'induction.get': read('One induction with its steps', zOne, zInduction.extend({ today: zDay })),
  'induction.lists': read(
    'Lists of steps to begin an induction from: checklists of the packs, and the inductions of others',
    zNothing,
    z.object({ today: zDay, lists: z.array(zStepList) }),
  ),
  'induction.begin': write('Begin the induction of a person with its steps', zBeginInput, zOne),
  'induction.save': write(
    'Change an induction; when its first day moves, the days of open steps move with it',
    zInductionInput,
    z.object({ moved: z.int() }),
  ),
  'induction.saveStep': write('Add a step, or change one', zStepInput, zOne),
  'induction.tick': write(
    'Record on which day a step was done, or, without a day, that it is not done',
    z.object({ id: zId, doneOn: zDay.nullable() }),
    zNothing,
  ),
  'induction.leaveOut': write(
    'Leave a step out with the reason, or, without a reason, take it in again',
    z.object({ id: zId, reason: zLeaveOutReason.nullable() }),
    zNothing,
  ),
  'induction.moveStep': write(
    'Move a step one place up or down',
    z.object({ id: zId, to: z.enum(['up', 'down']) }),
    zNothing,
  ),
}
