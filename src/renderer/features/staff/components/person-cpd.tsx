import { TextLink } from '../../../components/button'
import { Finding } from '../../../components/figures'
import { SectionTitle } from '../../../components/page-head'
import { SimpleTable } from '../../../components/simple-table'
import { yearLabel } from '../../../../shared/kernel/years'
import type { ReportTable } from '../../../../shared/kernel/report-table'
import type { Person } from '../../../../shared/features/staff/model'

const hours = (minutes: number) => (minutes / 60).toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** The CPD of this academic year, each line a door to its activity. */
export function PersonCpd({ person }: { readonly person: Person }) {
  const { cpd } = person
  const first = person.knownAs ?? person.forename
  return (
    <>
      <SectionTitle level={3}>CPD in {yearLabel(cpd.academicYear)}</SectionTitle>
      {cpd.lines.length === 0 ? (
        <p>Nothing credited yet this year.</p>
      ) : (
        <>
          <Finding>
            {first === '' ? person.name : first} has <em>{hours(cpd.creditedMinutes)} hours</em>
            {pacePart(person)}.
          </Finding>
          <SimpleTable table={tableOf(person)} />
        </>
      )}
      <p>
        <TextLink strong to={`/activities/person/${person.id}`}>
          All years
        </TextLink>
      </p>
    </>
  )
}

/** Part-timers are compared pro rata, so the figure for a full post is given beside their own. */
function pacePart(person: Person): string {
  const { creditedMinutes, minutesPerFullTime } = person.cpd
  if (minutesPerFullTime === null || Math.abs(minutesPerFullTime - creditedMinutes) < 6) return ''
  return `, as much as ${hours(minutesPerFullTime)} in a full-time post`
}

function tableOf(person: Person): ReportTable {
  return {
    key: 'cpd',
    title: `CPD of ${person.name} this year`,
    columns: [
      { key: 'title', title: 'Activity', kind: 'text' },
      { key: 'firstOn', title: 'From', kind: 'day' },
      { key: 'creditedMinutes', title: 'Hours', kind: 'hours' },
    ],
    rows: person.cpd.lines.map((line) => ({
      key: line.eventId,
      ...(line.priorityTitle !== null && { note: line.priorityTitle }),
      cells: { title: line.title, firstOn: line.firstOn, creditedMinutes: line.creditedMinutes },
      doors: { title: `/activities/${line.eventId}` },
    })),
    totals: {
      key: 'total',
      cells: { title: 'Total', firstOn: null, creditedMinutes: person.cpd.creditedMinutes },
    },
    notes: [],
  }
}
