import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import type { LedgerRow } from '../../../shared/features/costs/ledger-model'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'
import { applyImportedLedger, existingIdentities, identifyLedgerRows } from './ledger-import'

const line = (values: Partial<LedgerRow> = {}): LedgerRow => ({
  documentNumber: '5100001',
  postedOn: day('2025-10-07'),
  netPence: pence(12_000),
  vatPence: pence(2_400),
  grossPence: pence(14_400),
  supplier: 'Northvale Training',
  description: 'Training of Staff',
  costCentre: 'Northgate Primary',
  accountCode: '1234',
  sourceName: 'october.csv',
  sourceRow: 2,
  ...values,
})

describe('identity of ledger lines', () => {
  it('tells lines apart by document, content and occurrence, not by file or row', () => {
    const twins = identifyLedgerRows([line(), line({ sourceRow: 3 }), line({ netPence: pence(12_001) })])
    expect(new Set(twins.map((row) => row.identityHash)).size).toBe(3)
    const again = identifyLedgerRows([
      line({ sourceName: 'term.csv', sourceRow: 90 }),
      line(),
      line({ supplier: null }),
    ])
    expect(again[0]?.identityHash).toBe(twins[0]?.identityHash)
    expect(again[1]?.identityHash).toBe(twins[1]?.identityHash)
    expect(again[2]?.identityHash).not.toBe(twins[2]?.identityHash)
  })

  it('does not take a text in one column for the same text in the next', () => {
    const [left] = identifyLedgerRows([line({ supplier: 'A', description: null })])
    const [right] = identifyLedgerRows([line({ supplier: null, description: 'A' })])
    expect(left?.identityHash).not.toBe(right?.identityHash)
  })
})

describe('applying an import', () => {
  it('keeps new lines unmatched, changes nothing on the second time, and adds only what a longer file adds', () => {
    const { desk } = binderWithSchool()
    const october = Array.from({ length: 95 }, (_, i) => line({ documentNumber: `D${i % 60}`, sourceRow: i + 2 }))
    const apply = (rows: LedgerRow[]) =>
      desk.write('ledger.import', (db) => applyImportedLedger(db, identifyLedgerRows(rows)))
    expect(apply(october)).toEqual({ new: 95, same: 0 })
    expect(apply(october)).toEqual({ new: 0, same: 95 })
    expect(apply([line({ documentNumber: 'New' }), ...october])).toEqual({ new: 1, same: 95 })
    const kept = desk.read.all(sql.selectFrom('ledger_line').selectAll())
    expect(kept.length).toBe(96)
    expect(kept.every((row) => row.status === 'unmatched' && row.cost_line_id === null)).toBe(true)
    expect(kept.find((row) => row.document_number === 'D7')).toMatchObject({
      posted_on: '2025-10-07',
      net_pence: 12_000,
      vat_pence: 2_400,
      gross_pence: 14_400,
      supplier: 'Northvale Training',
      description: 'Training of Staff',
      cost_centre: 'Northgate Primary',
      account_code: '1234',
      source_name: 'october.csv',
      source_row: 9,
    })
  })

  it('keeps a line that comes twice in one import once, and logs it once', () => {
    const { desk } = binderWithSchool()
    const rows = [
      ...identifyLedgerRows([line(), line()]),
      ...identifyLedgerRows([line({ sourceName: 'term.csv' })]),
    ]
    const changeId = desk.write('ledger.import', (db) => {
      expect(applyImportedLedger(db, rows)).toEqual({ new: 2, same: 1 })
      return db.changeId
    })
    const kept = desk.read.all(sql.selectFrom('ledger_line').select(['id', 'source_name']).orderBy('id'))
    const logged = desk.read.all(
      sql.selectFrom('change_row').select('row_id').where('change_id', '=', changeId).orderBy('id'),
    )
    expect(logged.map((row) => row.row_id)).toEqual(kept.map((row) => row.id))
    expect(kept.map((row) => row.source_name)).toEqual(['october.csv', 'october.csv'])
  })

  // More rows than the undo holds at once.
  it('is one change that can be undone whole, and put back row for row', () => {
    const { desk } = binderWithSchool()
    const rows = identifyLedgerRows(Array.from({ length: 2_345 }, (_, i) => line({ documentNumber: `D${i}` })))
    const changeId = desk.write('ledger.import', (db) => {
      applyImportedLedger(db, rows)
      return db.changeId
    })
    const hashes = rows.map((row) => row.identityHash)
    expect(existingIdentities(desk.read, [...hashes, 'absent']).size).toBe(2_345)
    const all = sql.selectFrom('ledger_line').selectAll().orderBy('id')
    const imported = desk.read.all(all)
    const undoing = desk.undo(changeId)
    expect(desk.read.all(all)).toEqual([])
    desk.undo(undoing)
    expect(desk.read.all(all)).toEqual(imported)
  })
})
