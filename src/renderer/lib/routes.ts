/** What a feature tells the shell about itself. The shell (app/routes.tsx) is the only place that joins features. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { dividerKeys } from '../../shared/features/packs/pages'

/** The dividers of the spine: packs colour their contents by the same. */
export const sectionKeys = dividerKeys
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

/** Something found by name: a person, an activity, a document. */
export interface FoundItem {
  readonly key: string
  readonly title: string
  /** What it is, in a word or two: "Teacher, Year 3". */
  readonly note?: string | undefined
  readonly to: string
  readonly section?: SectionKey | undefined
}

export interface FeatureRoutes {
  /** The divider these pages sit under; none for pages outside the binder. */
  readonly section: SectionKey | undefined
  readonly pages: readonly FeaturePage[]
  readonly commands?: readonly Command[]
  /** The small figure beside the divider's word. A hook, so that it follows the data. */
  readonly useCount?: () => number | undefined
  /** Answers Ctrl+K. A hook: called with what is typed (may be empty), gives what it has found so far. */
  readonly useFind?: (typed: string) => readonly FoundItem[]
  /** True where `useFind` gives what is only to be read: it stands after the commands. */
  readonly findsReading?: boolean
  /** A line at the foot of the spine: what is saved, when a copy last left the PC. */
  readonly SpineLine?: ComponentType
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
