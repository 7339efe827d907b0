import type { EventDetail, SessionLine } from '../../../../shared/features/activities/contract'
import { formatDayShort, weekdayName } from '../../../../shared/kernel/dates'
import { yearLabel } from '../../../../shared/kernel/years'
import { LinkButton, TextLink } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { DefinitionList } from '../../../components/definition-list'
import { Block, Columns, SectionTitle } from '../../../components/page-head'
import { timesOf } from '../words'
import { useTypology } from './use-typology'

const columns: readonly TableColumn<SessionLine>[] = [
  {
    key: 'day',
    title: 'Day',
    kind: 'text',
    value: (session) => `${weekdayName(session.heldOn).slice(0, 3)} ${formatDayShort(session.heldOn)}`,
    note: (session) => (session.isInsetDay ? 'INSET day' : ''),
    sortable: false,
  },
  { key: 'times', title: 'Time', kind: 'text', value: timesOf, width: 150, sortable: false },
  { key: 'length', title: 'Hours', kind: 'hours', value: (session) => session.durationMinutes, width: 90 },
  { key: 'marks', title: 'Marked', kind: 'count', value: (session) => session.marks, width: 90 },
]

/** The sessions of an event and everything else that is known of it. */
export function EventFacts({ event }: { readonly event: EventDetail }) {
  const typology = useTypology()
  const years = event.academicYears.map(yearLabel).join(' and ')
  const facts: readonly (readonly [string, string | null])[] = [
    ['Type', typology.typeName(event.typeCode)],
    ['Source', typology.provisionName(event.provisionCode)],
    ['Level', typology.levelName(event.levelCode)],
    ['Provider', event.providerName],
    ['Reference', event.activity.reference],
    ['Where', event.venue],
    ['Led by', event.ledBy],
    ['Places', event.capacity === null ? 'As many as like' : String(event.capacity)],
    ['Runs with', event.minimumPeople === null ? null : `${event.minimumPeople} or more`],
    ['Priority', event.priorityTitle],
    ['Academic year', years === '' ? null : years],
    ['Notes', event.note],
  ]
  return (
    <Columns split="even">
      <Block>
        <SectionTitle
          aside={
            <LinkButton size="small" to={`/activities/${event.id}/edit`}>
              Change
            </LinkButton>
          }
        >
          Sessions
        </SectionTitle>
        <DataTable
          label="Sessions"
          rows={event.sessionList}
          rowKey={(session) => session.id}
          columns={columns}
          height="natural"
          empty={<p>No day yet.</p>}
        />
      </Block>
      <Block>
        <SectionTitle>Facts</SectionTitle>
        <DefinitionList
          items={[
            {
              term: 'Run of',
              value: <TextLink to={`/activities/offered?show=${event.activityId}`}>{event.activityTitle}</TextLink>,
            },
            ...facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
          ]}
        />
      </Block>
    </Columns>
  )
}
