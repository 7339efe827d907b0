/** One thing the application asked of its host, kept so that tests can look at what was asked for. */
export interface HostCall {
  readonly what: string
  readonly args: readonly unknown[]
}

/** An answer that a test gave in advance for one dialog. */
interface ScriptedAnswer {
  readonly what: string
  readonly answer: unknown
}

const calls: HostCall[] = []
const answers: ScriptedAnswer[] = []

/** Remembers a call to the host. */
export function note(what: string, ...args: readonly unknown[]): void {
  calls.push({ what, args })
}

/** Everything asked of the host so far, oldest first. */
export function hostCalls(): readonly HostCall[] {
  return calls
}

/** The same, as plain data that can cross a process boundary: functions become their names. */
export function hostCallsAsData(): readonly HostCall[] {
  return calls.map(({ what, args }) => ({ what, args: args.map((arg) => asData(arg, 0)) }))
}

function asData(value: unknown, depth: number): unknown {
  if (typeof value === 'function') return `[function ${value.name}]`
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > 6) return '[deep]'
  if (Array.isArray(value)) return value.map((part) => asData(part, depth + 1))
  if (value instanceof Error) return String(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return `[${value.constructor.name}]`
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asData(part, depth + 1)]))
}

/** Queues the answer for the next dialog of this kind. */
export function queueAnswer(what: string, answer: unknown): void {
  answers.push({ what, answer })
}

/** The oldest queued answer for this kind of dialog, taken off the queue. */
export function takeAnswer(what: string): { readonly answer: unknown } | undefined {
  const at = answers.findIndex((entry) => entry.what === what)
  return at < 0 ? undefined : answers.splice(at, 1)[0]
}
