/// <reference types="vite/types/importMeta.d.ts" />
import { readPack } from './read-pack'
import type { Pack } from '../../../shared/features/packs/content'

const files = import.meta.glob<string>('../../../../resources/packs/*/**/*.{json,md}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/**
 * The packs that ship with the program, in the order in which one goes before another. Loaded when the library is first
 * asked for, because they are most of what the program has to say. Throws for a faulty pack: a bug of the build.
 */
export function readBuiltInPacks(): readonly Pack[] {
  known ??= readAll()
  return known
}

/** What ships with the program never changes while it runs. */
let known: readonly Pack[] | undefined

function readAll(): readonly Pack[] {
  const byPack = new Map<string, Map<string, string>>()
  for (const [path, text] of Object.entries(files)) {
    const [, id = '', name = ''] = /resources\/packs\/([^/]+)\/(.+)$/.exec(path) ?? []
    const pack = byPack.get(id) ?? new Map<string, string>()
    byPack.set(id, pack.set(name, text))
  }
  return [...byPack].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, pack]) => sound(id, pack))
}

function sound(id: string, pack: ReadonlyMap<string, string>): Pack {
  const read = readPack(pack)
  if (!read.ok) throw new Error(`the built-in pack ${id} has faults: ${JSON.stringify(read.problems.slice(0, 5))}`)
  return read.pack
}
