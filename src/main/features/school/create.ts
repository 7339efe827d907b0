import type { Clock } from '../../../shared/kernel/clock'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { academicYearOf, periodOf } from '../../../shared/kernel/years'
import type { ProfileInput } from '../../../shared/features/school/model'
import { sql, type WriteDb } from '../../db/handle'
import type { StaffGroupsFile } from '../../../shared/features/packs/model'
import { insertSchool, insertStaffGroup, saveBandRate, saveProfile } from './repository'

export interface NewSchool {
  readonly profile: ProfileInput
  readonly cpdLeaderTitle: string
  readonly origin: 'own' | 'sample'
}

/** Hours of a working day until the school says otherwise: 1,265 hours ÷ 195 days is 6 h 29 min (domain, section 7). */
const DEFAULT_DAY_MINUTES = 390

/**
 * Fills an empty school file: the school, its first profile, the pack's staff groups and their default day rates (our
 * own figures, marked "check"; model, section 5). Rates start with the academic year before this one, so that last
 * year's report has them.
 */
export function fillNewSchool(db: WriteDb, school: NewSchool, packs: StaffGroupsFile, clock: Clock): void {
  const today = clock.today()
  insertSchool(db, {
    origin: school.origin,
    created_on: today,
    cpd_leader_title: school.cpdLeaderTitle,
    cpd_leader_person_id: null,
    logo_sha256: null,
    school_day_minutes: DEFAULT_DAY_MINUTES,
    covered_hours_excluded: 1,
  })
  saveProfile(db, school.profile)
  const basis = `Our round figure, on-costs as of ${formatDay(packs.onCosts.asOf)}: check against your payroll`
  packs.groups.forEach((group, index) => addStaffGroup(db, group, { place: index + 1, today, basis }))
}

type PackGroup = StaffGroupsFile['groups'][number]

function addStaffGroup(db: WriteDb, group: PackGroup, at: { place: number; today: Day; basis: string }): void {
  insertStaffGroup(db, { id: group.id, name: group.name, sortOrder: at.place * 10 })
  saveBandRate(db, {
    staffGroupId: group.id,
    validFrom: periodOf({ kind: 'academic', startYear: academicYearOf(at.today) - 1 }, 'maintained').startsOn,
    annualCostPence: group.annualCostPence,
    daysPerYear: group.daysPerYear,
    basis: at.basis,
  })
}

/**
 * Gives a school the groups of a pack that it does not have, after its own, with the pack's figures as their rates. What
 * it has stays as it is: its names and rates are its own.
 */
export function addMissingStaffGroups(
  db: WriteDb,
  pack: { readonly groups: readonly PackGroup[]; readonly source: string; readonly asOf: Day },
  clock: Clock,
): void {
  const there = db.all(sql.selectFrom('staff_group').select(['id', 'sort_order']))
  const known = new Set(there.map(({ id }) => id))
  const last = Math.max(0, ...there.map((group) => Math.ceil(group.sort_order / 10)))
  const basis = `${pack.source}, ${formatDay(pack.asOf)}: check against your payroll`
  pack.groups
    .filter(({ id }) => !known.has(id))
    .forEach((group, index) => addStaffGroup(db, group, { place: last + index + 1, today: clock.today(), basis }))
}
