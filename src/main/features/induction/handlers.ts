import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { inductionContract } from '../../../shared/features/induction/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { stepLists, type ShelvedChecklist } from './lists'
import { inductionOf, listInductions, listStarters } from './repository'
import { beginInduction, leaveOutStep, moveStep, saveInduction, saveStep, tickStep } from './service'

export interface InductionNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  /** The checklists of every layer. */
  readonly checklists: () => Promise<readonly ShelvedChecklist[]>
}

export function inductionHandlers({
  desk,
  clock,
  checklists,
}: InductionNeeds): HandlersOf<typeof inductionContract> {
  return {
    'induction.list': ({ who, personId }) => {
      const today = clock.today()
      const all = listInductions(desk.read, today, personId)
      const open = all.filter(({ state }) => state === 'open')
      const starters = listStarters(desk.read, today)
      return {
        today,
        inductions: who === 'all' ? all : all.filter(({ state }) => (state === 'open') === (who === 'open')),
        starters: personId === undefined ? starters : starters.filter(({ id }) => id === personId),
        counts: { open: open.length, finished: all.length - open.length },
      }
    },
    'induction.get': ({ id }) => ({ ...inductionOf(desk.read, id, clock.today()), today: clock.today() }),
    'induction.lists': async () => {
      const found = await desk.sameSchoolAfter(checklists)
      return { today: clock.today(), lists: stepLists(desk.read, found) }
    },
    'induction.begin': (input) => ({
      id: desk.write('induction.begin', (db) => beginInduction(db, input, clock.today())),
    }),
    'induction.save': (input) => ({ moved: desk.write('induction.save', (db) => saveInduction(db, input)) }),
    'induction.saveStep': (input) => ({ id: desk.write('induction.saveStep', (db) => saveStep(db, input)) }),
    'induction.tick': ({ id, doneOn }) => {
      desk.write('induction.tick', (db) => tickStep(db, id, doneOn, clock.today()))
      return {}
    },
    'induction.leaveOut': ({ id, reason }) => {
      desk.write('induction.leaveOut', (db) => leaveOutStep(db, id, reason))
      return {}
    },
    'induction.moveStep': ({ id, to }) => {
      desk.write('induction.moveStep', (db) => moveStep(db, id, to))
      return {}
    },
  }
}
