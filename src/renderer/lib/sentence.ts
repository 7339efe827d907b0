import type { Failure } from '../../shared/kernel/result'
import { sentenceFor } from '../../shared/kernel/sentences'

/** What happened, what it means for the data, what to do next: one or two plain sentences from a failure's code. */
export function failureSentence(failure: Failure): string {
  return sentenceFor(failure.code, failure.facts)
}
