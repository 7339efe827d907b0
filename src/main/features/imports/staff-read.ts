import type { Where } from '../../../shared/features/imports/contract'
import { sameText } from '../../../shared/features/imports/normalise'
import {
  isNotStaffRole,
  notStaffRoles,
  postTitle,
  signOfPupils,
  splitFullName,
  staffFields,
} from '../../../shared/features/imports/staff-fields'
import type { ImportedPerson, ImportedPost } from '../../../shared/features/staff/import-model'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { officeLimits } from '../../imports/parse-job'
import type { ParserHost } from '../../imports/parser-process'
import { columnNamed, readMapped, testsFor, type MappedRow, type ReadyFile, type RowFault } from './read-files'

/** A row of the file as a person, with where it stood. `person.row` is its place in the list. */
export interface StaffRow {
  readonly file: number
  readonly row: number
  readonly school: string | null
  readonly person: ImportedPerson
}

export interface StaffRead {
  readonly read: number
  readonly blank: number
  readonly leftOut: Record<string, number>
  readonly rows: StaffRow[]
  readonly faults: RowFault[]
  /** The header of the school column of the first file that has one. */
  readonly schoolColumn: string | null
}

/** A person's roles from a file of their own (School Data Sync v2.1), by the person's code. */
interface Roles {
  readonly posts: Map<string, { post: ImportedPost; passes: boolean }[]>
  /** Codes of people all of whose roles are not staff: students and guardians. */
  readonly notStaff: Set<string>
  readonly faults: RowFault[]
}

const text = (row: MappedRow, key: string): string | undefined => {
  const value = row.values[key]
  return value === null || value === undefined ? undefined : String(value)
}
const number = (row: MappedRow, key: string): number | undefined => {
  const value = row.values[key]
  return typeof value === 'number' ? value : undefined
}
const day = (row: MappedRow, key: string): Day | undefined => text(row, key) as Day | undefined

const has = (file: ReadyFile, ...keys: string[]): boolean => keys.some((key) => file.mapping[key] !== undefined)

/** A file of roles names codes and roles, and nobody. */
function isRolesFile(file: ReadyFile): boolean {
  return (
    has(file, 'staffCode') &&
    has(file, 'post') &&
    !has(file, 'surname', 'forename', 'fullName', 'userName', 'workEmail')
  )
}

/** Fields one of which says who a person is. */
const namingFields = ['surname', 'forename', 'fullName', 'userName', 'workEmail', 'staffCode']

/** Refuses as a whole a file that names nobody: every one of its rows would be refused for the same reason. */
export function assertNamesPeople(file: ReadyFile): void {
  if (has(file, ...namingFields)) return
  const columns = file.shape.columns.filter((column) => column.withheld === undefined)
  throw new Refusal('import.names-nobody', {
    file: file.name,
    columns: columns.map((column) => column.header).join(', '),
  })
}

/**
 * Refuses a file of pupils: where no column tells a role, nothing else would keep them out of the register. What a
 * file of roles says of others than staff is left out row by row.
 */
export function assertListsNoPupils(files: readonly ReadyFile[]): void {
  const isToldByRoles = files.some(isRolesFile)
  for (const file of files) {
    const headers = isToldByRoles ? [] : file.shape.columns.map((column) => column.header)
    const sign = has(file, 'post') ? undefined : signOfPupils(file.name, headers)
    if (sign !== undefined) throw new Refusal('import.lists-pupils', { file: file.name, sign })
  }
}

/** School Data Sync's v2 layouts list everybody; who is staff is told by a role and by nothing else. */
function needsRole(file: ReadyFile): boolean {
  return columnNamed(file, 'sourcedId') !== undefined
}

/** Files of one kind that say so by their name only (School Data Sync's Teacher.csv has no column for a role). */
function isTeachersFile(file: ReadyFile): boolean {
  return /^teachers?\.(csv|xlsx|txt|tsv)$/i.test(file.name) && !has(file, 'post') && !needsRole(file)
}

/**
 * Reads staff files (model, section 6). Rows of people who are not staff stay in the parsing process: they are told
 * by the role column of their row or by their code in a file of roles, of which only codes and roles are read.
 */
export async function readStaffFiles(
  host: ParserHost,
  files: readonly ReadyFile[],
  where: readonly Where[],
): Promise<StaffRead> {
  const peopleFiles = files.filter((file) => !isRolesFile(file))
  const rolesFiles = peopleFiles.length === 0 ? [] : files.filter(isRolesFile)
  const roles = await readRoles(host, rolesFiles, where)
  const schoolFile = files.find((file) => has(file, 'school') && !rolesFiles.includes(file))
  const result: StaffRead = {
    read: 0,
    blank: 0,
    leftOut: {},
    rows: [],
    faults: [...roles.faults],
    schoolColumn: schoolFile?.shape.columns[schoolFile.mapping['school'] ?? -1]?.header ?? null,
  }
  let totals = { read: 0, blank: 0 }
  for (const file of peopleFiles.length === 0 ? files : peopleFiles) {
    const summary = await readPeople(host, file, rolesFiles.length > 0 ? roles : undefined, where, result)
    totals = { read: totals.read + summary.read, blank: totals.blank + summary.blank }
    for (const [reason, count] of Object.entries(summary.leftOut))
      result.leftOut[reason] = (result.leftOut[reason] ?? 0) + count
  }
  return { ...result, ...totals }
}

async function readPeople(
  host: ParserHost,
  file: ReadyFile,
  roles: Roles | undefined,
  where: readonly Where[],
  into: StaffRead,
) {
  const code = file.mapping['staffCode']
  const post = file.mapping['post']
  const leaveOut = [
    ...(post === undefined
      ? []
      : [{ column: post, values: notStaffRoles, match: 'equals' as const, reason: 'student' }]),
    ...(roles === undefined || code === undefined
      ? []
      : [{ column: code, values: [...roles.notStaff], match: 'equals' as const, reason: 'student' }]),
  ]
  const roleNeeded = needsRole(file)
  return readMapped(
    host,
    file,
    staffFields,
    officeLimits,
    { keep: testsFor(file, where), leaveOut, whoOf },
    (row) => {
      const own = roles?.posts.get(text(row, 'staffCode') ?? '')
      const posts = own?.filter((role) => role.passes).map((role) => role.post) ?? ownPosts(file, row)
      if (own !== undefined && posts.length === 0) into.leftOut['where'] = (into.leftOut['where'] ?? 0) + 1
      else if (roleNeeded && !posts.some((held) => held.title !== undefined)) {
        const who = whoOf(row.values)
        into.faults.push({
          file: file.index,
          row: row.row,
          column: null,
          code: 'role.missing',
          ...(who !== undefined && { who }),
        })
      } else into.rows.push(staffRow(row, posts, into.rows.length))
    },
    (fault) => into.faults.push(fault),
  )
}

/** The person as the row names them; undefined where it does not. */
function whoOf(values: MappedRow['values']): string | undefined {
  const said = (key: string) => (typeof values[key] === 'string' ? values[key].trim() : '')
  const name = `${said('forename')} ${said('surname')}`.trim()
  const known = [name, said('fullName'), said('userName'), said('workEmail'), said('staffCode')]
  return known.find((words) => words !== '')
}

function ownPosts(file: ReadyFile, row: MappedRow): ImportedPost[] {
  const title = text(row, 'post')
  const main = text(row, 'isMain')
  const post: ImportedPost = {
    title: title === undefined ? undefined : postTitle(title),
    staffGroup: text(row, 'staffGroup'),
    careerStage: text(row, 'careerStage'),
    team: text(row, 'team'),
    fromOn: day(row, 'postFrom'),
    toOn: day(row, 'postTo'),
    fteThousandths: number(row, 'fte'),
    weeklyMinutes: number(row, 'weeklyMinutes'),
    workingDays: text(row, 'workingDays'),
    isMain: main === undefined ? undefined : /^(true|yes|y|1|main|primary)$/i.test(main),
  }
  if (isTeachersFile(file)) return [{ ...post, title: 'Teacher', staffGroup: 'teacher' }]
  return Object.values(post).every((value) => value === undefined) ? [] : [post]
}

function staffRow(row: MappedRow, posts: readonly ImportedPost[], place: number): StaffRow {
  const whole = text(row, 'fullName')
  const split = whole === undefined ? undefined : splitFullName(whole)
  const surname = text(row, 'surname') ?? (text(row, 'forename') === undefined ? split?.surname : undefined)
  const forename = text(row, 'forename') ?? (text(row, 'surname') === undefined ? split?.forename : undefined)
  return {
    file: row.file,
    row: row.row,
    school: text(row, 'school') ?? null,
    person: {
      row: place,
      staffCode: text(row, 'staffCode'),
      userName: text(row, 'userName'),
      title: text(row, 'title'),
      forename: forename === '' ? undefined : forename,
      surname: surname === '' ? undefined : surname,
      knownAs: text(row, 'knownAs'),
      workEmail: text(row, 'workEmail'),
      startedOn: day(row, 'startedOn'),
      leftOn: day(row, 'leftOn'),
      lineManager: text(row, 'lineManager'),
      posts,
    },
  }
}

async function readRoles(host: ParserHost, files: readonly ReadyFile[], where: readonly Where[]): Promise<Roles> {
  const roles: Roles = { posts: new Map(), notStaff: new Set(), faults: [] }
  const staff = new Set<string>()
  for (const file of files) {
    const tests = testsFor(file, where)
    const schoolTest = tests.find((test) => test.column === file.mapping['school'])
    await readMapped(
      host,
      file,
      staffFields,
      officeLimits,
      { keep: tests.filter((test) => test !== schoolTest), leaveOut: [] },
      (row) => {
        const [code, role] = [text(row, 'staffCode'), text(row, 'post')]
        if (code === undefined || role === undefined) return
        if (isNotStaffRole(role)) {
          roles.notStaff.add(code)
          return
        }
        staff.add(code)
        const school = text(row, 'school')
        const passes =
          schoolTest === undefined || schoolTest.values.some((value) => sameText(value) === sameText(school ?? ''))
        const [post] = ownPosts(file, row)
        // The same role in two organisations is two posts; the organisation is what tells them apart.
        const held = { ...post, team: post?.team ?? school }
        roles.posts.set(code, [...(roles.posts.get(code) ?? []), { post: held, passes }])
      },
      (fault) => roles.faults.push(fault),
    )
  }
  for (const code of staff) roles.notStaff.delete(code)
  return roles
}
