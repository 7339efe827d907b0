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

const moneyOf = (task: Task) => (task.pence === null ? '' : formatPence(task.pence))

const WORDS: Readonly<Record<Task['kind'], (task: Task) => Words>> = {
  'no-staff': () => ({
    section: 'staff',
    title: 'Import a staff list',
    about: 'A CSV or Excel file from the office: names, posts, hours. Nothing CPD does not need is read.',
    action: 'Import staff',
  }),
  'no-priorities': () => ({
    section: 'needs',
    title: 'Set this year’s priorities',
    about: 'What the school wants to improve, and how you will know. Every course can then say what it was for.',
    action: 'Add a priority',
  }),
  'no-activities': () => ({
    section: 'activities',
    title: 'Record the first activity',
    about: 'An INSET day for everyone, or a course somebody went on.',
    action: 'Record one',
  }),
  'no-funds': () => ({
    section: 'money',
    title: 'Enter the CPD budget',
    about: 'The school’s own budget and any grants; costs are then set against them.',
    action: 'Add a fund',
  }),
  'attendance-unmarked': (task) => ({
    section: 'activities',
    title: `Attendance is not marked for ${many(task.count, 'one event', 'events')}`,
    about: named(task),
    action: 'Mark who came',
  }),
  'nobody-booked': (task) => ({
    section: 'activities',
    title: `${many(task.count, 'One event', 'events')} in the next two weeks ${task.count === 1 ? 'has' : 'have'} nobody booked`,
    about: named(task),
    action: 'Book people',
  }),
  'evaluation-missing': (task) => ({
    section: 'impact',
    title: `${many(task.count, 'One event that ended three weeks ago has', 'events that ended three weeks ago or more have')} no judgement yet`,
    about: named(task),
    action: 'Say what came of it',
  }),
  'payment-late': (task) => ({
    section: 'money',
    title: `${many(task.count, 'One invoice is', 'invoices are')} over 30 days old and not paid`,
    about: `${moneyOf(task)} in all: ${named(task)}`,
    action: 'Look',
  }),
  'ledger-unmatched': (task) => ({
    section: 'money',
    title: `${many(task.count, 'One ledger line matches', 'ledger lines match')} nothing yet`,
    about: `${moneyOf(task)} in all`,
    action: 'Match',
  }),
  'reading-missing': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One priority has', 'priorities have')} had no reading since before the last hundred days`,
    about: named(task),
    action: 'Add a reading',
  }),
  'need-due': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One need is', 'needs are')} to be met within a month, and nothing is planned`,
    about: named(task),
    action: 'Plan for them',
  }),
  'need-evidence': (task) => ({
    section: 'needs',
    title: `Nobody has said whether ${many(task.count, 'one need was', 'needs were')} met`,
    about: named(task),
    action: 'Say what shows it',
  }),
  'plan-waiting': (task) => ({
    section: 'plan',
    title: 'The training plan is not approved',
    about: named(task),
    action: 'Open the plan',
  }),
  'plan-unmeasured': (task) => ({
    section: 'plan',
    title: `${many(task.count, 'One line of the plan has', 'lines of the plan have')} no measure of success`,
    about: named(task),
    action: 'Open the plan',
  }),
  'look-back-due': (task) => ({
    section: 'needs',
    title: `It is time to look back at ${many(task.count, 'one agreement', 'agreements')} about development`,
    about: named(task),
    action: 'Look back',
  }),
  'review-due': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One colleague is', 'colleagues are')} due a review of development`,
    about: named(task),
    action: 'See who',
  }),
  'talk-unsigned': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One talk about development is', 'talks about development are')} not agreed by both yet`,
    about: named(task),
    action: 'Agree',
  }),
  'round-to-close': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One round', 'rounds')} without names ${task.count === 1 ? 'has' : 'have'} ended and can be closed`,
    about: named(task),
    action: 'Close and look',
  }),
  'round-ending': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One round', 'rounds')} of a form ${task.count === 1 ? 'ends' : 'end'} within a week, and sheets are missing`,
    about: named(task),
    action: 'See who answered',
  }),
  'names-missing': (task) => ({
    section: 'staff',
    title: `${many(task.count, 'One person has', 'people have')} only a user name`,
    about: named(task),
    action: 'Add names',
  }),
  'induction-overdue': (task) => ({
    section: 'staff',
    title: `${many(task.count, 'One step of an induction is', 'steps of induction are')} overdue`,
    about: named(task),
    action: 'See to it',
  }),
  'meeting-unsaid': (task) => ({
    section: 'staff',
    title: `Did they meet? ${many(task.count, 'One meeting of a pair is', 'meetings of pairs are')} not marked`,
    about: 'Planned for a day that has passed',
    action: 'Mark it',
  }),
  'request-waiting': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One request waits', 'requests wait')} for a decision`,
    about: task.first ?? '',
    action: 'Decide',
  }),
  'request-agreed': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One request is', 'requests are')} agreed and not booked`,
    about: named(task),
    action: 'Book',
  }),
  'request-order': (task) => ({
    section: 'needs',
    title: `${many(task.count, 'One request has', 'requests have')} a place that is not ordered yet`,
    about: named(task),
    action: 'Order',
  }),
  'document-review': (task) => ({
    section: 'documents',
    title: `${many(task.count, 'One document is', 'documents are')} due to be looked at again`,
    about: named(task),
    action: 'Review',
  }),
  'document-waiting': (task) => ({
    section: 'documents',
    title: `${many(task.count, 'One document waits', 'documents wait')} for approval`,
    about: named(task),
    action: 'Approve',
  }),
}

/** What a task says to a person: what it is, what it is about, and the words on its door. */
export function taskWords(task: Task): Words {
  return WORDS[task.kind](task)
}
