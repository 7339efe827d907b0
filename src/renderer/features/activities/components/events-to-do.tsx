import { X } from 'lucide-react'
import type { EventLine } from '../../../../shared/features/activities/contract'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { bookedWords, daysOf } from '../words'

export type Todo = 'mark' | 'book'

const words = {
  mark: {
    title: 'Attendance not marked',
    none: 'Attendance is marked for everything that is over.',
  },
  book: {
    title: 'Nobody booked for the next two weeks',
    none: 'Everything in the next two weeks has somebody booked.',
  },
} as const

const columns: readonly TableColumn<EventLine>[] = [
  {
    key: 'title',
    title: 'Event',
    kind: 'text',
    value: (event) => event.title,
    note: (event) => event.providerName ?? event.venue ?? '',
  },
  { key: 'when', title: 'When', kind: 'text', value: daysOf, width: 230 },
  { key: 'people', title: 'People', kind: 'text', value: bookedWords, width: 190, hideNarrow: true },
]

interface EventsToDoProps {
  readonly todo: Todo
  readonly thisYear: number
}

/** The events that a task of Today counts; each leads to its own page, where the work is done. */
export function EventsToDo({ todo, thisYear }: EventsToDoProps) {
  const read = useRead('activities.events', {
    todo,
    ...(todo === 'mark' ? { year: { kind: 'academic' as const, startYear: thisYear } } : {}),
  })
  return (
    <ReadState read={read}>
      {({ events }) => (
        <DataTable
          label={words[todo].title}
          rows={events}
          rowKey={(event) => event.id}
          columns={columns}
          hrefOf={(event) => `/activities/${event.id}`}
          toolbar={<AllEvents title={words[todo].title} />}
          empty={
            <>
              <div className="dt-toolbar">
                <AllEvents title={words[todo].title} />
              </div>
              <p>{words[todo].none}</p>
            </>
          }
        />
      )}
    </ReadState>
  )
}

/** What the list is narrowed to, and the way to let it go. */
function AllEvents({ title }: { readonly title: string }) {
  return (
    <LinkButton size="small" to="/activities" icon={<X aria-hidden="true" />}>
      {title}
    </LinkButton>
  )
}
