/**
 * What becomes of a form when what it began with is changed beneath it: by Ctrl+Z, by another panel, by an import. What
 * nobody typed in follows; what was typed stays, and where both changed it is said before it is saved.
 */

export type Values = Readonly<Record<string, unknown>>

export interface Followed {
  readonly values: Values
  /** What the form is measured against from now on: of a field that clashes still what it was, until that is told. */
  readonly base: Values
  /** Fields in which something else was typed than what they have become meanwhile. */
  readonly clashes: readonly string[]
}

/** `base` is what the form began with, `typed` what it holds, `now` what it would begin with now. A list is one field. */
export function follow(base: Values, typed: Values, now: Values): Followed {
  const names = Object.keys({ ...now, ...typed })
  const isTyped = (name: string) => !isSame(typed[name], base[name])
  const isClash = (name: string) =>
    isTyped(name) && !isSame(base[name], now[name]) && !isSame(typed[name], now[name])
  return {
    values: Object.fromEntries(names.map((name) => [name, isTyped(name) ? typed[name] : now[name]])),
    base: Object.fromEntries(names.map((name) => [name, isClash(name) ? base[name] : now[name]])),
    clashes: names.filter(isClash),
  }
}

const isBlank = (value: unknown) => value === undefined || value === null || value === ''

/** Equal in all parts; an empty field is the same whether it was never filled or was emptied. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b)
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]))
  }
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b)
  return Object.keys({ ...a, ...b }).every((name) => isSame(a[name], b[name]))
}

/** Whether what was kept of a form while it was typed says anything else than what the form began with. */
export function saysMore(draft: unknown): boolean {
  return isRecord(draft) && isRecord(draft['base']) && isRecord(draft['typed'])
    ? !isSame(draft['typed'], draft['base'])
    : false
}

/** Whether a value is a plain record of fields. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
