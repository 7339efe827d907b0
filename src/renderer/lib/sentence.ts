import type { Sentence } from '../../shared/kernel/refusals/sentence'
import { factsWithRecords, type Failure } from '../../shared/kernel/result'
import { sentenceFor } from '../../shared/kernel/sentences'

/** The three parts of a failure: what happened, what it means for the data, what to do next. */
export function failureParts(failure: Failure): Sentence {
  return sentenceFor(
    failure.code,
    factsWithRecords(failure.facts, failure.records, (record) => record.title),
  )
}

/** The same in one run of text. */
export function failureSentence(failure: Failure): string {
  const { happened, means, todo } = failureParts(failure)
  return [happened, means, todo].filter((part) => part !== '').join(' ')
}
