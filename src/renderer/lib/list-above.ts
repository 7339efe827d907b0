import { createContext } from 'react'
import type { FeaturePage } from './routes'

export interface ListAbove {
  readonly title: string
  readonly to: string
}

/** The list that a record's page belongs to, for whoever finds that the record is not there. The shell gives it. */
export const ListAboveContext = createContext<ListAbove | undefined>(undefined)

/** The nearest page above an address that shows no one record: `/money/costs/7/edit` is under `/money/costs`. */
export function listAbove(pages: readonly FeaturePage[], path: string): ListAbove | undefined {
  const parts = path.split('/').filter(Boolean)
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const to = `/${parts.slice(0, length).join('/')}`
    const page = pages.find((candidate) => candidate.path.replace(/\/:\w+\?$/, '') === to)
    if (page !== undefined) return { title: page.title, to }
  }
  return undefined
}
