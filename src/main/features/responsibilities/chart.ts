import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReportTable } from '../../../shared/kernel/report-table'
import { responsibilityTable } from '../../../shared/features/responsibilities/as-report'
import type { Content } from '../../../shared/features/packs/content'
import type { Holder, ResponsibilityChart } from '../../../shared/features/responsibilities/model'
import { sql, type ReadDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import { isStaffOn } from '../../db/staff-on-day'

export type Role = Content<'role'>

const keyOf = (roleId: string, dutyId: string) => `${roleId} ${dutyId}`

/** Each responsibility of each role with everybody who carried it, the newest first. `today` decides who carries it now. */
export function chartOf(db: ReadDb, roles: readonly Role[], today: Day): ResponsibilityChart {
  const holders = holdersByDuty(db, today)
  const charts = roles.map(({ id: roleId, fields }) => ({
    roleId,
    title: fields.title,
    areas: fields.areas.map(({ id, title, responsibilities }) => ({
      id,
      title,
      duties: responsibilities.map(({ id: dutyId, text }) => ({
        dutyId,
        text,
        holders: holders.get(keyOf(roleId, dutyId)) ?? [],
      })),
    })),
  }))
  const duties = charts.flatMap(({ areas }) => areas.flatMap((area) => area.duties))
  return {
    today,
    roles: charts,
    duties: duties.length,
    held: duties.filter((duty) => duty.holders.some(({ isNow }) => isNow)).length,
  }
}

function holdersByDuty(db: ReadDb, today: Day): Map<string, Holder[]> {
  const rows = db.all(
    sql
      .selectFrom('responsibility_holder as h')
      .innerJoin('person as p', 'p.id', 'h.person_id')
      .selectAll('h')
      .select(['p.forename', 'p.surname', 'p.known_as', raw<0 | 1>`${isStaffOn(today, 'p')}`.as('is_staff')])
      .orderBy('h.from_on', 'desc')
      .orderBy('h.id', 'desc'),
  )
  const grouped = groupBy(rows, (row) => keyOf(row.role_id, row.duty_id))
  return new Map(
    [...grouped].map(([key, list]) => [
      key,
      list.map((row) => {
        const isTheirs = row.until_on === null || row.until_on >= today
        const isStaff = row.is_staff === 1
        return {
          id: row.id,
          personId: row.person_id,
          name: personName(row),
          fromOn: row.from_on,
          untilOn: row.until_on,
          note: row.note,
          isNow: isTheirs && isStaff && row.from_on <= today,
          hasLeft: isTheirs && !isStaff,
        }
      }),
    ]),
  )
}

/** The chart as a document quotes it; null while nobody carries anything. */
export function quotedChart(db: ReadDb, roles: readonly Role[], today: Day): ReportTable | null {
  const chart = chartOf(db, roles, today)
  return chart.held === 0 ? null : responsibilityTable(chart)
}
