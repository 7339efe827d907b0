import { parseArgs } from 'node:util'
import type { Binder } from '../main/compose'
import { Refusal } from '../shared/kernel/result'

/** An answer that is printed whole and is a failure all the same: one error line follows and the exit code is 1. */
export class FailedAnswer {
  readonly value: unknown
  readonly refusal: Refusal

  constructor(value: unknown, refusal: Refusal) {
    this.value = value
    this.refusal = refusal
  }
}

export interface CommandContext {
  readonly binder: Binder
  /** For long work: shown on standard error when that is a terminal. */
  readonly progress: (done: number, of: number | undefined) => void
}

/** One command of the command line. It answers with a value (or {@link FailedAnswer}) that is printed as JSON, and throws Refusals. */
export interface Command {
  readonly name: string
  /** After the name: `--file S.cpdschool (--sample | --profile JSON)` */
  readonly usage: string
  readonly does: string
  run(args: readonly string[], context: CommandContext): unknown
}

type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>
type Values = Record<string, string | boolean | readonly string[] | undefined>

export interface ParsedCommand {
  readonly values: Values
  readonly words: readonly string[]
  /** A text option. Throws Refusal `input.required` naming it. */
  need(name: string): string
  /** A text option that may be missing. */
  get(name: string): string | undefined
}

/** Splits arguments into options and words. Throws Refusal `input.invalid` for an option that is not known. */
export function parseCommand(args: readonly string[], options: Options): ParsedCommand {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new Refusal('cli.usage', { problem: problem.split('.')[0] ?? problem })
  }
  const values: Values = Object.fromEntries(
    Object.entries(parsed.values).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : value]),
  )
  const get = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  return {
    values,
    words: parsed.positionals,
    get,
    need: (name) => {
      const value = get(name)
      if (value === undefined || value === '') throw new Refusal('cli.usage', { problem: `--${name} is missing` })
      return value
    },
  }
}

/** Reads JSON given on the command line. Throws Refusal `cli.usage` naming the option. */
export function parseJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('cli.usage', { problem: `${option} is not JSON` })
  }
}
