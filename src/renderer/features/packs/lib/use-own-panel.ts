import { useState } from 'react'

interface OwnPanel<T> {
  /** Undefined while nothing is added or changed. */
  readonly open: { readonly entry: T | undefined } | undefined
  readonly add: () => void
  readonly change: (id: string) => void
  readonly close: () => void
}

/** Which entry of a list is being written, by its id, so that the panel follows the list. */
export function useOwnPanel<T extends { readonly id: string }>(entries: readonly T[] | undefined): OwnPanel<T> {
  const [id, setId] = useState<string | null | undefined>(undefined)
  const entry = entries?.find((one) => one.id === id)
  return {
    open: id === undefined || (id !== null && entry === undefined) ? undefined : { entry },
    add: () => setId(null),
    change: setId,
    close: () => setId(undefined),
  }
}
