import { refusals, type ErrorCode } from './error-codes'
import type { Sentence } from './refusals/sentence'
import type { ErrorFacts } from './result'

/** The sentences for a code, with the facts filled in. */
export function sentenceFor(code: ErrorCode, facts: ErrorFacts = {}): Sentence {
  const found = refusals[code]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
  return { happened: fill(found.happened), means: fill(found.means), todo: fill(found.todo) }
}

/** One line: for the command line and for a log that holds no personal data. */
export function lineFor(code: ErrorCode, facts: ErrorFacts = {}): string {
  const { happened, means, todo } = sentenceFor(code, facts)
  return `${happened} ${means} ${todo}`
}
