import { useWatch, type FieldValues } from 'react-hook-form'
import { stateNames } from '../../../../shared/features/needs/words'
import { formatDay, isDay } from '../../../../shared/kernel/dates'
import { formatMinutes } from '../../../../shared/kernel/lengths'
import { TextLink } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type InputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'

type Asked = InputFor<'talks.around'>

/** In a form: what whoever is chosen in it did and needs. */
export function Around({ kind }: { readonly kind: Asked['kind'] }) {
  const [personId, heldOn]: readonly unknown[] = useWatch<FieldValues>({ name: ['personId', 'heldOn'] })
  if (typeof personId !== 'string' || personId === '' || typeof heldOn !== 'string' || !isDay(heldOn)) return null
  return <TheirRecord asked={{ personId, on: heldOn, kind }} />
}

/** What somebody did since the last talk, and what they need. */
export function TheirRecord({ asked }: { readonly asked: Asked }) {
  const read = useRead('talks.around', asked, { keepPrevious: true })
  return (
    <Block>
      <ReadState read={read}>
        {({ since, lastOn, creditedMinutes, events, needs }) => (
          <>
            <SectionTitle
              about={
                lastOn === null
                  ? `No earlier talk is recorded: since ${formatDay(since)}.`
                  : `Since the last talk on ${formatDay(lastOn)}.`
              }
            >
              Their record
            </SectionTitle>
            <p>
              {events.length === 0
                ? 'Went to nothing that is recorded.'
                : `Went to ${plural(events.length, 'thing', 'things')}, ${formatMinutes(creditedMinutes)} in all.`}{' '}
              <TextLink to={`/activities/person/${asked.personId}`}>See all</TextLink>
            </p>
            {events.length > 0 && (
              <ul>
                {events.slice(0, 6).map((event) => (
                  <li key={event.id}>
                    <TextLink to={`/activities/${event.id}`}>{event.title}</TextLink>,{' '}
                    {event.lastOn === null ? '' : `${formatDay(event.lastOn)}, `}
                    {formatMinutes(event.minutes)}
                  </li>
                ))}
              </ul>
            )}
            <p>{needs.length === 0 ? 'No open need.' : `Open: ${plural(needs.length, 'need', 'needs')}.`}</p>
            {needs.length > 0 && <NeedList needs={needs} />}
          </>
        )}
      </ReadState>
    </Block>
  )
}

interface NeedListProps {
  readonly needs: readonly {
    readonly id: string
    readonly title: string
    readonly state: keyof typeof stateNames
  }[]
}

/** Needs with how each stands. */
export function NeedList({ needs }: NeedListProps) {
  return (
    <ul>
      {needs.map((need) => (
        <li key={need.id}>
          <TextLink to={`/needs/record/${need.id}`}>{need.title}</TextLink>, {stateNames[need.state].toLowerCase()}
        </li>
      ))}
    </ul>
  )
}
