import { CalendarPlus } from 'lucide-react'
import { useParams } from 'wouter'
import type { Opportunity } from '../../../../shared/features/opportunities/model'
import { durationWords, modeWords, priceWords } from '../../../../shared/features/opportunities/words'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { DefinitionList } from '../../../components/definition-list'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { OutsideLink } from '../../../components/outside-link'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { RichTextView } from '../../../components/rich-text-view'
import { useRead, useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { navigate } from '../../../lib/navigation'
import { asKnown } from '../lib/form-values'
import { useTypologyNames } from '../lib/use-names'
import { DateList } from '../components/date-list'

/** One opportunity: what it is, when it runs, and what was made of it. */
export function OpportunityPage() {
  const { id } = useParams<{ id: string }>()
  const read = useRead('opportunities.get', { id })
  if (read.failure?.code === 'record.missing') {
    return (
      <PageHead
        title="This opportunity is no longer there"
        about="It was undone, or the import that brought it in was."
        trail={[{ title: 'Opportunities', to: '/opportunities' }]}
      />
    )
  }
  return <ReadState read={read}>{(opportunity) => <Record opportunity={opportunity} />}</ReadState>
}

function Record({ opportunity }: { readonly opportunity: Opportunity }) {
  const { about } = opportunity
  return (
    <>
      <Head opportunity={opportunity} />
      {opportunity.isArchived && (
        <Notice tone="info" title="Put away">
          It is in no list and no offer until it is taken out again.
        </Notice>
      )}
      <Columns split="wide-left">
        <div>
          <Block>{about === null ? <p>No description.</p> : <RichTextView text={about} topLevel={3} />}</Block>
          <DateList opportunity={opportunity} />
        </div>
        <div>
          <Facts opportunity={opportunity} />
          <Events opportunity={opportunity} />
        </div>
      </Columns>
    </>
  )
}

function Head({ opportunity }: { readonly opportunity: Opportunity }) {
  const { id, isArchived } = opportunity
  const make = useWrite('opportunities.makeEvent', { saved: 'Event made', toastFailure: true })
  const archive = useWrite('opportunities.archive', {
    saved: isArchived ? 'Taken out again' : 'Put away',
    toastFailure: true,
  })
  const makeEvent = async () => {
    const next = opportunity.dateList.find(
      ({ startsOn, eventId }) => startsOn === opportunity.nextOn && eventId === null,
    )
    const made = await make.send({ id, dateId: next?.id ?? null })
    if (made.ok) navigate(`/activities/${made.value.eventId}`)
  }
  return (
    <PageHead
      title={opportunity.title}
      about={[
        opportunity.providerName ?? opportunity.expertName,
        durationWords(opportunity),
        priceWords(opportunity),
      ]
        .filter(Boolean)
        .join(' · ')}
      trail={[{ title: 'Opportunities', to: '/opportunities' }]}
      primary={
        !isArchived && (
          <Button
            kind="primary"
            icon={<CalendarPlus aria-hidden="true" />}
            isBusy={make.isSending}
            onPress={() => void makeEvent()}
          >
            Make an event of this
          </Button>
        )
      }
      secondary={
        <>
          <LinkButton to={`/opportunities/${id}/edit`}>Change</LinkButton>
          <MenuButton
            label="More"
            items={[
              { key: 'offer', title: 'Offer it to people', to: `/opportunities/offers/new?opportunity=${id}` },
              {
                key: 'archive',
                title: isArchived ? 'Take it out again' : 'Put it away',
                onAction: () => void archive.send({ ids: [id], isArchived: !isArchived }),
              },
            ]}
          />
        </>
      }
    />
  )
}

function Facts({ opportunity }: { readonly opportunity: Opportunity }) {
  const names = useTypologyNames()
  const choices = useRead('opportunities.choices', {})
  const groupName = (id: string) => choices.data?.groups.find((group) => group.id === id)?.name ?? id
  const standardName = (standard: Opportunity['standards'][number]): string => {
    if (choices.data === undefined) return standard.code
    const known = asKnown(standard, choices.data.standards)
    return 'label' in known && known.label !== null ? `${known.code} ${known.label}` : standard.code
  }
  const { providerId, providerName, bookingAddress, mode, places } = opportunity
  const provider =
    providerId === null ? undefined : <TextLink to={`/providers/${providerId}`}>{providerName ?? ''}</TextLink>
  const items = [
    { term: 'Kind', value: names.type(opportunity.typeCode) },
    { term: 'Source', value: names.provision(opportunity.provisionCode) },
    { term: 'Level', value: names.level(opportunity.levelCode) },
    { term: 'Provider', value: provider },
    { term: 'Led by', value: opportunity.expertName },
    { term: 'How', value: mode === null ? null : modeWords[mode] },
    { term: 'Lasts', value: durationWords(opportunity) },
    { term: 'Price', value: priceWords(opportunity) || 'Not said' },
    { term: 'Places', value: places === null ? null : String(places) },
    {
      term: 'For whom',
      value: opportunity.groupIds.length === 0 ? 'Everybody' : opportunity.groupIds.map(groupName).join(', '),
    },
    { term: 'Standards', value: opportunity.standards.map(standardName).join('; ') },
    { term: 'Subjects', value: opportunity.subjects.join(', ') },
    { term: 'Ages', value: opportunity.ages.join(', ') },
    { term: 'Reference', value: opportunity.reference },
    {
      term: 'Book at',
      value: bookingAddress === null ? null : <OutsideLink href={bookingAddress}>{bookingAddress}</OutsideLink>,
    },
    { term: 'From', value: opportunity.sourceName },
  ]
  return (
    <Block>
      <SectionTitle>Facts</SectionTitle>
      <DefinitionList items={items.filter(({ value }) => value !== null && value !== undefined && value !== '')} />
    </Block>
  )
}

function Events({ opportunity }: { readonly opportunity: Opportunity }) {
  const { eventList } = opportunity
  if (eventList.length === 0) return null
  return (
    <Block>
      <SectionTitle about="What was made of it.">Events</SectionTitle>
      <ul>
        {eventList.map((event) => (
          <li key={event.id}>
            <TextLink to={`/activities/${event.id}`}>{event.title}</TextLink>,{' '}
            {event.isCancelled ? 'cancelled' : `${plural(event.booked, 'person', 'people')} booked`}
          </li>
        ))}
      </ul>
    </Block>
  )
}
