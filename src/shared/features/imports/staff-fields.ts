import type { ImportField } from './model'
import { normaliseHeader, sameText } from './normalise'

const field = (
  key: string,
  label: string,
  kind: ImportField['kind'],
  synonyms: readonly string[],
): ImportField => ({
  key,
  label,
  synonyms,
  required: false,
  kind,
})

/**
 * What a staff list can fill. Synonyms are headers seen in real exports and templates (features, section 5.3): the
 * better name stands first. Which fields a file must have depends on its layout, so the planner decides it row by row.
 */
export const staffFields: readonly ImportField[] = [
  field('staffCode', 'Staff code', 'code', [
    'Staff ID',
    'Person ID',
    'SIS ID',
    'sourcedId',
    'userSourcedId',
    'ID',
    'MIS ID',
    'Staff number',
    'Staff no',
    'Employee no',
    'Payroll no',
    'Employee number',
    'Employee ID',
    'Payroll number',
    'Initials',
    'Timetable abbreviation',
    'Teacher number',
  ]),
  field('userName', 'User name', 'code', [
    'Username',
    'Login',
    'Login name',
    'User principal name',
    'Network login',
  ]),
  field('title', 'Title', 'text', ['Salutation']),
  field('surname', 'Surname', 'text', ['Last name', 'Family name', 'Legal surname', 'Last names', 'Second name']),
  field('forename', 'Forename', 'text', [
    'First name',
    'Given name',
    'Legal forename',
    'Forenames',
    'First names',
    'Christian name',
  ]),
  field('fullName', 'Full name', 'text', [
    'Name',
    'Staff name',
    'Employee name',
    'Teacher name',
    'Staff member',
    'Employee',
  ]),
  field('knownAs', 'Known as', 'text', [
    'Preferred first name',
    'Preferred forename',
    'Preferred name',
    'Chosen name',
  ]),
  field('workEmail', 'Work e-mail', 'email', [
    'Work email address',
    'School email',
    'Email',
    'Email address',
    'E-mail',
    'E-mail address',
    'Main email',
    'Secondary email',
  ]),
  field('post', 'Post', 'text', [
    'Job title',
    'Post title',
    'Role',
    'Job role',
    'Position',
    'Main role',
    'Job',
    'Occupation',
    'SWF post',
  ]),
  field('staffGroup', 'Staff group', 'text', [
    'Staff type',
    'Staff category',
    'Category',
    'Person type',
    'Employee group',
  ]),
  field('careerStage', 'Career stage', 'text', [
    'ECT status',
    'ECT stage',
    'ECT year',
    'ECT',
    'Early career teacher',
    'Induction status',
    'Induction year',
    'NQT status',
    'NQT',
  ]),
  field('team', 'Team', 'text', [
    'Department',
    'Faculty',
    'Subject area',
    'Dept',
    'Section',
    'Phase team',
    'Subject',
  ]),
  field('fte', 'FTE', 'fte', [
    'Full-time equivalent',
    'FTE ratio',
    'Contract FTE',
    'Full time equivalent',
    'FTE %',
  ]),
  field('weeklyMinutes', 'Hours a week', 'hours', [
    'Hours per week',
    'Weekly hours',
    'Contracted hours',
    'Contract hours',
    'Hours',
  ]),
  field('workingDays', 'Working days', 'weekdays', [
    'Days worked',
    'Days of work',
    'Work days',
    'Working pattern',
    'Days',
  ]),
  field('startedOn', 'Start date', 'day', [
    'Date started at the school',
    'School start date',
    'Date of joining',
    'Joining date',
    'Employment start date',
    'Date started',
    'Start',
    'Continuous service date',
  ]),
  field('leftOn', 'Leave date', 'day', [
    'Leaving date',
    'Date of leaving',
    'End date',
    'Employment end date',
    'Date left',
    'Left',
  ]),
  field('postFrom', 'Post start date', 'day', ['Role start date', 'Contract start date', 'In post since']),
  field('postTo', 'Post end date', 'day', ['Role end date', 'Contract end date']),
  field('isMain', 'Main post', 'text', ['Is primary', 'Primary role', 'Main role?']),
  field('lineManager', 'Line manager', 'text', [
    'Reports to',
    'Manager',
    'Line manager name',
    'Line manager code',
    'Appraiser',
  ]),
  field('school', 'School', 'code', [
    'School DfE number',
    'School SIS ID',
    'orgSourcedIds',
    'orgSourcedId',
    'DfE number',
    'School URN',
    'Establishment',
    'School name',
    'Site',
  ]),
]

const notStaff = new Set([
  'student',
  'pupil',
  'learner',
  'guardian',
  'parent',
  'relative',
  'child',
  'alumni',
  'applicant',
])

/** Roles of people who are not staff: their rows are counted and never read in. */
export const notStaffRoles: readonly string[] = [...notStaff]

/** True for a role of somebody who is not staff. */
export function isNotStaffRole(role: string): boolean {
  return notStaff.has(sameText(role))
}

const pupilWord = /^(students?|pupils?|studentenroll?ments?)$/
// What stands beside that word in the name of such a list and of its second download, and says nothing of staff.
const plainWord =
  /^([a-f]|all|and|copy|current|class|data|details|enroll?ments?|export|ks|list|names|of|on|our|roll|s|school|the|y|year|yr)$/

/** True for a name such as "Student.csv", "Student (1).csv" or "Year 6 pupils.xlsx": of pupils, and of nothing else. */
function isNameOfPupils(fileName: string): boolean {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    // "PupilList" is two words.
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !plainWord.test(word))
  return words.length > 0 && words.every((word) => pupilWord.test(word))
}

const pupilsHeader =
  /^(former)?upn$|^unique(pupil|learner)number$|^(pupil|student|admission)s?(number|no|id|name|forename|surname)$|^admno$/

/**
 * What of a file says that it lists pupils: its name or a column that only pupils have, in the words of a sentence.
 * Undefined when nothing does.
 */
export function signOfPupils(fileName: string, headers: readonly string[]): string | undefined {
  if (isNameOfPupils(fileName)) return 'its name'
  const header = headers.find((one) => pupilsHeader.test(normaliseHeader(one)))
  return header === undefined ? undefined : `its column “${header}”`
}

/** "Lee, Ann" and "Ann Lee" (the last word is the surname) as forename and surname. */
export function splitFullName(name: string): { readonly forename: string; readonly surname: string } {
  const text = name.trim().replace(/\s+/g, ' ')
  const comma = text.indexOf(',')
  if (comma >= 0) return { surname: text.slice(0, comma).trim(), forename: text.slice(comma + 1).trim() }
  const space = text.lastIndexOf(' ')
  return space < 0
    ? { forename: '', surname: text }
    : { forename: text.slice(0, space), surname: text.slice(space + 1) }
}

/** A role word of a system ("teacher", "Aide") as the title of a post: first letter large, the rest as it is. */
export function postTitle(role: string): string {
  const text = role.trim().replace(/\s+/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
