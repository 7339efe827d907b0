import { z } from 'zod'
import { errorCodes, type ErrorCode } from './error-codes'

/** Facts that a sentence needs: names, counts, versions. Never personal data that the caller did not send. */
export type ErrorFacts = Readonly<Record<string, string | number>>

/** What stood in the way of one field or one row; `code` is from the closed list. */
export interface FieldError {
  readonly path: string
  readonly code: ErrorCode
  /** What its sentence needs, such as how long it may be. */
  readonly facts?: ErrorFacts
}

/**
 * A record that stands in the way. `title` may name a person: it is for the window of whoever has the file open; the
 * command line and logs tell `type` and `id` only (docs/decisions/0010).
 */
export interface RecordInTheWay {
  readonly type: string
  readonly id: string
  readonly title: string
}

export interface Failure {
  readonly ok: false
  readonly code: ErrorCode
  readonly fields?: readonly FieldError[]
  readonly facts?: ErrorFacts
  /** The first few records in the way; how many there are in all is the fact `count`. */
  readonly records?: readonly RecordInTheWay[]
}

export const zErrorCode = z.enum(errorCodes)
export const zFacts = z.record(z.string(), z.union([z.string(), z.number()]))

/** Why something was refused, as far as a sentence needs it. */
export const zRefused = z.object({
  code: zErrorCode,
  facts: zFacts.optional(),
})
export type Refused = z.infer<typeof zRefused>

/** The one envelope that crosses every boundary. Sentences are made from codes by `sentenceFor`. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure

/** An expected "no" from a service: caught once, at the boundary, and turned into a Failure. Bugs throw plain errors. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: readonly FieldError[] | undefined
  readonly facts: ErrorFacts | undefined
  readonly records: readonly RecordInTheWay[] | undefined

  constructor(
    code: ErrorCode,
    facts?: ErrorFacts,
    fields?: readonly FieldError[],
    records?: readonly RecordInTheWay[],
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.fields = fields
    this.records = records
  }
}

/**
 * The records in the way as the fact `records` of a sentence: "Amy Brown; INSET day, 2 September 2025; and 12 more".
 * `tell` decides what is told of each: its title in the window, its type and id elsewhere. Facts without records stay
 * as they are.
 */
export function factsWithRecords(
  facts: ErrorFacts | undefined,
  records: readonly RecordInTheWay[] | undefined,
  tell: (record: RecordInTheWay) => string,
): ErrorFacts {
  if (records === undefined || records.length === 0) return { ...facts }
  const more = Number(facts?.['count'] ?? records.length) - records.length
  const parts = [...records.map(tell), ...(more > 0 ? [`and ${more} more`] : [])]
  return { ...facts, records: parts.join('; ') }
}

/** For the `default` of a switch over a union: the compiler complains when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
