import { Plus } from 'lucide-react'
import { useParams } from 'wouter'
import type { PairLine } from '../../../../shared/features/mentoring/model'
import { CONFIDENTIALITY, pairKindNames } from '../../../../shared/features/mentoring/words'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { FilterChips } from '../../../components/filter-chips'
import { MasterDetail } from '../../../components/master-detail'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam, withQuery } from '../../../lib/navigation'
import { PairForm } from '../components/pair-form'
import { PairPane } from '../components/pair-pane'

type List = OutputFor<'mentoring.list'>

const columns: readonly TableColumn<PairLine>[] = [
  {
    key: 'person',
    title: 'Colleague',
    kind: 'text',
    value: (pair) => pair.person.name,
    note: (pair) => pairKindNames[pair.kind],
  },
  {
    key: 'guide',
    title: 'Coach or mentor',
    kind: 'text',
    value: (pair) => pair.guide.name,
    note: (pair) => pair.focus,
  },
  { key: 'held', title: 'Met', kind: 'count', value: (pair) => pair.held, width: 72 },
  { key: 'lastHeldOn', title: 'Last met', kind: 'day', value: (pair) => pair.lastHeldOn, width: 128 },
  {
    key: 'next',
    title: 'Next',
    kind: 'day',
    value: (pair) => pair.nextOn,
    width: 128,
    hideNarrow: true,
  },
  {
    key: 'stands',
    title: 'To do',
    kind: 'text',
    value: toDo,
    render: (pair) => (toDo(pair) === '' ? '–' : <StatusMark tone="warn">{toDo(pair)}</StatusMark>),
    hideNarrow: true,
  },
]

function toDo({ leftName, unsaid }: PairLine): string {
  if (leftName !== null) return `${leftName} has left`
  return unsaid === 0 ? '' : `${unsaid} not marked`
}

/** Who coaches or mentors whom, and beside the list one pair with its meetings. */
export function PairsPage() {
  const { id } = useParams<{ id?: string }>()
  const [asked, setWho] = useQueryParam('who')
  const who = asked === 'ended' ? 'ended' : 'running'
  const read = useRead('mentoring.list', { who }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Who coaches or mentors whom?"
        about={CONFIDENTIALITY}
        trail={[{ title: 'Staff', to: '/staff' }]}
        primary={
          id === 'new' ? undefined : (
            <LinkButton kind="primary" to="/mentoring/new" icon={<Plus aria-hidden="true" />}>
              Begin a pair
            </LinkButton>
          )
        }
      />
      <ReadState read={read}>
        {(list) => (
          <MasterDetail
            backTo={withQuery('/mentoring')}
            detailLabel="Pair"
            list={<PairList list={list} who={who} onWho={setWho} selected={id} />}
            detail={detailOf(id)}
          />
        )}
      </ReadState>
    </>
  )
}

function detailOf(id: string | undefined) {
  if (id === undefined) return undefined
  return id === 'new' ? <PairForm pair={undefined} /> : <PairPane key={id} id={id} />
}

interface PairListProps {
  readonly list: List
  readonly who: 'running' | 'ended'
  readonly onWho: (who: string | undefined) => void
  readonly selected: string | undefined
}

function PairList({ list, who, onWho, selected }: PairListProps) {
  const { counts, pairs, today } = list
  const met = useWrite('mentoring.metOn', { saved: 'Recorded that they met today', toastFailure: true })
  if (counts.running + counts.ended === 0) return <NoPairYet isForm={selected === 'new'} />
  return (
    <>
      {counts.ended > 0 && (
        <FilterChips
          label="Which pairs"
          chips={[{ key: 'ended', title: 'Ended pairs', count: counts.ended }]}
          selected={who === 'ended' ? 'ended' : undefined}
          onSelect={onWho}
        />
      )}
      <DataTable
        label={who === 'ended' ? 'Ended pairs' : 'Pairs'}
        rows={pairs}
        rowKey={(pair) => pair.id}
        columns={columns}
        filter={(pair) => [pair.person.name, pair.guide.name, pair.focus, pairKindNames[pair.kind]].join(' ')}
        filterLabel="Find by name or focus"
        hrefOf={(pair) => withQuery(`/mentoring/${pair.id}`)}
        selectedKey={selected}
        {...(who === 'running' && {
          actions: (pair: PairLine) => [
            {
              key: 'met',
              title: 'They met today',
              onAction: () => void met.send({ pairId: pair.id, heldOn: today, state: 'held' }),
            },
          ],
        })}
        empty={<p className="muted">{who === 'ended' ? 'No pair has ended.' : 'No pair is running.'}</p>}
      />
    </>
  )
}

function NoPairYet({ isForm }: { readonly isForm: boolean }) {
  if (isForm) return <p className="muted">No pair so far.</p>
  return (
    <EmptyState
      title="No pair yet"
      about="A coach helps a colleague to think; a mentor passes on what they know. Record who works with whom, and each meeting takes two keys: what is held counts towards what everybody is entitled to."
      primary={<LinkButton to="/mentoring/new">Begin the first pair</LinkButton>}
      secondary={
        <LinkButton to="/library/guide/coaching-and-mentoring">Read about coaching and mentoring</LinkButton>
      }
    />
  )
}
