import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'
import type { PlanAsked } from './service'

const salford = sharedData('council-spend', 'salford', 'clean', '2022-03.csv')
const training = [
  { column: 'GL Description', values: ['Training expenses', 'Training of Others', 'Training of Staff'] },
]

async function importLedger(made: TestBinder, paths: readonly string[], asked: Omit<PlanAsked, 'token'> = {}) {
  const { token } = made.imports.take('ledger', paths)
  const plan = await made.imports.plan({ token, ...asked })
  return { plan, done: made.imports.commit(token) }
}

function lines(made: TestBinder) {
  return made.desk.read.all(sql.selectFrom('ledger_line').selectAll().orderBy('source_row'))
}

function file(made: TestBinder, name: string, content: string): string {
  const path = join(made.folder, name)
  writeFileSync(path, content)
  return path
}

describe.skipIf(salford === undefined)(
  "a council's payments of one month, as they are (skipped where they are absent)",
  () => {
    it('gives the 39 training lines and their totals, and changes nothing the second time', async () => {
      const made = binderWithSchool()
      const { plan, done } = await importLedger(made, [salford ?? ''], { where: training })
      expect(plan).toMatchObject({
        read: 2805,
        new: 39,
        refused: [],
        leftOut: { where: 2766 },
        totals: { netPence: 12_905_463, vatPence: 746_280, grossPence: 13_651_743 },
      })
      expect(done).toMatchObject({ new: 39, same: 0 })
      const kept = lines(made)
      expect(kept).toHaveLength(39)
      expect(kept[0]).toMatchObject({
        supplier: 'Salford Community Leisure Ltd',
        cost_centre: 'People (Childrens) Service Group',
        account_code: 'Training of Others',
        source_row: 25,
      })
      expect((await importLedger(made, [salford ?? ''], { where: training })).plan).toMatchObject({
        new: 0,
        same: 39,
      })
    })

    it('loads whole, every row under the heading it stands under', async () => {
      const made = binderWithSchool()
      const { plan } = await importLedger(made, [salford ?? ''])
      expect(plan).toMatchObject({ read: 2805, refused: [], blank: 0 })
      expect(plan.new + plan.same).toBe(2805)
      expect(lines(made)).toHaveLength(plan.new)
      const { token } = made.imports.take('ledger', [salford ?? ''])
      const looked = await made.imports.inspect(token, [])
      expect(looked.files[0]?.shape).toMatchObject({ delimiter: ',', encoding: 'utf-8', headerRow: 1 })
      const { values } = await made.imports.values(
        token,
        0,
        { header: 'auto' },
        looked.files[0]?.mapping['accountCode'] ?? -1,
      )
      expect(values).toContainEqual({ value: 'Training of Others', count: 22 })
    })
  },
)

describe('ledger files of other makes', () => {
  it('works out what an amount leaves open, and reads credits as less', async () => {
    const made = binderWithSchool()
    const debits = 'Date;Ref;Debit;Credit;Payee\n3/9/2025;1;"1,200.00";;A\n4/9/2025;2;;50.00;A\n'
    const gross = 'Payment date,Total,VAT amount,Supplier name\n5/9/2025,£120.00,20.00,B\n6/9/2025,(12.00),,B\n'
    await importLedger(made, [file(made, 'debits.csv', debits)])
    await importLedger(made, [file(made, 'gross.csv', gross)])
    expect(
      lines(made)
        .map((l) => [l.posted_on, l.net_pence, l.vat_pence, l.gross_pence])
        .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ).toEqual([
      ['2025-09-03', 120_000, 0, 120_000],
      ['2025-09-04', -5_000, 0, -5_000],
      ['2025-09-05', 10_000, 2_000, 12_000],
      ['2025-09-06', -1_200, 0, -1_200],
    ])
  })

  it('keeps two equal lines of one file as two, and the same line of two files as one', async () => {
    const made = binderWithSchool()
    const text = 'Date,Net,Supplier\n3/9/2025,10.00,A\n3/9/2025,10.00,A\n'
    const both = [file(made, 'a.csv', text), file(made, 'b.csv', text)]
    const { plan, done } = await importLedger(made, both)
    expect(plan).toMatchObject({ read: 4, new: 2, same: 2 })
    expect(done).toMatchObject({ new: 2, same: 2 })
    expect(lines(made)).toHaveLength(2)
  })

  it('refuses single rows by row and column, and a file without a date or an amount as a whole', async () => {
    const made = binderWithSchool()
    const text = 'Date,Net,Supplier\n31/2/2025,10.00,A\n3/9/2025,ten,A\n,1.00,A\n3/9/2025,,A\n3/9/2025,1.00,A\n'
    const { plan } = await importLedger(made, [file(made, 'bad.csv', text)])
    expect(plan.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Date', 'day.invalid'],
      [3, 'Net', 'pence.invalid'],
      [4, 'Date', 'cell.required'],
      [5, 'Net', 'cell.required'],
    ])
    expect(plan).toMatchObject({ read: 5, new: 1, refusedCount: 4 })
    await expect(importLedger(made, [file(made, 'none.csv', 'Supplier,Net\nA,1\n')])).rejects.toMatchObject({
      code: 'import.column-missing',
      facts: { label: 'the date' },
    })
  })

  it('notes a row whose net and VAT do not add up to its gross amount, and takes it as it stands', async () => {
    const made = binderWithSchool()
    const rows = '3/9/2025,D1,100.00,20.00,120.00\n3/9/2025,D2,(100.10),0,100.10\n3/9/2025,D3,10.00,,12.00\n'
    const { plan } = await importLedger(made, [file(made, 'a.csv', `Date,Document,Net,VAT,Gross\n${rows}`)])
    expect(plan).toMatchObject({
      new: 3,
      refused: [],
      totals: { netPence: 990, vatPence: 2_200, grossPence: 23_210 },
    })
    expect(plan.noted).toMatchObject([{ row: 3, column: 'Gross', code: 'ledger.amounts-differ' }])
    expect(lines(made).map((line) => line.document_number)).toEqual(['D1', 'D2', 'D3'])
  })

  it('takes an import back as a whole', async () => {
    const made = binderWithSchool()
    const { done } = await importLedger(made, [file(made, 'a.csv', 'Date,Net\n3/9/2025,10.00\n')])
    made.desk.undo(done.changeId ?? '')
    expect(lines(made)).toEqual([])
  })
})

describe('a plan', () => {
  it('is worth nothing in another school than the one it was made for', async () => {
    const made = binderWithSchool()
    const { token } = made.imports.take('ledger', [
      file(made, 'ledger.csv', 'Date,Invoice,Supplier,Net,VAT\n05/11/2025,1,A,10.00,2.00\n'),
    ])
    expect((await made.imports.plan({ token })).new).toBe(1)
    await made.call('school.create', {
      validFrom: day('2025-09-01'),
      name: 'Southgate',
      regime: 'academy',
      cpdLeaderTitle: 'CPD leader',
    })
    expect(await made.codeOf('imports.commit', { token })).toBe('import.expired')
    expect(lines(made)).toEqual([])
    // The file is still chosen: planned anew, it comes in.
    expect((await made.imports.plan({ token })).new).toBe(1)
    expect(await made.codeOf('imports.commit', { token })).toBe('ok')
    expect(lines(made)).toHaveLength(1)
  })
})
