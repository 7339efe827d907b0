import type { activitiesContract } from '../../../shared/features/activities/contract'
import type { Typology } from '../../../shared/features/packs/model'
import type { Clock } from '../../../shared/kernel/clock'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { YearAsked } from '../../../shared/kernel/years'
import type { WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { markCells } from './attendance-service'
import { attendanceGrid, book, cancelBookings, candidates, confirmBookings, substitute } from './bookings-service'
import { choices } from './choices'
import { countEvents, lastHeldOn, listEvents } from './event-list'
import { cancelEvent, eventDetail, keepActivity, keepEvent } from './events-service'
import { historyOf } from './person-history'
import { record, type RecordNeeds } from './record'
import { eventRow, listActivities, setActivityArchived, setEventArchived } from './repository'

export interface ActivitiesNeeds extends Omit<RecordNeeds, 'today' | 'typology'> {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly typology: () => Typology
  /** What hangs on a place, its request and its costs, goes to whoever takes it; belongs to requests and costs. */
  readonly passOn: (db: WriteDb, fromBookingId: string, toBookingId: string) => void
  /** What an event serves follows it when it is cancelled, or takes place after all; belongs to needs. */
  readonly eventTurned: (
    db: WriteDb,
    eventId: string,
    turn: { readonly to: 'cancelled'; readonly reason: string } | { readonly to: 'revived' },
  ) => void
}

type Handlers = HandlersOf<typeof activitiesContract>

export function activitiesHandlers(needs: ActivitiesNeeds): Handlers {
  const { desk, clock, typology, eventTurned } = needs
  const today = () => clock.today()
  const daysOf = (year: YearAsked | undefined) => year && daysOfYear(desk.read, year)
  return {
    'activities.events': ({ year, phase, ...filter }) => {
      const events = listEvents(desk.read, { ...filter, days: daysOf(year) }, today())
      return {
        events: phase === undefined ? events : events.filter((event) => event.phase === phase),
        eventsInAll: countEvents(desk.read),
        lastHeldOn: lastHeldOn(desk.read, today()),
      }
    },
    'activities.event': ({ id }) => eventDetail(desk.read, id, today()),
    'activities.list': (filter) => ({ activities: listActivities(desk.read, filter) }),
    'activities.choices': () => choices(desk.read, today()),
    'activities.ofPerson': ({ personId, year }) => historyOf(desk.read, personId, daysOf(year)),
    'activities.save': (input) => ({
      id: desk.write('activities.save', (db) => keepActivity(db, input, typology())),
    }),
    'activities.archive': ({ id, isArchived }) => {
      desk.write('activities.archive', (db) => setActivityArchived(db, id, isArchived))
      return {}
    },
    'activities.saveEvent': (input) => ({
      id: desk.write('activities.saveEvent', (db) => {
        const before = input.id === null ? undefined : eventRow(db, input.id)
        const id = keepEvent(db, input, today(), typology())
        if (before?.status === 'cancelled') eventTurned(db, id, { to: 'revived' })
        return id
      }),
    }),
    'activities.cancelEvent': ({ id, reason }) => {
      desk.write(
        'activities.cancelEvent',
        (db) => {
          cancelEvent(db, id, reason)
          eventTurned(db, id, { to: 'cancelled', reason })
        },
        { reason },
      )
      return {}
    },
    'activities.archiveEvent': ({ id, isArchived }) => {
      desk.write('activities.archiveEvent', (db) => setEventArchived(db, id, isArchived))
      return {}
    },
    'activities.record': (input) =>
      desk.write('activities.record', (db) =>
        record(db, input, { ...needs, typology: typology(), today: today() }),
      ),
    ...bookingsHandlers(needs),
  }
}

type BookingChannels = Extract<keyof Handlers, `bookings.${string}` | `attendance.${string}`>

function bookingsHandlers(needs: ActivitiesNeeds): Pick<Handlers, BookingChannels> {
  const { desk, clock, expectChange, passOn, bookedAgain } = needs
  const today = () => clock.today()
  return {
    'bookings.candidates': (input) => candidates(desk.read, input, today()),
    'bookings.book': (input) =>
      desk.write('bookings.book', (db) => {
        if (input.expectedChange !== null) expectChange(db, input.eventId, input.expectedChange)
        return book(db, input, { today: today(), bookedAgain })
      }),
    'bookings.cancel': (input) =>
      desk.write('bookings.cancel', (db) => cancelBookings(db, input, today()), { reason: input.reason }),
    'bookings.confirm': ({ bookingIds }) =>
      desk.write('bookings.confirm', (db) => confirmBookings(db, bookingIds, bookedAgain)),
    'bookings.substitute': (input) => ({
      id: desk.write('bookings.substitute', (db) => substitute(db, input, today(), passOn)),
    }),
    'attendance.grid': ({ eventId }) => attendanceGrid(desk.read, eventId, today()),
    'attendance.mark': ({ cells }) => desk.write('attendance.mark', (db) => markCells(db, cells, today())),
  }
}
