import { useMemo } from 'react'
import type { OpportunityLine } from '../../../../shared/features/opportunities/model'
import { durationWords, modeWords, priceWords } from '../../../../shared/features/opportunities/words'
import { LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Select } from '../../../components/fields/select'
import { FilterChips } from '../../../components/filter-chips'
import { MenuButton } from '../../../components/menu-button'
import { OnPaper } from '../../../components/on-paper'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'

type List = OutputFor<'opportunities.list'>

const columns: readonly TableColumn<OpportunityLine>[] = [
  {
    key: 'title',
    title: 'Opportunity',
    kind: 'text',
    value: (one) => one.title,
    note: (one) => [one.providerName ?? ownWords(one), one.reference].filter(Boolean).join(' · '),
  },
  { key: 'next', title: 'Next date', kind: 'day', value: (one) => one.nextOn, width: 128 },
  {
    key: 'mode',
    title: 'How',
    kind: 'text',
    value: (one) => (one.mode === null ? '' : modeWords[one.mode]),
    note: durationWords,
    width: 176,
    hideNarrow: true,
  },
  {
    key: 'price',
    title: 'Price, net',
    kind: 'money',
    value: (one) => one.priceNetPence,
    render: (one) => (one.priceNetPence === 0 ? 'Free' : priceWords({ ...one, priceVatPence: null }) || '–'),
    width: 110,
  },
  { key: 'offers', title: 'Offered', kind: 'count', value: (one) => one.offers, width: 96, hideNarrow: true },
  { key: 'events', title: 'Events', kind: 'count', value: (one) => one.events, width: 90, hideNarrow: true },
]

const ownWords = ({ provisionCode, expertName }: OpportunityLine): string => {
  if (expertName !== null) return `${expertName}, our own staff`
  return provisionCode === 'within' ? 'Our own staff' : ''
}

/** The catalogue: what people could go to, ours and others'. */
export function OpportunitiesPage() {
  const read = useRead('opportunities.list', { includeArchived: true })
  return (
    <>
      <PageHead
        title="Opportunities"
        about="What your people could go to: courses that others offer, and what your own staff could lead."
        trail={[{ title: 'Activities', to: '/activities' }]}
        primary={
          <LinkButton kind="primary" to="/opportunities/new">
            Add an opportunity
          </LinkButton>
        }
        secondary={
          <>
            <LinkButton to="/opportunities/offers">Offers</LinkButton>
            <Doors />
          </>
        }
      />
      <ReadState read={read}>{(list) => <Catalogue list={list} />}</ReadState>
    </>
  )
}

function Doors() {
  return (
    <MenuButton
      label="More"
      items={[
        { key: 'matching', title: 'What serves which need?', to: '/opportunities/matching' },
        { key: 'unoffered', title: 'Who was offered nothing?', to: '/opportunities/unoffered' },
        { key: 'partners', title: 'Partner schools', to: '/opportunities/partners' },
        { key: 'import', title: 'Import a catalogue', to: '/imports/catalogue' },
        { key: 'providers', title: 'Providers', to: '/providers' },
      ]}
    />
  )
}

type Filter = 'ahead' | 'own' | 'free' | 'away'
const filterNames: Readonly<Record<Filter, string>> = {
  ahead: 'With a date ahead',
  own: 'Led by our own staff',
  free: 'Free',
  away: 'Put away',
}
const filters: readonly Filter[] = ['ahead', 'own', 'free', 'away']

function isIn(filter: Filter, one: OpportunityLine): boolean {
  if (filter === 'away') return one.isArchived
  if (one.isArchived) return false
  if (filter === 'ahead') return one.nextOn !== null
  if (filter === 'own') return one.provisionCode === 'within' || one.expertPersonId !== null
  return one.priceNetPence === 0
}

/** What the filters of the list choose by; each value is one of the list itself. */
function useChosen({ opportunities }: List) {
  const [show, setShow] = useQueryParam('show')
  const [provider, setProvider] = useQueryParam('provider')
  const [tag, setTag] = useQueryParam('about')
  const filter = filters.find((one) => one === show)
  const rows = useMemo(
    () =>
      opportunities.filter(
        (one) =>
          (filter === undefined ? !one.isArchived : isIn(filter, one)) &&
          (provider === undefined || one.providerId === provider) &&
          (tag === undefined || tagsOf(one).includes(tag)),
      ),
    [opportunities, filter, provider, tag],
  )
  return { rows, filter, setShow, provider, setProvider, tag, setTag }
}

const tagsOf = (one: OpportunityLine): readonly string[] => [
  ...one.standards.map(({ code }) => code),
  ...one.subjects,
  ...one.ages,
]

const optionsOf = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en-GB')).map((value) => ({ value, title: value }))

function Catalogue({ list }: { readonly list: List }) {
  const chosen = useChosen(list)
  const { rows } = chosen
  return (
    <DataTable
      label="Opportunities"
      rows={list.opportunities.length === 0 ? [] : rows}
      rowKey={(one) => one.id}
      columns={columns}
      filter={(one) =>
        [one.title, one.providerName, one.expertName, one.reference, ...tagsOf(one)].filter(Boolean).join(' ')
      }
      filterLabel="Find by title, provider, subject or standard"
      hrefOf={(one) => `/opportunities/${one.id}`}
      toolbar={<Toolbar list={list} chosen={chosen} />}
      empty={
        list.opportunities.length === 0 ? (
          <NothingYet />
        ) : (
          <>
            <Toolbar list={list} chosen={chosen} />
            <p className="block">Nothing here. Choose another filter.</p>
          </>
        )
      }
    />
  )
}

function Toolbar({ list, chosen }: { readonly list: List; readonly chosen: ReturnType<typeof useChosen> }) {
  const { opportunities } = list
  const print = useWrite('opportunities.print', { toastFailure: true })
  const providers = new Map(
    opportunities.flatMap((one) => (one.providerId === null ? [] : [[one.providerId, one.providerName ?? '']])),
  )
  return (
    <>
      <FilterChips
        label="Which opportunities"
        chips={filters
          .map((key) => ({
            key,
            title: filterNames[key],
            count: opportunities.filter((one) => isIn(key, one)).length,
          }))
          .filter(({ key, count }) => count > 0 || key === chosen.filter)}
        selected={chosen.filter}
        onSelect={chosen.setShow}
      />
      <Select
        label="Provider"
        width="medium"
        noneTitle="Every provider"
        options={[...providers].map(([value, title]) => ({ value, title }))}
        value={chosen.provider ?? null}
        onChange={(next) => chosen.setProvider(next ?? undefined)}
      />
      <Select
        label="Subject, age or standard"
        width="medium"
        noneTitle="All of them"
        options={optionsOf(opportunities.flatMap(tagsOf))}
        value={chosen.tag ?? null}
        onChange={(next) => chosen.setTag(next ?? undefined)}
      />
      <OnPaper
        files={files}
        isBusy={print.isSending}
        ask={(format) => print.send({ ids: chosen.rows.map(({ id }) => id), format })}
      />
    </>
  )
}

const files = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
] as const

function NothingYet() {
  return (
    <EmptyState
      title="No opportunity yet"
      about="Type in a course that was offered to you, or what one of your own staff could lead. Each can be found by what it is about, sent to people, and made an event when somebody goes."
      primary={<LinkButton to="/opportunities/new">Add the first one</LinkButton>}
      secondary={<LinkButton to="/imports/catalogue">Import a catalogue</LinkButton>}
    />
  )
}
