import type {
  BandRate,
  Profile,
  ProfileInput,
  SchoolSettings,
  StaffGroup,
} from '../../../shared/features/school/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { rowToProfile } from '../../db/school-years'
import type { BandRateRow, SchoolRow } from '../../db/schema'

/** What the school is and was, newest first. */
export function listProfiles(db: ReadDb): Profile[] {
  return db.all(sql.selectFrom('school_profile').selectAll().orderBy('valid_from', 'desc')).map(rowToProfile)
}

/** Inserts the profile of a day, or replaces the one that starts on the same day. Returns its id. */
export function saveProfile(db: WriteDb, input: ProfileInput): string {
  const existing = db.first(sql.selectFrom('school_profile').select('id').where('valid_from', '=', input.validFrom))
  const values = {
    valid_from: input.validFrom,
    name: input.name,
    urn: input.urn,
    authority_name: input.authorityName,
    phase: input.phase,
    regime: input.regime,
    pupils_on_roll: input.pupilsOnRoll,
  }
  if (existing) {
    db.runOne(sql.updateTable('school_profile').set(values).where('id', '=', existing.id))
    return existing.id
  }
  const id = newId()
  db.runOne(sql.insertInto('school_profile').values({ id, ...values }))
  return id
}

export function insertSchool(db: WriteDb, row: Omit<SchoolRow, 'id'>): void {
  db.runOne(sql.insertInto('school').values({ id: 1, ...row }))
}

export function schoolRow(db: ReadDb): SchoolRow | undefined {
  return db.first(sql.selectFrom('school').selectAll())
}

/** True for somebody who is, or was, of the staff. */
export function isPerson(db: ReadDb, id: string): boolean {
  return db.first(sql.selectFrom('person').select('id').where('id', '=', id)) !== undefined
}

export function updateSettings(db: WriteDb, settings: SchoolSettings): void {
  db.runOne(
    sql.updateTable('school').set({
      cpd_leader_title: settings.cpdLeaderTitle,
      cpd_leader_person_id: settings.cpdLeaderPersonId,
      school_day_minutes: settings.schoolDayMinutes,
      covered_hours_excluded: settings.coveredHoursExcluded ? 1 : 0,
    }),
  )
}

export function setLogo(db: WriteDb, sha256: string | null): void {
  db.runOne(sql.updateTable('school').set({ logo_sha256: sha256 }))
}

export function listStaffGroups(db: ReadDb): StaffGroup[] {
  return db
    .all(sql.selectFrom('staff_group').selectAll().orderBy('sort_order'))
    .map((row) => ({ id: row.id, name: row.name, sortOrder: row.sort_order, isArchived: row.is_archived === 1 }))
}

export function insertStaffGroup(db: WriteDb, group: { id: string; name: string; sortOrder: number }): void {
  db.runOne(
    sql
      .insertInto('staff_group')
      .values({ id: group.id, name: group.name, sort_order: group.sortOrder, is_archived: 0 }),
  )
}

function rowToBandRate(row: BandRateRow): BandRate & { id: string } {
  return {
    id: row.id,
    staffGroupId: row.staff_group_id,
    validFrom: row.valid_from,
    annualCostPence: row.annual_cost_pence,
    daysPerYear: row.days_per_year,
    basis: row.basis,
  }
}

export function listBandRates(db: ReadDb): (BandRate & { id: string })[] {
  return db
    .all(sql.selectFrom('band_rate').selectAll().orderBy('staff_group_id').orderBy('valid_from', 'desc'))
    .map(rowToBandRate)
}

/** Inserts a rate, or replaces the one of the same group and day. Returns its id. */
export function saveBandRate(db: WriteDb, rate: BandRate): string {
  const existing = db.first(
    sql
      .selectFrom('band_rate')
      .select('id')
      .where('staff_group_id', '=', rate.staffGroupId)
      .where('valid_from', '=', rate.validFrom),
  )
  const values = { annual_cost_pence: rate.annualCostPence, days_per_year: rate.daysPerYear, basis: rate.basis }
  if (existing) {
    db.runOne(sql.updateTable('band_rate').set(values).where('id', '=', existing.id))
    return existing.id
  }
  const id = newId()
  db.runOne(
    sql
      .insertInto('band_rate')
      .values({ id, staff_group_id: rate.staffGroupId, valid_from: rate.validFrom, ...values }),
  )
  return id
}
