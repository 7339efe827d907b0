import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../shared/kernel/clock'
import { addDays, day, type Day } from '../../shared/kernel/dates'
import { allocatePence, pence, type Pence } from '../../shared/kernel/money'
import { NOW, temporaryFolder } from '../../../tests/fixtures/school'
import { createSchoolFile, type SchoolFile } from './school-file'

/** What the oracle knows of a cost line. It works through plain arrays and shares no text with the views. */
interface Line {
  readonly recoverable: boolean
  readonly income: boolean
  readonly movements: readonly Move[]
  /** Weights by fund, in the order of the funds' keys. */
  readonly funds: readonly number[]
  readonly share: 'none' | 'heads' | 'hours' | 'named'
  /** Credited minutes (hours) or weights (named) of those booked, in the order of the bookings' keys. */
  readonly people: readonly number[]
}
interface Move {
  readonly kind: 'estimated' | 'committed' | 'invoiced' | 'paid' | 'credited'
  readonly on: Day
  readonly net: number
  readonly vat: number
}

const FIRST = day('2025-03-20')
const arbitraryMove: fc.Arbitrary<Move> = fc
  .record({
    kind: fc.constantFrom('estimated', 'committed', 'invoiced', 'paid', 'credited'),
    after: fc.nat(24),
    net: fc.nat(90_000),
    vat: fc.nat(9_000),
    released: fc.boolean(),
  })
  .map(({ kind, after, net, vat, released }) => {
    const sign = kind === 'credited' || (kind === 'committed' && released) ? -1 : 1
    return { kind, on: addDays(FIRST, after), net: sign * net + 0, vat: sign * vat + 0 } as Move
  })
const arbitraryLine: fc.Arbitrary<Line> = fc.record({
  recoverable: fc.boolean(),
  income: fc.boolean(),
  movements: fc.array(arbitraryMove, { maxLength: 9 }),
  funds: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 4 }),
  share: fc.constantFrom('none', 'heads', 'hours', 'named'),
  people: fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 6 }),
})

const costOf = (line: Line, move: Move): number => move.net + (line.recoverable ? 0 : move.vat)

/** Model, section 4, and docs/decisions/0004, read off again: what stands at the end of a day. */
function standing(line: Line, until: Day): { paid: number; promised: number } {
  const by = { estimated: 0, committed: 0, invoiced: 0, paid: 0, credited: 0 }
  for (const move of line.movements) if (move.on <= until) by[move.kind] += costOf(line, move)
  const credits = -by.credited
  const owed = Math.max(by.committed, by.invoiced)
  const open = owed - by.paid - credits
  const promised = open > 0 ? open : 0
  return { paid: (owed > by.paid ? owed : by.paid) - credits - promised, promised }
}

const daysOf = (line: Line): Day[] => [...new Set(line.movements.map((move) => move.on))].sort()
const LAST = addDays(FIRST, 60)

interface Effect {
  readonly state: 'paid' | 'promised'
  readonly on: string
  readonly pence: number
}

function expectedEffects(line: Line): Effect[] {
  if (line.income) return []
  const steps = daysOf(line).map((on) => ({
    state: 'paid' as const,
    on,
    pence: standing(line, on).paid - standing(line, addDays(on, -1)).paid,
  }))
  const settling = line.movements.filter((move) => move.kind === 'committed' || move.kind === 'invoiced')
  const on = settling
    .map((move) => move.on)
    .sort()
    .at(-1)
  const rest = on ? [{ state: 'promised' as const, on, pence: standing(line, LAST).promised }] : []
  return [...steps, ...rest].filter((effect) => effect.pence !== 0)
}

function keep(file: SchoolFile, line: Line): void {
  file.withDatabase((database) => {
    file.write({ channel: 'test' }, () => {
      database.exec(`
        delete from cost_fund; delete from cost_share; delete from cost_movement; delete from cost_line; delete from fund;
        delete from attendance; delete from booking; delete from session; delete from event; delete from activity; delete from person;
        insert into activity (id, title, type_code, provision_code, level_code) values ('a', 'Course', 'x', 'external', 'x');
        insert into event (id, activity_id, status) values ('e', 'a', 'done');
        insert into session (id, event_id, held_on, duration_minutes) values ('s', 'e', '2025-03-20', 600)`)
      database
        .prepare(
          `insert into cost_line (id, event_id, kind_code, description, expected_on, net_pence, vat_pence, is_vat_recoverable, share_basis)
           values ('l', 'e', ?, 'Course', '2025-03-20', 777, 111, ?, ?)`,
        )
        .run(line.income ? 'income' : 'fee', line.recoverable ? 1 : 0, line.share)
      const move = database.prepare(`insert into cost_movement values (?, 'l', ?, ?, ?, ?, null)`)
      line.movements.forEach((m, i) => move.run(`m${i}`, m.kind, m.on, m.net, m.vat))
      line.funds.forEach((weight, i) => {
        database
          .prepare(`insert into fund (id, name, kind, is_external) values (?, ?, 'school', 0)`)
          .run(`f${i}`, `F${i}`)
        database.prepare(`insert into cost_fund values (?, 'l', ?, ?)`).run(`x${9 - i}`, `f${i}`, weight)
      })
      line.people.forEach((weight, i) => keepBooking(database, line, weight, i))
      // Somebody who cancelled and somebody on the waiting list never carry a part.
      keepBooking(database, line, null, 98)
    })
  })
}

type Connection = Parameters<Parameters<SchoolFile['withDatabase']>[0]>[0]

function keepBooking(database: Connection, line: Line, weight: number | null, i: number): void {
  const state = weight === null ? 'cancelled' : 'booked'
  database.prepare(`insert into person (id, forename, surname) values (?, 'A', 'B')`).run(`p${i}`)
  database
    .prepare(`insert into booking (id, event_id, person_id, state, booked_on) values (?, 'e', ?, ?, '2025-01-01')`)
    .run(`b${i}`, `p${i}`, state)
  if (line.share === 'hours' && weight !== null)
    database.prepare(`insert into attendance values (?, ?, 's', 'present', ?)`).run(`t${i}`, `b${i}`, weight)
  if (line.share === 'named' && weight)
    database.prepare(`insert into cost_share values (?, 'l', ?, ?)`).run(`y${i}`, `b${i}`, weight)
}

const rowsOf = <T>(file: SchoolFile, text: string): T[] => file.withDatabase((d) => d.prepare(text).all() as T[])

function withFile(work: (file: SchoolFile) => void): void {
  const file = createSchoolFile(join(temporaryFolder(), 'S.cpdschool'), { clock: fixedClock(NOW) })
  try {
    work(file)
  } finally {
    file.close()
  }
}

function check(line: Line, property: (file: SchoolFile) => void): void {
  withFile((file) => {
    keep(file, line)
    property(file)
  })
}

const everyLine = (property: (file: SchoolFile, line: Line) => void) =>
  withFile((file) =>
    fc.assert(
      fc.property(arbitraryLine, (line) => {
        keep(file, line)
        property(file, line)
      }),
      { numRuns: 60 },
    ),
  )

describe('spend_effect', () => {
  it('is the step of the paid figure day by day, and what is still promised', () => {
    everyLine((file, line) => {
      const rows = rowsOf<Effect>(
        file,
        `select state, moved_on as "on", pence from spend_effect where pence <> 0 order by state, moved_on`,
      )
      expect(rows).toEqual(expectedEffects(line))
    })
  })

  it('gives the same rows whether a year is asked for or everything', () => {
    everyLine((file, line) => {
      const total = (where: string) =>
        rowsOf<{ n: number }>(file, `select coalesce(sum(pence), 0) as n from spend_effect where ${where}`)[0]?.n ??
        0
      const years =
        total(`moved_on between '2024-04-01' and '2025-03-31'`) +
        total(`moved_on between '2025-04-01' and '2026-03-31'`)
      const whole = line.income ? 0 : standing(line, LAST).paid + standing(line, LAST).promised
      expect([years, total('true'), total(`event_id = 'e'`), total(`cost_line_id = 'l'`)]).toEqual([
        whole,
        whole,
        whole,
        whole,
      ])
    })
  })
})

describe('cost_line_state', () => {
  it('agrees with what stands after the last movement', () => {
    everyLine((file, line) => {
      const [row] = rowsOf<{ paid_pence: number; promised_pence: number; estimated_pence: number }>(
        file,
        'select * from cost_line_state',
      )
      const { paid, promised } = standing(line, LAST)
      const estimates = line.movements.filter((move) => move.kind === 'estimated')
      const lastOn = estimates
        .map((move) => move.on)
        .sort()
        .at(-1)
      const last = estimates.filter((move) => move.on === lastOn).at(-1)
      const estimated = last ? costOf(line, last) : line.recoverable ? 777 : 888
      expect([row?.paid_pence, row?.promised_pence, row?.estimated_pence]).toEqual([paid, promised, estimated])
    })
  })

  it.each<[string, Move['kind'][], string]>([
    ['nothing yet', [], 'estimated'],
    ['an estimate', ['estimated'], 'estimated'],
    ['an order', ['estimated', 'committed'], 'committed'],
    ['an order and its invoice', ['committed', 'invoiced'], 'invoiced'],
    ['all of it', ['committed', 'invoiced', 'paid'], 'paid'],
    ['paid without an order', ['paid'], 'paid'],
    ['an invoice taken back', ['invoiced', 'credited'], 'credited'],
    ['a payment taken back', ['invoiced', 'paid', 'credited'], 'credited'],
    ['a credit note alone', ['credited'], 'credited'],
  ])('%s: %j is %s', (_, kinds, state) => {
    const movements = kinds.map((kind) => ({ kind, on: FIRST, net: kind === 'credited' ? -500 : 500, vat: 0 }))
    check({ recoverable: true, income: false, movements, funds: [], share: 'none', people: [] }, (file) => {
      expect(rowsOf<{ state: string }>(file, 'select state from cost_line_state')).toEqual([{ state }])
    })
  })

  it('says part paid when some is still to pay', () => {
    const movements = [
      { kind: 'invoiced', on: FIRST, net: 500, vat: 100 },
      { kind: 'paid', on: FIRST, net: 200, vat: 0 },
    ] as const
    check({ recoverable: false, income: false, movements, funds: [], share: 'none', people: [] }, (file) => {
      expect(rowsOf(file, 'select state, paid_pence, promised_pence from cost_line_state')).toEqual([
        { state: 'part-paid', paid_pence: 200, promised_pence: 400 },
      ])
    })
  })
})

type Part = { readonly state: string; readonly on: string; readonly key: string | null; readonly pence: number }

function expectedParts(line: Line, keys: readonly string[], weights: readonly number[]): Part[] {
  return expectedEffects(line)
    .flatMap(({ state, on, pence: amount }): Part[] => {
      if (keys.length === 0) return [{ state, on, key: null, pence: amount }]
      const parts: Pence[] = allocatePence(pence(amount), weights)
      return keys.map((key, i) => ({ state, on, key, pence: parts[i] ?? 0 }))
    })
    .filter((part) => part.pence !== 0)
}

describe('spend_by_fund', () => {
  it('divides every effect by largest remainder, as allocatePence does', () => {
    everyLine((file, line) => {
      const rows = rowsOf<Part>(
        file,
        `select state, moved_on as "on", fund_id as key, pence from spend_by_fund where pence <> 0 order by state, moved_on, fund_id`,
      )
      expect(rows).toEqual(
        expectedParts(
          line,
          line.funds.map((_, i) => `f${i}`),
          line.funds,
        ),
      )
    })
  })
})

describe('spend_by_person', () => {
  it('divides a shared cost by head, hours or names, to the penny, and leaves nobody out', () => {
    everyLine((file, line) => {
      const rows = rowsOf<Part>(
        file,
        `select state, moved_on as "on", booking_id as key, pence from spend_by_person where pence <> 0 order by state, moved_on, booking_id`,
      )
      const all = line.people.map((weight, i) => ({ key: `b${i}`, weight: line.share === 'heads' ? 1 : weight }))
      const who = line.share === 'none' ? [] : line.share === 'named' ? all.filter((p) => p.weight > 0) : all
      expect(rows).toEqual(
        expectedParts(
          line,
          who.map((p) => p.key),
          who.map((p) => p.weight),
        ),
      )
    })
  })

  it('gives a cost of one booking to its person', () => {
    const line: Line = {
      recoverable: true,
      income: false,
      movements: [{ kind: 'paid', on: FIRST, net: 901, vat: 0 }],
      funds: [],
      share: 'none',
      people: [1, 1],
    }
    check(line, (file) => {
      file.withDatabase((d) =>
        file.write({ channel: 'test' }, () => d.exec(`update cost_line set booking_id = 'b1'`)),
      )
      expect(rowsOf(file, 'select person_id, pence from spend_by_person')).toEqual([
        { person_id: 'p1', pence: 901 },
      ])
    })
  })
})

describe('asking for a year', () => {
  it('reads only the movements of that year, through their index', () => {
    check({ recoverable: true, income: false, movements: [], funds: [], share: 'none', people: [] }, (file) => {
      for (const view of ['spend_effect', 'spend_by_fund', 'spend_by_person']) {
        const plan = rowsOf<{ detail: string }>(
          file,
          `explain query plan select sum(pence) from ${view} where moved_on between '2025-04-01' and '2026-03-31'`,
        ).map((row) => row.detail)
        expect(
          plan.filter((step) => /^SCAN [a-z]( |$)/.test(step) && !step.startsWith('SCAN e')),
          view,
        ).toEqual([])
        expect(
          plan.filter((step) => step.startsWith('SEARCH m USING INDEX cost_movement_by_day')).length,
          view,
          // By fund the movements are read once for whole costs and once for split ones.
        ).toBe(view === 'spend_by_fund' ? 4 : 2)
      }
    })
  })
})
