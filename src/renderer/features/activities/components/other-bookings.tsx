import type { GridPerson } from '../../../../shared/features/activities/booking-contract'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite } from '../../../lib/contract-client'

/** Who waits for a place, and who was booked and is not any more. */
export function OtherBookings({ people }: { readonly people: readonly GridPerson[] }) {
  const confirm = useWrite('bookings.confirm', { saved: 'Booked', toastFailure: true })
  const give = (person: GridPerson, title: string) => (
    <Button size="small" onPress={() => void confirm.send({ bookingIds: [person.bookingId] })}>
      {title}
    </Button>
  )
  const waiting = people.filter((person) => person.state === 'waiting')
  const cancelled = people.filter((person) => person.state === 'cancelled')
  return (
    <>
      {waiting.length > 0 && (
        <Block>
          <SectionTitle about="In the order in which they were booked.">Waiting for a place</SectionTitle>
          <Rows
            label="Waiting for a place"
            items={[...waiting]
              .sort((a, b) => a.bookingId.localeCompare(b.bookingId))
              .map((person) => ({
                key: person.bookingId,
                title: person.name,
                about: `Since ${formatDayShort(person.bookedOn)}`,
                action: give(person, `Give ${person.name} a place`),
              }))}
          />
        </Block>
      )}
      {cancelled.length > 0 && (
        <Block>
          <SectionTitle>Not coming</SectionTitle>
          <Rows
            label="Not coming"
            items={cancelled.map((person) => ({
              key: person.bookingId,
              title: person.name,
              about: [
                person.cancelledOn === null ? undefined : `Cancelled ${formatDayShort(person.cancelledOn)}`,
                person.cancelReason,
              ]
                .filter(Boolean)
                .join(': '),
              action: give(person, `Book ${person.name} again`),
            }))}
          />
        </Block>
      )}
    </>
  )
}
