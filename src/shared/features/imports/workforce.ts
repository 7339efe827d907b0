import { formatDay, type Day } from '../../kernel/dates'
import { formatPence, pence, type Pence } from '../../kernel/money'
import type { OnCosts } from '../packs/model'
import type { PayFound } from './contract'
import type { ImportField } from './model'

/** The columns of DfE's school workforce file ("england_swf.csv" of the performance tables) that propose day rates. */
export const workforceFields: readonly ImportField[] = [
  { key: 'urn', label: 'URN', synonyms: ['School URN'], required: true, kind: 'code' },
  { key: 'authority', label: 'LA Number', synonyms: ['LA', 'LA code'], required: false, kind: 'code' },
  { key: 'phase', label: 'School Phase', synonyms: ['Phase'], required: false, kind: 'text' },
  {
    key: 'teachersFte',
    label: 'Total Number of Teachers (Full-Time Equivalent)',
    synonyms: ['FTE teachers', 'Teachers FTE'],
    required: true,
    kind: 'text',
  },
  {
    key: 'salary',
    label: 'Mean Gross FTE Salary of All Teachers (£s)',
    synonyms: ['Mean Gross FTE Salary of All Teachers'],
    required: true,
    kind: 'text',
  },
]

/** The file knows the mean of all teachers alone: it proposes nothing for other groups. */
export const paidGroupIds: readonly string[] = ['teacher']

/** Days that a teacher's year is divided by (model, section 5). */
export const TEACHER_DAYS = 195

/**
 * What an employer pays on top of a salary, in tenths of a per cent of it: pension on all of it, National Insurance on
 * what lies above the threshold (domain, section 1.4).
 */
export function onCostTenths(salaryPence: Pence, onCosts: OnCosts): number {
  if (salaryPence <= 0) return 0
  const above = Math.max(0, salaryPence - onCosts.insuranceFromPence)
  const cost = salaryPence * onCosts.pensionPercent + above * onCosts.insurancePercent
  return Math.round((cost / salaryPence) * 10)
}

/** What a year costs: the salary with on-costs given in tenths of a per cent, to the nearest penny. */
export function annualCostPence(salaryPence: Pence, onCostTenthsOfPercent: number): Pence {
  return pence(Math.round((salaryPence * (1000 + onCostTenthsOfPercent)) / 1000))
}

/** Where a proposed rate comes from, as kept with it: the file, the schools, the pay, the on-costs and the day. */
export function payBasis(found: PayFound, onCostTenthsOfPercent: number, readOn: Day): string {
  const salary = found.meanSalaryPence === null ? '' : formatPence(found.meanSalaryPence)
  const percent = (onCostTenthsOfPercent / 10).toFixed(1)
  return `${found.fileName}, read on ${formatDay(readOn)}: mean pay of teachers ${salary} in ${scopeWords(found)}, with ${percent}% on-costs`.slice(
    0,
    300,
  )
}

/** The schools a mean is of: "23 schools (Primary, authority 825)". */
export function scopeWords({ schools, scope }: PayFound): string {
  const parts = [
    scope.urn === undefined ? undefined : `URN ${scope.urn}`,
    scope.phase,
    scope.authority === undefined ? undefined : `authority ${scope.authority}`,
  ].filter((part) => part !== undefined)
  const count = `${schools.toLocaleString('en-GB')} ${schools === 1 ? 'school' : 'schools'}`
  return `${count} (${parts.length === 0 ? 'all in the file' : parts.join(', ')})`
}
