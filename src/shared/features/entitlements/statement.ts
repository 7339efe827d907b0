/** What is promised, and how people stand with it, as tables and pages for paper, Word, documents and spreadsheets. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, ReportDocument, ReportTable } from '../../kernel/report-table'
import { yearLabel } from '../../kernel/years'
import { capital, counted, inWords } from '../reports/words'
import { isBehind, type CountedRecord, type DetailedLine, type Line, type Rule } from './model'
import { amountWords, dueWords, promiseWords, standingWords, whatNames, whoWords, type NamedGroup } from './words'

/** A person on a statement. */
export interface StatedPerson {
  readonly personId: string
  readonly name: string
  readonly postTitle: string | null
  readonly groupName: string | null
  readonly lines: readonly DetailedLine[]
}

export interface StatedYear {
  readonly startYear: number
  readonly today: Day
  readonly schoolDayMinutes: number
  readonly rules: readonly Rule[]
  readonly schoolName: string
}

/** What everybody is entitled to: the rules of a year as a table for documents. */
export function entitlementsTable(
  rules: readonly Rule[],
  schoolDayMinutes: number,
  groups: readonly NamedGroup[],
): ReportTable {
  return {
    key: 'entitlements',
    title: 'What everybody is entitled to',
    columns: [
      { key: 'title', title: 'Entitlement', kind: 'text' },
      { key: 'who', title: 'Who', kind: 'text' },
      { key: 'much', title: 'How much', kind: 'text' },
      { key: 'due', title: 'By when', kind: 'text' },
    ],
    rows: rules.map((rule) => ({
      key: rule.id,
      cells: {
        title: rule.title,
        who: whoWords(rule.who, groups),
        much: promiseWords(rule, schoolDayMinutes),
        due: dueWords(rule),
      },
    })),
    notes: [],
  }
}

/** A rule as far as a line of a person says it. */
type NamedRule = Pick<Rule, 'id' | 'title' | 'what'>

/** How one person stands, a line for each rule. Every amount reads with its own unit. */
export function personTable(
  { lines }: { readonly lines: readonly Line[] },
  { rules, schoolDayMinutes }: { readonly rules: readonly NamedRule[]; readonly schoolDayMinutes: number },
): ReportTable {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    key: 'person-entitlements',
    title: 'Entitled, received, planned and left',
    columns: [
      { key: 'title', title: 'Entitlement', kind: 'text' },
      { key: 'entitled', title: 'Entitled', kind: 'text' },
      { key: 'received', title: 'Received', kind: 'text' },
      { key: 'planned', title: 'Planned', kind: 'text' },
      { key: 'left', title: 'Left', kind: 'text' },
      { key: 'standing', title: 'How it stands', kind: 'text' },
    ],
    rows: lines.flatMap((line) => {
      const rule = ruleOf.get(line.ruleId)
      if (!rule) return []
      const words = (amount: number | null) => amountWords(rule.what, amount, schoolDayMinutes)
      return [
        {
          key: line.ruleId,
          cells: {
            title: rule.title,
            entitled: words(line.entitled),
            received: words(line.received),
            planned: words(line.planned),
            left: words(line.left),
            standing: standingWords[line.standing],
          },
        },
      ]
    }),
    notes: [],
  }
}

/** How many lines a page of the whole school has room for; a promise takes two, should its words need them. */
const LINES_OF_A_PAGE = 28
/** What is left for records on such a page; a statement of one person has them all. */
const roomForRecords = (promises: number): number => Math.max(4, LINES_OF_A_PAGE - 2 * promises)

interface BehindNumber {
  readonly rule: NamedRule
  readonly record: CountedRecord
}

function recordsTable(found: readonly BehindNumber[], schoolDayMinutes: number, key: string): ReportTable {
  return {
    key,
    title: 'What these numbers are made of',
    columns: [
      { key: 'on', title: 'Day', kind: 'day' },
      { key: 'title', title: 'What', kind: 'text' },
      { key: 'for', title: 'Counts for', kind: 'text' },
      { key: 'amount', title: 'Counts', kind: 'text' },
      { key: 'state', title: '', kind: 'text' },
    ],
    rows: found.map(({ rule, record }, index) => ({
      key: `${index}`,
      cells: {
        on: record.on,
        title: record.title,
        for: rule.title,
        amount: record.state === 'unmarked' ? '–' : amountWords(rule.what, record.amount, schoolDayMinutes),
        state: recordStateWords[record.state],
      },
    })),
    notes: [],
  }
}

export const recordStateWords: Readonly<Record<CountedRecord['state'], string>> = {
  received: 'Received',
  planned: 'Planned',
  unmarked: 'Not marked yet',
}

/** The records behind the numbers of one rule, each with the page it leads to. */
export function recordsOfLine(
  { records }: Pick<DetailedLine, 'records'>,
  rule: NamedRule,
  schoolDayMinutes: number,
): ReportTable {
  const table = recordsTable(
    records.map((record) => ({ rule, record })),
    schoolDayMinutes,
    `records-${rule.id}`,
  )
  return {
    ...table,
    title: `Behind the numbers of: ${rule.title}`,
    columns: table.columns.filter(({ key }) => key !== 'for'),
    rows: table.rows.map((row, index) => {
      const route = records[index]?.route ?? null
      return route === null ? row : { ...row, doors: { title: route } }
    }),
  }
}

/** "Seven promises: five received, arranged or on course, two behind." */
export function personSentence(lines: readonly Pick<DetailedLine, 'standing'>[]): string {
  if (lines.length === 0) return 'Nothing is promised for this post in this year.'
  const behind = lines.filter(({ standing }) => isBehind(standing)).length
  const unknown = lines.filter(({ standing }) => standing === 'unknown').length
  const parts = [
    `${counted(lines.length, 'promise', 'promises')} for this post`,
    behind === 0 ? 'none of them is behind' : `${counted(behind, 'is', 'are')} behind`,
    ...(unknown === 0 ? [] : [`for ${inWords(unknown)} of them the school has still to say what counts`]),
  ]
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const byDay = (a: CountedRecord, b: CountedRecord): number => {
  const [one, other] = [a.on ?? '9', b.on ?? '9']
  return one < other ? -1 : one > other ? 1 : 0
}

function behindAll(person: StatedPerson, year: StatedYear): BehindNumber[] {
  const ruleOf = new Map(year.rules.map((rule) => [rule.id, rule]))
  return person.lines
    .flatMap((line) => {
      const rule = ruleOf.get(line.ruleId)
      return rule ? line.records.map((record) => ({ rule, record })) : []
    })
    .sort((a, b) => byDay(a.record, b.record))
}

/** A table of a person among those of everybody: its key says whose it is. */
function tableBlock(table: ReportTable, personId?: string): Block[] {
  if (table.rows.length === 0) return []
  return [{ kind: 'table', table: personId === undefined ? table : { ...table, key: `${table.key}-${personId}` } }]
}

/** What a page of the whole school has room for: each thing once, the latest of them. */
function shortRecords(person: StatedPerson, year: StatedYear): Block[] {
  const things = new Map(
    behindAll(person, year).map(({ rule, record }) => {
      // A tick says of itself only that it is one.
      const title = record.kind === 'tick' ? rule.title : record.title
      return [`${record.on} ${title} ${record.state}`, { ...record, title }]
    }),
  )
  const room = roomForRecords(person.lines.length)
  const shown = [...things.values()].slice(-room)
  const rest = things.size - shown.length
  const table: ReportTable = {
    key: 'records',
    title: 'What these numbers are made of',
    columns: [
      { key: 'on', title: 'Day', kind: 'day' },
      { key: 'title', title: 'What', kind: 'text' },
      { key: 'state', title: '', kind: 'text' },
    ],
    rows: shown.map(({ on, title, state }, index) => ({
      key: `${index}`,
      cells: { on, title, state: recordStateWords[state] },
    })),
    notes:
      rest === 0 ? [] : [`And ${rest} before these. A statement of one person has all, with what each counts for.`],
  }
  return tableBlock(table, person.personId)
}

const aboutNumbers =
  'Received is what is on record as attended, held, paid or ticked off. Planned is booked, agreed or ordered. Left is neither.'

function sheet(year: StatedYear): Pick<ReportDocument, 'schoolName' | 'running' | 'stamp' | 'totals'> {
  return {
    schoolName: year.schoolName,
    running: `CPD entitlement, ${yearLabel(year.startYear)}`,
    stamp: `As on record on ${formatDay(year.today)}`,
    totals: {},
  }
}

const aboutPerson = ({ postTitle, groupName }: StatedPerson): string => postTitle ?? groupName ?? ''

/** The statement of one person, with every record. */
export function personStatement(person: StatedPerson, year: StatedYear): ReportDocument {
  return {
    ...sheet(year),
    kind: 'entitlement',
    title: person.name,
    subtitle: `CPD entitlement in the academic year ${yearLabel(year.startYear)}`,
    blocks: [
      ...(aboutPerson(person) === '' ? [] : [{ kind: 'lead' as const, text: aboutPerson(person) }]),
      { kind: 'paragraph', text: personSentence(person.lines) },
      ...tableBlock(personTable(person, year)),
      ...tableBlock(recordsTable(behindAll(person, year), year.schoolDayMinutes, 'records')),
      { kind: 'note', text: aboutNumbers },
    ],
    moreTables: [],
  }
}

/** The statements of everybody, one page each, after a page that says what is promised. */
export function everybodysStatements(
  people: readonly StatedPerson[],
  year: StatedYear,
  groups: readonly NamedGroup[],
): ReportDocument {
  const told = people.filter(({ lines }) => lines.length > 0)
  return {
    ...sheet(year),
    kind: 'entitlements',
    title: 'CPD entitlement of everybody',
    subtitle: `Academic year ${yearLabel(year.startYear)}`,
    blocks: [
      {
        kind: 'lead',
        text: `${capital(counted(told.length, 'person has', 'people have'))} a statement in here, each on a page of its own.`,
      },
      { kind: 'table', table: entitlementsTable(year.rules, year.schoolDayMinutes, groups) },
      { kind: 'note', text: `${aboutNumbers} Give each page to the person it is about, and to nobody else.` },
      ...told.flatMap((person): Block[] => [
        { kind: 'page-break' },
        { kind: 'heading', level: 1, text: person.name },
        ...(aboutPerson(person) === '' ? [] : [{ kind: 'lead' as const, text: aboutPerson(person) }]),
        { kind: 'paragraph', text: personSentence(person.lines) },
        ...tableBlock(personTable(person, year), person.personId),
        ...shortRecords(person, year),
      ]),
    ],
    moreTables: [],
  }
}

const unitOf = { hours: 'hours', days: 'days', money: '£', activities: '', meetings: '', steps: '' } as const

/** Everybody's numbers as one table for a spreadsheet: a row for each person and rule, in hours, days, pounds or things. */
export function everybodysTable(people: readonly StatedPerson[], year: StatedYear): ReportTable {
  const ruleOf = new Map(year.rules.map((rule) => [rule.id, rule]))
  const inUnits = (rule: Rule, amount: number | null): number | null => {
    if (amount === null) return null
    const per = {
      hours: 60,
      days: year.schoolDayMinutes,
      money: 100,
      activities: 1,
      meetings: 1,
      steps: 1,
    } as const
    return Math.round((amount / per[rule.what]) * 100) / 100
  }
  return {
    key: 'entitlements-of-everybody',
    title: 'CPD entitlement of everybody',
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'post', title: 'Post', kind: 'text' },
      { key: 'group', title: 'Staff group', kind: 'text' },
      { key: 'title', title: 'Entitlement', kind: 'text' },
      { key: 'what', title: 'Counted in', kind: 'text' },
      { key: 'entitled', title: 'Entitled', kind: 'number' },
      { key: 'received', title: 'Received', kind: 'number' },
      { key: 'planned', title: 'Planned', kind: 'number' },
      { key: 'left', title: 'Left', kind: 'number' },
      { key: 'due', title: 'By', kind: 'day' },
      { key: 'standing', title: 'How it stands', kind: 'text' },
    ],
    rows: people.flatMap((person) =>
      person.lines.flatMap((line) => {
        const rule = ruleOf.get(line.ruleId)
        if (!rule) return []
        return [
          {
            key: `${person.personId} ${line.ruleId}`,
            cells: {
              name: person.name,
              post: person.postTitle,
              group: person.groupName,
              title: rule.title,
              what: unitOf[rule.what] || whatNames[rule.what].toLowerCase(),
              entitled: inUnits(rule, line.entitled),
              received: inUnits(rule, line.received),
              planned: inUnits(rule, line.planned),
              left: inUnits(rule, line.left),
              due: line.dueOn,
              standing: standingWords[line.standing],
            },
          },
        ]
      }),
    ),
    notes: [],
  }
}

/** What goes into a spreadsheet: everybody's numbers, and the rules they follow. */
export function everybodysWorkbook(
  people: readonly StatedPerson[],
  year: StatedYear,
  groups: readonly NamedGroup[],
): ReportDocument {
  return {
    ...sheet(year),
    kind: 'entitlements',
    title: 'CPD entitlement of everybody',
    subtitle: `Academic year ${yearLabel(year.startYear)}`,
    blocks: [
      { kind: 'table', table: everybodysTable(people, year) },
      { kind: 'table', table: entitlementsTable(year.rules, year.schoolDayMinutes, groups) },
    ],
    moreTables: [],
  }
}
