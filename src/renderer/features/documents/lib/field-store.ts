import type { FieldValue } from '../../../../shared/features/documents/model'
import { fieldLook, type FieldLook } from './field-words'

/** The values of a document's fields, for parts of the editor that React does not draw. */
export interface FieldStore {
  readonly look: (name: string) => FieldLook
  readonly value: (name: string) => FieldValue | undefined
  /** Tells of new values until the function that it gives is called. */
  readonly follow: (listener: () => void) => () => void
  readonly put: (values: readonly FieldValue[]) => void
}

/** A store without a value. */
export function makeFieldStore(): FieldStore {
  let known: ReadonlyMap<string, FieldValue> = new Map()
  const listeners = new Set<() => void>()
  const value = (name: string) => known.get(name)
  return {
    value,
    look: (name) => fieldLook(name, value(name)),
    follow: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    put: (values) => {
      known = new Map(values.map((one) => [one.name, one]))
      for (const listener of listeners) listener()
    },
  }
}
