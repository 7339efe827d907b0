/** What a feature tells the shell about itself. The shell (app/routes.tsx) is the only place that joins features. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

export const sectionKeys = [
  'today', 'staff', 'needs', 'plan', 'activities', 'money', 'impact', 'review', 'documents', 'reports', 'authority',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export interface FeaturePage {
  /** wouter pattern: `/staff/:id`. The first that fits wins. */
  readonly path: string
  /** Names the window and is announced on arrival. */
  readonly title: string
  readonly component: LazyExoticComponent<ComponentType> | ComponentType
  /** Drawn alone, without the spine: the first start, the print view. */
  readonly bare?: boolean
}

export interface Command {
  readonly key: string
  /** Says what it does: "Record a cost". */
  readonly title: string
  readonly to?: string
  readonly run?: () => void
  /** Shown, not bound: "Ctrl+Z". */
  readonly shortcut?: string
}

export interface FeatureRoutes {
  /** The divider these pages sit under; none for pages outside the binder. */
  readonly section: SectionKey | undefined
  readonly pages: readonly FeaturePage[]
  readonly commands?: readonly Command[]
  /** The small figure beside the divider's word. A hook, so that it follows the data. */
  readonly useCount?: () => number | undefined
}

/** Loads a page when it is first asked for, so that the start stays fast: `lazyPage(() => import('./x'), 'XPage')`. */
export function lazyPage<M, K extends keyof M>(
  load: () => Promise<M>,
  name: K & (M[K] extends ComponentType ? K : never),
): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const module = await load()
    return { default: module[name] as ComponentType }
  })
}
