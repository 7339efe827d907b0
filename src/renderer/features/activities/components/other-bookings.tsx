import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite } from '../../../lib/contract-client'

interface WaitingProps {
  readonly people: readonly GridPerson[]
  /** Somebody who waits is to be taken off the list. */
  readonly onLeave: (person: GridPerson) => void
}

/** Who waits for a place, and who was booked and is not any more. */
export function OtherBookings({ people, onLeave }: WaitingProps) {
  const waiting = people.filter((person) => person.state === 'waiting')
  const cancelled = people.filter((person) => person.state === 'cancelled')
  return (
    <>
      {waiting.length > 0 && <Waiting people={waiting} onLeave={onLeave} />}
      {cancelled.length > 0 && <NotComing people={cancelled} />}
    </>
  )
}

function GivePlace({ person, title }: { readonly person: GridPerson; readonly title: string }) {
  const confirm = useWrite('bookings.confirm', { saved: 'Booked', toastFailure: true })
  return (
    <Button size="small" onPress={() => void confirm.send({ bookingIds: [person.bookingId] })}>
      {title}
    </Button>
  )
}

function Waiting({ people, onLeave }: WaitingProps) {
  return (
    <Block>
      <SectionTitle about="In the order in which they were booked.">Waiting for a place</SectionTitle>
      <Rows
        label="Waiting for a place"
        items={[...people]
          .sort((a, b) => a.bookingId.localeCompare(b.bookingId))
          .map((person) => ({
            key: person.bookingId,
            title: person.name,
            about: `Since ${formatDayShort(person.bookedOn)}`,
            action: (
              <>
                <GivePlace person={person} title={`Give ${person.name} a place`} />{' '}
                <Button kind="quiet" size="small" onPress={() => onLeave(person)}>
                  {`Take ${person.name} off the list`}
                </Button>
              </>
            ),
          }))}
      />
    </Block>
  )
}

function NotComing({ people }: Pick<WaitingProps, 'people'>) {
  return (
    <Block>
      <SectionTitle>Not coming</SectionTitle>
      <Rows
        label="Not coming"
        items={people.map((person) => ({
          key: person.bookingId,
          title: person.name,
          about: [
            person.cancelledOn === null ? undefined : `Cancelled ${formatDayShort(person.cancelledOn)}`,
            person.cancelReason,
          ]
            .filter(Boolean)
            .join(': '),
          action: <GivePlace person={person} title={`Book ${person.name} again`} />,
        }))}
      />
    </Block>
  )
}
