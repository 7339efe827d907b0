import { createContext, type ReactNode } from 'react'

/** How facts of the school are drawn where a text is read as one of its documents. */
export interface RichTextFacts {
  /** A fact in a line. */
  readonly word: (name: string) => ReactNode
  /** A table of facts, on a line of its own. */
  readonly table: (name: string) => ReactNode
}

/** Without it a text is read as its pack wrote it: a fact is drawn as its name. */
export const RichTextFactsContext = createContext<RichTextFacts | undefined>(undefined)
