import type { ErrorFacts } from '../../shared/kernel/result'

interface Level {
  readonly isList: boolean
  index: number
  key: string | undefined
}

/**
 * Where text stops being JSON: its line, and the way there as far as it could be read ("Entities, item 12,
 * ActivityTitle"). Reads the text once, as far as it is well.
 */
export function damagedAt(text: string): ErrorFacts {
  const levels: Level[] = []
  const end = endOfSense(text, levels)
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) line += 1
  return { line, place: placeOf(levels) }
}

const deepestTold = 6
const longestKey = 60

function placeOf(levels: readonly Level[]): string {
  const told = levels
    .slice(0, deepestTold)
    .flatMap(({ isList, index, key }) => (isList ? [`item ${index + 1}`] : key === undefined ? [] : [key]))
  return told.length === 0 ? 'its beginning' : told.join(', ')
}

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const scalar = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=[\s,\]}]|$)/y
const blank = /[ \t\r\n]*/y

/** The offset at which the text is no JSON any more; what was open there stays in `levels`. */
function endOfSense(text: string, levels: Level[]): number {
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    blank.lastIndex = at
    blank.exec(text)
    at = blank.lastIndex
    if (at >= text.length) return at
    const sign = text[at] ?? ''
    const next: [Expected, number] | undefined = step(text, at, sign, expected, levels)
    if (next === undefined) return at
    ;[expected, at] = next
  }
}

function step(
  text: string,
  at: number,
  sign: string,
  expected: Expected,
  levels: Level[],
): [Expected, number] | undefined {
  const level = levels.at(-1)
  const isEnd = expected === 'comma-or-end' || expected.endsWith('-or-end')
  if ((sign === ']' || sign === '}') && isEnd && level?.isList === (sign === ']')) {
    levels.pop()
    return [afterValue(levels), at + 1]
  }
  if (expected === 'comma-or-end') {
    if (sign !== ',' || level === undefined) return undefined
    level.index += 1
    return [level.isList ? 'value' : 'key', at + 1]
  }
  if (expected === 'colon') return sign === ':' ? ['value', at + 1] : undefined
  if (expected === 'nothing') return undefined
  if (expected === 'key' || expected === 'key-or-end') {
    const close = sign === '"' ? closingQuote(text, at + 1) : undefined
    if (close === undefined || level === undefined) return undefined
    level.key = text.slice(at + 1, Math.min(close, at + 1 + longestKey))
    return ['colon', close + 1]
  }
  return value(text, at, sign, levels)
}

function value(text: string, at: number, sign: string, levels: Level[]): [Expected, number] | undefined {
  if (sign === '{' || sign === '[') {
    levels.push({ isList: sign === '[', index: 0, key: undefined })
    return [sign === '[' ? 'value-or-end' : 'key-or-end', at + 1]
  }
  if (sign === '"') {
    const close = closingQuote(text, at + 1)
    return close === undefined ? undefined : [afterValue(levels), close + 1]
  }
  scalar.lastIndex = at
  return scalar.test(text) ? [afterValue(levels), scalar.lastIndex] : undefined
}

const afterValue = (levels: readonly Level[]): Expected => (levels.length === 0 ? 'nothing' : 'comma-or-end')

/** Where a text ends; undefined where it does not, or holds a line end. */
function closingQuote(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    if (code < 32) return undefined
    if (code === 92) at += 1
  }
  return undefined
}
