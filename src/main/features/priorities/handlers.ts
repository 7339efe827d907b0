import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { academicYearOf } from '../../../shared/kernel/years'
import type { prioritiesContract } from '../../../shared/features/priorities/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { listPriorities, priorityOf, yearsWithPriorities } from './queries'
import { carryOver, removeReading, savePriority, saveReading, setArchived, setStatus, toCarryOver } from './service'

export function prioritiesHandlers(desk: SchoolDesk, clock: Clock): HandlersOf<typeof prioritiesContract> {
  return {
    'priorities.list': ({ academicYear, ...options }) => {
      const thisYear = academicYearOf(clock.today())
      const year = academicYear ?? thisYear
      const years = new Set([thisYear + 1, thisYear, year, ...yearsWithPriorities(desk.read)])
      return {
        academicYear: year,
        years: [...years].sort((a, b) => b - a),
        priorities: listPriorities(desk.read, year, clock.today(), options),
        toCarryOver: toCarryOver(desk.read, year).length,
      }
    },
    'priorities.get': ({ id }) => priorityOf(desk.read, id, clock.today()),
    'priorities.save': (input) => ({ id: desk.write('priorities.save', (db) => savePriority(db, input)) }),
    'priorities.setStatus': ({ id, status }) => {
      desk.write('priorities.setStatus', (db) => setStatus(db, id, status))
      return {}
    },
    'priorities.archive': ({ id, isArchived }) => {
      desk.write('priorities.archive', (db) => setArchived(db, id, isArchived))
      return {}
    },
    'priorities.carryOver': ({ intoYear }) => ({
      copied: desk.write('priorities.carryOver', (db) => carryOver(db, intoYear, clock.today())),
    }),
    'priorities.saveReading': (input) => ({
      id: desk.write('priorities.saveReading', (db) => saveReading(db, input, clock.today())),
    }),
    'priorities.removeReading': ({ id }) => {
      desk.write('priorities.removeReading', (db) => removeReading(db, id))
      return {}
    },
  }
}
