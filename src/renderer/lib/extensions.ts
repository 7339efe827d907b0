/**
 * Places where a feature shows itself on another feature's page without either knowing the other. A feature exports
 * its panels; app/extensions.tsx joins them; the page that offers the place asks for them here.
 */
import { createContext, useContext, type ComponentType } from 'react'

/** A tab on the page of an event: its costs, its evaluation. */
export interface EventPanel {
  readonly key: string
  readonly title: string
  readonly Panel: ComponentType<{ readonly eventId: string }>
}

/** A part of the page of a person: what they went to. */
export interface PersonPanel {
  readonly key: string
  readonly title: string
  readonly Panel: ComponentType<{ readonly personId: string }>
}

export interface Extensions {
  readonly eventPanels: readonly EventPanel[]
  readonly personPanels: readonly PersonPanel[]
}

export const ExtensionsContext = createContext<Extensions>({ eventPanels: [], personPanels: [] })

/** What other features show on this page. */
export function useExtensions(): Extensions {
  return useContext(ExtensionsContext)
}
