import { z } from 'zod'
import { Refusal } from '../../../shared/kernel/result'
import {
  contentKindNames,
  contentKinds,
  zManifest,
  type ContentKind,
  type Pack,
} from '../../../shared/features/packs/content'
import { dataEntries, dataKindNames, dataKinds, type DataKind } from '../../../shared/features/packs/data'
import { beginsAsDatabase, sha256OfText, writeFileWhole } from '../../lib/files'
import { comparePacks, type PackDifference } from './diff'
import { problemsInWords, writePackFile } from './pack-file'
import { filesAt } from './pack-folder'
import { manifestFile, readPack, type PackProblem } from './read-pack'

/** What `pack check` answers. */
export interface PackChecked {
  readonly ok: boolean
  readonly id: string | null
  readonly version: string | null
  /** How many there are of each kind that the pack brings. */
  readonly contents: Readonly<Partial<Record<ContentKind | DataKind, number>>>
  readonly problems: readonly PackProblem[]
}

/** Reads a pack, a folder or one file, and tells every fault. Throws Refusals of `filesAt`. */
export function checkPack(path: string): PackChecked {
  const read = readPack(filesAt(path))
  if (!read.ok) return { ok: false, id: null, version: null, contents: {}, problems: read.problems }
  const { manifest, contents, data } = read.pack
  const counts: Partial<Record<ContentKind | DataKind, number>> = {}
  for (const { kind } of [...contents, ...dataEntries(data).values()]) counts[kind] = (counts[kind] ?? 0) + 1
  return { ok: true, id: manifest.id, version: manifest.version, contents: counts, problems: [] }
}

/** Writes a folder's pack as one file. Throws Refusals `pack.faulty` for a pack with faults and
 * `file.is-school` for a place where a school lies; then nothing is written. */
export function buildPack(folder: string, out: string): { id: string; version: string; sha256: string } {
  const files = filesAt(folder)
  const { manifest } = soundPack(files)
  if (beginsAsDatabase(out)) throw new Refusal('file.is-school')
  const text = writePackFile(files)
  writeFileWhole(out, new TextEncoder().encode(text))
  return { id: manifest.id, version: manifest.version, sha256: sha256OfText(text) }
}

/** What is other in a second pack. Throws Refusal `pack.faulty` when one of the two has faults. */
export function diffPacks(before: string, after: string): PackDifference {
  return comparePacks(soundPack(filesAt(before)), soundPack(filesAt(after)))
}

/** A pack without faults. Throws Refusal `pack.faulty`. */
export function soundPack(files: ReadonlyMap<string, string>): Pack {
  const read = readPack(files)
  if (read.ok) return read.pack
  throw new Refusal('pack.faulty', { count: read.problems.length, problems: problemsInWords(read.problems) })
}

/** The shapes of a pack's files as JSON Schema, by the name of the file: for editors that check while one writes. */
export function packSchemas(): Readonly<Record<string, unknown>> {
  const schema = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  const lists = contentKindNames.map((kind) => {
    const { file, list, schema: shape, text } = contentKinds[kind]
    const one = text ? z.intersection(shape as z.ZodObject, z.object({ file: z.string() })) : shape
    const item = kind === 'checklist' ? z.string() : one
    return [file, schema(z.strictObject({ note: z.string().optional(), [list]: z.array(item) }))] as const
  })
  return {
    [manifestFile]: schema(zManifest),
    ...Object.fromEntries(lists),
    ...Object.fromEntries(dataKindNames.map((kind) => [dataKinds[kind].file, schema(dataKinds[kind].schema)])),
    'checklists/*.json': schema(contentKinds.checklist.schema),
  }
}
