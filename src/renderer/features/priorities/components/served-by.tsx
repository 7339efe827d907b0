import { LinkButton } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { SimpleTable } from '../../../components/simple-table'
import { plural } from '../../../lib/format'
import type { ReportTable } from '../../../../shared/kernel/report-table'
import type { Priority } from '../../../../shared/features/priorities/model'

const statusWords = { idea: 'Idea', planned: 'Planned', done: 'Done', cancelled: 'Cancelled' } as const

/** The events planned or done for a priority, with what they cost; each a door. */
export function ServedBy({ priority }: { readonly priority: Priority }) {
  const plan = <LinkButton to={`/activities/new?priority=${priority.id}`}>Plan an event for it</LinkButton>
  return (
    <>
      <SectionTitle aside={priority.servedBy.length > 0 && plan}>
        {priority.servedBy.length === 0
          ? 'Nothing serves it yet'
          : `${plural(priority.servedBy.length, 'event serves', 'events serve')} it`}
      </SectionTitle>
      {priority.servedBy.length === 0 ? plan : <SimpleTable table={tableOf(priority)} />}
    </>
  )
}

function tableOf(priority: Priority): ReportTable {
  return {
    key: 'served-by',
    title: `Events for: ${priority.title}`,
    columns: [
      { key: 'title', title: 'Event', kind: 'text' },
      { key: 'firstOn', title: 'From', kind: 'day' },
      { key: 'people', title: 'People', kind: 'count' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'promisedPence', title: 'Promised', kind: 'pence' },
    ],
    rows: priority.servedBy.map((event) => ({
      key: event.eventId,
      note: statusWords[event.status],
      cells: {
        title: event.title,
        firstOn: event.firstOn,
        people: event.people,
        paidPence: event.paidPence,
        promisedPence: event.promisedPence,
      },
      doors: { title: `/activities/${event.eventId}` },
    })),
    totals: {
      key: 'total',
      cells: {
        title: 'Total',
        firstOn: null,
        people: null,
        paidPence: priority.paidPence,
        promisedPence: priority.promisedPence,
      },
    },
    notes: [],
  }
}
