import { cleanHtml } from '../../../shared/features/opportunities/clean-html'
import type { CatalogueDate, CatalogueRow } from '../../../shared/features/opportunities/import-model'
import {
  isCode,
  unitOf,
  type CodeListName,
  type CodeLists,
} from '../../../shared/features/opportunities/known-codes'
import type { CourseMode, DurationUnit } from '../../../shared/features/opportunities/model'
import { endOfDay, timeOfDay, timesOfDay } from '../../../shared/features/opportunities/times'
import { sameText } from '../../../shared/features/imports/normalise'
import { parseDay, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { parsePence, pence, type Pence } from '../../../shared/kernel/money'
import type { ErrorFacts } from '../../../shared/kernel/result'
import type { Inline, TextBlock } from '../../../shared/kernel/rich-text'
import type { MappedRow } from './read-files'

/** Something about a cell of a row, by the key of its field. */
export interface CellFault {
  readonly key: string
  readonly code: ErrorCode
  readonly facts?: ErrorFacts
}

export interface RowContext {
  readonly codes: CodeLists
  readonly groups: ReadonlyMap<string, string>
  readonly fileName: string
}

/** What a row of a catalogue says, with what is to be known about it; or why it cannot be taken. */
export type CatalogueRead =
  | { readonly kind: 'row'; readonly row: CatalogueRow; readonly notes: readonly CellFault[] }
  | { readonly kind: 'refused'; readonly faults: readonly CellFault[] }

/** Reads one row with what is known of its codes. */
export function readCatalogueRow(values: MappedRow['values'], context: RowContext): CatalogueRead {
  const reader = new RowReader(values, context)
  const title = reader.line('title', 300)
  if (title === null) return { kind: 'refused', faults: [{ key: 'title', code: 'cell.required' }] }
  const facts = courseFacts(reader, title)
  const date = dateFacts(reader, facts)
  if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults }
  return { kind: 'row', row: { ...facts, date }, notes: reader.notes }
}

class RowReader {
  readonly notes: CellFault[] = []
  readonly faults: CellFault[] = []
  readonly #values: MappedRow['values']
  readonly context: RowContext

  constructor(values: MappedRow['values'], context: RowContext) {
    this.#values = values
    this.context = context
  }

  text(key: string): string | null {
    const value = this.#values[key]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }

  /** One line, cut where the binder keeps no more. */
  line(key: string, longest: number): string | null {
    return this.text(key)?.replace(/\s+/g, ' ').slice(0, longest) ?? null
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined
  }

  /** Keeps the row, and says what was left out of it. */
  leftBlank(key: string, what: string): null {
    this.notes.push({
      key,
      code: 'catalogue.left-blank',
      facts: { value: (this.text(key) ?? '').slice(0, 80), what },
    })
    return null
  }

  isTrue(key: string): boolean {
    return /^(true|yes|y|1)$/i.test(this.text(key) ?? '')
  }

  /** Names, whether written as names or as codes; a code that nothing explains is noted and left out. */
  names(key: string, list: CodeListName): string[] {
    return this.parts(key).flatMap((part) => {
      if (!isCode(part)) return [part.slice(0, 120)]
      const name = this.context.codes.get(list)?.get(part)
      if (name === undefined) this.notes.push({ key, code: 'catalogue.code-unknown', facts: { code: part } })
      return name === undefined ? [] : [name.slice(0, 120)]
    })
  }

  parts(key: string): string[] {
    const parts = (this.text(key) ?? '').split(/[;,|\n]/).map((part) => part.replace(/\s+/g, ' ').trim())
    return [...new Set(parts.filter((part) => part !== ''))].slice(0, 60)
  }

  count(key: string, what: string): number | null {
    const text = this.text(key)
    if (text === null) return null
    const count = /^\d{1,6}$/.test(text) ? Number(text) : undefined
    return count ?? this.leftBlank(key, what)
  }

  address(): string | null {
    const text = this.text('bookingAddress')
    if (text === null) return null
    return /^https?:\/\/\S+$/i.test(text) && text.length <= 600
      ? text
      : this.leftBlank('bookingAddress', 'an address on the web')
  }
}

function courseFacts(reader: RowReader, title: string): Omit<CatalogueRow, 'date'> {
  const courseId = reader.line('courseId', 80)
  const providerName = reader.line('provider', 200)
  const reference = reader.line('code', 80)
  return {
    title,
    course: {
      id: courseId,
      code: sameText(reference ?? ''),
      provider: sameText(providerName ?? ''),
      title: sameText(title),
    },
    sourceName: reader.context.fileName.slice(0, 260),
    isAboutCourse: !reader.has('dateId'),
    providerName,
    mode: modeOf(reader),
    aboutJson: aboutOf(reader),
    ...lengthOf(reader),
    ...priceOf(reader),
    places: reader.count('places', 'a number of places') || null,
    reference,
    bookingAddress: reader.address(),
    groupIds: groupsOf(reader),
    standards: reader.parts('standards').map((code) => code.slice(0, 40)),
    subjects: [
      ...new Set([...reader.names('subject', 'sic_primary'), ...reader.names('moreSubjects', 'sic_primary')]),
    ],
    ages: [...new Set(reader.names('ages', 'sic_agegroups'))],
  }
}

function groupsOf(reader: RowReader): string[] {
  return reader.parts('groups').flatMap((name) => {
    if (/^(all|everybody|everyone|all staff)$/i.test(name)) return []
    const id = reader.context.groups.get(name.toLowerCase())
    if (id === undefined)
      reader.notes.push({
        key: 'groups',
        code: 'catalogue.left-blank',
        facts: { value: name.slice(0, 80), what: 'a staff group of this school' },
      })
    return id === undefined ? [] : [id]
  })
}

const notInPerson = /\b(remote|virtual|online|zoom|teams|webinar|live)\b/i

/** How one takes part: said in words, or by the two marks of an online and of a live online course. */
function modeOf(reader: RowReader): CourseMode | null {
  const words = reader.text('mode')
  if (words !== null) {
    if (/blended|mixed|hybrid/i.test(words)) return 'mixed'
    if (/\b(live|remote|remotely|virtual|webinar|zoom|teams)\b/i.test(words)) return 'live-online'
    if (/online|e-?learning|self/i.test(words)) return 'online'
    return /person|face|classroom|centre|school/i.test(words)
      ? 'in-person'
      : reader.leftBlank('mode', 'a way to take part')
  }
  if (reader.isTrue('online')) return 'online'
  if (reader.isTrue('remote')) return 'live-online'
  if (!reader.has('remote') && !reader.has('online')) return null
  return notInPerson.test(`${reader.text('venue') ?? ''} ${reader.text('town') ?? ''}`)
    ? 'live-online'
    : 'in-person'
}

function lengthOf(reader: RowReader): { durationCount: number | null; durationUnit: DurationUnit | null } {
  const none = { durationCount: null, durationUnit: null }
  const text = reader.text('duration')
  if (text === null) return none
  const match = /^(\d{1,4}(?:\.\d{1,2})?)\s*([a-z]+)?$/i.exec(text)
  const count = Number(match?.[1] ?? 0)
  const written = match?.[2] ?? reader.text('durationUnit') ?? ''
  const unit = unitOf(reader.context.codes.get('sic_durationunit')?.get(written) ?? written)
  if (count > 0 && unit !== undefined) return { durationCount: count, durationUnit: unit }
  reader.leftBlank('duration', 'a length with its unit')
  return none
}

/** The price without VAT; free where the file says so. An amount that cannot be read refuses the row: nobody should plan with less than it costs. */
function priceOf(reader: RowReader): { priceNetPence: Pence | null; priceVatPence: Pence | null } {
  const read = (key: string): Pence | null => {
    const text = reader.text(key)
    if (text === null) return null
    if (/^(free|no charge|nil)$/i.test(text)) return pence(0)
    const amount = parsePence(text)
    if (amount !== undefined && amount >= 0 && amount <= 1e9) return amount
    reader.faults.push({ key, code: amount === undefined ? 'pence.invalid' : 'pence.negative' })
    return null
  }
  const net = read('price') ?? (reader.isTrue('free') ? pence(0) : null)
  const vat = read('vat')
  return { priceNetPence: net, priceVatPence: net === null || net === 0 ? null : vat }
}

const parts = [
  ['about', null],
  ['outcomes', 'What you will learn'],
  ['audience', 'Who it is for'],
  ['topics', 'What it covers'],
] as const

/** The description and what belongs to it, cleaned, each part under a heading of ours. */
function aboutOf(reader: RowReader): string | null {
  const content = parts.flatMap(([key, heading]): readonly TextBlock[] => {
    const text = reader.text(key)
    const cleaned = text === null ? null : cleanHtml(text)
    if (cleaned === null) return []
    const words: Inline[] = heading === null ? [] : [{ type: 'text', text: heading }]
    return [
      ...words.map((word) => ({ type: 'heading' as const, attrs: { level: 2 as const }, content: [word] })),
      ...cleaned.content,
    ]
  })
  return content.length === 0 ? null : JSON.stringify({ type: 'doc', content })
}

const timeBehindDay = /(?:T|\s)(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?)Z?$/i

/** When it begins and ends: cells of their own, or both times in the first, else those behind the days; midnight is none. */
function timesOf(reader: RowReader): { startsAt: string | null; endsAt: string | null } {
  const both = timesOfDay(reader.text('startsAt') ?? '')
  const startsAt = both?.from ?? timeOf(reader, 'startsAt', 'startsOn')
  const endsAt = reader.text('endsAt') === null && both !== undefined ? both.to : endOf(reader, startsAt)
  return { startsAt, endsAt }
}

function endOf(reader: RowReader, startsAt: string | null): string | null {
  const own = reader.text('endsAt')
  return (own === null ? undefined : endOfDay(own, startsAt)) ?? timeOf(reader, 'endsAt', 'endsOn')
}

function timeOf(reader: RowReader, key: string, dayKey: string): string | null {
  const own = reader.text(key)
  const behind = timeBehindDay.exec(reader.text(dayKey) ?? '')?.[1]?.replace(/\.\d{3,}$/, '')
  const text = own === null ? behind : (own.split(/T(?=\d)/).at(-1) ?? own)
  if (text === undefined) return null
  const time = timeOfDay(text.replace(/Z$/, ''))
  if (time === undefined && own !== null) reader.leftBlank(key, 'a time of day')
  return time === undefined || time === '00:00' ? null : time
}

function dateFacts(reader: RowReader, course: Omit<CatalogueRow, 'date'>): CatalogueDate | null {
  const startsOn = dayOf(reader, 'startsOn')
  const endsOn = dayOf(reader, 'endsOn')
  if (startsOn === null) {
    if (reader.text('dateId') !== null && reader.faults.length === 0)
      reader.faults.push({ key: 'startsOn', code: 'cell.required' })
    return null
  }
  if (endsOn !== null && endsOn < startsOn) reader.faults.push({ key: 'endsOn', code: 'day.order' })
  const { startsAt, endsAt } = timesOf(reader)
  const venue = venueOf(reader)
  return {
    sourceKey: reader.line('dateId', 80) ?? [startsOn, startsAt, sameText(venue ?? '')].join('|'),
    startsOn,
    endsOn,
    startsAt,
    endsAt,
    venue,
    ledBy: reader.line('ledBy', 200),
    mode: course.mode,
    placesLeft: reader.count('placesLeft', 'a number of places'),
    reference: reader.line('run', 80),
    bookingAddress: course.bookingAddress,
  }
}

function dayOf(reader: RowReader, key: string): Day | null {
  const text = reader.text(key)
  if (text === null) return null
  const found = parseDay(text)
  if (found === undefined) reader.faults.push({ key, code: 'day.invalid' })
  return found ?? null
}

/** Venue and town, each said once. */
function venueOf(reader: RowReader): string | null {
  const [venue, town] = [reader.line('venue', 200), reader.line('town', 90)]
  if (venue === null || town === null) return venue ?? town
  return sameText(venue).includes(sameText(town)) ? venue : `${venue}, ${town}`
}
