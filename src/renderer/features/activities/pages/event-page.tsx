import { UserPlus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { z } from 'zod'
import type { EventDetail } from '../../../../shared/features/activities/contract'
import { formatPence } from '../../../../shared/kernel/money'
import { zNeededText } from '../../../../shared/kernel/texts'
import { Button, LinkButton } from '../../../components/button'
import { SidePanel } from '../../../components/dialog'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, useZodForm } from '../../../components/form'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState, Waiting } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useExtensions } from '../../../lib/extensions'
import { useQueryParam } from '../../../lib/navigation'
import { AttendanceScreen } from '../components/attendance-screen'
import { BookPanel } from '../components/booking-panels'
import { EventFacts } from '../components/event-facts'
import { useTypology } from '../components/use-typology'
import { daysOf } from '../words'

/** One run of an activity: its people and their attendance, its sessions, and what other features know of it. */
export function EventPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('activities.event', { id })
  // After an undo the last answer would stay on screen: the event itself is gone.
  if (read.failure?.code === 'record.missing') return <EventGone />
  return <ReadState read={read}>{(event) => <Event key={event.id} event={event} />}</ReadState>
}

function EventGone() {
  return (
    <PageHead
      title="This event is no longer there"
      about="It was undone, with everything that was recorded with it."
      trail={[{ title: 'Activities', to: '/activities' }]}
      primary={
        <LinkButton kind="primary" to="/activities">
          Back to the activities
        </LinkButton>
      }
    />
  )
}

function Event({ event }: { readonly event: EventDetail }) {
  const [tab, setTab] = useQueryParam('tab')
  const [panel, setPanel] = useState<'book' | 'cancel' | undefined>(undefined)
  const { eventPanels } = useExtensions()
  const close = () => setPanel(undefined)
  return (
    <>
      <EventHead event={event} onBook={() => setPanel('book')} onCancel={() => setPanel('cancel')} />
      {event.status === 'cancelled' && (
        <Notice
          tone="warn"
          title="This event is cancelled"
          action={<LinkButton to={`/activities/${event.id}/edit`}>Plan it again</LinkButton>}
        >
          {event.cancelReason}
        </Notice>
      )}
      <Tabs
        label="About this event"
        selected={tab ?? 'people'}
        onSelect={setTab}
        tabs={[
          {
            key: 'people',
            title: 'People and attendance',
            count: event.booked,
            content: <AttendanceScreen event={event} onBook={() => setPanel('book')} />,
          },
          {
            key: 'facts',
            title: 'Sessions and facts',
            count: event.sessions,
            content: <EventFacts event={event} />,
          },
          ...eventPanels.map(({ key, title, Panel }) => ({
            key,
            title,
            content: (
              <Suspense fallback={<Waiting />}>
                <Panel eventId={event.id} />
              </Suspense>
            ),
          })),
        ]}
      />
      <BookPanel
        eventId={event.id}
        isOpen={panel === 'book'}
        isChangeAsked={event.expectedChange === null}
        onClose={close}
      />
      <SidePanel title={`Cancel ${event.title}`} isOpen={panel === 'cancel'} onClose={close}>
        {panel === 'cancel' && <CancelEvent event={event} onClose={close} />}
      </SidePanel>
    </>
  )
}

interface EventHeadProps {
  readonly event: EventDetail
  readonly onBook: () => void
  readonly onCancel: () => void
}

function EventHead({ event, onBook, onCancel }: EventHeadProps) {
  const typology = useTypology()
  const archive = useWrite('activities.archiveEvent', {
    saved: event.isArchived ? 'Taken out again' : 'Put away',
    toastFailure: true,
  })
  const about = [
    daysOf(event),
    typology.typeName(event.typeCode),
    event.providerName ?? event.venue,
    event.paidPence + event.promisedPence === 0
      ? undefined
      : `${formatPence(event.paidPence)} paid, ${formatPence(event.promisedPence)} promised`,
  ]
  const isOpen = event.status !== 'cancelled'
  return (
    <PageHead
      title={event.title}
      about={about.filter(Boolean).join(' · ')}
      trail={[{ title: 'Activities', to: '/activities' }]}
      secondary={
        <>
          <MenuButton
            label="More"
            items={[
              {
                key: 'edit',
                title: isOpen ? 'Change the event' : 'Plan it again',
                to: `/activities/${event.id}/edit`,
              },
              { key: 'came', title: 'These people came…', to: `/activities/record?event=${event.id}` },
              ...(isOpen
                ? [{ key: 'cancel', title: 'Cancel the event…', onAction: onCancel, isDanger: true }]
                : []),
              {
                key: 'archive',
                title: event.isArchived ? 'Take it out again' : 'Put it away',
                onAction: () => void archive.send({ id: event.id, isArchived: !event.isArchived }),
              },
            ]}
          />
        </>
      }
      primary={
        isOpen && (
          <Button kind="primary" icon={<UserPlus aria-hidden="true" />} onPress={onBook}>
            Book people
          </Button>
        )
      }
    />
  )
}

const zReason = z.object({ reason: zNeededText(500) })

function CancelEvent({ event, onClose }: { readonly event: EventDetail; readonly onClose: () => void }) {
  const form = useZodForm(zReason, { reason: '' })
  const cancel = useWrite('activities.cancelEvent', { saved: 'Event cancelled' })
  return (
    <Form form={form} onSubmit={({ reason }) => cancel.send({ id: event.id, reason })} onSaved={onClose}>
      <p>
        It stays in the list of cancelled events with its bookings. It is no activity of the year any more; what it
        cost still counts.
      </p>
      <TextField name="reason" label="Why?" hint="Speaker ill, too few people" isRequired autoFocus />
      <FormActions submit="Cancel the event" onCancel={onClose} leave="Keep the event" />
    </Form>
  )
}
