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

/** A part of the page of a person: their pairs, their induction. It draws its own title. */
export interface PersonPanel {
  readonly key: string
  readonly Panel: ComponentType<{ readonly personId: string }>
}

/** A part of the page of a priority. It draws its own title. */
export interface PriorityPanel {
  readonly key: string
  readonly Panel: ComponentType<{ readonly priorityId: string }>
}

/** A part of the page of a need. It draws its own title. */
export interface NeedPanel {
  readonly key: string
  readonly Panel: ComponentType<{ readonly needId: string }>
}

/** A part of the page of an issued report. It draws its own title. */
export interface ReportPanel {
  readonly key: string
  readonly Panel: ComponentType<{ readonly reportId: string }>
}

/** A part of the page of a provider. It draws its own title. */
export interface ProviderPanel {
  readonly key: string
  readonly Panel: ComponentType<{ readonly providerId: string }>
}

/** A way of finding needs, as a line of the page that lists them all. */
export interface WayOfFinding {
  readonly key: string
  readonly title: string
  /** When one would take it, in a sentence. */
  readonly about: string
  readonly to: string
  /** How it stands this year, in a few words. A hook: it is called on every drawing of the line. */
  readonly useStanding: () => string | undefined
}

export interface Extensions {
  readonly eventPanels: readonly EventPanel[]
  readonly personPanels: readonly PersonPanel[]
  readonly priorityPanels: readonly PriorityPanel[]
  readonly needPanels: readonly NeedPanel[]
  readonly reportPanels: readonly ReportPanel[]
  readonly providerPanels: readonly ProviderPanel[]
  readonly waysOfFinding: readonly WayOfFinding[]
}

export const ExtensionsContext = createContext<Extensions>({
  eventPanels: [],
  personPanels: [],
  priorityPanels: [],
  needPanels: [],
  reportPanels: [],
  providerPanels: [],
  waysOfFinding: [],
})

/** What other features show on this page. */
export function useExtensions(): Extensions {
  return useContext(ExtensionsContext)
}
