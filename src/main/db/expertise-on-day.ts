import { sql as raw } from 'kysely'
import type { Day } from '../../shared/kernel/dates'
import { statement, type ReadDb } from './handle'
import { personNameSql } from './person-names'
import { isStaffOn } from './staff-on-day'

/** A line of the register of who knows what, as it stands on a day. */
export interface KnownOnDay {
  readonly personId: string
  readonly name: string
  readonly subject: string
  readonly standardCode: string | null
  readonly level: number
  readonly canTrain: boolean
}

/** What the staff of a day know then; those who can train others first, then who knows most. */
export function expertiseOn(db: ReadDb, on: Day): KnownOnDay[] {
  const rows = db.all(
    statement(raw<Omit<KnownOnDay, 'canTrain'> & { canTrain: 0 | 1 }>`
      select x.person_id as personId, ${raw.raw(personNameSql('p'))} as name, x.subject,
        x.standard_code as standardCode, x.level, x.can_train as canTrain
      from expertise x join person p on p.id = x.person_id
      where p.is_archived = 0 and ${isStaffOn(on, 'p')}
        and x.from_on <= ${on} and coalesce(x.until_on, '9999-12-31') >= ${on}
      order by x.can_train desc, x.level desc, p.surname, p.forename, x.id`),
  )
  return rows.map((row) => ({ ...row, canTrain: row.canTrain === 1 }))
}
