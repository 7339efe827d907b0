import { formatDay, type Day } from '../../../shared/kernel/dates'
import { formatPence, sumPence, type Pence } from '../../../shared/kernel/money'
import { fieldsIn, type RichText } from '../../../shared/kernel/rich-text'
import { formatCell, type ReportTable } from '../../../shared/kernel/report-table'
import { academicYearOf, yearLabel, type YearAsked } from '../../../shared/kernel/years'
import type { DocumentVersion, FieldValue } from '../../../shared/features/documents/model'
import {
  isTableField,
  isWordField,
  tableFields,
  wordFields,
  type TableFieldName,
  type WordField,
} from '../../../shared/features/packs/merge-fields'
import { allGroups, fairnessTable } from '../../../shared/features/reports/fairness'
import type { ReportFacts } from '../../../shared/features/reports/facts'
import { fundTable } from '../../../shared/features/reports/money'
import { priorityTable } from '../../../shared/features/reports/priorities'
import {
  activitiesHeld,
  allCash,
  codeTotal,
  fullCost,
  minutesPerPost,
} from '../../../shared/features/reports/rules'
import type { ReadDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import { staffCountOn } from '../../db/staff-on-day'
import { factValues } from './repository'
import { calendarTable, cpdLeaderName, personOn, recordTable, staffGroupTable } from './school-facts'
import type { OutputFor } from '../../../shared/contract'

/** What a table of another feature is made from. */
export interface TableAsked {
  readonly db: ReadDb
  readonly today: Day
  /** The person a document is about. */
  readonly personId: string | null
}
/** Tables of other features by the name of their field; null where there is nothing to show. */
export type TablesOfOthers = Readonly<
  Record<
    | 'table.responsibilities'
    | 'table.mentoringPairs'
    | 'table.inductionSteps'
    | 'table.entitlements'
    | 'table.personEntitlements',
    (asked: TableAsked) => ReportTable | null
  >
>

export interface FieldNeeds {
  readonly db: ReadDb
  readonly today: Day
  /** The facts of the reports, so that a document and a report of one year cannot differ. */
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
  /** What a person went to in a year. */
  readonly historyOf: (db: ReadDb, personId: string, year: YearAsked) => OutputFor<'activities.ofPerson'>
  /** Tables that other features make. */
  readonly tablesOf: TablesOfOthers
  /** The person a document is about. */
  readonly personId: string | null
  /** The newest approved version, or the one that is being approved. */
  readonly version:
    Pick<DocumentVersion, 'number' | 'approvedBy' | 'approvedOn' | 'approvedAt' | 'reviewOn'> | undefined
}

type Asked = (needs: Asking) => { readonly text: string | null; readonly to: string | null }
type AskedTable = (needs: Asking) => { readonly table: ReportTable | null; readonly to: string | null }

/** The needs with the facts of the year, read once and only when something asks for them. */
interface Asking extends FieldNeeds {
  readonly academicYear: number
  readonly facts: () => ReportFacts
  readonly person: () => { readonly name: string; readonly post: string | null } | undefined
  readonly history: () => OutputFor<'activities.ofPerson'> | undefined
  readonly personRoute: string | null
}

const text = (words: string | null | undefined, to: string | null = null) => ({ text: words || null, to })
const onDay = (day: Day | null | undefined, to: string | null = null) => text(day ? formatDay(day) : null, to)
const pounds = (pence: Pence, to: string) => text(formatPence(pence), to)
const count = (value: number, to: string) => text(formatCell('count', value), to)
const profile = ({ db, today }: Asking) => profileOn(db, today)
const fact = (name: 'school.headteacher' | 'school.chairOfGovernors'): Asked => {
  return ({ db }) => text(factValues(db).get(name), '/documents/facts')
}

const words: Readonly<Record<WordField, Asked>> = {
  'school.name': (asking) => text(profile(asking)?.name, '/school'),
  'school.phase': (asking) => text(profile(asking)?.phase?.toLowerCase(), '/school'),
  'school.localAuthority': (asking) => text(profile(asking)?.authorityName, '/school'),
  'school.headteacher': fact('school.headteacher'),
  'school.chairOfGovernors': fact('school.chairOfGovernors'),
  'school.cpdLeader': ({ db }) => text(cpdLeaderName(db), '/school'),
  'school.cpdLeaderTitle': (asking) => text(asking.facts().cpdLeaderTitle, '/school'),
  'year.label': ({ academicYear }) => text(yearLabel(academicYear)),
  'year.next': ({ academicYear }) => text(yearLabel(academicYear + 1)),
  today: ({ today }) => onDay(today),
  'document.version': ({ version }) => text(version && String(version.number)),
  'document.approvedBy': ({ version }) => text(version?.approvedBy),
  'document.approvedOn': ({ version }) => onDay(version?.approvedOn),
  // What was approved without a meeting says so; before, it is still to come.
  'document.approvedAt': ({ version }) => text(version && (version.approvedAt ?? 'none')),
  'document.reviewOn': ({ version }) => onDay(version?.reviewOn),
  'figure.staffCount': ({ db, today }) => count(staffCountOn(db, today), '/staff'),
  'figure.hours': (asking) =>
    text(formatCell('hours', allGroups(asking.facts()).creditedMinutes), '/reports/participation'),
  'figure.hoursPerFullTimePost': (asking) => {
    const all = allGroups(asking.facts())
    return text(formatCell('hours', minutesPerPost(all, asking.facts().period)), '/reports/participation')
  },
  'figure.eventCount': (asking) => count(activitiesHeld(asking.facts()).length, '/activities'),
  'figure.allCash': (asking) => pounds(allCash(asking.facts()).paidPence, '/money'),
  'figure.codeSpend': (asking) => pounds(codeTotal(asking.facts()).paidPence, '/money'),
  'figure.fullCost': (asking) => pounds(fullCost(asking.facts()).paidPence, '/money'),
  // No budget is not one of nothing: until one is entered, it is not known.
  'figure.budget': (asking) => {
    const budgetPence = sumPence(asking.facts().funds.map((fund) => fund.budgetPence))
    return text(budgetPence === 0 ? null : formatPence(budgetPence), '/money/funds')
  },
  'person.name': (asking) => text(asking.person()?.name, asking.personRoute),
  'person.post': (asking) => text(asking.person()?.post, asking.personRoute),
  'person.hours': (asking) => {
    const history = asking.history()
    return text(history && formatCell('hours', history.creditedMinutes), asking.personRoute)
  },
}

const ofOthers =
  (name: keyof TablesOfOthers, to: string): AskedTable =>
  ({ tablesOf, db, today, personId }) => ({ table: tablesOf[name]({ db, today, personId }), to })

const tables: Readonly<Record<TableFieldName, AskedTable>> = {
  'table.staffGroups': (asking) => ({ table: staffGroupTable(asking.facts()), to: '/staff' }),
  // What cost something without a priority is no priority: a table of that alone would be read as one.
  'table.priorities': (asking) => {
    const facts = asking.facts()
    return { table: facts.priorities.length === 0 ? null : priorityTable(facts), to: '/priorities' }
  },
  'table.budgetByFund': (asking) => ({ table: fundTable(asking.facts()), to: '/money' }),
  'table.hoursByGroup': (asking) => ({ table: fairnessTable(asking.facts()), to: '/reports/participation' }),
  'table.calendar': ({ db, academicYear }) => ({ table: calendarTable(db, academicYear), to: '/activities' }),
  'table.comingEvents': ({ db, academicYear, today }) => ({
    table: calendarTable(db, academicYear, today),
    to: '/activities',
  }),
  'table.personRecord': (asking) => {
    const history = asking.history()
    return { table: history ? recordTable(history) : null, to: asking.personRoute }
  },
  'table.entitlements': ofOthers('table.entitlements', '/entitlements/rules'),
  'table.personEntitlements': ofOthers('table.personEntitlements', '/entitlements'),
  'table.responsibilities': ofOthers('table.responsibilities', '/responsibilities'),
  'table.mentoringPairs': ofOthers('table.mentoringPairs', '/mentoring'),
  'table.inductionSteps': ofOthers('table.inductionSteps', '/induction'),
}

/** The values of fields by name; a name that is no field is left out. */
export function fieldValues(names: Iterable<string>, needs: FieldNeeds): Map<string, FieldValue> {
  const asking = withLazyFacts(needs)
  const values = new Map<string, FieldValue>()
  for (const name of names) {
    if (isWordField(name)) {
      const { text: words_, to } = words[name](asking)
      values.set(name, { name, title: wordFields[name].title, text: words_, table: null, to })
    } else if (isTableField(name)) {
      const { table, to } = tables[name](asking)
      values.set(name, { name, title: tableFields[name].title, text: null, table, to })
    }
  }
  return values
}

function withLazyFacts(needs: FieldNeeds): Asking {
  const { db, today, personId } = needs
  const academicYear = academicYearOf(today)
  const year = { kind: 'academic', startYear: academicYear } as const
  return {
    ...needs,
    academicYear,
    facts: once(() => needs.factsOf(db, year)),
    person: once(() => (personId === null ? undefined : personOn(db, personId, today))),
    history: once(() => (personId === null ? undefined : needs.historyOf(db, personId, year))),
    personRoute: personId === null ? null : `/staff/${personId}`,
  }
}

/** Asked at most once, and only when somebody wants to know. */
function once<T>(ask: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: ask() }).value
}

/** The names of the fields in some sections, each once. */
export function fieldsOfSections(sections: readonly { readonly body: RichText }[]): ReadonlySet<string> {
  const { words: inLines, tables: alone } = fieldsIn({ content: sections.flatMap(({ body }) => body.content) })
  return new Set([...inLines, ...alone])
}
