/**
 * The page of each named place of a PDF, from 1, as Chromium writes it: plain dictionaries for the tree of its pages and
 * for the places. What cannot be read so is left out, and has no page.
 */
export function pagesOfPlaces(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf).toString('latin1')
  const pages = new Map(pageObjects(text).map((object, index) => [object, index + 1]))
  const places = new Map<string, number>()
  for (const [, name, object] of text.matchAll(/\/([\w-]+)\s*\[\s*(\d+) 0 R\s*\/XYZ/g)) {
    const page = pages.get(Number(object))
    if (name !== undefined && page !== undefined) places.set(name, page)
  }
  return places
}

/** The numbers of the objects of the pages, in their order. */
function pageObjects(text: string): number[] {
  const nodes = new Map<number, readonly number[]>()
  const inner = new Set<number>()
  for (const [, object, kids] of text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Pages\b[^>]*?\/Kids \[([^\]]*)\]/g)) {
    const children = [...(kids ?? '').matchAll(/(\d+) 0 R/g)].map(([, child]) => Number(child))
    nodes.set(Number(object), children)
    for (const child of children) inner.add(child)
  }
  const pagesUnder = (object: number): number[] => nodes.get(object)?.flatMap(pagesUnder) ?? [object]
  return [...nodes.keys()].filter((object) => !inner.has(object)).flatMap(pagesUnder)
}
