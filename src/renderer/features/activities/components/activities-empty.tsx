import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { SimpleTable } from '../../../components/simple-table'
import type { ReportTable } from '../../../../shared/kernel/report-table'
import { day } from '../../../../shared/kernel/dates'

const row = (key: string, event: string, on: string, people: number, minutes: number) => ({
  key,
  cells: { event, on: day(on), people, minutes },
})

const picture: ReportTable = {
  key: 'picture',
  title: 'Held',
  columns: [
    { key: 'event', title: 'Event', kind: 'text' },
    { key: 'on', title: 'When', kind: 'day' },
    { key: 'people', title: 'People', kind: 'count' },
    { key: 'minutes', title: 'Hours', kind: 'hours' },
  ],
  rows: [
    row('1', 'Safeguarding update', '2025-09-01', 42, 3780),
    row('2', 'Phonics for teaching assistants', '2025-10-14', 14, 1050),
    row('3', 'Coaching pair: questioning', '2025-11-06', 2, 240),
  ],
  notes: [],
}

/** The first sight of Activities: what it is for, what it looks like filled, two ways to start. */
export function ActivitiesEmpty() {
  return (
    <EmptyState
      title="No activity yet"
      about="Begin with the last training day: give it a name and a day, choose the whole school, and everyone’s hours are recorded. Courses of one person go in the same way."
      picture={<SimpleTable table={picture} />}
      primary={<LinkButton to="/activities/record">Record what was done</LinkButton>}
      secondary={<LinkButton to="/activities/new">Plan an event to come</LinkButton>}
    />
  )
}
