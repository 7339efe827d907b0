import { formatPence } from '../../../../shared/kernel/money'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { LinkButton, TextLink } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
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
                value:
                  event.sessionList.length === 0 ? (
                    'No day yet'
                  ) : (
                    <ul>
                      {event.sessionList.slice(0, 4).map((session) => (
                        <li key={session.id}>
                          {longDay(session.heldOn)} {timesOf(session)}
                        </li>
                      ))}
                      {event.sessions > 4 && (
                        <li>and {plural(event.sessions - 4, 'more session', 'more sessions')}</li>
                      )}
                    </ul>
                  ),
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
                  <TextLink to={`/activities/${event.id}`} label={`People of ${event.title}`}>
                    {event.attended > 0
                      ? `${plural(event.attended, 'person', 'people')} there, ${formatMinutes(event.creditedMinutes)} in all`
                      : bookedWords(event)}
                  </TextLink>
                ),
              },
              {
                term: 'Money',
                value: `${formatPence(event.paidPence)} paid, ${formatPence(event.promisedPence)} promised`,
              },
              ...(event.cancelReason === null ? [] : [{ term: 'Cancelled', value: event.cancelReason }]),
            ]}
          />
          <p className="glance-doors">
            <LinkButton to={`/activities/${event.id}`}>{nextStepOf(event) ?? 'Open the event'}</LinkButton>
          </p>
        </Block>
      )}
    </ReadState>
  )
}
