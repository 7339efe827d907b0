import type { ContentsOrder } from '../packs/content'
import type { LibraryLine } from '../packs/library'
import type { LiveFacts } from './states'

/** What a school has to read, as far as the contents of its binder speak of it. */
export interface BinderTexts {
  /** The orders that the binder can show itself in, in the order of their packs. */
  readonly orders: readonly ContentsOrder[]
  readonly lines: readonly LibraryLine[]
  /** What each template is called, by its id. */
  readonly templates: ReadonlyMap<string, string>
  readonly lists: LiveFacts['lists']
  readonly packs: number
}
