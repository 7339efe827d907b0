import { FilePlus } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from '../../../../shared/kernel/dates'
import type { DocumentKind, DocumentLine } from '../../../../shared/features/documents/model'
import { LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Select } from '../../../components/fields/select'
import { FilterChips } from '../../../components/filter-chips'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { DocumentsPicture } from '../components/documents-picture'
import { kindNames, standingNames, standingOf, standingTones, unfinishedWords, type Standing } from '../words'

const columns: readonly TableColumn<DocumentLine>[] = [
  {
    key: 'title',
    title: 'Document',
    kind: 'text',
    value: ({ title }) => title,
    note: ({ kind, audience, person }) => [kindNames[kind], person?.name ?? audience].filter(Boolean).join(' · '),
  },
  {
    key: 'standing',
    title: 'Where it stands',
    kind: 'chips',
    width: 210,
    value: (document) => (document.isArchived ? 'Put away' : standingNames[standingOf(document)]),
    render: (document) =>
      document.isArchived ? (
        <StatusMark tone="none">Put away</StatusMark>
      ) : (
        <StatusMark tone={standingTones[standingOf(document)]}>{standingNames[standingOf(document)]}</StatusMark>
      ),
    note: ({ approvedOn, version }) =>
      approvedOn === null ? 'None in force yet' : `Version ${version} since ${formatDay(approvedOn)}`,
  },
  {
    key: 'review',
    title: 'Review by',
    kind: 'day',
    width: 130,
    hideNarrow: true,
    value: ({ reviewOn }) => reviewOn,
  },
  {
    key: 'unfinished',
    title: 'To be finished',
    kind: 'text',
    hideNarrow: true,
    value: ({ unfinished }) => unfinishedWords(unfinished) ?? 'Nothing',
    render: ({ unfinished }) => {
      const words = unfinishedWords(unfinished)
      if (words === undefined) return 'Nothing'
      return <StatusMark tone={unfinished.unknown.length > 0 ? 'bad' : 'warn'}>{words}</StatusMark>
    },
  },
]

const standings: readonly Standing[] = ['draft', 'for-approval', 'in-force', 'due']

/** What the school has written, where each stands, and what is left to do in it. */
export function DocumentsPage() {
  const read = useRead('documents.list', { includeArchived: true })
  return (
    <>
      <PageHead
        title="Documents"
        about="Policies, statements and agreements. They quote the school’s own facts, are approved as versions, and come up again when they are due."
        secondary={
          <>
            <TextLink to="/binder">Contents of the binder</TextLink>
            <TextLink to="/library">Library</TextLink>
            <TextLink to="/documents/facts">Facts for documents</TextLink>
          </>
        }
        primary={
          <LinkButton kind="primary" to="/documents/new" icon={<FilePlus aria-hidden="true" />}>
            Begin a document
          </LinkButton>
        }
      />
      <ReadState read={read}>{({ documents }) => <DocumentTable documents={documents} />}</ReadState>
    </>
  )
}

function DocumentTable({ documents }: { readonly documents: readonly DocumentLine[] }) {
  const archive = useWrite('documents.archive', { saved: 'Done', toastFailure: true })
  const [standing, setStanding] = useQueryParam('state')
  const [kind, setKind] = useState<string | null>(null)
  const isPutAway = standing === 'put-away'
  const current = documents.filter(({ isArchived }) => isArchived === isPutAway)
  const ofKind = current.filter((document) => kind === null || document.kind === kind)
  const shown = isPutAway
    ? ofKind
    : ofKind.filter((document) => standing === undefined || standingOf(document) === standing)
  if (documents.length === 0) return <NoDocument />
  const filters = <Filters {...{ documents, standing, setStanding, kind, setKind }} />
  return (
    <DataTable
      label="Documents"
      rows={shown}
      rowKey={({ id }) => id}
      columns={columns}
      filter={({ title, audience, kind: own, person }) =>
        `${title} ${audience} ${kindNames[own]} ${person?.name ?? ''}`
      }
      hrefOf={({ id }) => `/documents/${id}`}
      actions={({ id, isArchived }) => [
        {
          key: 'archive',
          title: isArchived ? 'Take out again' : 'Put away',
          onAction: () => void archive.send({ id, isArchived: !isArchived }),
        },
      ]}
      toolbar={filters}
      empty={
        <>
          {filters}
          <p className="block">No document here. Choose another state or kind.</p>
        </>
      }
    />
  )
}

interface FiltersProps {
  readonly documents: readonly DocumentLine[]
  readonly standing: string | undefined
  readonly setStanding: (standing: string | undefined) => void
  readonly kind: string | null
  readonly setKind: (kind: string | null) => void
}

function Filters({ documents, standing, setStanding, kind, setKind }: FiltersProps) {
  const current = documents.filter(({ isArchived }) => !isArchived)
  const putAway = documents.length - current.length
  const chips = standings
    .map((key) => ({
      key: key as string,
      title: standingNames[key],
      count: current.filter((document) => standingOf(document) === key).length,
    }))
    .filter(({ count }) => count > 0)
  const kinds = [...new Set(documents.map((document): DocumentKind => document.kind))]
  return (
    <>
      <FilterChips
        label="Where it stands"
        chips={putAway > 0 ? [...chips, { key: 'put-away', title: 'Put away', count: putAway }] : chips}
        selected={standing}
        onSelect={setStanding}
      />
      {kinds.length > 1 && (
        <Select
          label="Kind"
          width="medium"
          noneTitle="Every kind"
          options={kinds.map((value) => ({ value, title: kindNames[value] }))}
          value={kind}
          onChange={(next) => setKind(next ?? null)}
        />
      )}
    </>
  )
}

function NoDocument() {
  return (
    <EmptyState
      title="What has your school written about its CPD?"
      about="Begin with a template: a CPD policy, a coaching agreement, an induction plan. It brings sections with guidance, and names, figures and tables of the binder stand in it by themselves. When it is approved, its text is frozen with the day and the meeting, and the next review is kept in sight."
      picture={<DocumentsPicture />}
      primary={<LinkButton to="/documents/new">Begin from a template</LinkButton>}
      secondary={<LinkButton to="/documents/new?template=none">Begin with a blank page</LinkButton>}
    />
  )
}
