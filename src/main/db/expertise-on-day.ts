import { sql as raw } from 'kysely'
import type { StandardRef } from '../../shared/features/needs/model'
import type { Day } from '../../shared/kernel/dates'
import { statement, type ReadDb } from './handle'
import { personNameSql } from './person-names'
import type { ExpertiseRow } from './schema'
import { isStaffOn } from './staff-on-day'
import { standardIn, type StandardColumns } from './standards'

/** A line of the register of who knows what, as it stands on a day. */
export interface KnownOnDay {
  readonly personId: string
  readonly name: string
  readonly subject: string
  readonly standard: StandardRef | null
  readonly level: number
  readonly canTrain: boolean
}

/** What the staff of a day know then; those who can train others first, then who knows most. */
export function expertiseOn(db: ReadDb, on: Day): KnownOnDay[] {
  type Row = Pick<ExpertiseRow, 'person_id' | 'subject' | 'level' | 'can_train'> &
    StandardColumns & { name: string }
  const rows = db.all(
    statement(raw<Row>`
      select x.person_id, ${raw.raw(personNameSql('p'))} as name, x.subject, x.standard_code, x.standard_framework,
        x.standard_label, x.level, x.can_train
      from expertise x join person p on p.id = x.person_id
      where p.is_archived = 0 and ${isStaffOn(on, 'p')}
        and x.from_on <= ${on} and coalesce(x.until_on, '9999-12-31') >= ${on}
      order by x.can_train desc, x.level desc, p.surname, p.forename, x.id`),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    subject: row.subject,
    standard: standardIn(row),
    level: row.level,
    canTrain: row.can_train === 1,
  }))
}
