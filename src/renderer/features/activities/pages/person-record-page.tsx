import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Finding } from '../../../components/figures'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { daysOf } from '../words'
import { useTypology } from '../components/use-typology'

type Line = OutputFor<'activities.ofPerson'>['events'][number]

/** What one person went to in all years, and the door to recording more of it. */
export function PersonRecordPage() {
  const { id } = useParams<{ id: string }>()
  const person = useRead('staff.get', { id })
  const record = (kind: 'primary' | 'plain') => (
    <LinkButton kind={kind} to={`/activities/record?person=${id}`}>
      Record what was done
    </LinkButton>
  )
  return (
    <ReadState read={person}>
      {({ name }) => (
        <>
          <PageHead
            title={`CPD of ${name}`}
            about="Everything they went to or are booked on, with the post they held then."
            trail={[{ title: name, to: `/staff/${id}` }]}
            primary={record('primary')}
          />
          <History personId={id} start={record('plain')} />
        </>
      )}
    </ReadState>
  )
}

function History({ personId, start }: { readonly personId: string; readonly start: ReactNode }) {
  const read = useRead('activities.ofPerson', { personId })
  const typology = useTypology()
  return (
    <ReadState read={read}>
      {({ events, creditedMinutes }) => (
        <>
          {creditedMinutes > 0 && (
            <Finding>
              <em>{formatMinutes(creditedMinutes)}</em> credited over{' '}
              {plural(events.filter((event) => event.creditedMinutes > 0).length, 'event', 'events')}.
            </Finding>
          )}
          <DataTable
            label="CPD record"
            rows={events}
            rowKey={(event) => event.eventId}
            columns={columnsFor(typology.typeName)}
            filter={(event) => `${event.title} ${typology.typeName(event.typeCode)}`}
            hrefOf={(event) => `/activities/${event.eventId}`}
            empty={
              <EmptyState
                title="Nothing recorded yet"
                about="Courses, training days and coaching show here with their hours."
                primary={start}
              />
            }
          />
        </>
      )}
    </ReadState>
  )
}

function stateOf(event: Line): string {
  if (event.status === 'cancelled') return 'Event cancelled'
  if (event.bookingState === 'cancelled') return 'Did not go'
  if (event.bookingState === 'waiting') return 'Waiting'
  if (event.sessionsMarked === 0) return 'Booked'
  return event.creditedMinutes === 0 ? 'Absent' : 'Attended'
}

function columnsFor(typeName: (code: string) => string): readonly TableColumn<Line>[] {
  return [
    {
      key: 'title',
      title: 'Event',
      kind: 'text',
      value: (event) => event.title,
      note: (event) =>
        [typeName(event.typeCode), event.postTitle && `as ${event.postTitle}`].filter(Boolean).join(' · '),
    },
    {
      key: 'when',
      title: 'When',
      kind: 'day',
      value: (event) => event.lastOn,
      note: (event) => (event.sessions > 1 ? daysOf(event) : ''),
      width: 150,
    },
    { key: 'state', title: 'State', kind: 'text', value: stateOf, width: 130, hideNarrow: true },
    { key: 'hours', title: 'Hours', kind: 'hours', value: (event) => event.creditedMinutes, width: 90 },
  ]
}
