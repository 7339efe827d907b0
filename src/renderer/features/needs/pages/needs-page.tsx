import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { NeedLine } from '../../../../shared/features/needs/model'
import { importanceNames, sourceNames, stateNames } from '../../../../shared/features/needs/words'
import { isOverdue } from '../../../../shared/features/needs/rules'
import type { Day } from '../../../../shared/kernel/dates'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { MenuButton } from '../../../components/menu-button'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { ManyPanel } from '../components/many-panel'
import { NeedFilters } from '../components/need-filters'
import { PaperButtons } from '../components/paper-buttons'
import { standsSo, useNeedFilter } from '../lib/filter'
import { narrowedWords } from '../lib/narrowed'
import { stateTones } from '../lib/tones'

/** Every need, narrowed as asked: whose it is, where it was found, what it serves and how it stands. */
export function NeedsPage() {
  const params = useNeedFilter()
  const read = useRead('needs.list', params.filter, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Needs"
        about="What people, teams and the school need to learn, from the first word to the evidence that it was met."
        secondary={
          <MenuButton
            label="More views"
            items={[
              { key: 'finding', title: 'Ways to find needs', to: '/needs/finding' },
              { key: 'balance', title: 'Balance of needs', to: '/needs/balance' },
              { key: 'expertise', title: 'Who can train others', to: '/needs/expertise' },
              { key: 'priorities', title: 'Priorities', to: '/priorities' },
            ]}
          />
        }
        primary={
          <LinkButton kind="primary" to="/needs/new" icon={<Plus aria-hidden="true" />}>
            Raise a need
          </LinkButton>
        }
      />
      <ReadState read={read}>{(list) => <Register list={list} params={params} />}</ReadState>
    </>
  )
}

interface RegisterProps {
  readonly list: OutputFor<'needs.list'>
  readonly params: ReturnType<typeof useNeedFilter>
}

function Register({ list, params }: RegisterProps) {
  const { today, needs } = list
  const [many, setMany] = useState<'agreed' | 'withdrawn' | undefined>(undefined)
  const isNarrowed = Object.keys(params.filter).length > 0
  if (needs.length === 0 && !isNarrowed) return <NoNeed />
  const shown = needs.filter((need) => standsSo(params.standing, need, today))
  const toolbar = (
    <>
      <NeedFilters needs={needs} today={today} params={params} />
      <MenuButton
        label="Several at once"
        items={[
          { key: 'agree', title: 'Agree needs', onAction: () => setMany('agreed') },
          { key: 'withdraw', title: 'Withdraw needs', onAction: () => setMany('withdrawn') },
        ]}
      />
      <PaperButtons
        of={{
          kind: 'list',
          filter: { ...params.filter, ...(params.standing && { state: params.standing }) },
          narrowedTo: narrowedWords(params),
        }}
      />
    </>
  )
  return (
    <>
      <DataTable
        label="Needs"
        rows={shown}
        rowKey={({ id }) => id}
        columns={columnsOn(today)}
        filter={({ title, owner, standard, groupName }) =>
          [title, owner.name, standard?.code, standard?.label, groupName].join(' ')
        }
        filterLabel="Find a need"
        hrefOf={({ id }) => `/needs/record/${id}`}
        toolbar={toolbar}
        empty={
          <>
            <Block>{toolbar}</Block>
            <p className="muted">No need stands so. Choose something else above.</p>
          </>
        }
      />
      {many !== undefined && <ManyPanel to={many} needs={shown} today={today} onClose={() => setMany(undefined)} />}
    </>
  )
}

function NoNeed() {
  return (
    <EmptyState
      title="What does anybody need?"
      about="Needs come from reviews, audits, surveys, learning walks and from people themselves. Each says whose it is, where it stands and what should change for pupils; it is agreed, planned, and closed by evidence."
      primary={<LinkButton to="/needs/new">Raise the first need</LinkButton>}
      secondary={<LinkButton to="/needs/finding">See the ways to find needs</LinkButton>}
    />
  )
}

function columnsOn(today: Day): readonly TableColumn<NeedLine>[] {
  return [
    {
      key: 'title',
      title: 'Need',
      kind: 'text',
      value: (need) => need.title,
      note: (need) => need.standard && `${need.standard.code} ${need.standard.label}`,
    },
    {
      key: 'whose',
      title: 'Whose',
      kind: 'text',
      value: (need) => need.owner.listName,
      note: (need) => (need.hasLeft ? 'has left the school' : need.owner.kind === 'person' ? need.groupName : null),
      width: 190,
    },
    {
      key: 'importance',
      title: 'Importance',
      kind: 'chips',
      value: (need) => String(4 - need.importance),
      render: (need) => importanceNames[need.importance],
      note: (need) => sourceNames[need.sourceCode],
      width: 170,
      hideNarrow: true,
    },
    { key: 'dueOn', title: 'Due', kind: 'day', value: (need) => need.dueOn, width: 120 },
    {
      key: 'state',
      title: 'State',
      kind: 'chips',
      value: (need) => stateNames[need.state],
      render: (need) => (
        <StatusMark tone={isOverdue(need, today) ? 'warn' : stateTones[need.state]}>
          {stateNames[need.state]}
          {isOverdue(need, today) ? ', overdue' : ''}
        </StatusMark>
      ),
      width: 170,
    },
  ]
}
