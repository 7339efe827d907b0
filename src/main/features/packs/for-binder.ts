import type { BinderTexts } from '../../../shared/features/binder/texts'
import type { ContentKind, ContentsOrder, ContentOf } from '../../../shared/features/packs/content'
import { zReadableKind, type LibraryItem, type ReadableKind } from '../../../shared/features/packs/library'
import { itemFrom, lineOf } from './library'
import type { Shelf, Shelved } from './shelf'

const readable: ReadonlySet<ContentKind> = new Set(zReadableKind.options)
const isReadable = (content: Shelved): content is Shelved<ReadableKind> => readable.has(content.kind)

/** All that the contents of the binder speak of, as the highest layer has it. */
export async function textsForBinder(shelf: Shelf): Promise<BinderTexts> {
  const all = await shelf.all([...zReadableKind.options, 'contents', 'template', 'acronym', 'term', 'link'])
  const list = (kind: ContentKind) => {
    const entries = all.filter((content) => content.kind === kind)
    return { count: entries.length, own: entries.filter(({ from }) => from.layer === 'own').length }
  }
  return {
    orders: all.flatMap(({ kind, fields }) => (kind === 'contents' ? [fields as ContentsOrder] : [])),
    lines: all.filter(isReadable).map(lineOf),
    templates: new Map(
      all.flatMap(({ kind, id, fields }) =>
        kind === 'template' ? [[id, (fields as ContentOf<'template'>).title] as const] : [],
      ),
    ),
    lists: { acronyms: list('acronym'), terms: list('term'), links: list('link') },
    packs: (await shelf.packs()).length,
  }
}

/** Every text of the library with all that it says, by its kind and id: "guide what-is-cpd". */
export async function itemsForBinder(shelf: Shelf): Promise<ReadonlyMap<string, LibraryItem>> {
  const all = await shelf.all(zReadableKind.options)
  return new Map(all.map((content) => [`${content.kind} ${content.id}`, itemFrom(content)]))
}
