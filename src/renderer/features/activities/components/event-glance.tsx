import type { EventLine } from '../../../../shared/features/activities/contract'
import { formatPence } from '../../../../shared/kernel/money'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { LinkButton, TextLink } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import './day-and-times.css'
import { bookedWords, longDay, nextStepOf, timesOf } from '../words'
import { useTypology } from './use-typology'

/** One event beside the list: enough to know it by, and the door to the rest. */
export function EventGlance({ id }: { readonly id: string }) {
  const read = useRead('activities.event', { id })
  const typology = useTypology()
  if (read.failure?.code === 'record.missing') return <p>This event is no longer there.</p>
  return (
    <ReadState read={read}>
      {(event) => (
        <Block>
          <SectionTitle>{event.title}</SectionTitle>
          <DefinitionList
            items={[
              {
                term: 'When',
                value: <Days event={event} />,
              },
              {
                term: 'What',
                value: `${typology.typeName(event.typeCode)}, ${typology.provisionName(event.provisionCode).toLowerCase()}`,
              },
              ...(event.providerName === null ? [] : [{ term: 'Provider', value: event.providerName }]),
              ...(event.priorityTitle === null ? [] : [{ term: 'Priority', value: event.priorityTitle }]),
              {
                term: 'People',
                value: (
                  <TextLink to={`/activities/${event.id}`}>
                    {event.attended > 0
                      ? `${plural(event.attended, 'person', 'people')} there, ${formatMinutes(event.creditedMinutes)} in all`
                      : bookedWords(event)}
                  </TextLink>
                ),
              },
              {
                term: 'Money',
                value: (
                  <TextLink to={`/activities/${event.id}?tab=costs`}>
                    {`${formatPence(event.paidPence)} paid, ${formatPence(event.promisedPence)} promised`}
                  </TextLink>
                ),
              },
              ...(event.cancelReason === null ? [] : [{ term: 'Cancelled', value: event.cancelReason }]),
            ]}
          />
          <GlanceDoors event={event} />
        </Block>
      )}
    </ReadState>
  )
}

/** The first few days. */
function Days({ event }: { readonly event: OutputFor<'activities.event'> }) {
  if (event.sessionList.length === 0) return 'No day yet'
  const more = event.sessions - 4
  return (
    <ul>
      {event.sessionList.slice(0, 4).map((session) => (
        <li key={session.id}>
          {longDay(session.heldOn)} {timesOf(session)}
        </li>
      ))}
      {more > 0 && <li>and {plural(more, 'more session', 'more sessions')}</li>}
    </ul>
  )
}

/** The next step where there is one, at the part of the event where it is taken; and the event itself. */
function GlanceDoors({ event }: { readonly event: EventLine }) {
  const step = nextStepOf(event)
  const to = `/activities/${event.id}`
  return (
    <p className="glance-doors">
      {step !== undefined && <LinkButton to={`${to}?tab=${step.tab}`}>{step.words}</LinkButton>}
      <LinkButton kind={step === undefined ? 'plain' : 'quiet'} to={to}>
        Open the event
      </LinkButton>
    </p>
  )
}
