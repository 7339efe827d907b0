import { formatDayShort } from '../../../../shared/kernel/dates'
import type { Need, Serving } from '../../../../shared/features/needs/model'
import { isOpen } from '../../../../shared/features/needs/rules'
import { Button, TextLink } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite } from '../../../lib/contract-client'

interface ServedByProps {
  readonly need: Need
  readonly onServe: () => void
}

const statusWords = { idea: 'Idea', planned: 'Planned', done: 'Done', cancelled: 'Cancelled' } as const

/** The events that serve a need. What is done does not close it: what came of it does. */
export function ServedBy({ need, onServe }: ServedByProps) {
  const letGo = useWrite('needs.letGo', { saved: 'The event was taken from the need', toastFailure: true })
  const { servedBy } = need
  return (
    <>
      <SectionTitle aside={isOpen(need.state) && <Button onPress={onServe}>Put an event to it</Button>}>
        {servedBy.length === 0 ? 'No event serves it yet' : 'Events that serve it'}
      </SectionTitle>
      {servedBy.length > 0 && (
        <Rows
          label="Events"
          items={servedBy.map((event) => ({
            key: event.eventId,
            title: <TextLink to={`/activities/${event.eventId}`}>{event.title}</TextLink>,
            about: aboutOf(event),
            action: (
              <Button
                kind="quiet"
                size="small"
                onPress={() => void letGo.send({ needId: need.id, eventId: event.eventId })}
              >
                Take it away
              </Button>
            ),
          }))}
        />
      )}
    </>
  )
}

function aboutOf({ status, firstOn, isBooked, evaluationId }: Serving): string {
  return [
    statusWords[status],
    firstOn === null ? 'no day yet' : formatDayShort(firstOn),
    ...(isBooked === false && status !== 'cancelled' ? ['not booked on it'] : []),
    ...(status === 'done' && evaluationId === null ? ['not evaluated'] : []),
  ].join(' · ')
}
