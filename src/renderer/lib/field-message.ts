import { z } from 'zod'
import { isErrorCode, type ErrorCode } from '../../shared/kernel/error-codes'
import type { ErrorFacts } from '../../shared/kernel/result'
import { sentenceFor } from '../../shared/kernel/sentences'

/** Beside a field there is room for what is wrong and how to write it; that nothing was saved is said on top. */
function oneSentence(code: ErrorCode, facts?: ErrorFacts): string {
  const { happened, todo } = sentenceFor(code, facts)
  return code === 'input.required' ? 'Fill this in.' : `${happened} ${todo}`
}

/**
 * The sentence for a field's error: from a code of the closed list, or the words the schema gave. `facts` fill the gaps
 * of the code's sentence, such as who has the code already.
 */
export function fieldMessage(
  error: { readonly message?: string | undefined } | undefined,
  facts?: ErrorFacts,
): string | undefined {
  if (error === undefined) return undefined
  const message = error.message ?? ''
  if (message === '') return 'This is not something we can keep here.'
  return isErrorCode(message) ? oneSentence(message, facts) : message
}

type RawIssue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0]

const isBlank = (value: unknown) => value === undefined || value === null || value === ''

/** Our words where a schema says nothing of its own. */
export function wordsForIssue(issue: RawIssue): string {
  if (issue.code === 'invalid_type') {
    if (isBlank(issue.input)) return 'Fill this in.'
    return issue.expected === 'number' || issue.expected === 'int'
      ? 'This is not a number we can read.'
      : 'This is not something we can keep here.'
  }
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union')
    return isBlank(issue.input) ? 'Choose one.' : 'Choose one of those offered.'
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return isBlank(issue.input) ? 'Fill this in.' : `Write at least ${issue.minimum} characters.`
    if (issue.origin === 'array')
      return Number(issue.minimum) === 1 ? 'Choose at least one.' : `Choose at least ${issue.minimum}.`
    return `Use ${issue.minimum} or more.`
  }
  if (issue.code === 'too_big') {
    if (typeof issue.input !== 'string') return `Use ${issue.maximum} or less.`
    return `Use at most ${issue.maximum} characters; there are ${issue.input.length} now.`
  }
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return 'Write an address such as name@school.example.'
  return 'This is not something we can keep here.'
}

/** Once, at the start: no code generation (the content policy forbids it), and our words in place of zod's. */
export function configureZod(): void {
  z.config({ jitless: true, customError: wordsForIssue })
}
