import { formatPence } from '../../../shared/kernel/money'
import type { Task } from '../../../shared/features/today/contract'
import type { SectionKey } from '../../lib/routes'

interface Words {
  readonly section: SectionKey
  readonly title: string
  readonly about: string
  readonly action: string
}

const many = (count: number, one: string, several: string) => (count === 1 ? one : `${count} ${several}`)
const named = (task: Task) =>
  task.first === null ? '' : task.count === 1 ? task.first : `${task.first} and ${task.count - 1} more`

/** What a task says to a person: what it is, what it is about, and the words on its door. */
export function taskWords(task: Task): Words {
  const money = task.pence === null ? '' : formatPence(task.pence)
  switch (task.kind) {
    case 'no-staff':
      return {
        section: 'staff',
        title: 'Bring in your staff list',
        about: 'A CSV or Excel file from the office: names, posts, hours. Nothing CPD does not need is read.',
        action: 'Import staff',
      }
    case 'no-priorities':
      return {
        section: 'needs',
        title: 'Set this year’s priorities',
        about:
          'What the school wants to improve, and how you will know. Every course can then say what it was for.',
        action: 'Add a priority',
      }
    case 'no-activities':
      return {
        section: 'activities',
        title: 'Record the first activity',
        about: 'An INSET day for everyone, or a course somebody went on.',
        action: 'Record one',
      }
    case 'no-funds':
      return {
        section: 'money',
        title: 'Enter the CPD budget',
        about: 'The school’s own budget and any grants; costs are then set against them.',
        action: 'Add a fund',
      }
    case 'attendance-unmarked':
      return {
        section: 'activities',
        title: `Attendance is not marked for ${many(task.count, 'one event', 'events')}`,
        about: named(task),
        action: 'Mark who came',
      }
    case 'nobody-booked':
      return {
        section: 'activities',
        title: `${many(task.count, 'One event', 'events')} in the next two weeks ${task.count === 1 ? 'has' : 'have'} nobody booked`,
        about: named(task),
        action: 'Book people',
      }
    case 'evaluation-missing':
      return {
        section: 'impact',
        title: `${many(task.count, 'One finished event has', 'finished events have')} no judgement yet`,
        about: named(task),
        action: 'Say what came of it',
      }
    case 'payment-late':
      return {
        section: 'money',
        title: `${many(task.count, 'One invoice is', 'invoices are')} over 30 days old and not paid`,
        about: `${money} in all: ${named(task)}`,
        action: 'Look',
      }
    case 'ledger-unmatched':
      return {
        section: 'money',
        title: `${many(task.count, 'One ledger line matches', 'ledger lines match')} nothing yet`,
        about: `${money} in all`,
        action: 'Match',
      }
    case 'reading-missing':
      return {
        section: 'needs',
        title: `${many(task.count, 'One priority has', 'priorities have')} had no reading since before the last hundred days`,
        about: named(task),
        action: 'Add a reading',
      }
    case 'names-missing':
      return {
        section: 'staff',
        title: `${many(task.count, 'One person has', 'people have')} only a user name`,
        about: named(task),
        action: 'Add names',
      }
  }
}
