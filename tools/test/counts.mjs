/**
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 *
 * @typedef {object} VitestReport vitest's JSON report, as far as it is read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {readonly {status: string, assertionResults: readonly unknown[]}[]} testResults
 */

/**
 * What a run of vitest counted. A file that could not even be read counts as one failure, and so does a run that
 * failed without saying where (an error nobody caught, a report that is not there).
 * @param {string | undefined} json
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(json, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  if (json !== undefined) {
    /** @type {VitestReport} */
    const report = JSON.parse(json)
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    counts.passed = report.numPassedTests
    counts.failed = report.numFailedTests + broken.length
    counts.skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function sumOf(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const part of parts) {
    sum.passed += part.passed
    sum.failed += part.failed
    sum.skipped += part.skipped
  }
  return sum
}

/** @param {Counts} counts */
export const lineOf = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`
