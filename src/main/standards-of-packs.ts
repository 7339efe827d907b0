import type { Shelf } from './features/packs/shelf'

/** Long statements are shortened to what a need keeps of them. */
const CHARACTERS_KEPT = 300

/** The statements of the frameworks that packs bring, each with its framework. */
export async function standardsOfPacks(shelf: Shelf) {
  const frameworks = await shelf.all(['framework'])
  return frameworks.flatMap(({ fields: { id: framework, name: frameworkName, statements } }) =>
    statements.map(({ code, text }) => ({ code, framework, label: text.slice(0, CHARACTERS_KEPT), frameworkName })),
  )
}
