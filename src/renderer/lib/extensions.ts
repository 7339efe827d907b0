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

export interface Extensions {
  readonly eventPanels: readonly EventPanel[]
}

export const ExtensionsContext = createContext<Extensions>({ eventPanels: [] })

/** What other features show on this page. */
export function useExtensions(): Extensions {
  return useContext(ExtensionsContext)
}
