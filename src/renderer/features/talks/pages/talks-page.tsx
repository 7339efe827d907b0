import { Plus } from 'lucide-react'
import { useState } from 'react'
import { figuresOf } from '../../../../shared/features/talks/figures'
import type { TalkKind, TalkLine } from '../../../../shared/features/talks/model'
import { isAgreedByTwo, isLookBackDue } from '../../../../shared/features/talks/rules'
import { gistOf, kindRoutes, kindWords, raisedWords, subjectOf } from '../../../../shared/features/talks/words'
import { formatDayShort, type Day } from '../../../../shared/kernel/dates'
import { LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { CheckBox } from '../../../components/fields/check-box'
import { FigureStrip } from '../../../components/figures'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { Block, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { YearPicker } from '../../../components/year-picker'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'

type List = OutputFor<'talks.list'>

/** The talks of one kind in a year: what they came to, and who has had none. */
export function TalksPage({ kind }: { readonly kind: TalkKind }) {
  const [asked, setYear] = useQueryParam('year')
  const year = asked === undefined ? undefined : Number(asked)
  const read = useRead(
    'talks.list',
    { kind, year: Number.isInteger(year) ? year : undefined },
    { keepPrevious: true },
  )
  const words = kindWords[kind]
  return (
    <>
      <PageHead
        title={words.title}
        about={words.about}
        trail={[{ title: 'Finding needs', to: '/needs/finding' }]}
        primary={
          <LinkButton kind="primary" to={`${kindRoutes[kind]}/new`} icon={<Plus aria-hidden="true" />}>
            {words.begin}
          </LinkButton>
        }
        secondary={<BlankForm kind={kind} />}
      />
      <ReadState read={read}>{(list) => <Year kind={kind} list={list} onYear={setYear} />}</ReadState>
    </>
  )
}

/** The empty form, to be filled in by hand. */
function BlankForm({ kind }: { readonly kind: TalkKind }) {
  const print = useWrite('talks.print', { toastFailure: true })
  return (
    <OnPaper
      printing="Print the empty form"
      files={usualFiles}
      isBusy={print.isSending}
      ask={(format) => print.send({ kind, paper: 'blank', format })}
    />
  )
}

interface YearProps {
  readonly kind: TalkKind
  readonly list: List
  readonly onYear: (year: string | undefined) => void
}

function Year({ kind, list, onYear }: YearProps) {
  const { lines, without, staff, today, year, years } = list
  const words = kindWords[kind]
  if (lines.length === 0 && years.length < 2)
    return (
      <>
        <EmptyState
          title={`No ${words.one} yet`}
          about={`${words.empty} ${words.promise}`}
          primary={<LinkButton to={`${kindRoutes[kind]}/new`}>{words.begin}</LinkButton>}
          secondary={<LinkButton to="/needs/finding">Other ways to find needs</LinkButton>}
        />
        {kind === 'review' && <Without list={list} />}
      </>
    )
  return (
    <>
      <Block>
        <YearPicker
          kindFixed
          value={{ kind: 'academic', startYear: year }}
          onChange={({ startYear }) => onYear(String(startYear))}
          years={years}
        />
      </Block>
      <FigureStrip items={figuresOf(kind, { lines, staff, without: without.length })} />
      <DataTable
        label={words.title}
        rows={lines}
        rowKey={(line) => line.id}
        columns={isAgreedByTwo(kind) ? ofTwo(today) : ofMany}
        filter={(line) => [line.personName, line.teamName, subjectOf(line.talk)].join(' ')}
        hrefOf={(line) => `${kindRoutes[kind]}/${line.id}`}
        toolbar={<ListOnPaper kind={kind} year={year} />}
        height={lines.length > 12 ? 'page' : 'natural'}
        empty={<p className="muted">None in this year.</p>}
      />
      {kind === 'review' && <Without list={list} />}
    </>
  )
}

const heldOn: TableColumn<TalkLine> = {
  key: 'heldOn',
  title: 'Day',
  kind: 'day',
  value: ({ talk }) => talk.heldOn,
  width: 128,
}
const needs: TableColumn<TalkLine> = {
  key: 'needs',
  title: 'Needs',
  kind: 'text',
  value: (line) => raisedWords(line.needs),
  hideNarrow: true,
}
const gist: TableColumn<TalkLine> = {
  key: 'gist',
  title: 'What it came to',
  kind: 'text',
  value: ({ talk }) => gistOf(talk),
}

const ofTwo = (today: Day): readonly TableColumn<TalkLine>[] => [
  {
    key: 'person',
    title: 'Colleague',
    kind: 'text',
    value: (line) => line.personName,
    note: (line) => (line.talk.kind === 'route' ? line.talk.title : `with ${line.withName ?? ''}`),
  },
  heldOn,
  gist,
  {
    key: 'agreed',
    title: 'Agreed',
    kind: 'day',
    value: (line) => line.agreedOn,
    render: (line) => <Agreed line={line} today={today} />,
    width: 136,
  },
  needs,
]

/** When both agreed, and whether it is time to look back. */
function Agreed({ line, today }: { readonly line: TalkLine; readonly today: Day }) {
  const { agreedOn } = line
  if (agreedOn === null) return <StatusMark tone="warn">not yet</StatusMark>
  if (isLookBackDue(line, today)) return <StatusMark tone="warn">look back</StatusMark>
  return formatDayShort(agreedOn)
}

const ofMany: readonly TableColumn<TalkLine>[] = [
  {
    key: 'subject',
    title: 'What it was about',
    kind: 'text',
    value: ({ talk }) => subjectOf(talk),
    note: (line) => (line.talk.kind === 'meeting' ? (line.teamName ?? 'The whole staff') : ''),
  },
  heldOn,
  gist,
  needs,
]

/** The list of the year on paper; without names of people, unless they are wanted. */
function ListOnPaper({ kind, year }: { readonly kind: TalkKind; readonly year: number }) {
  const [withNames, setWithNames] = useState(false)
  const print = useWrite('talks.print', { toastFailure: true })
  return (
    <>
      {isAgreedByTwo(kind) && (
        <CheckBox label="With names" value={withNames} onChange={(next) => setWithNames(next === true)} />
      )}
      <OnPaper
        files={usualFiles}
        isBusy={print.isSending}
        ask={(format) => print.send({ kind, paper: 'list', year, withNames, format })}
      />
    </>
  )
}

type Person = List['without'][number]

const withoutColumns: readonly TableColumn<Person>[] = [
  { key: 'name', title: 'Colleague', kind: 'text', value: ({ name }) => name },
  { key: 'post', title: 'Post', kind: 'text', value: ({ postTitle }) => postTitle },
]

/** Who of today's staff has had no review in the year. */
function Without({ list }: { readonly list: List }) {
  const { without, staff } = list
  if (staff === 0) return null
  return (
    <Block>
      <SectionTitle about="Choose somebody to begin theirs.">
        {without.length === 0 ? 'Everybody has had one' : `${without.length} of ${staff} have had none`}
      </SectionTitle>
      {without.length > 0 && (
        <DataTable
          label="Without a review this year"
          rows={without}
          rowKey={({ id }) => id}
          columns={withoutColumns}
          filter={({ name, postTitle }) => `${name} ${postTitle ?? ''}`}
          hrefOf={({ id }) => `/needs/reviews/new?person=${id}`}
          height={without.length > 12 ? 24 : 'natural'}
          empty={null}
        />
      )}
    </Block>
  )
}
