import { Plus } from 'lucide-react'
import { useParams } from 'wouter'
import { formatDay } from '../../../../shared/kernel/dates'
import type { InductionLine, Starter } from '../../../../shared/features/induction/model'
import { LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { FilterChips } from '../../../components/filter-chips'
import { MasterDetail } from '../../../components/master-detail'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam, withQuery } from '../../../lib/navigation'
import { InductionPane } from '../components/induction-pane'
import { nextWords, progressWords, standingOf } from '../words'

const columns: readonly TableColumn<InductionLine>[] = [
  {
    key: 'person',
    title: 'Name',
    kind: 'text',
    value: (induction) => induction.person.name,
    note: (induction) => progressWords(induction),
  },
  { key: 'startedOn', title: 'First day', kind: 'day', value: (i) => i.startedOn, width: 128 },
  {
    key: 'responsible',
    title: 'Sees to it',
    kind: 'text',
    value: (induction) => induction.responsible?.name,
    hideNarrow: true,
  },
  { key: 'next', title: 'Next', kind: 'text', value: nextWords, hideNarrow: true },
  {
    key: 'state',
    title: 'How it stands',
    kind: 'text',
    value: (induction) => standingOf(induction).word,
    render: (induction) => <StatusMark tone={standingOf(induction).tone}>{standingOf(induction).word}</StatusMark>,
    width: 150,
  },
]

/** Who is new and what is still to be done for them. */
export function InductionPage() {
  const { id } = useParams<{ id?: string }>()
  const [asked, setWho] = useQueryParam('who')
  const who = asked === 'finished' ? 'finished' : 'open'
  const read = useRead('induction.list', { who }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Who is new, and what is still to be done for them?"
        about="An induction for everybody who starts, in any post: each step has somebody who sees to it and a day, and is ticked when it is done."
        trail={[{ title: 'Staff', to: '/staff' }]}
        primary={
          <LinkButton kind="primary" to="/induction/begin" icon={<Plus aria-hidden="true" />}>
            Begin an induction
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {(list) => (
          <MasterDetail
            backTo={withQuery('/induction')}
            detailLabel="Induction"
            list={
              <>
                {list.starters.length > 0 && <Starters starters={list.starters} />}
                <InductionList list={list} who={who} onWho={setWho} selected={id} />
              </>
            }
            detail={id === undefined ? undefined : <InductionPane key={id} id={id} />}
          />
        )}
      </ReadState>
    </>
  )
}

function Starters({ starters }: { readonly starters: readonly Starter[] }) {
  return (
    <Block>
      <SectionTitle>New, and without an induction</SectionTitle>
      <Rows
        label="New, and without an induction"
        items={starters.map((starter) => ({
          key: starter.id,
          title: <TextLink to={`/staff/${starter.id}`}>{starter.name}</TextLink>,
          about: [starter.post, `first day ${formatDay(starter.startedOn)}`].filter(Boolean).join(' · '),
          action: (
            <LinkButton size="small" to={`/induction/begin?person=${starter.id}`}>
              Begin the induction
            </LinkButton>
          ),
        }))}
      />
    </Block>
  )
}

interface InductionListProps {
  readonly list: OutputFor<'induction.list'>
  readonly who: 'open' | 'finished'
  readonly onWho: (who: string | undefined) => void
  readonly selected: string | undefined
}

function InductionList({ list, who, onWho, selected }: InductionListProps) {
  const { counts, inductions } = list
  if (counts.open + counts.finished === 0) return <NoneYet />
  return (
    <>
      {counts.finished > 0 && (
        <FilterChips
          label="Which inductions"
          chips={[{ key: 'finished', title: 'Finished', count: counts.finished }]}
          selected={who === 'finished' ? 'finished' : undefined}
          onSelect={onWho}
        />
      )}
      <DataTable
        label={who === 'finished' ? 'Finished inductions' : 'Inductions'}
        rows={inductions}
        rowKey={(induction) => induction.id}
        columns={columns}
        filter={(induction) => induction.person.name}
        filterLabel="Find by name"
        hrefOf={(induction) => withQuery(`/induction/${induction.id}`)}
        selectedKey={selected}
        height="natural"
        empty={<p className="muted">{who === 'finished' ? 'None is finished.' : 'No induction is under way.'}</p>}
      />
    </>
  )
}

function NoneYet() {
  return (
    <EmptyState
      title="No induction yet"
      about="Choose somebody who starts and a list of steps; each step gets a day, counted from the first one. What is late comes up on Today, and what is done counts towards what everybody is entitled to."
      primary={<LinkButton to="/induction/begin">Begin the first induction</LinkButton>}
      secondary={
        <LinkButton to="/library/checklist/induction-new-member-of-staff">Look at the list of steps</LinkButton>
      }
    />
  )
}
