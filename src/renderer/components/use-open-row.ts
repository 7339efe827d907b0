import { useState } from 'react'

export interface OpenRow<T> {
  readonly isOpen: boolean
  /** As the list has it now; undefined for a new one. */
  readonly row: T | undefined
  readonly open: (row: T) => void
  readonly openNew: () => void
  readonly close: () => void
}

/**
 * Which row of a list is open in a panel, or that a new one is. Kept by its id, so that the panel shows the row as it is
 * now, and closes when it is no longer there.
 */
export function useOpenRow<T extends { readonly id: string }>(rows: readonly T[]): OpenRow<T> {
  const [opened, setOpened] = useState<{ readonly id: string | undefined } | undefined>(undefined)
  const row = rows.find((one) => one.id === opened?.id)
  return {
    isOpen: opened !== undefined && (opened.id === undefined || row !== undefined),
    row,
    open: ({ id }) => setOpened({ id }),
    openNew: () => setOpened({ id: undefined }),
    close: () => setOpened(undefined),
  }
}
