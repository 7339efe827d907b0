/** Values of the structured clone algorithm as text and back. */
export interface Codec {
  /** Throws `DataCloneError` for a function or a symbol, as the structured clone algorithm does. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Carries structured-clone values over a channel that only takes strings (the DevTools protocol).
 * The source of this function is also injected into the page, so it must stand entirely on its own.
 * Kept: Date, bigint, Map, Set, NaN, -0, undefined, RegExp, buffers, typed arrays, error subtypes, cycles.
 * Lost, as in Electron: prototypes and accessors.
 */
export function makeCodec(): Codec {
  const arrayTypes =
    'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array DataView'.split(
      ' ',
    )
  const errorTypes = 'TypeError RangeError SyntaxError ReferenceError EvalError URIError'.split(' ')
  const built = globalThis as unknown as Record<string, new (...args: unknown[]) => object>

  const toBase64 = (bytes: Uint8Array): string => {
    let text = ''
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

  function encodeNumber(value: number): unknown {
    if (Object.is(value, -0)) return ['n', '-0']
    return Number.isFinite(value) ? value : ['n', String(value)]
  }

  function encodeObject(value: object, each: (part: unknown) => unknown): unknown {
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    if (tag === 'Date') return ['d', Number.isNaN((value as Date).getTime()) ? null : (value as Date).getTime()]
    if (tag === 'RegExp') return ['x', (value as RegExp).source, (value as RegExp).flags]
    if (tag === 'Map') return ['m', [...(value as Map<unknown, unknown>)].map(([k, v]) => [each(k), each(v)])]
    if (tag === 'Set') return ['s', [...(value as Set<unknown>)].map(each)]
    if (tag === 'ArrayBuffer') return ['ab', toBase64(new Uint8Array(value as ArrayBuffer))]
    if (arrayTypes.includes(tag)) {
      const view = value as Uint8Array
      return ['ta', tag, toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))]
    }
    if (tag === 'Error') return ['e', (value as Error).name, (value as Error).message, (value as Error).stack ?? '']
    if (Array.isArray(value)) return ['a', value.map(each)]
    return ['o', Object.entries(value).map(([k, v]) => [k, each(v)])]
  }

  function encode(root: unknown): string {
    const seen = new Map<object, number>()
    const each = (value: unknown): unknown => {
      if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
      if (typeof value === 'number') return encodeNumber(value)
      if (value === undefined) return ['u']
      if (typeof value === 'bigint') return ['b', String(value)]
      if (typeof value !== 'object') throw new DOMException('An object could not be cloned.', 'DataCloneError')
      const known = seen.get(value)
      if (known !== undefined) return ['r', known]
      seen.set(value, seen.size)
      return encodeObject(value, each)
    }
    return JSON.stringify(each(root))
  }

  type Parts = [string, ...unknown[]]

  function decodeContainer(parts: Parts, keep: <T>(value: T) => T, each: (part: unknown) => unknown): unknown {
    const [tag, first] = parts
    const list = first as unknown[]
    if (tag === 'm') {
      const map = keep(new Map<unknown, unknown>())
      for (const [k, v] of list as [unknown, unknown][]) map.set(each(k), each(v))
      return map
    }
    if (tag === 's') {
      const set = keep(new Set<unknown>())
      for (const v of list) set.add(each(v))
      return set
    }
    if (tag === 'a') {
      const array = keep<unknown[]>([])
      for (const v of list) array.push(each(v))
      return array
    }
    const object = keep<Record<string, unknown>>({})
    for (const [k, v] of list as [string, unknown][]) {
      Object.defineProperty(object, k, { value: each(v), enumerable: true, writable: true, configurable: true })
    }
    return object
  }

  function decodeLeaf(parts: Parts, keep: <T>(value: T) => T): { readonly value: unknown } | undefined {
    const [tag, a, b, c] = parts
    switch (tag) {
      case 'n':
        return { value: Number(a) }
      case 'u':
        return { value: undefined }
      case 'b':
        return { value: BigInt(a as string) }
      case 'd':
        return { value: keep(new Date((a as number | null) ?? Number.NaN)) }
      case 'x':
        return { value: keep(new RegExp(a as string, b as string)) }
      case 'ab':
        return { value: keep(fromBase64(a as string).buffer) }
      case 'ta': {
        const bytes = fromBase64(b as string)
        return { value: keep(new (built[a as string] ?? Uint8Array)(bytes.buffer)) }
      }
      case 'e': {
        const Type = errorTypes.includes(a as string) ? built[a as string] : undefined
        const error = keep(new (Type ?? Error)(b as string) as Error)
        error.stack = c as string
        return { value: error }
      }
      default:
        return undefined
    }
  }

  function decode(text: string): unknown {
    const references: unknown[] = []
    const keep = <T>(value: T): T => {
      references.push(value)
      return value
    }
    const each = (part: unknown): unknown => {
      if (!Array.isArray(part)) return part
      const parts = part as Parts
      if (parts[0] === 'r') return references[parts[1] as number]
      const leaf = decodeLeaf(parts, keep)
      return leaf ? leaf.value : decodeContainer(parts, keep, each)
    }
    return each(JSON.parse(text))
  }

  return { encode, decode }
}
