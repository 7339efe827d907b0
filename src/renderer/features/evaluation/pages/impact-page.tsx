import { useState } from 'react'
import type { EvaluationLine } from '../../../../shared/features/evaluation/contract'
import { evidenceLevels } from '../../../../shared/features/evaluation/model'
import { decisionNames, judgementNames } from '../../../../shared/features/reports/words'
import { formatDay } from '../../../../shared/kernel/dates'
import { formatPence } from '../../../../shared/kernel/money'
import type { YearAsked } from '../../../../shared/kernel/years'
import { LinkButton, TextLink } from '../../../components/button'
import { ChartFrame } from '../../../components/chart'
import { StatusMark } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { EmptyState } from '../../../components/empty-state'
import { Finding } from '../../../components/figures'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { YearPicker } from '../../../components/year-picker'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { wayWords } from '../words'

/** What worked, how well we know it, and what still waits for a judgement. */
export function ImpactPage() {
  const status = useRead('school.status', {})
  return (
    <>
      <PageHead
        title="Impact and value"
        about="What each event was meant to change, what it did, and how we know."
      />
      <ReadState read={status}>{({ academicYear }) => <YearOfImpact thisYear={academicYear} />}</ReadState>
    </>
  )
}

interface YearOfImpactProps {
  readonly thisYear: number
}

function YearOfImpact({ thisYear }: YearOfImpactProps) {
  const [year, setYear] = useState<YearAsked>({ kind: 'academic', startYear: thisYear })
  const read = useRead('evaluation.list', { year }, { keepPrevious: true })
  return (
    <>
      <Block>
        <YearPicker
          value={year}
          onChange={setYear}
          years={[thisYear, thisYear - 1, thisYear - 2, thisYear - 3]}
          kindFixed
        />
      </Block>
      <ReadState read={read}>
        {(list) => (list.events.length === 0 ? <Nothing /> : <Found list={list} />)}
      </ReadState>
    </>
  )
}

function Nothing() {
  return (
    <EmptyState
      title="Nothing to judge in this year yet"
      about="When people are booked, say what should be different afterwards. When it has been held, it waits here for your judgement."
      primary={
        <LinkButton kind="primary" to="/activities/new">
          Plan an event
        </LinkButton>
      }
      secondary={<LinkButton to="/activities/record">Record what was done</LinkButton>}
    />
  )
}

function Found({ list }: { readonly list: OutputFor<'evaluation.list'> }) {
  const of = (...states: readonly EvaluationLine['state'][]) =>
    list.events.filter((event) => states.includes(event.state))
  const judged = of('judged')
  const waiting = [...of('missing'), ...of('due'), ...of('waiting')]
  const toCome = of('unplanned', 'planned')
  const over = judged.length + waiting.length
  return (
    <>
      <Finding>
        {over === 0 ? (
          'Nothing of this year is over yet.'
        ) : (
          <>
            <em>
              {judged.length} of {plural(over, 'event', 'events')}
            </em>{' '}
            that are over {judged.length === 1 ? 'is' : 'are'} judged.
          </>
        )}
      </Finding>
      <Columns>
        <div>
          <Waiting title="Waiting for a judgement" events={waiting} none="Everything that is over is judged." />
          {toCome.length > 0 && <Waiting title="To come" events={toCome} none="" />}
        </div>
        <Block>
          {list.chart !== null && <ChartFrame chart={list.chart} />}
          {list.sentence !== null && <p>{list.sentence}</p>}
        </Block>
      </Columns>
      {judged.length > 0 && <Judged events={judged} />}
    </>
  )
}

interface WaitingProps {
  readonly title: string
  readonly events: readonly EvaluationLine[]
  readonly none: string
}

const doors: Readonly<Record<EvaluationLine['state'], string>> = {
  missing: 'Say what it was for',
  due: 'Judge it',
  waiting: 'Judge it',
  unplanned: 'Say what should change',
  planned: 'See the plan',
  judged: 'See it',
}

function Waiting({ title, events, none }: WaitingProps) {
  return (
    <Block>
      <SectionTitle>{title}</SectionTitle>
      {events.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Rows
          label={title}
          items={events.map((event) => ({
            key: event.eventId,
            title: event.title,
            about: aboutOf(event),
            action: (
              <TextLink
                strong
                to={`/activities/${event.eventId}?tab=evaluation`}
                label={`${doors[event.state]}: ${event.title}`}
              >
                {doors[event.state]}
              </TextLink>
            ),
          }))}
        />
      )}
    </Block>
  )
}

function aboutOf(event: EvaluationLine): string {
  const cash = event.paidPence + event.promisedPence
  const money =
    cash === 0 ? undefined : `${formatPence(event.paidPence)} paid, ${formatPence(event.promisedPence)} promised`
  const day = event.lastOn === null ? undefined : formatDay(event.lastOn)
  const when = day && (event.state === 'planned' || event.state === 'unplanned' ? `until ${day}` : `ended ${day}`)
  const what = event.question ?? (event.state === 'missing' ? 'nobody said what it was for' : undefined)
  const late = event.isBaselineLate ? 'baseline late' : undefined
  const words = [what, when, money, late].filter(Boolean).join(' · ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const columns: readonly TableColumn<EvaluationLine>[] = [
  {
    key: 'title',
    title: 'Event',
    kind: 'text',
    value: (event) => event.title,
    note: (event) => [event.measure, wayWords(event)].filter(Boolean).join(': '),
  },
  {
    key: 'level',
    title: 'Evidence',
    kind: 'text',
    value: (event) => evidenceLevels.find((one) => one.level === event.evidenceLevel)?.name ?? '',
    width: 190,
    hideNarrow: true,
  },
  {
    key: 'judgement',
    title: 'Judgement',
    kind: 'text',
    value: (event) => (event.impactJudgement === null ? '' : judgementNames[event.impactJudgement]),
    render: (event) =>
      event.impactJudgement === null ? null : (
        <StatusMark tone={tones[event.impactJudgement]}>{judgementNames[event.impactJudgement]}</StatusMark>
      ),
    width: 170,
  },
  {
    key: 'decision',
    title: 'Then',
    kind: 'text',
    value: (event) => (event.decision === null ? '' : decisionNames[event.decision]),
    width: 140,
    hideNarrow: true,
  },
  { key: 'paid', title: 'Paid', kind: 'pounds', value: (event) => event.paidPence, width: 100, hideNarrow: true },
]

const tones = { strong: 'good', some: 'good', none: 'warn', 'too-early': 'none' } as const

function Judged({ events }: { readonly events: readonly EvaluationLine[] }) {
  return (
    <Block>
      <SectionTitle>What worked, and how we know</SectionTitle>
      <DataTable
        label="Judged events"
        rows={events}
        rowKey={(event) => event.eventId}
        columns={columns}
        hrefOf={(event) => `/activities/${event.eventId}?tab=evaluation`}
        height="natural"
        empty={null}
      />
    </Block>
  )
}
