import { join } from 'node:path'
import fc from 'fast-check'
import { sql as raw, type RawBuilder } from 'kysely'
import { expect, it } from 'vitest'
import { NOW, temporaryFolder } from '../../../tests/fixtures/school'
import { fixedClock } from '../../shared/kernel/clock'
import { addDays, day } from '../../shared/kernel/dates'
import { spendCells } from '../features/reports/money-queries'
import { statement } from './handle'
import { createSchoolFile, type SchoolFile } from './school-file'
import { figuresOfLines, linesInvoicedBefore, linesMovedIn, spendOfLines, type DaySpan } from './spend-of-lines'
import { spendOfEvents } from './spend-of-events'

const FIRST = day('2025-03-20')
const arbitraryLine = fc.record({
  recoverable: fc.boolean(),
  income: fc.boolean(),
  event: fc.constantFrom(null, 'e0', 'e1'),
  code: fc.constantFrom(null, 'E08', 'E09'),
  funds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
  movements: fc.array(
    fc.record({
      kind: fc.constantFrom('estimated', 'committed', 'invoiced', 'paid', 'credited'),
      after: fc.nat(24),
      net: fc.nat(90_000),
      vat: fc.nat(9_000),
      isReleased: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
})
type Line = typeof arbitraryLine extends fc.Arbitrary<infer T> ? T : never

function keep(file: SchoolFile, lines: readonly Line[]): void {
  file.withDatabase((database) => {
    file.write({ channel: 'test' }, () => {
      database.exec(`
        delete from cost_fund; delete from cost_movement; delete from cost_line; delete from fund; delete from event; delete from activity;
        insert into activity (id, title, type_code, provision_code, level_code) values ('a', 'Course', 'x', 'external', 'x');
        insert into event (id, activity_id, status) values ('e0', 'a', 'done'), ('e1', 'a', 'done');
        insert into fund (id, name, kind, is_external) values ('f0', 'F0', 'school', 0), ('f1', 'F1', 'school', 0), ('f2', 'F2', 'school', 0)`)
      const line = database.prepare(
        `insert into cost_line (id, event_id, kind_code, description, expected_on, net_pence, vat_pence, is_vat_recoverable, finance_code)
         values (?, ?, ?, 'Course', '2025-03-20', 777, 111, ?, ?)`,
      )
      const fund = database.prepare(`insert into cost_fund values (?, ?, ?, ?)`)
      const movement = database.prepare(`insert into cost_movement values (?, ?, ?, ?, ?, ?, null)`)
      lines.forEach((one, i) => {
        line.run(`l${i}`, one.event, one.income ? 'income' : 'fee', one.recoverable ? 1 : 0, one.code)
        one.funds.forEach((weight, n) => fund.run(`${i}/${n}`, `l${i}`, `f${n}`, weight))
        one.movements.forEach(({ kind, after, net, vat, isReleased }, n) => {
          const sign = kind === 'credited' || (kind === 'committed' && isReleased) ? -1 : 1
          movement.run(`${i}/${n}`, `l${i}`, kind, addDays(FIRST, after), sign * net + 0, sign * vat + 0)
        })
      })
    })
  })
}

type Rows = readonly Record<string, unknown>[]
const ask = (file: SchoolFile, query: RawBuilder<Record<string, unknown>>): Rows => file.read.all(statement(query))

/** The same of the views, which the oracle of views.test.ts holds. */
const sums = raw`sum(iif(state = 'paid', pence, 0)) as paid_pence, sum(iif(state = 'promised', pence, 0)) as promised_pence`
const isNot0 = raw`paid_pence <> 0 or promised_pence <> 0`
const during = ({ startsOn, endsOn }: DaySpan) => raw`moved_on >= ${startsOn} and moved_on <= ${endsOn}`

const everyBook = (property: (file: SchoolFile, span: DaySpan) => void): void => {
  const file = createSchoolFile(join(temporaryFolder(), 'S.cpdschool'), { clock: fixedClock(NOW) })
  const arbitrarySpan = fc
    .tuple(fc.nat(26), fc.nat(26))
    .map(([from, days]) => ({ startsOn: addDays(FIRST, from), endsOn: addDays(FIRST, from + days) }))
  try {
    fc.assert(
      fc.property(fc.array(arbitraryLine, { maxLength: 6 }), arbitrarySpan, (lines, span) => {
        keep(file, lines)
        property(file, span)
      }),
      { numRuns: 60 },
    )
  } finally {
    file.close()
  }
}

it('adds up for a span of days what the days of the views add up to, line by line', () => {
  everyBook((file, span) => {
    const ours = spendOfLines(raw`l.id in ${linesMovedIn(span)}`, span)
    expect(
      ask(file, raw`select cost_line_id, paid_pence, promised_pence from (${ours}) where ${isNot0} order by 1`),
    ).toEqual(
      ask(
        file,
        raw`select cost_line_id, ${sums} from spend_effect where ${during(span)} group by 1 having ${isNot0} order by 1`,
      ),
    )
  })
})

it('adds up for all years what the views do, by event', () => {
  everyBook((file) => {
    const spent = spendOfEvents(file.read, ['e0', 'e1', 'nobody'])
    const theirs = ask(file, raw`select event_id, ${sums} from spend_effect where event_id is not null group by 1`)
    for (const id of ['e0', 'e1', 'nobody']) {
      const row = theirs.find((one) => one['event_id'] === id)
      expect([spent(id, 'paid'), spent(id, 'promised')]).toEqual([
        row?.['paid_pence'] ?? 0,
        row?.['promised_pence'] ?? 0,
      ])
    }
  })
})

it('divides what is split over funds as the view does, penny by penny', () => {
  everyBook((file, span) => {
    const spent = new Map<string, number[]>()
    for (const { event_id, kind_code, finance_code, fund_id, paid_pence, promised_pence } of file.read.all(
      spendCells(span),
    )) {
      const key = [event_id, kind_code, finance_code, fund_id].join()
      const [paid = 0, promised = 0] = spent.get(key) ?? []
      spent.set(key, [paid + paid_pence, promised + promised_pence])
    }
    const theirs = ask(
      file,
      raw`select l.event_id, l.kind_code, l.finance_code, f.fund_id, ${sums} from spend_by_fund f
        join cost_line l on l.id = f.cost_line_id where ${during(span)} group by 1, 2, 3, 4 having ${isNot0}`,
    )
    expect(new Map([...spent].filter(([, amounts]) => amounts.some((pence) => pence !== 0)))).toEqual(
      new Map(theirs.map((row) => [Object.values(row).slice(0, 4).join(), Object.values(row).slice(4)])),
    )
  })
})

it('gives every line the state and the amounts of cost_line_state, and the figures of the span', () => {
  everyBook((file, span) => {
    const figures = figuresOfLines(raw`true`, span)
    expect(ask(file, raw`select cost_line_id, state, promised_pence from (${figures}) order by 1`)).toEqual(
      ask(file, raw`select cost_line_id, state, promised_pence from cost_line_state order by 1`),
    )
    expect(
      ask(
        file,
        raw`select cost_line_id, asked_paid_pence as paid_pence, asked_promised_pence as promised_pence
          from (${figures}) where asked_paid_pence <> 0 or asked_promised_pence <> 0 order by 1`,
      ),
    ).toEqual(
      ask(
        file,
        raw`select cost_line_id, ${sums} from spend_effect where ${during(span)} group by 1 having ${isNot0} order by 1`,
      ),
    )
    expect(ask(file, raw`select cost_line_id, last_moved_on from (${figures}) order by 1`)).toEqual(
      ask(
        file,
        raw`select id as cost_line_id, (select max(moved_on) from cost_movement
          where cost_line_id = l.id and kind <> 'estimated') as last_moved_on from cost_line l order by 1`,
      ),
    )
  })
})

it('knows the lines with an invoice from before a day', () => {
  everyBook((file, { startsOn }) => {
    expect(
      ask(file, raw`select distinct cost_line_id as id from ${linesInvoicedBefore(startsOn)} order by 1`),
    ).toEqual(
      ask(
        file,
        raw`select id from cost_line l where exists (select 1 from cost_movement m
          where m.cost_line_id = l.id and m.kind = 'invoiced' and m.moved_on < ${startsOn}) order by 1`,
      ),
    )
  })
})
