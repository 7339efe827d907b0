import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tablesOf, type ReportDocument, type ReportTable } from '../../src/shared/kernel/report-table'
import { periodOf, type YearKind } from '../../src/shared/kernel/years'
import { binder, type TestBinder } from '../fixtures/school'
import { smallYear } from './small-year'

async function governors(
  made: TestBinder,
  startYear: number,
  kind: YearKind = 'academic',
): Promise<ReportDocument> {
  return (await made.call('reports.gather', { kind: 'governors', year: { kind, startYear } })).report
}

function table(report: ReportDocument, key: string): ReportTable {
  const found = tablesOf(report).find((one) => one.key === key)
  if (!found) throw new Error(`no table ${key}`)
  return found
}

/** Ids differ from run to run: each becomes a number, in the order of appearance. */
function numbered(text: string): string {
  const seen: string[] = []
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!seen.includes(id)) seen.push(id)
    return `id-${seen.indexOf(id) + 1}`
  })
}

describe('a year worked out on paper', () => {
  it('has these totals in the academic year 2025/26', async () => {
    const { totals } = await governors(smallYear(), 2025)
    // Fee 300.00 + 60.00 VAT; cover 210.00 (VAT claimed back); the order of books 90.00 less the credit of 10.00.
    expect(totals).toMatchObject({
      codePaidPence: 36_000,
      codePaidAndPromisedPence: 36_000,
      allCashPaidPence: 57_000,
      allCashPaidAndPromisedPence: 65_000,
      // A third of the fee.
      outsidePaidPence: 12_000,
      // Teacher: 780 minutes less 390 covered, £63,000 ÷ 195 = £323.08 a day; assistant: 195 minutes at £148.72.
      ownTimePence: 32_308 + 7_436,
      fullCostPaidPence: 57_000 + 39_744,
      fullCostPaidAndPromisedPence: 65_000 + 39_744,
      heads: 2,
      creditedMinutes: 975,
      countedMinutes: 585,
    })
  })

  it('asks the same facts by the financial years, and they add up', async () => {
    const made = smallYear()
    const [before, after] = [
      (await governors(made, 2025, 'financial')).totals,
      (await governors(made, 2026, 'financial')).totals,
    ]
    // April 2025 to March 2026: fee, cover and the first session. Then: travel paid, books promised, the second session.
    expect(before).toMatchObject({
      allCashPaidPence: 57_000,
      allCashPaidAndPromisedPence: 57_000,
      creditedMinutes: 390,
    })
    expect(after).toMatchObject({
      allCashPaidPence: 5_001,
      allCashPaidAndPromisedPence: 13_001,
      creditedMinutes: 585,
    })
  })

  it('counts every hour when hours with cover are not left out', async () => {
    const made = smallYear()
    await made.call('school.saveSettings', {
      ...(await made.call('school.settings', {})),
      coveredHoursExcluded: false,
    })
    const { totals } = await governors(made, 2025)
    expect(totals).toMatchObject({ countedMinutes: 975, ownTimePence: 64_616 + 7_436 })
  })

  it('is fair pro rata to posts: a half-time post for half a year is a quarter', async () => {
    const rows = table(await governors(smallYear(), 2025), 'fairness')
    // The assistant: 0.5 × 184 days of 365.
    expect(
      rows.rows.map(({ cells }) => [cells['group'], cells['posts'], cells['heads'], cells['perPostMinutes']]),
    ).toEqual([
      ['Teachers', 1, 1, 780],
      ['Teaching assistants', 0.25, 1, Math.round(195 / ((0.5 * 184) / 365))],
    ])
    expect(rows.totals?.cells).toMatchObject({ heads: 2, creditedMinutes: 975 })
  })

  it('shows the priority from start to latest, with its full cost and its evidence', async () => {
    const [reading, wide] = table(await governors(smallYear(), 2025), 'priorities').rows
    expect(reading?.cells).toEqual({
      priority: 'Reading',
      start: 60,
      target: 70,
      latest: 71,
      fullPence: 57_000 + 39_744,
      evidence: 'Pupils’ learning',
    })
    expect(wide?.cells).toMatchObject({
      priority: 'Costs of the whole school, for no one event',
      fullPence: 8_000,
    })
  })

  it('compares spending with what the funds give within the year', async () => {
    const funds = table(await governors(smallYear(), 2025), 'funds')
    const [own, grant, none] = funds.rows.map((row) => row.cells)
    expect(own).toMatchObject({
      budgetPence: 200_000,
      paidPence: 24_000 + 21_000,
      promisedPence: 0,
      leftPence: 155_000,
    })
    expect(grant).toMatchObject({ budgetPence: 15_300, paidPence: 12_000, leftPence: 3_300 })
    expect(none).toMatchObject({ fund: 'No fund named', budgetPence: 0, promisedPence: 8_000 })
  })

  it('names nobody unless asked', async () => {
    const made = smallYear()
    const ask = { kind: 'governors', year: { kind: 'academic', startYear: 2025 } } as const
    expect(JSON.stringify(await made.call('reports.gather', ask))).not.toMatch(/Tess|Asha/)
    const named = await made.call('reports.gather', { ...ask, options: { names: true } })
    expect(
      table(named.report, 'people').rows.map(({ cells }) => [cells['name'], cells['creditedMinutes']]),
    ).toEqual([
      ['Asha Small', 195],
      ['Tess Small', 780],
    ])
  })

  it('keeps its words: the report as approved', async () => {
    const text = JSON.stringify(await governors(smallYear(), 2025), null, 2)
    await expect(`${numbered(text)}\n`).toMatchFileSnapshot('approved/governors-small-year.json')
  })
})

describe('the sample school agrees with SQL written by hand', () => {
  const years = [
    ['academic', 2024],
    ['academic', 2025],
    ['financial', 2024],
    ['financial', 2025],
  ] as const

  it.each(years)('%s year %i', async (kind, startYear) => {
    const made = binder()
    made.school.createSampleAt(join(made.folder, 'S.cpdschool'))
    const report = await governors(made, startYear, kind)
    const { startsOn, endsOn } = periodOf({ kind, startYear }, 'maintained')
    made.desk.file.withDatabase((database) => {
      expect(report.totals).toMatchObject(bySecondReading(database, startsOn, endsOn))
      expect(heads(database, startsOn, endsOn)).toBe(report.totals['heads'])
    })
    for (const one of tablesOf(report)) expectTotalsToBeSums(one)
    // "The first 12 of 17; the Excel copy has them all" is said on paper, and there it is true.
    expect(
      tablesOf(report)
        .flatMap(({ notes }) => notes)
        .filter((note) => note.startsWith('The first ')),
    ).toEqual([])
    expect(table(report, 'codes').totals?.cells['withPromisedPence']).toBe(
      report.totals['allCashPaidAndPromisedPence'],
    )
    expect(table(report, 'kinds').totals?.cells['withPromisedPence']).toBe(
      report.totals['allCashPaidAndPromisedPence'],
    )
    expect(table(report, 'evidence').totals?.cells['withPromisedPence']).toBe(
      report.totals['allCashPaidAndPromisedPence'],
    )
    expect(table(report, 'activities').totals?.cells['fullPence']).toBe(
      report.totals['fullCostPaidAndPromisedPence'],
    )
    const funds = table(report, 'funds').totals?.cells
    expect(Number(funds?.['paidPence']) + Number(funds?.['promisedPence'])).toBe(
      report.totals['allCashPaidAndPromisedPence'],
    )
  })

  it('has something to compare', async () => {
    const made = binder()
    made.school.createSampleAt(join(made.folder, 'S.cpdschool'))
    expect((await governors(made, 2024)).totals['allCashPaidPence']).toBeGreaterThan(100_000)
    expect((await governors(made, 2024)).totals['heads']).toBeGreaterThan(20)
  })
})

/** A totals row equals the sum of its rows in every column of pence or minutes that the rows fill. */
function expectTotalsToBeSums(one: ReportTable): void {
  // The three totals hold one another and are not added up.
  if (!one.totals || one.key === 'totals') return
  for (const column of one.columns) {
    const total = one.totals.cells[column.key]
    const isSum = ['pence', 'pounds'].includes(column.kind) || column.key === 'creditedMinutes'
    if (typeof total !== 'number' || !isSum) continue
    const sum = one.rows.reduce((all, row) => all + Number(row.cells[column.key] ?? 0), 0)
    expect(`${one.key}.${column.key} ${sum}`).toBe(`${one.key}.${column.key} ${total}`)
  }
}

interface MovementRow {
  readonly cost_line_id: string
  readonly kind: string
  readonly moved_on: string
  readonly cost: number
  readonly finance_code: string | null
}

/** The code total and all cash, worked out line by line in plain code from the movements alone. */
function bySecondReading(database: Database, startsOn: string, endsOn: string): Record<string, number> {
  const rows = database
    .prepare(
      `select m.cost_line_id, m.kind, m.moved_on, m.net_pence + case l.is_vat_recoverable when 1 then 0 else m.vat_pence end as cost, l.finance_code
       from main.cost_movement m join main.cost_line l on l.id = m.cost_line_id where l.kind_code <> 'income' order by m.moved_on`,
    )
    .all() as MovementRow[]
  const totals = {
    codePaidPence: 0,
    codePaidAndPromisedPence: 0,
    allCashPaidPence: 0,
    allCashPaidAndPromisedPence: 0,
  }
  for (const id of new Set(rows.map((row) => row.cost_line_id))) {
    const moves = rows.filter((row) => row.cost_line_id === id)
    const upTo = (before: string): { paid: number; promised: number } => {
      const sum = (kind: string): number =>
        moves.filter((m) => m.kind === kind && m.moved_on < before).reduce((all, m) => all + m.cost, 0)
      const [owed, out, back] = [Math.max(sum('committed'), sum('invoiced')), sum('paid'), -sum('credited')]
      const promised = Math.max(0, owed - out - back)
      return { promised, paid: Math.max(owed, out) - back - promised }
    }
    const nextDay = new Date(Date.parse(endsOn) + 86_400_000).toISOString().slice(0, 10)
    const paid = upTo(nextDay).paid - upTo(startsOn).paid
    const promiseDay = moves.filter((m) => m.kind === 'committed' || m.kind === 'invoiced').at(-1)?.moved_on ?? ''
    const promised = promiseDay >= startsOn && promiseDay <= endsOn ? upTo('9999').promised : 0
    totals.allCashPaidPence += paid
    totals.allCashPaidAndPromisedPence += paid + promised
    if (moves[0]?.finance_code === 'E09' || moves[0]?.finance_code === 'BAE090') {
      totals.codePaidPence += paid
      totals.codePaidAndPromisedPence += paid + promised
    }
  }
  const minutes = database
    .prepare(
      'select coalesce(sum(a.credited_minutes), 0) from main.attendance a join main.session s on s.id = a.session_id where s.held_on between ? and ?',
    )
    .pluck()
    .get(startsOn, endsOn) as number
  return { ...totals, creditedMinutes: minutes }
}

function heads(database: Database, startsOn: string, endsOn: string): number {
  return database
    .prepare(
      `select count(*) from (
         select 1 from main.booking b join main.attendance a on a.booking_id = b.id join main.session s on s.id = a.session_id
         where s.held_on between ? and ? group by b.person_id having sum(a.credited_minutes) >= 60)`,
    )
    .pluck()
    .get(startsOn, endsOn) as number
}
