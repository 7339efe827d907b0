import type { Opens } from '../packs/content'
import type { DocumentFact } from './states'
import type { PartToCome } from '../packs/pages'

/** Where an entry of the contents leads: to a page of the program, or nowhere yet, with the part that will bring it. */
export type Place = { readonly route: string } | { readonly comesWith: PartToCome }

/** Where what an entry opens is found. */
export function placeOf(opens: Opens, documents: ReadonlyMap<string, DocumentFact>): Place {
  if ('page' in opens) return { route: opens.page }
  if ('library' in opens) return { route: `/library/${opens.library.kind}/${opens.library.id}` }
  if ('template' in opens) {
    const begun = documents.get(opens.template)
    return { route: begun ? `/documents/${begun.id}` : `/documents/new?template=${opens.template}` }
  }
  return { comesWith: opens.comesWith }
}
