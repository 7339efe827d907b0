import { plainText } from '../../shared/features/search/rules'

/** What answers Ctrl+K, by what one does with it. */
export interface PaletteGroups<T> {
  /** The school's own people, events, costs and documents. */
  readonly records: readonly T[]
  readonly commands: readonly T[]
  /** Texts and entries of the library: found by any of their words, so there are many for every word. */
  readonly reading: readonly T[]
}

/**
 * In which order the answers stand: what bears exactly the name that was typed, so that Enter does what was asked for;
 * then the school's own, then commands, and last what is only to be read.
 */
export function paletteOrder<T extends { readonly title: string }>(
  { records, commands, reading }: PaletteGroups<T>,
  typed: string,
): readonly T[] {
  const name = plainText(typed)
  const all = [...records, ...commands, ...reading]
  const isNamed = (entry: T): boolean => name !== '' && plainText(entry.title) === name
  return [...all.filter(isNamed), ...all.filter((entry) => !isNamed(entry))]
}
