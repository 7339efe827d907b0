import type { Day } from '../../../shared/kernel/dates'
import type {
  EarlyCareerWords,
  GroupWords,
  HoldingFacts,
  ImportedPerson,
  StaffImportPlan,
  StaffPersonFacts,
  StaffSnapshot,
} from '../../../shared/features/staff/import-model'
import { planImportedStaff } from '../../../shared/features/staff/import-plan'
import { StaffRoll, type Found } from '../../../shared/features/staff/import-roll'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { insertHolding, insertPerson, insertPost, insertTeam, updateHolding, updatePerson } from './repository'

/**
 * What a feature that reads staff files needs of this one. Rows are cleaned: undefined is "not in the file, or blank"
 * and clears nothing; a person with several rows or several `posts` ends up with several posts. A file that names no
 * post (School Data Sync's Teacher.csv) should give `posts: [{ title: 'Teacher', staffGroup: 'teacher' }]`, or the
 * person stands in no staff group.
 */
export interface StaffImport {
  /** The dry run: each row new, changed, same or refused (with the field and the code), and who is absent. Writes nothing. */
  plan(db: ReadDb, rows: readonly ImportedPerson[], today: Day): StaffImportPlan
  /** The same plan, made again in the transaction and written. Refused rows change nothing: leave out or stop before, as the wizard says. */
  apply(db: WriteDb, rows: readonly ImportedPerson[], today: Day): StaffImportPlan
  /** Whom one row is about: one person and by what sign, nobody, or several. */
  findMatches(db: ReadDb, row: ImportedPerson, today: Day): Found
}

/** What the packs in use say that files call our staff groups, and the stages of an early career. */
export interface StaffWords {
  readonly groups: readonly GroupWords[]
  readonly earlyCareer: EarlyCareerWords
}

/** Builds the import for the words of the packs in use. */
export function staffImport(words: () => StaffWords): StaffImport {
  return {
    plan: (db, rows, today) => planImportedStaff(readStaffSnapshot(db, words()), rows, today, newId),
    apply: (db, rows, today) => applyImportedStaff(db, rows, today, words()),
    findMatches: (db, row, today) => new StaffRoll(readStaffSnapshot(db, words()), today, newId).find(row),
  }
}

/** Everyone, leavers too, with their posts: what rows are compared with. Group names are the school's, synonyms the pack's. */
export function readStaffSnapshot(db: ReadDb, words: StaffWords): StaffSnapshot {
  const synonyms = new Map(words.groups.map((group) => [group.id, [group.name, ...group.synonyms]]))
  return {
    people: db.all(sql.selectFrom('person').selectAll()).map((row) => ({
      id: row.id,
      staffCode: row.staff_code,
      userName: row.user_name,
      title: row.title,
      forename: row.forename,
      surname: row.surname,
      knownAs: row.known_as,
      workEmail: row.work_email,
      startedOn: row.started_on,
      leftOn: row.left_on,
      lineManagerId: row.line_manager_id,
      isNameMissing: row.is_name_missing === 1,
      isArchived: row.is_archived === 1,
    })),
    holdings: db.all(sql.selectFrom('post_holding').selectAll().orderBy('from_on')).map((row) => ({
      id: row.id,
      personId: row.person_id,
      postId: row.post_id,
      teamId: row.team_id,
      fromOn: row.from_on,
      toOn: row.to_on,
      fteThousandths: row.fte_thousandths,
      weeklyMinutes: row.weekly_minutes,
      workingDays: row.working_days,
      isMain: row.is_main === 1,
    })),
    posts: db
      .all(sql.selectFrom('post').selectAll())
      .map((row) => ({ id: row.id, title: row.title, staffGroupId: row.staff_group_id })),
    teams: db.all(sql.selectFrom('team').select(['id', 'name'])),
    groups: db
      .all(sql.selectFrom('staff_group').selectAll().orderBy('sort_order'))
      .map((row) => ({ id: row.id, name: row.name, synonyms: synonyms.get(row.id) ?? [] })),
    earlyCareer: words.earlyCareer,
  }
}

/** Plans and writes in one go, inside the caller's transaction: one change of the log, undoable as a whole. */
export function applyImportedStaff(
  db: WriteDb,
  rows: readonly ImportedPerson[],
  today: Day,
  words: StaffWords,
): StaffImportPlan {
  const plan = planImportedStaff(readStaffSnapshot(db, words), rows, today, newId)
  for (const team of plan.newTeams) insertTeam(db, team)
  for (const post of plan.newPosts) insertPost(db, post)
  for (const person of plan.newPeople) insertPerson(db, personColumns(person), person.id)
  for (const person of plan.changedPeople) updatePerson(db, person.id, personColumns(person))
  for (const holding of plan.newHoldings) insertHolding(db, holdingColumns(holding), holding.id)
  for (const holding of plan.changedHoldings) updateHolding(db, holding.id, holdingColumns(holding))
  return plan
}

function personColumns(person: StaffPersonFacts) {
  return {
    staff_code: person.staffCode,
    user_name: person.userName,
    title: person.title,
    forename: person.forename,
    surname: person.surname,
    known_as: person.knownAs,
    work_email: person.workEmail,
    started_on: person.startedOn,
    left_on: person.leftOn,
    line_manager_id: person.lineManagerId,
    is_name_missing: person.isNameMissing ? (1 as const) : (0 as const),
    is_archived: person.isArchived ? (1 as const) : (0 as const),
  }
}

function holdingColumns(holding: HoldingFacts) {
  return {
    person_id: holding.personId,
    post_id: holding.postId,
    team_id: holding.teamId,
    from_on: holding.fromOn,
    to_on: holding.toOn,
    fte_thousandths: holding.fteThousandths,
    weekly_minutes: holding.weeklyMinutes,
    working_days: holding.workingDays,
    is_main: holding.isMain ? (1 as const) : (0 as const),
  }
}
