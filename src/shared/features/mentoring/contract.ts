import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { zMeetingInput, zPair, zPairInput, zPairLine, zPlanInput } from './model'

const zOne = z.object({ id: zId })

export const mentoringContract = {
  'mentoring.list': read(
    'Who coaches or mentors whom: running or ended pairs, of everybody or of one person, with how often they met',
    z.object({ who: z.enum(['running', 'ended', 'all']).default('running'), personId: z.string().optional() }),
    z.object({
      today: zDay,
      pairs: z.array(zPairLine),
      /** Whatever was asked for. */
      counts: z.object({ running: z.int(), ended: z.int() }),
    }),
  ),
  'mentoring.get': read('One pair with its meetings', zOne, zPair.extend({ today: zDay })),
  'mentoring.savePair': write('Begin a pair, or change one', zPairInput, zOne),
  'mentoring.endPair': write(
    'End a pair on a day, taking away what was planned after it; or, without a day, let it go on',
    z.object({ id: zId, endedOn: zDay.nullable() }),
    z.object({ removed: z.int() }),
  ),
  'mentoring.removePair': write('Remove a pair that was entered by mistake, with its meetings', zOne, zNothing),
  'mentoring.metOn': write(
    'Record in one go that a pair met on a day, or did not: what was planned for that day is marked, else a meeting is added',
    z.object({ pairId: zId, heldOn: zDay, state: z.enum(['held', 'missed']) }),
    zOne,
  ),
  'mentoring.saveMeeting': write('Add a meeting of a pair, or change one', zMeetingInput, zOne),
  'mentoring.planMeetings': write(
    'Plan meetings of a pair at a distance of weeks; days on which there is one already are passed over',
    zPlanInput,
    z.object({ planned: z.int() }),
  ),
  'mentoring.removeMeeting': write('Remove a meeting', zOne, zNothing),
}
