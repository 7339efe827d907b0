import { timelessKey, type CourseIdentity } from '../../../shared/features/opportunities/course-identity'
import type {
  CatalogueDate,
  CatalogueFacts,
  CatalogueOutcome,
  CatalogueRow,
} from '../../../shared/features/opportunities/import-model'
import { standardsJson, standardsOf, standardsSaid } from '../../../shared/features/opportunities/standards'
import { formatPence, pence } from '../../../shared/kernel/money'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { OpportunityDateRow, OpportunityRow } from '../../db/schema'
import { textsOf } from './catalogue'
import { knownCourses, type KnownCourses } from './known-courses'
import { KnownDates, type DateThere } from './known-dates'

type Change = CatalogueOutcome['changes'][number]
type SourceColumns = 'source_id' | 'source_code' | 'source_provider' | 'source_title'
type OpportunityColumns = Omit<OpportunityRow, 'id' | SourceColumns>
type CourseSource = Pick<OpportunityRow, SourceColumns>
type DateColumns = Omit<OpportunityDateRow, 'id' | 'opportunity_id' | 'source_key'>

interface KnownCourse {
  readonly id: string
  identity: CourseIdentity
  columns: OpportunityColumns
  /** A row of this import has said what the course is: a later one fills in only. */
  isSaid: boolean
}

interface KnownDate extends DateThere {
  readonly id: string
  columns: DateColumns
}

type DateChange = Partial<DateColumns> & { readonly opportunity_id?: string; readonly source_key?: string }

/** Where rows go: nothing at all while it is only planned. */
interface Sink {
  providerId(name: string): string
  insertCourse(id: string, columns: OpportunityColumns & CourseSource): void
  updateCourse(id: string, columns: Partial<OpportunityColumns & CourseSource>): void
  insertDate(id: string, opportunityId: string, sourceKey: string, columns: DateColumns): void
  updateDate(id: string, columns: DateChange): void
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

const codesOf = (json: string): string =>
  standardsOf(json)
    .map(({ code }) => code)
    .join(', ')

function told<C extends object>(before: C, found: Partial<C>, words: Partial<Record<keyof C, string>>): Change[] {
  const shown = (key: keyof C, value: unknown): string | null => {
    if (isBlank(value)) return null
    if (key === 'about_json') return 'a text'
    if (key === 'provider_id') return 'a provider'
    if (typeof value === 'number' && String(key).endsWith('_pence')) return formatPence(pence(value))
    if (key === 'standards_json') return codesOf(String(value)).slice(0, 200)
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
  const dateList = datesThere(db)
  const courses = new CoursesOfImport(coursesThere(db), dateList, rows)
  const dates = new KnownDates(dateList, rows, (course) => courses.keyOf(course))
  return rows.map((row) => {
    const course = judgeCourse(courses, row, sink)
    return row.date === null
      ? course.outcome
      : judgeDate(dates, { ...row, date: row.date }, { ...course, courses }, sink)
  })
}

function coursesThere(db: ReadDb): KnownCourse[] {
  const rows = db.all(sql.selectFrom('opportunity').selectAll().where('source_title', 'is not', null))
  return rows.map(({ id, source_id, source_code, source_provider, source_title, ...columns }) => ({
    id,
    identity: {
      id: source_id,
      code: source_code ?? '',
      provider: source_provider ?? '',
      title: source_title ?? '',
    },
    columns,
    isSaid: false,
  }))
}

function datesThere(db: ReadDb): KnownDate[] {
  const rows = db.all(sql.selectFrom('opportunity_date').selectAll().where('source_key', 'is not', null))
  return rows.map(({ id, source_key, opportunity_id, ...columns }) => ({
    id,
    opportunityId: opportunity_id,
    sourceKey: source_key ?? '',
    columns,
  }))
}

/** The courses that were there and those that this import has made. */
class CoursesOfImport {
  readonly #before: KnownCourses<KnownCourse>
  readonly #made = new Map<string, KnownCourse>()
  readonly #titles: Map<string, string>

  constructor(there: readonly KnownCourse[], dates: readonly KnownDate[], rows: readonly CatalogueRow[]) {
    this.#before = knownCourses(there, dates, rows)
    this.#titles = new Map(there.map(({ id, columns }) => [id, columns.title]))
  }

  keyOf(course: CourseIdentity): string {
    return this.#before.keyOf(course)
  }

  find(course: CourseIdentity): KnownCourse | undefined {
    return this.#before.find(course) ?? this.#made.get(this.#before.keyOf(course))
  }

  add(course: KnownCourse): void {
    this.#made.set(this.#before.keyOf(course.identity), course)
    this.#titles.set(course.id, course.columns.title)
  }

  /** What a course was called when the import began. */
  titleOf(id: string): string | null {
    return this.#titles.get(id) ?? null
  }
}

interface JudgedCourse {
  readonly id: string
  readonly outcome: CatalogueOutcome
}

const same: CatalogueOutcome = { status: 'same', changes: [] }
const made: CatalogueOutcome = { status: 'new', changes: [] }

const sourceColumns = ({ id, code, provider, title }: CourseIdentity): CourseSource => ({
  source_id: id,
  source_code: code,
  source_provider: provider,
  source_title: title,
})

function judgeCourse(courses: CoursesOfImport, row: CatalogueRow, sink: Sink): JudgedCourse {
  const known = courses.find(row.course)
  const said = courseColumns(row, row.providerName === null ? null : sink.providerId(row.providerName))
  if (known === undefined) return makeCourse(courses, row, said, sink)
  said.standards_json = standardsJson(standardsSaid(row.standards, standardsOf(known.columns.standards_json)))
  const found = differences(known.columns, said, known.isSaid || !row.isAboutCourse)
  keepPriceWhole(known.columns, said, found)
  if (row.isAboutCourse) known.isSaid = true
  const source = knownAs(known.identity, row.course)
  // A row of a date changes nothing of its course, but for the title that it has now.
  if (source.source_title !== undefined && known.columns.title !== row.title) found.title = row.title
  const changes = told(known.columns, found, courseWords)
  if (Object.keys({ ...found, ...source }).length > 0) {
    known.columns = { ...known.columns, ...found }
    known.identity = { ...row.course, provider: row.course.provider || known.identity.provider }
    sink.updateCourse(known.id, { ...found, ...source })
  }
  return { id: known.id, outcome: changes.length === 0 ? same : { status: 'changed', changes } }
}

/** Net and VAT are of one price: with another net the VAT that was known goes, and VAT of another net does not come in. */
function keepPriceWhole(
  before: OpportunityColumns,
  said: Partial<OpportunityColumns>,
  found: Partial<OpportunityColumns>,
): void {
  const net = found.price_net_pence ?? before.price_net_pence
  if (!isBlank(said.price_net_pence) && said.price_net_pence !== net) delete found.price_vat_pence
  const isOther = found.price_net_pence !== undefined
  if (isOther && isBlank(said.price_vat_pence) && before.price_vat_pence !== null) found.price_vat_pence = null
}

/** By what a course is known from now on: its new title, and its provider once that is named. */
function knownAs(known: CourseIdentity, said: CourseIdentity): Partial<CourseSource> {
  return {
    ...(said.title !== known.title && { source_title: said.title }),
    ...(said.provider !== '' && said.provider !== known.provider && { source_provider: said.provider }),
  }
}

function makeCourse(
  courses: CoursesOfImport,
  row: CatalogueRow,
  said: Partial<OpportunityColumns>,
  sink: Sink,
): JudgedCourse {
  const id = newId()
  const columns: OpportunityColumns = {
    type_code: row.mode === 'online' ? 'ONLINE' : 'COURSE',
    level_code: 'individual',
    provision_code: 'external',
    expert_person_id: null,
    source_name: row.sourceName,
    is_archived: 0,
    ...(said as Omit<
      OpportunityColumns,
      'type_code' | 'level_code' | 'provision_code' | 'expert_person_id' | 'source_name' | 'is_archived'
    >),
  }
  courses.add({ id, identity: row.course, columns, isSaid: row.isAboutCourse })
  sink.insertCourse(id, { ...columns, ...sourceColumns(row.course) })
  return { id, outcome: made }
}

function judgeDate(
  dates: KnownDates<KnownDate>,
  { course: identity, date }: CatalogueRow & { readonly date: CatalogueDate },
  course: JudgedCourse & { readonly courses: CoursesOfImport },
  sink: Sink,
): CatalogueOutcome {
  const { sourceKey } = date
  const known = dates.find(identity, sourceKey, course.id)
  const said = dateColumns(date)
  if (known === undefined) {
    const id = newId()
    dates.add({ id, opportunityId: course.id, sourceKey, columns: said })
    sink.insertDate(id, course.id, sourceKey, said)
    return { status: 'new', changes: course.outcome.changes }
  }
  const found = differences(known.columns, said, false)
  const { starts_on, ends_on } = { ...known.columns, ...found }
  // The file says that it ends on its first day; or it was moved, and the end that was known is of its old days.
  const isOfOneDay = date.endsOn === date.startsOn
  if (ends_on !== null && (isOfOneDay || ends_on < starts_on)) found.ends_on = null
  const isMoved = known.opportunityId !== course.id
  const titleOf = (id: string): string | null => course.courses.titleOf(id)
  const moved = isMoved ? [{ field: 'Course', from: titleOf(known.opportunityId), to: titleOf(course.id) }] : []
  const changes = [...moved, ...course.outcome.changes, ...told(known.columns, found, dateWords)]
  const isNamedAnew = timelessKey(sourceKey) === known.sourceKey
  if (isMoved || isNamedAnew || Object.keys(found).length > 0) {
    known.columns = { ...known.columns, ...found }
    known.opportunityId = course.id
    if (isNamedAnew) known.sourceKey = sourceKey
    dates.add(known)
    const moving = { ...(isMoved && { opportunity_id: course.id }), ...(isNamedAnew && { source_key: sourceKey }) }
    sink.updateDate(known.id, { ...found, ...moving })
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
    insertCourse: (id, columns) => db.runOne(sql.insertInto('opportunity').values({ id, ...columns })),
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
