import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { mentoringContract } from '../../../shared/features/mentoring/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { listPairs, pairOf } from './repository'
import { endPair, planMeetings, recordMeeting, removeMeeting, removePair, saveMeeting, savePair } from './service'

export function mentoringHandlers(desk: SchoolDesk, clock: Clock): HandlersOf<typeof mentoringContract> {
  return {
    'mentoring.list': ({ who, personId }) => {
      const today = clock.today()
      const all = listPairs(desk.read, today, personId)
      const running = all.filter((pair) => pair.isRunning)
      return {
        today,
        pairs: who === 'all' ? all : all.filter((pair) => pair.isRunning === (who === 'running')),
        counts: { running: running.length, ended: all.length - running.length },
      }
    },
    'mentoring.get': ({ id }) => ({ ...pairOf(desk.read, id, clock.today()), today: clock.today() }),
    'mentoring.savePair': (input) => ({ id: desk.write('mentoring.savePair', (db) => savePair(db, input)) }),
    'mentoring.endPair': ({ id, endedOn }) => ({
      removed: desk.write('mentoring.endPair', (db) => endPair(db, id, endedOn)),
    }),
    'mentoring.removePair': ({ id }) => {
      desk.write('mentoring.removePair', (db) => removePair(db, id))
      return {}
    },
    'mentoring.metOn': (input) => ({
      id: desk.write('mentoring.metOn', (db) => recordMeeting(db, input, clock.today())),
    }),
    'mentoring.saveMeeting': (input) => ({
      id: desk.write('mentoring.saveMeeting', (db) => saveMeeting(db, input, clock.today())),
    }),
    'mentoring.planMeetings': (input) => ({
      planned: desk.write('mentoring.planMeetings', (db) => planMeetings(db, input, clock.today())),
    }),
    'mentoring.removeMeeting': ({ id }) => {
      desk.write('mentoring.removeMeeting', (db) => removeMeeting(db, id))
      return {}
    },
  }
}
