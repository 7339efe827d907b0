import { useState } from 'react'
import type { OutputFor } from '../../../../shared/contract'
import type { EventDetail } from '../../../../shared/features/activities/contract'
import type { Day } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { PeoplePicker } from '../components/people-picker'
import { RecordForm } from '../components/record-form'
import { longDay } from '../words'

/** Quick entry both ways: what a person went to, or who was at an event. */
export function RecordPage() {
  const [eventId] = useQueryParam('event')
  const [personId] = useQueryParam('person')
  if (eventId !== undefined) return <TheseCame key={eventId} eventId={eventId} />
  return <WentOn personId={personId} />
}

function WentOn({ personId }: { readonly personId: string | undefined }) {
  const choices = useRead('activities.choices', {})
  return (
    <>
      <PageHead
        title="Record what was done"
        about="What was it, when, and who was there? Everything else is made for you and can be filled in later."
        trail={[{ title: 'Activities', to: '/activities' }]}
      />
      <ReadState read={choices}>{(known) => <RecordForm choices={known} personId={personId} />}</ReadState>
    </>
  )
}

/** "These ten came" to an event that is there. */
function TheseCame({ eventId }: { readonly eventId: string }) {
  const event = useRead('activities.event', { id: eventId })
  const people = useRead('bookings.candidates', { eventId })
  const status = useRead('school.status', {})
  return (
    <ReadState read={event}>
      {(detail) => (
        <>
          <PageHead
            title={`Who came to ${detail.title}?`}
            about={sentenceFor(detail, status.data?.today)}
            trail={[
              { title: 'Activities', to: '/activities' },
              { title: detail.title, to: `/activities/${eventId}` },
            ]}
          />
          <ReadState read={people}>{(found) => <CameForm event={detail} people={found.people} />}</ReadState>
        </>
      )}
    </ReadState>
  )
}

function sentenceFor(event: EventDetail, today: Day | undefined): string {
  const held = event.sessionList.filter((session) => today !== undefined && session.heldOn <= today)
  if (held.length === 0) return 'It is still to come: the people you choose are booked, and marked on the day.'
  const first = held[0]
  if (held.length === 1 && first !== undefined) return `They are marked present on ${longDay(first.heldOn)}.`
  return `They are marked present in the ${plural(held.length, 'session', 'sessions')} held so far; change single marks afterwards.`
}

interface CameFormProps {
  readonly event: EventDetail
  readonly people: OutputFor<'bookings.candidates'>['people']
}

function CameForm({ event, people }: CameFormProps) {
  const booked = people.filter((person) => person.bookingState === 'booked').map((person) => person.personId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(booked))
  const record = useWrite('activities.record', {
    toastFailure: true,
    saved: ({ marked }) => `${plural(marked, 'mark', 'marks')} made: present`,
  })
  const send = async () => {
    const result = await record.send({ eventId: event.id, personIds: [...chosen] })
    if (result.ok) navigate(`/activities/${event.id}`)
  }
  if (event.sessions === 0) {
    return (
      <Notice
        tone="info"
        title="It has no day yet"
        action={<Button onPress={() => navigate(`/activities/${event.id}/edit`)}>Add the day</Button>}
      >
        Who was there is recorded by session.
      </Notice>
    )
  }
  return (
    <div className="form">
      <SectionTitle about="Whoever was booked is chosen already.">Who was there?</SectionTitle>
      <PeoplePicker label="People who came" people={people} chosen={chosen} onChange={setChosen} />
      <div className="form-actions">
        <Button kind="primary" isDisabled={chosen.size === 0} isBusy={record.isSending} onPress={() => void send()}>
          {chosen.size === 0 ? 'Record who came' : `Record ${plural(chosen.size, 'person', 'people')}`}
        </Button>
      </div>
    </div>
  )
}
