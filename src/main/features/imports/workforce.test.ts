import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { sharedData } from '../../../../tests/fixtures/shared-data'
import { annualCostPence, onCostTenths, payBasis } from '../../../shared/features/imports/workforce'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'

const header =
  'LA Number,Establishment Number,URN,School Phase,Total Number of Teachers (Full-Time Equivalent),Mean Gross FTE Salary of All Teachers (£s)'
const file = (rows: readonly string[]) => `\ufeff${header}\n${rows.join('\n')}\n`

describe('day rates proposed by a workforce file', () => {
  it('weighs the pay of schools by their teachers, those like our own first, and leaves withheld pay out', async () => {
    const b = binderWithSchool()
    const path = join(b.folder, 'swf.csv')
    const rows = [
      '201,1,100001,Primary,10,"£40,000"',
      '201,2,100002,Primary,30,"£48,000"',
      '201,3,100003,Primary,5,SUPP',
      '201,4,100004,Primary,NA,"£41,000"',
      '201,5,100005,Secondary,50,"£50,000"',
      '202,6,100006,Primary,8.5,"£45,123"',
    ]
    writeFileSync(path, file(rows))
    const { token } = b.imports.take('workforce', [path])
    const found = await b.call('imports.findPay', { token })
    expect(found).toMatchObject({
      fileName: 'swf.csv',
      scope: { authority: '201', phase: 'Primary' },
      own: { urn: '100001', row: 2, salaryPence: 4_000_000 },
      schools: 2,
      withoutPay: 2,
      teachersFte: 40,
      meanSalaryPence: 4_600_000,
      staffGroupIds: ['teacher'],
      authorities: [
        { value: '201', count: 5 },
        { value: '202', count: 1 },
      ],
    })
    const other = await b.call('imports.findPay', { token, scope: { authority: '202' } })
    expect(other).toMatchObject({ schools: 1, meanSalaryPence: 4_512_300 })
    const none = await b.call('imports.findPay', { token, scope: { urn: '999999' } })
    expect(none).toMatchObject({ schools: 0, meanSalaryPence: null, rows: [] })
    expect(await b.codeOf('imports.plan', { token })).toBe('import.expired')
  })

  it('says that another file was chosen, by the column that it lacks', async () => {
    const b = binderWithSchool()
    const path = join(b.folder, 'other.csv')
    writeFileSync(path, 'URN,Name\n100001,Northgate\n')
    const { token } = b.imports.take('workforce', [path])
    expect(await b.dispatch('imports.findPay', { token })).toMatchObject({
      code: 'import.another-file',
      facts: { file: 'other.csv', label: 'Total Number of Teachers (Full-Time Equivalent)' },
    })
  })

  it('adds pension on all of the pay and National Insurance on what lies above the threshold', () => {
    const onCosts = {
      source: '',
      asOf: day('2025-04-06'),
      pensionPercent: 28.68,
      insurancePercent: 15,
      insuranceFromPence: pence(500_000),
    }
    // (40,000 × 28.68% + 35,000 × 15%) ÷ 40,000 = 41.805%
    expect(onCostTenths(pence(4_000_000), onCosts)).toBe(418)
    expect(onCostTenths(pence(0), onCosts)).toBe(0)
    expect(annualCostPence(pence(4_000_000), 418)).toBe(5_672_000)
  })
})

const england = sharedData('swf-england', 'england_swf.csv')

describe.skipIf(england === undefined)('the published file for England (skipped where it is absent)', () => {
  it('gives the mean pay of all schools and of an authority’s primary schools, and a basis to keep', async () => {
    const b = binderWithSchool()
    const { token } = b.imports.take('workforce', [england ?? ''])
    const all = await b.call('imports.findPay', { token, scope: {} })
    expect(all).toMatchObject({ schools: 8_080, withoutPay: 97, meanSalaryPence: 4_034_013 })
    const camden = await b.call('imports.findPay', { token, scope: { authority: '202', phase: 'Primary' } })
    expect(camden).toMatchObject({ schools: 42, meanSalaryPence: 4_627_288 })
    expect(camden.rows[0]).toMatchObject({ row: 3, urn: '136807', teachersFte: 5.2, salaryPence: 3_737_100 })
    expect(payBasis(camden, 420, day('2025-11-20'))).toMatch(
      /^england_swf\.csv, read on 20 November 2025: mean pay of teachers £[\d,.]+ in 42 schools \(Primary, authority 202\), with 42\.0% on-costs$/,
    )
  })
})
