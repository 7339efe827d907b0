import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import { academicYearOf } from '../../../shared/kernel/years'
import { sql, type ReadDb } from '../../db/handle'
import { listActivities } from './repository'

/** What forms offer. Archived things are left out; priorities are those of the year of `today` and its neighbours. */
export function choices(db: ReadDb, today: Day): OutputFor<'activities.choices'> {
  const year = academicYearOf(today)
  const priorities = sql
    .selectFrom('priority')
    .select(['id', 'title', 'academic_year'])
    .where('is_archived', '=', 0)
    .where('academic_year', '>=', year - 1)
    .where('academic_year', '<=', year + 1)
    .orderBy('academic_year', 'desc')
    .orderBy('sort_order')
    .orderBy('title')
  const providers = sql.selectFrom('provider').select(['id', 'name']).where('is_archived', '=', 0).orderBy('name')
  return {
    today,
    activities: listActivities(db, { includeArchived: false }).map((activity) => ({
      id: activity.id,
      title: activity.title,
      typeCode: activity.typeCode,
      defaultMinutes: activity.defaultMinutes,
      providerName: activity.providerName,
    })),
    providers: db.all(providers),
    priorities: db
      .all(priorities)
      .map((row) => ({ id: row.id, title: row.title, academicYear: row.academic_year })),
  }
}
