import { expect, it } from 'vitest'
import { countsOf, lineOf, sumOf } from '../counts.mjs'

const report = (passed: number, failed: number, pending: number, files: readonly object[] = []) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, testResults: files })

it.each([
  ['all passed', report(3, 0, 1), 0, '3 passed, 0 failed, 1 skipped'],
  ['some failed', report(3, 2, 0), 1, '3 passed, 2 failed, 0 skipped'],
  [
    'a file that cannot be read',
    report(3, 0, 0, [{ status: 'failed', assertionResults: [] }]),
    1,
    '3 passed, 1 failed, 0 skipped',
  ],
  ['an error outside every test', report(3, 0, 0), 1, '3 passed, 1 failed, 0 skipped'],
  ['no report', undefined, 1, '0 passed, 1 failed, 0 skipped'],
  ['no report and no test', undefined, 0, '0 passed, 0 failed, 0 skipped'],
])('counts %s', (_name, json, code, line) => expect(lineOf(countsOf(json, code))).toBe(line))

it('adds up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sumOf([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
