import type { FileColumn, ImportField, Mapping } from './model'
import { normaliseHeader } from './normalise'

/** What a person has chosen before for files of this kind: our field → their header. */
export type RememberedHeaders = Readonly<Record<string, string>>

export interface ColumnMatch {
  readonly mapping: Mapping
  /** Required fields that no column fills. */
  readonly missing: readonly string[]
  /** Columns that nothing reads: neither matched nor withheld. */
  readonly unused: readonly number[]
}

/**
 * Matches columns to fields: first what was chosen before for the same header, then the fields' labels and synonyms
 * in their order, so that a more exact name wins over a vaguer one. A column fills one field; a withheld column none.
 */
export function matchColumns(
  fields: readonly ImportField[],
  columns: readonly FileColumn[],
  remembered: RememberedHeaders = {},
): ColumnMatch {
  const byHeader = new Map<string, number>()
  for (const column of columns) {
    const name = normaliseHeader(column.header)
    if (column.withheld === undefined && !byHeader.has(name)) byHeader.set(name, column.index)
  }
  const mapping: Record<string, number> = {}
  const taken = new Set<number>()
  const take = (field: ImportField, header: string | undefined): void => {
    const index = header === undefined ? undefined : byHeader.get(normaliseHeader(header))
    if (index === undefined || taken.has(index) || mapping[field.key] !== undefined) return
    mapping[field.key] = index
    taken.add(index)
  }
  for (const field of fields) take(field, remembered[field.key])
  for (const field of fields) take(field, field.label)
  const longest = Math.max(0, ...fields.map((field) => field.synonyms.length))
  for (let rank = 0; rank < longest; rank += 1) for (const field of fields) take(field, field.synonyms[rank])
  return {
    mapping,
    missing: fields.filter((field) => field.required && mapping[field.key] === undefined).map((field) => field.key),
    unused: columns.filter((c) => c.withheld === undefined && !taken.has(c.index)).map((c) => c.index),
  }
}

/** Every header that the fields know, normalised: what tells a header row from data. */
export function knownHeadersOf(fields: readonly ImportField[]): string[] {
  return [...new Set(fields.flatMap((field) => [field.label, ...field.synonyms]).map(normaliseHeader))]
}
