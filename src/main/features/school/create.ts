import type { Clock } from '../../../shared/kernel/clock'
import { formatDay } from '../../../shared/kernel/dates'
import { academicYearOf, periodOf } from '../../../shared/kernel/years'
import type { ProfileInput } from '../../../shared/features/school/model'
import type { WriteDb } from '../../db/handle'
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
  const ratesFrom = periodOf({ kind: 'academic', startYear: academicYearOf(today) - 1 }, 'maintained').startsOn
  packs.groups.forEach((group, index) => {
    insertStaffGroup(db, { id: group.id, name: group.name, sortOrder: (index + 1) * 10 })
    saveBandRate(db, {
      staffGroupId: group.id,
      validFrom: ratesFrom,
      annualCostPence: group.annualCostPence,
      daysPerYear: group.daysPerYear,
      basis: `Our round figure, on-costs as of ${formatDay(packs.onCosts.asOf)}: check against your payroll`,
    })
  })
}
