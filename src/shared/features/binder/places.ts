import type { Opens } from '../packs/content'
import type { PartToCome } from '../packs/pages'

/** Where an entry of the contents leads: to a page of the program, or nowhere yet, with the part that will bring it. */
export type Place = { readonly route: string } | { readonly comesWith: PartToCome }

/** Where what an entry opens is found. */
export function placeOf(opens: Opens): Place {
  if ('page' in opens) return { route: opens.page }
  if ('library' in opens) return { route: `/library/${opens.library.kind}/${opens.library.id}` }
  // A template is opened by the documents, which are still to come; its id is kept for them.
  if ('template' in opens) return { comesWith: 'documents' }
  return { comesWith: opens.comesWith }
}
