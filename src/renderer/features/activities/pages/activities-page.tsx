import { CalendarPlus, ClipboardCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { EventLine } from '../../../../shared/features/activities/contract'
import { formatDay, type Day } from '../../../../shared/kernel/dates'
import { formatPounds } from '../../../../shared/kernel/money'
import {
  academicYearOf,
  yearLabel,
  yearsOffered,
  type RegimeFrom,
  type YearAsked,
} from '../../../../shared/kernel/years'
import { Button, LinkButton } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { MasterDetail } from '../../../components/master-detail'
import { MenuButton } from '../../../components/menu-button'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Tabs } from '../../../components/tabs'
import { YearPicker } from '../../../components/year-picker'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { ActivitiesEmpty } from '../components/activities-empty'
import { EventsToDo } from '../components/events-to-do'
import { EventGlance } from '../components/event-glance'
import { useTypology } from '../components/use-typology'
import { bookedWords, daysOf, nextStepOf } from '../words'

type Phase = EventLine['phase']

const phases: readonly { readonly key: Phase; readonly title: string; readonly none: string }[] = [
  { key: 'next', title: 'To come', none: 'Nothing is planned from today on in this year.' },
  { key: 'past', title: 'Held', none: 'Nothing was held in this year yet.' },
  { key: 'idea', title: 'Ideas', none: 'No idea is noted. An idea is an event without a promise to run it.' },
  { key: 'cancelled', title: 'Cancelled', none: 'Nothing was cancelled in this year.' },
]

/** Everything that was, is and may be run, by year. */
export function ActivitiesPage() {
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Activities"
        about="Every course, training day and coaching pair: who goes, who was there, what it cost and what came of it."
        secondary={
          <>
            <MenuButton
              label="More"
              items={[
                { key: 'offered', title: 'What we offer', to: '/activities/offered' },
                { key: 'opportunities', title: 'Opportunities', to: '/opportunities' },
                { key: 'providers', title: 'Providers', to: '/providers' },
              ]}
            />
            <LinkButton to="/activities/new" icon={<CalendarPlus aria-hidden="true" />}>
              Plan an event
            </LinkButton>
          </>
        }
        primary={
          <LinkButton kind="primary" to="/activities/record" icon={<ClipboardCheck aria-hidden="true" />}>
            Record what was done
          </LinkButton>
        }
      />
      <ReadState read={status}>
        {({ academicYear, regimes }) => <Events thisYear={academicYear} regimes={regimes} />}
      </ReadState>
    </>
  )
}

interface EventListsProps {
  readonly thisYear: number
  readonly regimes: readonly RegimeFrom[]
}

/** What a task of Today leads to, or the whole. */
function Events(props: EventListsProps) {
  const [todo] = useQueryParam('todo')
  if (todo === 'mark' || todo === 'book') return <EventsToDo todo={todo} thisYear={props.thisYear} />
  return <EventLists {...props} />
}

interface YearOfEventsProps extends EventListsProps {
  readonly year: YearAsked
  readonly onYear: (year: YearAsked) => void
}

function YearOfEvents({ year, onYear, thisYear, regimes }: YearOfEventsProps) {
  const known = useRead('money.years', {})
  const years = yearsOffered(known.data?.[year.kind] ?? [], thisYear)
  return <YearPicker value={year} onChange={onYear} years={years} regimes={regimes} />
}

function EventLists({ thisYear, regimes }: EventListsProps) {
  const [year, setYear] = useState<YearAsked>({ kind: 'academic', startYear: thisYear })
  const [tab, setTab] = useQueryParam('tab')
  const [shown] = useQueryParam('show')
  const read = useRead('activities.events', { year, includeUndated: true }, { keepPrevious: true })
  const picker = <YearOfEvents year={year} onYear={setYear} thisYear={thisYear} regimes={regimes} />
  return (
    <ReadState read={read}>
      {({ events, eventsInAll, lastHeldOn }) => {
        if (eventsInAll === 0) return <ActivitiesEmpty />
        const of = (key: Phase) => events.filter((event) => event.phase === key)
        const phase = phases.find((item) => item.key === tab)?.key ?? usualPhase(events)
        const look = (other: YearAsked) => {
          setYear(other)
          setTab('past')
        }
        return (
          <MasterDetail
            backTo={`/activities?tab=${phase}`}
            detailLabel="Event"
            list={
              <Tabs
                label="Which events"
                selected={phase}
                onSelect={setTab}
                tabs={phases.map((item) => ({
                  key: item.key,
                  title: item.title,
                  count: of(item.key).length,
                  content: (
                    <EventTable
                      phase={item.key}
                      events={of(item.key)}
                      none={
                        <>
                          <p>{item.none}</p>
                          {events.length === 0 && <HeldElsewhere on={lastHeldOn} year={year} onLook={look} />}
                        </>
                      }
                      selected={shown}
                      toolbar={picker}
                    />
                  ),
                }))}
              />
            }
            detail={shown === undefined ? undefined : <EventGlance key={shown} id={shown} />}
          />
        )
      }}
    </ReadState>
  )
}

/** Without a tab asked for: what is to come, or what was held when nothing is. */
function usualPhase(events: readonly EventLine[]): Phase {
  const has = (phase: Phase) => events.some((event) => event.phase === phase)
  return !has('next') && has('past') ? 'past' : 'next'
}

interface HeldElsewhereProps {
  readonly on: Day | null
  /** The year on the page, which has nothing. */
  readonly year: YearAsked
  readonly onLook: (year: YearAsked) => void
}

/** The way from a year without anything to the newest one that has something. */
function HeldElsewhere({ on, year, onLook }: HeldElsewhereProps) {
  if (on === null) return null
  const other: YearAsked = { kind: 'academic', startYear: academicYearOf(on) }
  if (year.kind === 'academic' && year.startYear === other.startYear) return null
  return (
    <p>
      The last event was held on {formatDay(on)}.{' '}
      <Button kind="quiet" onPress={() => onLook(other)}>
        Look at {yearLabel(other.startYear)}
      </Button>
    </p>
  )
}

interface EventTableProps {
  readonly phase: Phase
  readonly events: readonly EventLine[]
  readonly none: ReactNode
  readonly selected: string | undefined
  readonly toolbar: ReactNode
}

function EventTable({ phase, events, none, selected, toolbar }: EventTableProps) {
  const typology = useTypology()
  const rows = phase === 'past' ? [...events].reverse() : events
  return (
    <DataTable
      label="Events"
      rows={rows}
      rowKey={(event) => event.id}
      columns={columnsFor(phase, typology.typeName)}
      filter={(event) =>
        `${event.title} ${event.providerName ?? ''} ${event.venue ?? ''} ${typology.typeName(event.typeCode)}`
      }
      hrefOf={(event) => `/activities?tab=${phase}&show=${event.id}`}
      selectedKey={selected}
      toolbar={toolbar}
      empty={
        <>
          <div className="dt-toolbar">{toolbar}</div>
          {none}
        </>
      }
    />
  )
}

function columnsFor(phase: Phase, typeName: (code: string) => string): readonly TableColumn<EventLine>[] {
  const title: TableColumn<EventLine> = {
    key: 'title',
    title: 'Event',
    kind: 'text',
    value: (event) => event.title,
    note: (event) => [typeName(event.typeCode), event.providerName ?? event.venue].filter(Boolean).join(' · '),
  }
  const when: TableColumn<EventLine> = {
    key: 'when',
    title: phase === 'next' ? 'Next' : 'When',
    kind: 'day',
    value: (event) => (phase === 'next' ? (event.nextOn ?? event.lastOn) : event.lastOn),
    note: (event) => (event.sessions > 1 ? daysOf(event) : event.isInset ? 'INSET day' : ''),
    width: 150,
  }
  const people: TableColumn<EventLine> = {
    key: 'people',
    title: 'People',
    kind: 'count',
    value: (event) => (phase === 'past' ? event.attended : event.booked),
    note: (event) => (phase === 'past' ? `of ${event.booked} booked` : bookedWords(event).replace(/^\d+ /, '')),
    width: 130,
    hideNarrow: true,
  }
  const hours: TableColumn<EventLine> = {
    key: 'hours',
    title: 'Hours',
    kind: 'hours',
    value: (event) => event.creditedMinutes,
    width: 90,
    hideNarrow: true,
  }
  const money: TableColumn<EventLine> = {
    key: 'money',
    title: 'Paid',
    kind: 'pounds',
    value: (event) => event.paidPence,
    note: (event) => (event.promisedPence === 0 ? '' : `+ ${formatPounds(event.promisedPence)} promised`),
    width: 130,
    hideNarrow: true,
  }
  const step: TableColumn<EventLine> = {
    key: 'step',
    title: 'To do',
    kind: 'text',
    value: (event) => nextStepOf(event)?.words ?? '',
    width: 140,
    hideNarrow: true,
  }
  if (phase === 'idea') return [title, people]
  return phase === 'past' ? [title, when, people, hours, money, step] : [title, when, people, money, step]
}
