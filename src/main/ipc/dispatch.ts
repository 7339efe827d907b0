import type { z } from 'zod'
import type { Channel, HandlersOf } from '../../shared/kernel/channel'
import { isErrorCode } from '../../shared/kernel/error-codes'
import { Refusal, type FieldError, type Result } from '../../shared/kernel/result'
import { contract, type Contract } from '../../shared/contract'
import { refusalFor } from '../db/errors'

export type AllHandlers = HandlersOf<Contract>
export type Dispatch = (channel: string, input: unknown) => Promise<Result<unknown>>

export interface DispatchOptions {
  /** Checks every answer against its schema: in tests and on the command line; the window trusts what tests proved. */
  readonly checkOutput: boolean
  /** Told of bugs: the channel and the error, never the input, which may be personal. */
  readonly onBug: (channel: string, error: unknown) => void
}

/**
 * The one door to the services, for the window and the command line alike: channel known → input checked → handler →
 * Result. A Refusal becomes a Failure; anything else thrown is a bug and becomes `internal`.
 */
export function makeDispatch(handlers: AllHandlers, options: DispatchOptions): Dispatch {
  const channels: Readonly<Record<string, Channel>> = contract
  const functions: Readonly<Record<string, (input: never) => unknown>> = handlers
  return async (name, input) => {
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined
    const handler = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (!channel || !handler)
      return { ok: false, code: 'channel.unknown', facts: { channel: String(name).slice(0, 60) } }
    const parsed = channel.input.safeParse(input ?? {})
    if (!parsed.success) return { ok: false, code: 'input.invalid', fields: fieldErrors(parsed.error) }
    if (holdsNul(parsed.data)) return { ok: false, code: 'input.invalid' }
    try {
      const value: unknown = await handler(parsed.data as never)
      if (options.checkOutput) channel.output.parse(value)
      return { ok: true, value }
    } catch (thrown) {
      // A disk that fails is no bug: it has words of its own.
      const cause = refusalFor(thrown)
      if (cause instanceof Refusal) {
        return {
          ok: false,
          code: cause.code,
          ...(cause.fields && { fields: cause.fields }),
          ...(cause.facts && { facts: cause.facts }),
          ...(cause.records && { records: cause.records }),
        }
      }
      options.onBug(name, cause)
      return { ok: false, code: 'internal' }
    }
  }
}

/** Whether any text within holds a NUL, which nobody types and at which SQLite's text functions stop reading. */
function holdsNul(data: unknown): boolean {
  const seen = new Set<object>()
  const left: unknown[] = [data]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string' && value.includes('\0')) return true
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue
    seen.add(value)
    for (const part of Object.values(value)) left.push(part)
  }
  return false
}

/** zod's issues as field errors: a message that is one of our codes is the code; what is missing is `input.required`. */
function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), ...refusalOf(issue) }))
}

function refusalOf(issue: z.core.$ZodIssue): Omit<FieldError, 'path'> {
  if (isErrorCode(issue.message)) return { code: issue.message }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { code: 'input.too-long', facts: { limit: Number(issue.maximum) } }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { code: 'input.required' }
  return { code: 'input.invalid' }
}
