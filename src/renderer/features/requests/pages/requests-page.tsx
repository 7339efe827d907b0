import { useState } from 'react'
import { Gavel, Plus } from 'lucide-react'
import { requestStates, type RequestLine, type RequestState } from '../../../../shared/features/requests/model'
import { standingOf } from '../../../../shared/features/requests/rules'
import { requestNumber, standsTitle, stateNames, waitsForWords } from '../../../../shared/features/requests/words'
import { academicYearOf, yearLabel, yearsOffered } from '../../../../shared/kernel/years'
import { sumPence } from '../../../../shared/kernel/money'
import { Button, LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Select } from '../../../components/fields/select'
import { Switch } from '../../../components/fields/switch'
import { FilterChips } from '../../../components/filter-chips'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { DecidePanel } from '../components/decide-panel'
import { FormOnPaper, RegisterOnPaper } from '../components/register-on-paper'
import { standingTones } from '../lib/tones'

type List = OutputFor<'requests.list'>

const columns: readonly TableColumn<RequestLine>[] = [
  {
    key: 'title',
    title: 'What',
    kind: 'text',
    value: (line) => line.title,
    note: (line) => [requestNumber(line.number), line.providerName].filter(Boolean).join(' · '),
  },
  { key: 'person', title: 'Who', kind: 'text', value: (line) => line.person.name },
  {
    key: 'receivedOn',
    title: 'Asked',
    kind: 'day',
    value: (line) => line.receivedOn,
    width: 116,
    hideNarrow: true,
  },
  { key: 'wantedOn', title: 'For', kind: 'day', value: (line) => line.wantedOn, width: 116 },
  { key: 'cost', title: 'Cost', kind: 'money', value: (line) => line.costPence, width: 116 },
  {
    key: 'state',
    title: 'Stands',
    kind: 'chips',
    value: standsTitle,
    render: (line) => <StatusMark tone={standingTones[standingOf(line)]}>{standsTitle(line)}</StatusMark>,
    note: waitsForWords,
    width: 190,
  },
]

/** Who asks for what, where it stands and for whom it waits. */
export function RequestsPage() {
  const [state] = useQueryParam('state')
  const [waitsFor] = useQueryParam('for')
  const [year] = useQueryParam('year')
  const [names] = useQueryParam('names')
  const wanted = requestStates.find((one) => one === state)
  const asked = {
    ...(wanted && { states: [wanted] }),
    ...(waitsFor !== undefined && { waitsFor }),
    ...(year !== undefined &&
      /^\d{4}$/.test(year) && { year: { kind: 'academic' as const, startYear: Number(year) } }),
  }
  const read = useRead('requests.list', asked, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Requests"
        about="Who asks for what, what it is for and what it costs: looked at, decided in your school’s steps, and carried out."
        primary={
          <LinkButton kind="primary" to="/requests/new" icon={<Plus aria-hidden="true" />}>
            Take in a request
          </LinkButton>
        }
        secondary={
          <>
            <RegisterOnPaper asked={asked} hasNames={names === 'shown'} />
            <FormOnPaper />
          </>
        }
      />
      <ReadState read={read}>{(list) => <Register list={list} state={wanted} />}</ReadState>
    </>
  )
}

function Register({ list, state }: { readonly list: List; readonly state: RequestState | undefined }) {
  const [, setState] = useQueryParam('state')
  const [isDeciding, setDeciding] = useState(false)
  if (list.inAll === 0) return <NoRequest />
  const waiting = list.requests.filter((line) => line.state === 'waiting')
  return (
    <>
      <FilterChips
        label="Where they stand"
        chips={requestStates
          .map((key) => ({ key, title: stateNames[key], count: list.counts[key] ?? 0 }))
          .filter(({ count, key }) => count > 0 || key === state)}
        selected={state}
        onSelect={setState}
      />
      <DataTable
        label="Requests"
        rows={list.requests}
        rowKey={(line) => line.id}
        columns={columns}
        filter={(line) =>
          `${line.title} ${line.person.name} ${requestNumber(line.number)} ${line.providerName ?? ''}`
        }
        filterLabel="Find by person, title or provider"
        hrefOf={(line) => `/requests/${line.id}`}
        totals={(shown) => ({ cost: sumPence(shown.map((line) => line.costPence)) })}
        toolbar={
          <>
            <Narrowed list={list} />
            {waiting.length > 0 && (
              <Button icon={<Gavel aria-hidden="true" />} onPress={() => setDeciding(true)}>
                {waiting.length === 1 ? 'Decide on the one that waits' : `Decide on ${waiting.length} that wait`}
              </Button>
            )}
          </>
        }
        empty={<NothingHere list={list} />}
      />
      {isDeciding && <DecidePanel requests={waiting} today={list.today} onClose={() => setDeciding(false)} />}
    </>
  )
}

/** By whom they wait for, and by the year in which they were asked. */
function Narrowed({ list }: { readonly list: List }) {
  const [waitsFor, setWaitsFor] = useQueryParam('for')
  const [year, setYear] = useQueryParam('year')
  const [names, setNames] = useQueryParam('names')
  const rules = useRead('requests.rules', {})
  const titles = new Set([
    ...(rules.data?.steps ?? []).filter((step) => !step.isCommentOnly).map((step) => step.title),
    ...list.requests.flatMap((line) => line.waitsFor?.title ?? []),
    ...(waitsFor === undefined ? [] : [waitsFor]),
  ])
  const thisYear = academicYearOf(list.today)
  const years = yearsOffered([thisYear - 1, ...(year === undefined ? [] : [Number(year)])], thisYear)
  return (
    <>
      <Select
        label="Waits for"
        width="medium"
        noneTitle="Anybody"
        options={[...titles].map((title) => ({ value: title, title }))}
        value={waitsFor ?? null}
        onChange={(next) => setWaitsFor(next ?? undefined)}
      />
      <Select
        label="Asked in"
        width="short"
        noneTitle="Any year"
        options={years.map((one) => ({ value: String(one), title: yearLabel(one) }))}
        value={year ?? null}
        onChange={(next) => setYear(next ?? undefined)}
      />
      <Switch
        label="Names on paper"
        value={names === 'shown'}
        onChange={(on) => setNames(on === true ? 'shown' : undefined)}
      />
    </>
  )
}

function NothingHere({ list }: { readonly list: List }) {
  return (
    <>
      <div className="dt-toolbar">
        <Narrowed list={list} />
      </div>
      <p className="block">No request fits. Choose another state, step or year.</p>
    </>
  )
}

function NoRequest() {
  return (
    <EmptyState
      title="No request yet"
      about="A request says what somebody would like to do, what will be different for pupils, how that will be seen, and what it costs. It goes through the steps that your school sets, and what is agreed becomes a booking with its costs."
      primary={<LinkButton to="/requests/new">Take in the first request</LinkButton>}
      secondary={<LinkButton to="/requests/rules">Set who decides</LinkButton>}
    />
  )
}
