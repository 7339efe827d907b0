import type { FieldValue } from '../../../../shared/features/documents/model'
import { isTableField, isWordField, tableFields, wordFields } from '../../../../shared/features/packs/merge-fields'

/** How a merge field stands: with a value, not recorded yet, or no longer a field. */
export type FieldState = 'value' | 'missing' | 'unknown'

export interface FieldLook {
  readonly state: FieldState
  /** What stands in the text. */
  readonly text: string
  /** What is said on hover: what it is, what it reads, where it is recorded. */
  readonly source: string
  /** The page where it is recorded. */
  readonly to: string | null
}

/** What a field is called, whether or not it has a value. */
export function fieldTitle(name: string): string {
  if (isWordField(name)) return wordFields[name].title
  return isTableField(name) ? tableFields[name].title : name
}

const places: readonly (readonly [string, string])[] = [
  ['/documents/facts', 'the facts for documents'],
  ['/documents', 'the document itself'],
  ['/staff', 'School and staff'],
  ['/school', 'School and staff'],
  ['/priorities', 'Priorities and needs'],
  ['/money', 'Money'],
  ['/costs', 'Money'],
  ['/activities', 'Activities'],
  ['/events', 'Activities'],
  ['/impact', 'Impact and value'],
  ['/reports', 'Reports'],
]

/** The part of the binder that a route leads to, in words. */
export function placeWords(to: string): string {
  return places.find(([start]) => to.startsWith(start))?.[1] ?? 'the binder'
}

/** How a field looks with what is known of it now. */
export function fieldLook(name: string, value: FieldValue | undefined): FieldLook {
  if (!isWordField(name) && !isTableField(name))
    return {
      state: 'unknown',
      text: `{{${name}}}`,
      source: `${name}: there is no such fact any more. Put another in its place.`,
      to: null,
    }
  const title = value?.title ?? fieldTitle(name)
  const to = value?.to ?? null
  const has = value?.table
    ? value.table.rows.length > 0
    : value?.text !== undefined && value.text !== null && value.text !== ''
  if (!has) {
    const where = to === null ? '' : ` It is recorded under ${placeWords(to)}.`
    return { state: 'missing', text: `[${title}]`, source: `${title}: not recorded yet.${where}`, to }
  }
  const text = value?.text ?? title
  const where = to === null ? '' : ` Recorded under ${placeWords(to)}.`
  return { state: 'value', text, source: `${title}: ${text}.${where}`.replace('..', '.'), to }
}
