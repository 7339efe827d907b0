import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite, { type Database, type Statement } from 'better-sqlite3'
import { day } from '../src/shared/kernel/dates'
import { benchBinder, LAST_YEAR } from './binder'
import { fillNeeds } from './needs-data'
import { fillRequests } from './requests-data'
import { YEARS, type Size } from './sizes'

/** A seeded source of numbers from 0 to 1: the same school every time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const groups = [
  'leadership',
  'teacher',
  'teacher',
  'teacher',
  'ect',
  'ta',
  'ta',
  'office',
  'midday',
  'site',
] as const
const types = ['COURSE', 'INSET', 'TWI', 'COACH', 'MENT', 'AR'] as const
const kinds = [
  ['fee', 'E09'],
  ['trainer', 'E09'],
  ['cover-supply', 'E02'],
  ['travel', 'E08'],
] as const
/** Counted up when what is made changes, so that no file of before is taken for a new one. */
const MADE = 5
const BOOKINGS_PER_EVENT = 10
const EVENTS_PER_ACTIVITY = 5

/** In which of the ten years the row of a number is made: rows are made year by year, as in a school. */
function yearOf(number: number, count: number): number {
  return LAST_YEAR - YEARS + 1 + Math.floor((number * YEARS) / count)
}

/** How far through its year the row of a number is made: 0 at the start, below 1 at the end. */
function partOfYear(number: number, count: number): number {
  return ((number * YEARS) / count) % 1
}

function daysAfter(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The key of a made row: of the shape of a real one, and in the order of making, as real ones are. */
export function id(table: string, number: number): string {
  const kind = [...table].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0x10000, 7)
  return `0190a000-${kind.toString(16).padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`
}

/**
 * The path of a school file of a size, made when it is not there. The fast path: rows go in by SQL in one transaction
 * without the triggers of the log, so the log of such a file is all but empty; everything else is as in a real one.
 */
export function schoolOf(size: Size, folder: string, root: string): string {
  const path = join(folder, `${size.name}-${MADE}.cpdschool`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const making = join(folder, `making-${size.name}.cpdschool`)
  for (const end of ['', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true })
  const binder = benchBinder(join(dirname(path), 'data'), root)
  binder.school.createAt(making, {
    profile: {
      validFrom: day('2010-09-01'),
      name: 'Bench School',
      urn: '100009',
      authorityName: 'Northvale',
      phase: 'Secondary',
      regime: 'maintained',
      pupilsOnRoll: 1_200,
    },
    cpdLeaderTitle: 'CPD leader',
  })
  binder.desk.clear()
  const database = new BetterSqlite(making)
  // A file that is being made needs no journal: if it is not finished it is made again.
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -200000')
  database.transaction(() => fill(database, size)).immediate()
  database.pragma('journal_mode = WAL')
  database.close()
  renameSync(making, path)
  return path
}

interface Filling {
  readonly database: Database
  readonly size: Size
  readonly random: () => number
  readonly insert: (table: string, row: Readonly<Record<string, string | number | null>>) => void
  readonly pick: (count: number) => number
  /**
   * A day in the year that starts in September of `startYear`: within three weeks of where the row stands among those
   * of its year (0 to 1), because what is written down near each other happens near each other.
   */
  readonly dayIn: (startYear: number, part: number) => string
}

function fill(database: Database, size: Size): void {
  const random = seeded(20_251_120)
  const statements = new Map<string, Statement<unknown[]>>()
  const filling: Filling = {
    database,
    size,
    random,
    pick: (count) => Math.floor(random() * count),
    dayIn: (startYear, part) => {
      const days = Math.floor(part * 278 + random() * 42)
      return new Date(Date.UTC(startYear, 8, 1) + days * 86_400_000).toISOString().slice(0, 10)
    },
    insert: (table, row) => {
      const columns = Object.keys(row)
      const key = `${table} ${columns.join()}`
      let statement = statements.get(key)
      if (!statement) {
        statement = database.prepare<unknown[]>(
          `insert into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        )
        statements.set(key, statement)
      }
      statement.run(...Object.values(row))
    },
  }
  fillStaff(filling)
  fillPlan(filling)
  fillEvents(filling)
  fillFunds(filling)
  fillCosts(filling)
  fillLedger(filling)
  const dayOf = (number: number, count: number) => filling.dayIn(yearOf(number, count), partOfYear(number, count))
  fillRequests({ ...filling, id, dayOf })
  fillNeeds({ ...filling, id })
}

function fillStaff({ size, insert, pick }: Filling): void {
  for (let team = 0; team < 30; team += 1) insert('team', { id: id('team', team), name: `Team ${team}` })
  groups.forEach((group, index) =>
    insert('post', { id: id('post', index), title: `Post ${index}`, staff_group_id: group }),
  )
  for (let person = 0; person < size.staff; person += 1) {
    const isLeaver = person % 4 === 3
    const leftOn = isLeaver ? `${LAST_YEAR - pick(6)}-08-31` : null
    insert('person', {
      id: id('person', person),
      staff_code: `S${person}`,
      user_name: `user${person}`,
      forename: `Forename${pick(400)}`,
      surname: `Surname${pick(2_000)}`,
      work_email: `user${person}@school.example`,
      started_on: '2014-09-01',
      left_on: leftOn,
    })
    insert('post_holding', {
      id: id('holding', person),
      person_id: id('person', person),
      post_id: id('post', person % groups.length),
      team_id: id('team', person % 30),
      from_on: '2014-09-01',
      to_on: leftOn,
      fte_thousandths: [1000, 1000, 800, 600][person % 4] ?? 1000,
      is_main: 1,
    })
  }
}

function fillPlan({ insert, dayIn, pick }: Filling): void {
  for (let provider = 0; provider < 120; provider += 1)
    insert('provider', { id: id('provider', provider), name: `Provider ${provider}`, kind: 'company' })
  for (let year = 0; year < YEARS; year += 1) {
    for (let number = 0; number < 12; number += 1) {
      const priority = id('priority', year * 12 + number)
      insert('priority', {
        id: priority,
        academic_year: LAST_YEAR - YEARS + 1 + year,
        level: ['national', 'authority', 'school', 'team'][number % 4] ?? 'school',
        code: `P${number}`,
        title: `Priority ${number} of the year`,
        status: 'in-progress',
        measure: 'Share of pupils',
        baseline_value: 40,
        target_value: 60,
      })
      for (let reading = 0; reading < 3; reading += 1)
        insert('priority_reading', {
          id: id('reading', (year * 12 + number) * 3 + reading),
          priority_id: priority,
          read_on: dayIn(LAST_YEAR - YEARS + 1 + year, reading / 3),
          value: 40 + pick(20),
        })
    }
  }
}

function fillEvents({ size, insert, pick, dayIn, random }: Filling): void {
  const events = Math.ceil(size.bookings / BOOKINGS_PER_EVENT)
  for (let activity = 0; activity < Math.ceil(events / EVENTS_PER_ACTIVITY); activity += 1)
    insert('activity', {
      id: id('activity', activity),
      title: `Leading and learning, course ${activity}`,
      type_code: types[activity % types.length] ?? 'COURSE',
      provision_code: ['within', 'cross', 'external'][activity % 3] ?? 'within',
      level_code: 'groups',
      provider_id: id('provider', activity % 120),
    })
  let [booking, attendance] = [0, 0]
  for (let event = 0; event < events; event += 1) {
    const startYear = yearOf(event, events)
    const heldOn = dayIn(startYear, partOfYear(event, events))
    insert('event', {
      id: id('event', event),
      activity_id: id('activity', Math.floor(event / EVENTS_PER_ACTIVITY)),
      status: heldOn < '2026-06-15' ? 'done' : 'planned',
      priority_id: id('priority', (startYear - LAST_YEAR + YEARS - 1) * 12 + (event % 12)),
    })
    insert('session', {
      id: id('session', event),
      event_id: id('event', event),
      held_on: heldOn,
      starts_at: '13:00',
      ends_at: '16:00',
      duration_minutes: 180,
    })
    if (event % 2 === 0) fillEvaluation({ insert, pick }, event, heldOn)
    const first = pick(size.staff)
    for (let place = 0; place < BOOKINGS_PER_EVENT && booking < size.bookings; place += 1) {
      const person = (first + place * 7) % size.staff
      insert('booking', {
        id: id('booking', booking),
        event_id: id('event', event),
        person_id: id('person', person),
        state: random() < 0.95 ? 'booked' : 'cancelled',
        booked_on: heldOn,
        post_title: `Post ${person % groups.length}`,
        team_name: `Team ${person % 30}`,
        staff_group_id: groups[person % groups.length] ?? 'teacher',
      })
      const isPresent = random() < 0.9
      insert('attendance', {
        id: id('attendance', attendance),
        booking_id: id('booking', booking),
        session_id: id('session', event),
        state: isPresent ? 'present' : 'absent',
        credited_minutes: isPresent ? 180 : 0,
      })
      booking += 1
      attendance += 1
    }
  }
}

function fillEvaluation({ insert, pick }: Pick<Filling, 'insert' | 'pick'>, event: number, heldOn: string): void {
  insert('evaluation', {
    id: id('evaluation', event),
    event_id: id('event', event),
    question: 'Did it change what pupils can do?',
    measure: 'Share of pupils',
    baseline_value: 40,
    target_value: 60,
    actual_value: 40 + pick(30),
    actual_on: heldOn,
    evidence_level: 1 + pick(5),
    impact_judgement: ['strong', 'some', 'none', 'too-early'][pick(4)] ?? 'some',
    decision: ['repeat', 'change', 'stop', 'share'][pick(4)] ?? 'repeat',
    judged_on: heldOn,
  })
}

function fillFunds({ insert, pick }: Filling): void {
  for (let fund = 0; fund < 8; fund += 1) {
    insert('fund', {
      id: id('fund', fund),
      name: `Fund ${fund}`,
      kind: 'budget',
      is_external: fund % 3 === 2 ? 1 : 0,
    })
    for (let year = 0; year < YEARS; year += 1)
      insert('fund_amount', {
        id: id('amount', fund * YEARS + year),
        fund_id: id('fund', fund),
        from_on: `${LAST_YEAR - year}-04-01`,
        to_on: `${LAST_YEAR + 1 - year}-03-31`,
        amount_pence: 1_000_000 + pick(4_000_000),
      })
  }
}

/** What happens to a cost, and after how many days: most are paid, some wait for an invoice or for their payment. */
function stepsOf(line: number): readonly (readonly [kind: string, days: number])[] {
  if (line % 10 === 7) return [['committed', 0]]
  const invoiced = [
    ['committed', 0],
    ['invoiced', 10],
  ] as const
  if (line % 50 === 1) return invoiced
  return line % 3 === 0
    ? [...invoiced, ['paid', 35]]
    : [
        ['committed', 0],
        ['paid', 20],
      ]
}

function fillCosts({ size, insert, pick, dayIn }: Filling): void {
  const events = Math.ceil(size.bookings / BOOKINGS_PER_EVENT)
  let movement = 0
  for (let line = 0; line < size.costLines; line += 1) {
    const [kind, code] = kinds[line % kinds.length] ?? kinds[0]
    const net = 2_000 + pick(60_000)
    const startYear = yearOf(line, size.costLines)
    const part = partOfYear(line, size.costLines)
    const on = dayIn(startYear, part)
    const eventsOfYear = Math.floor(events / YEARS)
    // The costs of an event are entered in the weeks around it, between those of its neighbours.
    const near = Math.floor(part * eventsOfYear * 0.9) + pick(Math.ceil(eventsOfYear / 10))
    const isForEvent = line % 5 !== 4
    insert('cost_line', {
      id: id('cost', line),
      event_id: isForEvent
        ? id('event', (startYear - LAST_YEAR + YEARS - 1) * eventsOfYear + Math.min(near, eventsOfYear - 1))
        : null,
      kind_code: kind,
      description: `Cost line number ${line}`,
      expected_on: on,
      net_pence: net,
      vat_pence: Math.round(net / 5),
      is_vat_recoverable: line % 3 === 0 ? 1 : 0,
      finance_code: code,
      supplier: `Provider ${line % 120}`,
      covered_minutes: isForEvent && kind === 'cover-supply' ? 180 : 0,
    })
    for (const [step, days] of stepsOf(line)) {
      insert('cost_movement', {
        id: id('movement', movement),
        cost_line_id: id('cost', line),
        kind: step,
        moved_on: daysAfter(on, days),
        net_pence: net,
        vat_pence: Math.round(net / 5),
      })
      movement += 1
    }
    // One in twenty is split over two funds.
    for (let part = 0; part < (line % 20 === 0 ? 2 : 1); part += 1)
      insert('cost_fund', {
        id: id('split', line * 2 + part),
        cost_line_id: id('cost', line),
        fund_id: id('fund', (line + part) % 8),
        weight: 1 + part,
      })
  }
}

function fillLedger({ size, insert, pick, dayIn }: Filling): void {
  for (let line = 0; line < size.costLines / 2; line += 1) {
    const net = 2_000 + pick(60_000)
    insert('ledger_line', {
      id: id('ledger', line),
      identity_hash: `bench${line}`,
      document_number: `D${line}`,
      posted_on: dayIn(yearOf(line, size.costLines / 2), partOfYear(line, size.costLines / 2)),
      net_pence: net,
      vat_pence: 0,
      gross_pence: net,
      supplier: `Provider ${line % 120}`,
      description: 'Training',
      source_name: 'bench.csv',
      source_row: line + 2,
      status: line % 2 === 0 ? 'unmatched' : 'set-aside',
    })
  }
}
