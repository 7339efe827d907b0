import type {
  CatalogueDate,
  CatalogueFacts,
  CatalogueOutcome,
  CatalogueRow,
} from '../../../shared/features/opportunities/import-model'
import { formatPence, pence } from '../../../shared/kernel/money'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { OpportunityDateRow, OpportunityRow } from '../../db/schema'
import { textsOf } from './catalogue'

type Change = CatalogueOutcome['changes'][number]
type OpportunityColumns = Omit<OpportunityRow, 'id' | 'source_key' | 'is_archived'>
type DateColumns = Omit<OpportunityDateRow, 'id' | 'opportunity_id' | 'source_key'>

interface KnownCourse {
  readonly id: string
  columns: OpportunityColumns
  /** A row of this import has said what the course is: a later one fills in only. */
  isSaid: boolean
}

interface KnownDate {
  readonly id: string
  columns: DateColumns
}

/** Where rows go: nothing at all while it is only planned. */
interface Sink {
  providerId(name: string): string
  insertCourse(id: string, sourceKey: string, columns: OpportunityColumns): void
  updateCourse(id: string, columns: Partial<OpportunityColumns>): void
  insertDate(id: string, opportunityId: string, sourceKey: string, columns: DateColumns): void
  updateDate(id: string, columns: Partial<DateColumns>): void
}

const courseWords: Partial<Record<keyof OpportunityColumns, string>> = {
  title: 'Title',
  provider_id: 'Provider',
  mode: 'How',
  about_json: 'Description',
  duration_count: 'Lasts',
  duration_unit: 'Unit',
  price_net_pence: 'Price',
  price_vat_pence: 'VAT',
  places: 'Places',
  reference: 'Reference',
  booking_address: 'Book at',
  group_ids_json: 'Staff groups',
  standards_json: 'Standards',
  subjects_json: 'Subjects',
  ages_json: 'Ages',
}
const dateWords: Readonly<Record<keyof DateColumns, string>> = {
  starts_on: 'First day',
  ends_on: 'Last day',
  starts_at: 'From',
  ends_at: 'To',
  venue: 'Where',
  led_by: 'Led by',
  mode: 'How',
  places_left: 'Places left',
  reference: 'Reference of the date',
  booking_address: 'Book the date at',
}

const list = (texts: readonly string[]): string => JSON.stringify(texts)

function courseColumns(facts: CatalogueFacts, providerId: string | null): Partial<OpportunityColumns> {
  return {
    title: facts.title,
    provider_id: providerId,
    mode: facts.mode,
    about_json: facts.aboutJson,
    duration_count: facts.durationCount,
    duration_unit: facts.durationUnit,
    price_net_pence: facts.priceNetPence,
    price_vat_pence: facts.priceVatPence,
    places: facts.places,
    reference: facts.reference,
    booking_address: facts.bookingAddress,
    group_ids_json: list(facts.groupIds),
    standards_json: list(facts.standards),
    subjects_json: list(facts.subjects),
    ages_json: list(facts.ages),
  }
}

function dateColumns(date: CatalogueDate): DateColumns {
  return {
    starts_on: date.startsOn,
    ends_on: date.endsOn === date.startsOn ? null : date.endsOn,
    starts_at: date.startsAt,
    ends_at: date.endsAt,
    venue: date.venue,
    led_by: date.ledBy,
    mode: date.mode,
    places_left: date.placesLeft,
    reference: date.reference,
    booking_address: date.bookingAddress,
  }
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '[]'

/** What differs; a blank never clears. With `fillsOnly`, only what was blank. Amounts and units change together. */
function differences<C extends object>(before: C, after: Partial<C>, fillsOnly: boolean): Partial<C> {
  const found: Partial<C> = {}
  for (const key of Object.keys(after) as (keyof C)[]) {
    const value = after[key]
    if (isBlank(value) || value === before[key]) continue
    if (!fillsOnly || isBlank(before[key])) found[key] = value
  }
  return found
}

function told<C extends object>(before: C, found: Partial<C>, words: Partial<Record<keyof C, string>>): Change[] {
  const shown = (key: keyof C, value: unknown): string | null => {
    if (isBlank(value)) return null
    if (key === 'about_json') return 'a text'
    if (key === 'provider_id') return 'a provider'
    if (typeof value === 'number' && String(key).endsWith('_pence')) return formatPence(pence(value))
    if (String(key).endsWith('_json')) return textsOf(String(value)).join(', ').slice(0, 200)
    return String(value).slice(0, 200)
  }
  return (Object.keys(found) as (keyof C)[]).map((key) => ({
    field: words[key] ?? String(key),
    from: shown(key, before[key]),
    to: shown(key, found[key]),
  }))
}

/** Judges rows in their order against what is there and what the rows before them have made, and hands on what to do. */
function judge(db: ReadDb, rows: readonly CatalogueRow[], sink: Sink): CatalogueOutcome[] {
  const courses = new Map<string, KnownCourse>()
  for (const row of db.all(sql.selectFrom('opportunity').selectAll().where('source_key', 'is not', null))) {
    const { id, source_key, is_archived: _, ...columns } = row
    courses.set(source_key ?? '', { id, columns, isSaid: false })
  }
  const dates = new Map<string, KnownDate>()
  for (const row of db.all(sql.selectFrom('opportunity_date').selectAll().where('source_key', 'is not', null))) {
    const { id, source_key, opportunity_id: _, ...columns } = row
    dates.set(source_key ?? '', { id, columns })
  }
  return rows.map((row) => {
    const course = judgeCourse(courses, row, sink)
    if (row.date === null) return course.outcome
    return judgeDate(dates, row.date, course, sink)
  })
}

interface JudgedCourse {
  readonly id: string
  readonly outcome: CatalogueOutcome
}

const same: CatalogueOutcome = { status: 'same', changes: [] }
const made: CatalogueOutcome = { status: 'new', changes: [] }

function judgeCourse(courses: Map<string, KnownCourse>, row: CatalogueRow, sink: Sink): JudgedCourse {
  const known = courses.get(row.sourceKey)
  const said = courseColumns(row, row.providerName === null ? null : sink.providerId(row.providerName))
  if (known === undefined) {
    const id = newId()
    const columns: OpportunityColumns = {
      type_code: row.mode === 'online' ? 'ONLINE' : 'COURSE',
      level_code: 'individual',
      provision_code: 'external',
      expert_person_id: null,
      source_name: row.sourceName,
      ...(said as Omit<
        OpportunityColumns,
        'type_code' | 'level_code' | 'provision_code' | 'expert_person_id' | 'source_name'
      >),
    }
    courses.set(row.sourceKey, { id, columns, isSaid: row.isAboutCourse })
    sink.insertCourse(id, row.sourceKey, columns)
    return { id, outcome: made }
  }
  const found = differences(known.columns, said, known.isSaid || !row.isAboutCourse)
  // What is free has no VAT: the one that was known is of its old price.
  if (found.price_net_pence === 0 && known.columns.price_vat_pence !== null) found.price_vat_pence = null
  if (row.isAboutCourse) known.isSaid = true
  if (Object.keys(found).length === 0) return { id: known.id, outcome: same }
  const changes = told(known.columns, found, courseWords)
  known.columns = { ...known.columns, ...found }
  sink.updateCourse(known.id, found)
  return { id: known.id, outcome: { status: 'changed', changes } }
}

function judgeDate(
  dates: Map<string, KnownDate>,
  date: CatalogueDate,
  course: JudgedCourse,
  sink: Sink,
): CatalogueOutcome {
  const known = dates.get(date.sourceKey)
  const said = dateColumns(date)
  if (known === undefined) {
    const id = newId()
    dates.set(date.sourceKey, { id, columns: said })
    sink.insertDate(id, course.id, date.sourceKey, said)
    return made
  }
  const found = differences(known.columns, said, false)
  const { starts_on, ends_on } = { ...known.columns, ...found }
  // The file says that it ends on its first day; or it was moved, and the end that was known is of its old days.
  const isOfOneDay = date.endsOn === date.startsOn
  if (ends_on !== null && (isOfOneDay || ends_on < starts_on)) found.ends_on = null
  const changes = [...course.outcome.changes, ...told(known.columns, found, dateWords)]
  if (Object.keys(found).length > 0) {
    known.columns = { ...known.columns, ...found }
    sink.updateDate(known.id, found)
  }
  return changes.length === 0 ? same : { status: 'changed', changes }
}

/** What an import of a catalogue would do, row by row; changes nothing. */
export function planCatalogue(db: ReadDb, rows: readonly CatalogueRow[]): CatalogueOutcome[] {
  const providers = new Map(
    db.all(sql.selectFrom('provider').select(['id', 'name'])).map(({ id, name }) => [name.toLowerCase(), id]),
  )
  const nothing = (): void => undefined
  return judge(db, rows, {
    providerId: (name) => providers.get(name.toLowerCase()) ?? `new ${name.toLowerCase()}`,
    insertCourse: nothing,
    updateCourse: nothing,
    insertDate: nothing,
    updateDate: nothing,
  })
}

/** Carries an import of a catalogue out inside a transaction. `providerNamed` is the provision feature's. */
export function applyCatalogue(
  db: WriteDb,
  rows: readonly CatalogueRow[],
  providerNamed: (db: WriteDb, name: string) => string,
): { new: number; changed: number; same: number } {
  const outcomes = judge(db, rows, {
    providerId: (name) => providerNamed(db, name),
    insertCourse: (id, source_key, columns) =>
      db.runOne(sql.insertInto('opportunity').values({ id, source_key, is_archived: 0, ...columns })),
    updateCourse: (id, columns) => db.runOne(sql.updateTable('opportunity').set(columns).where('id', '=', id)),
    insertDate: (id, opportunity_id, source_key, columns) =>
      db.runOne(sql.insertInto('opportunity_date').values({ id, opportunity_id, source_key, ...columns })),
    updateDate: (id, columns) => db.runOne(sql.updateTable('opportunity_date').set(columns).where('id', '=', id)),
  })
  const count = (status: CatalogueOutcome['status']) => outcomes.filter((one) => one.status === status).length
  return { new: count('new'), changed: count('changed'), same: count('same') }
}

/** Staff groups by the names that a file may call them by. */
export function groupsByName(db: ReadDb): Map<string, string> {
  return new Map(
    db.all(sql.selectFrom('staff_group').select(['id', 'name'])).map(({ id, name }) => [name.toLowerCase(), id]),
  )
}
