import type { Profile } from '../../shared/features/school/model'
import type { Day } from '../../shared/kernel/dates'
import {
  periodUnder,
  yearContainingUnder,
  type Period,
  type Regime,
  type RegimeFrom,
  type YearAsked,
  type YearKind,
} from '../../shared/kernel/years'
import { sql, type ReadDb } from './handle'
import type { SchoolProfileRow } from './schema'

/** A profile as it is kept, as everybody else knows it. */
export function rowToProfile(row: SchoolProfileRow): Profile {
  return {
    id: row.id,
    validFrom: row.valid_from,
    name: row.name,
    urn: row.urn,
    authorityName: row.authority_name,
    phase: row.phase,
    regime: row.regime,
    pupilsOnRoll: row.pupils_on_roll,
  }
}

/** What the school is on a day: the newest profile from that day or before, else the earliest one. */
export function profileOn(db: ReadDb, on: Day): Profile | undefined {
  const rows = sql.selectFrom('school_profile').selectAll()
  const row =
    db.first(rows.where('valid_from', '<=', on).orderBy('valid_from', 'desc').limit(1)) ??
    db.first(rows.orderBy('valid_from').limit(1))
  return row && rowToProfile(row)
}

/** What the school was from each day on, newest first. */
export function regimesOf(db: ReadDb): RegimeFrom[] {
  return db.all(
    sql.selectFrom('school_profile').select(['valid_from as validFrom', 'regime']).orderBy('valid_from', 'desc'),
  )
}

const regimeIn =
  (db: ReadDb) =>
  (on: Day): Regime =>
    profileOn(db, on)?.regime ?? 'maintained'

/** The days of a year of this school, whatever it was when. Every page and report asks here, so that no day is lost. */
export function daysOfYear(db: ReadDb, asked: YearAsked): Period {
  return periodUnder(asked, regimeIn(db))
}

/** The year of this school that a day falls in. */
export function yearOfDay(db: ReadDb, on: Day, kind: YearKind): YearAsked {
  return yearContainingUnder(on, kind, regimeIn(db))
}
