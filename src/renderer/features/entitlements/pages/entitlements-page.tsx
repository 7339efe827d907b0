import { useState, type ReactNode } from 'react'
import { CalendarPlus } from 'lucide-react'
import { formatDayShort } from '../../../../shared/kernel/dates'
import { isBehind, type Line } from '../../../../shared/features/entitlements/model'
import type { EntitledPersonLine, RuleHead } from '../../../../shared/features/entitlements/contract'
import { amountWords, standingWords } from '../../../../shared/features/entitlements/words'
import { Button, LinkButton } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Select } from '../../../components/fields/select'
import { Finding } from '../../../components/figures'
import { FilterChips } from '../../../components/filter-chips'
import { MenuButton } from '../../../components/menu-button'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { BookPanel } from '../components/book-panel'
import { RaisePanel } from '../components/raise-panel'
import { PaperButtons } from '../components/paper-buttons'
import { YearChoice } from '../components/year-choice'
import { filters, isIn, standingTones, withLinesOf, type Filter } from '../lib/standing'
import { inYear, useYear } from '../lib/use-year'

type List = OutputFor<'entitlements.list'>

const files = [
  ['pdf', 'PDF, a page for each person'],
  ['docx', 'Word document, a page for each person'],
  ['xlsx', 'Excel workbook'],
  ['csv', 'CSV'],
] as const

/** Everybody against everything that the school promises them. */
export function EntitlementsPage() {
  const [year] = useYear()
  const read = useRead('entitlements.list', year === undefined ? {} : { year }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title="Entitlements"
        about="Is everybody getting what they were promised? Each person, with what they have had, what is planned and what is left."
        secondary={read.data !== undefined && <Doors list={read.data} />}
        primary={
          read.data !== undefined &&
          read.data.rules.length > 0 && (
            <PaperButtons
              of={{ kind: 'everybody' }}
              year={read.data.startYear}
              print="Print all statements"
              files={files}
            />
          )
        }
      />
      <ReadState read={read}>
        {(list) => (list.rules.length === 0 ? <NoRule list={list} /> : <Everybody list={list} />)}
      </ReadState>
    </>
  )
}

function Doors({ list: { startYear, thisYear } }: { readonly list: List }) {
  const to = (route: string) => inYear(route, startYear, thisYear)
  return (
    <>
      <LinkButton to={to('/entitlements/rules')}>What we promise</LinkButton>
      <MenuButton
        label="More"
        items={[
          { key: 'ticks', title: 'Tick off', to: to('/entitlements/ticks') },
          { key: 'fairness', title: 'Fair shares', to: to('/entitlements/fairness') },
        ]}
      />
    </>
  )
}

function NoRule({ list }: { readonly list: List }) {
  return (
    <>
      <Block>
        <YearChoice startYear={list.startYear} thisYear={list.thisYear} />
      </Block>
      <EmptyState
        title="What does your school promise its people?"
        about="Thirty hours in the year, two visits a term, a talk with the line manager, six steps in the first weeks: take what fits from the packs, change it, add your own. From then on this page shows who has had it, who has it planned and who falls behind."
        primary={<LinkButton to="/entitlements/rules">Take promises from the packs</LinkButton>}
        secondary={<LinkButton to="/entitlements/rules/new">Write one of your own</LinkButton>}
      />
    </>
  )
}

const filterNames: Readonly<Record<Filter, string>> = {
  behind: 'Falling behind',
  'in-hand': 'In hand',
  unknown: 'Not counted yet',
}

function Everybody({ list }: { readonly list: List }) {
  const [state] = useQueryParam('state')
  const [ruleId] = useQueryParam('rule')
  const [group] = useQueryParam('group')
  const [panel, setPanel] = useState<'book' | 'raise' | undefined>(undefined)
  const rule = list.rules.find(({ id }) => id === ruleId)
  const people = withLinesOf(list.people, rule?.id).filter(
    ({ groupId }) => group === undefined || groupId === group,
  )
  const filter = filters.find((one) => one === state)
  const shown = filter === undefined ? people : people.filter(({ lines }) => isIn(filter, lines))
  const behind = people.filter(({ lines }) => isIn('behind', lines))
  const canAct = rule !== undefined && list.startYear >= list.thisYear && behind.length > 0
  const toolbar = (
    <Toolbar list={list} people={people} rule={rule} filter={filter}>
      {canAct && isBookable(rule) && (
        <Button icon={<CalendarPlus aria-hidden="true" />} onPress={() => setPanel('book')}>
          Book those who fall behind
        </Button>
      )}
      {canAct && <Button onPress={() => setPanel('raise')}>Raise a need for them</Button>}
    </Toolbar>
  )
  return (
    <>
      <Found people={people.length} behind={behind.length} rule={rule} />
      <DataTable
        label="Entitlements"
        rows={shown}
        rowKey={({ personId }) => personId}
        columns={rule === undefined ? allColumns(list.rules) : ruleColumns(rule, list.schoolDayMinutes)}
        filter={({ name, postTitle, groupName }) => `${name} ${postTitle ?? ''} ${groupName ?? ''}`}
        filterLabel="Find a person"
        hrefOf={({ personId }) => inYear(`/entitlements/people/${personId}`, list.startYear, list.thisYear)}
        toolbar={toolbar}
        empty={
          <>
            {toolbar}
            <p className="block">Nobody here. Choose another state, promise or group.</p>
          </>
        }
      />
      {panel === 'book' && rule !== undefined && (
        <BookPanel rule={rule} people={behind} onClose={() => setPanel(undefined)} />
      )}
      {panel === 'raise' && rule !== undefined && (
        <RaisePanel rule={rule} people={behind} onClose={() => setPanel(undefined)} />
      )}
    </>
  )
}

interface ToolbarProps {
  readonly list: List
  /** Those with the promise that is chosen, however they stand. */
  readonly people: readonly EntitledPersonLine[]
  readonly rule: RuleHead | undefined
  readonly filter: Filter | undefined
  readonly children: ReactNode
}

/** By standing, promise, group and year. */
function Toolbar({ list, people, rule, filter, children }: ToolbarProps) {
  const [, setState] = useQueryParam('state')
  const [, setRule] = useQueryParam('rule')
  const [group, setGroup] = useQueryParam('group')
  return (
    <>
      <FilterChips
        label="How they stand"
        chips={filters
          .map((key) => ({
            key,
            title: filterNames[key],
            count: people.filter(({ lines }) => isIn(key, lines)).length,
          }))
          .filter(({ count, key }) => count > 0 || key === filter)}
        selected={filter}
        onSelect={setState}
      />
      <Select
        label="Promise"
        width="medium"
        noneTitle="Every promise"
        options={list.rules.map(({ id, title }) => ({ value: id, title }))}
        value={rule?.id ?? null}
        onChange={(next) => setRule(next ?? undefined)}
      />
      <Select
        label="Staff group"
        width="medium"
        noneTitle="Every group"
        options={groupsOf(list.people)}
        value={group ?? null}
        onChange={(next) => setGroup(next ?? undefined)}
      />
      <YearChoice startYear={list.startYear} thisYear={list.thisYear} />
      {children}
    </>
  )
}

/** What is counted from events can be booked; meetings, steps and ticks are arranged elsewhere. */
const isBookable = ({ counts }: RuleHead): boolean =>
  counts === 'everything' || counts === 'training-days' || counts === 'types' || counts === 'activities'

function Found(props: { readonly people: number; readonly behind: number; readonly rule: RuleHead | undefined }) {
  const { people, behind, rule } = props
  const about = rule === undefined ? 'what they were promised' : `“${rule.title}”`
  return (
    <Finding>
      {behind === 0 ? (
        <>
          <em>Nobody falls behind</em> with {about}.
        </>
      ) : (
        <>
          <em>
            {behind} of {plural(people, 'person', 'people')}
          </em>{' '}
          {behind === 1 ? 'falls' : 'fall'} behind with {rule === undefined ? 'one promise or more' : about}.
        </>
      )}
    </Finding>
  )
}

function groupsOf(people: readonly EntitledPersonLine[]) {
  const groups = new Map(
    people.flatMap(({ groupId, groupName }) => (groupId === null ? [] : [[groupId, groupName ?? groupId]])),
  )
  return [...groups]
    .map(([value, title]) => ({ value, title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

type PersonColumn = TableColumn<EntitledPersonLine>

const nameColumn: PersonColumn = {
  key: 'name',
  title: 'Name',
  kind: 'text',
  value: ({ listName }) => listName,
  note: ({ postTitle }) => postTitle ?? '',
}

/** All promises together: how many, and which one somebody is behind with. */
function allColumns(rules: readonly RuleHead[]): readonly PersonColumn[] {
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  const behindWith = ({ lines }: EntitledPersonLine): readonly string[] =>
    lines.filter(({ standing }) => isBehind(standing)).flatMap(({ ruleId }) => titles.get(ruleId) ?? [])
  const received = ({ lines }: EntitledPersonLine) => lines.filter(({ standing }) => standing === 'met').length
  return [
    nameColumn,
    {
      key: 'promises',
      title: 'Promises',
      kind: 'count',
      value: ({ lines }) => lines.length,
      width: 100,
      hideNarrow: true,
    },
    { key: 'received', title: 'Received', kind: 'count', value: received, width: 100, hideNarrow: true },
    {
      key: 'behind',
      title: 'Falling behind',
      kind: 'chips',
      value: (person) => String(behindWith(person).length).padStart(3, '0'),
      render: (person) => {
        const count = behindWith(person).length
        return count === 0 ? (
          <StatusMark tone="good">With none</StatusMark>
        ) : (
          <StatusMark tone="warn">With {count}</StatusMark>
        )
      },
      width: 150,
    },
    {
      key: 'which',
      title: 'With what',
      kind: 'text',
      value: (person) => behindWith(person)[0] ?? '',
      note: (person) => {
        const others = behindWith(person).length - 1
        return others > 0 ? `and ${plural(others, 'other', 'others')}` : ''
      },
    },
  ]
}

/** One promise: its numbers. They sort by what they count, and read with their unit. */
function ruleColumns(rule: RuleHead, schoolDayMinutes: number): readonly PersonColumn[] {
  const amount = (
    key: 'entitled' | 'received' | 'planned' | 'left',
    title: string,
    hideNarrow = false,
  ): PersonColumn => ({
    key,
    title,
    kind: 'number',
    value: ({ lines }) => lines[0]?.[key] ?? null,
    render: ({ lines }) => amountWords(rule.what, lines[0]?.[key] ?? null, schoolDayMinutes),
    width: 128,
    hideNarrow,
  })
  return [
    nameColumn,
    amount('entitled', 'Entitled', true),
    amount('received', 'Received'),
    amount('planned', 'Planned', true),
    amount('left', 'Left'),
    {
      key: 'standing',
      title: 'How it stands',
      kind: 'chips',
      value: ({ lines }) => standingOf(lines),
      render: ({ lines }) => <Standing line={lines[0]} />,
      note: ({ lines }) => (lines[0] ? `by ${formatDayShort(lines[0].dueOn)}` : ''),
      width: 170,
    },
  ]
}

const standingOf = (lines: readonly Line[]): string => (lines[0] ? standingWords[lines[0].standing] : '')

function Standing({ line }: { readonly line: Line | undefined }) {
  if (line === undefined) return null
  return <StatusMark tone={standingTones[line.standing]}>{standingWords[line.standing]}</StatusMark>
}
