import type { PackAdded } from '../../../../shared/features/packs/library'
import { plural } from '../../../lib/format'

/** What adding a pack did, in one sentence with its counts. */
export function addedWords({ title, version, replacedVersion, added, changed, removed }: PackAdded): string {
  if (replacedVersion === null)
    return `“${title}”, version ${version}, added: ${plural(added, 'text or entry', 'texts and entries')}.`
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [removed, 'taken out'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const change = told.length === 0 ? 'nothing in it differs' : told.join(', ')
  return `“${title}”, version ${version}, is in the place of version ${replacedVersion}: ${change}.`
}
