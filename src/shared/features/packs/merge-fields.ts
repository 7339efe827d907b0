/**
 * The merge fields a text may have: each stands for one of the school's own facts. A field that is not in this list is a
 * fault of a pack, and is shown as one in a school's own document.
 */

interface FieldAbout {
  /** What it stands for, as it reads on hover. */
  readonly title: string
}

/** Facts of a word or a sentence, put into a line. */
export const wordFields = {
  'school.name': { title: 'The school’s name' },
  'school.phase': { title: 'The school’s phase' },
  'school.localAuthority': { title: 'The local authority' },
  'school.headteacher': { title: 'The headteacher' },
  'school.cpdLeader': { title: 'Who leads CPD' },
  'school.cpdLeaderTitle': { title: 'What the post is called here' },
  'school.chairOfGovernors': { title: 'The chair of governors' },
  'year.label': { title: 'The academic year' },
  'year.next': { title: 'The academic year after this one' },
  today: { title: 'The day it is read or printed' },
  'document.version': { title: 'The document’s version' },
  'document.approvedBy': { title: 'Who approved the document' },
  'document.approvedOn': { title: 'The day of approval' },
  'document.approvedAt': { title: 'The meeting that approved it' },
  'document.reviewOn': { title: 'When it is looked at again' },
  'figure.staffCount': { title: 'How many people work here' },
  'figure.hours': { title: 'Hours of CPD this year' },
  'figure.hoursPerFullTimePost': { title: 'Hours for each full-time post' },
  'figure.eventCount': { title: 'How many events were held' },
  'figure.allCash': { title: 'All that was paid' },
  'figure.codeSpend': { title: 'Paid on the staff-development code' },
  'figure.fullCost': { title: 'What CPD cost in full' },
  'figure.budget': { title: 'The year’s budget' },
  'person.name': { title: 'The person’s name' },
  'person.post': { title: 'The person’s post' },
  'person.hours': { title: 'The person’s hours this year' },
} as const satisfies Readonly<Record<string, FieldAbout>>

/** Facts that are a table, on a line of their own. */
export const tableFields = {
  'table.staffGroups': { title: 'Staff groups, with how many people and posts' },
  'table.entitlements': { title: 'What everybody is entitled to' },
  'table.priorities': { title: 'The year’s priorities' },
  'table.budgetByFund': { title: 'The budget by fund' },
  'table.calendar': { title: 'The year’s events' },
  'table.comingEvents': { title: 'The year’s events that are still to come' },
  'table.hoursByGroup': { title: 'Hours by staff group' },
  'table.responsibilities': { title: 'Who carries which responsibility' },
  'table.personEntitlements': { title: 'What the person is entitled to, has had and has left' },
  'table.personRecord': { title: 'What the person took part in' },
  'table.mentoringPairs': { title: 'Who coaches or mentors whom' },
  'table.inductionSteps': { title: 'Steps of induction, with who sees to each and by when' },
} as const satisfies Readonly<Record<string, FieldAbout>>

export type WordField = keyof typeof wordFields
export type TableFieldName = keyof typeof tableFields

export const isWordField = (name: string): name is WordField => Object.hasOwn(wordFields, name)
export const isTableField = (name: string): name is TableFieldName => Object.hasOwn(tableFields, name)
