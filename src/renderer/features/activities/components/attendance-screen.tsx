import { useState } from 'react'
import type { EventDetail } from '../../../../shared/features/activities/contract'
import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { Button, LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { Finding } from '../../../components/figures'
import type { MenuAction } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { AttendanceGrid } from './attendance-grid'
import { CancelBooking, SubstitutePanel } from './booking-panels'
import { unmarked, type Grid } from './marks'
import { OtherBookings } from './other-bookings'
import { useMarks } from './use-marks'

export interface AttendanceScreenProps {
  readonly event: EventDetail
  readonly onBook: () => void
}

/** Who comes and who was there: everything about the people of one event on one screen. */
export function AttendanceScreen({ event, onBook }: AttendanceScreenProps) {
  const read = useRead('attendance.grid', { eventId: event.id })
  return <ReadState read={read}>{(grid) => <Screen grid={grid} event={event} onBook={onBook} />}</ReadState>
}

function Screen({ grid, event, onBook }: AttendanceScreenProps & { readonly grid: Grid }) {
  const marks = useMarks(grid.sessions)
  const [leaving, setLeaving] = useState<GridPerson | undefined>(undefined)
  const [replaced, setReplaced] = useState<GridPerson | undefined>(undefined)
  const booked = grid.people.filter((person) => person.state === 'booked')
  const open = unmarked(booked, grid.sessions, grid.today)
  const actionsFor = (person: GridPerson): MenuAction[] => [
    { key: 'person', title: `Open ${person.name}`, to: `/staff/${person.personId}` },
    { key: 'replace', title: 'Someone else goes instead…', onAction: () => setReplaced(person) },
    { key: 'cancel', title: 'Cancel the booking…', onAction: () => setLeaving(person), isDanger: true },
  ]
  return (
    <>
      {grid.people.length === 0 && <NobodyYet event={event} onBook={onBook} />}
      {booked.length > 0 && grid.sessions.length === 0 && (
        <Notice
          tone="info"
          title="Attendance is marked by session, and there is none yet"
          action={<LinkButton to={`/activities/${event.id}/edit`}>Add the day</LinkButton>}
        >
          {plural(booked.length, 'person is', 'people are')} booked.
        </Notice>
      )}
      {booked.length > 0 && grid.sessions.length > 0 && (
        <>
          <div className="attendance-head">
            <Finding>
              {grid.creditedMinutes === 0 ? (
                <>
                  <em>{plural(booked.length, 'person is', 'people are')}</em> booked.
                </>
              ) : (
                <>
                  <em>{plural(grid.heads, 'person', 'people')}</em> with an hour or more,{' '}
                  <em>{formatMinutes(grid.creditedMinutes)}</em> in all.
                </>
              )}
            </Finding>
            {open.length > 0 && <Button onPress={() => marks.markAll(open)}>Everyone was there</Button>}
          </div>
          <AttendanceGrid
            people={booked}
            sessions={grid.sessions}
            today={grid.today}
            marks={marks}
            actionsFor={actionsFor}
          />
        </>
      )}
      <OtherBookings people={grid.people} onLeave={setLeaving} />
      <CancelBooking person={leaving} onClose={() => setLeaving(undefined)} />
      <SubstitutePanel eventId={event.id} person={replaced} onClose={() => setReplaced(undefined)} />
    </>
  )
}

function NobodyYet({ event, onBook }: AttendanceScreenProps) {
  return (
    <EmptyState
      title="Nobody is booked yet"
      about="Book people before it is held, or say afterwards who was there: whole school, a group, a team, or one by one."
      primary={<Button onPress={onBook}>Book people</Button>}
      secondary={
        event.sessions > 0 && (
          <LinkButton to={`/activities/record?event=${event.id}`}>These people came…</LinkButton>
        )
      }
    />
  )
}
