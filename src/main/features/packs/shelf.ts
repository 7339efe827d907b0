import type { Content, ContentKind, Pack } from '../../../shared/features/packs/content'
import type { From, ListKind, Theirs } from '../../../shared/features/packs/library'
import type { SchoolDesk } from '../../db/school-desk'
import type { ReadDb } from '../../db/handle'
import { readAttachment } from '../../db/attachments'
import { readPackFile } from './pack-file'
import { isWorded, wordingSha256 } from './written'
import { addedPacks, ownContents, type OwnContent } from './repository'

/** One thing of the library, with where it came from. */
export interface Shelved<K extends ContentKind = ContentKind> extends Content<K> {
  readonly from: From
  /** How the school’s own wording stands to the text beneath it; null for everything else. */
  readonly theirs: Theirs | null
}

/**
 * All that a school can read, in layers: what ships with the program, over it what was handed to the school, over that
 * what the school wrote itself. A thing of the same kind and id goes in the place of the one beneath.
 */
export class Shelf {
  readonly #desk: SchoolDesk
  readonly #loadBuiltIn: () => Promise<readonly Pack[]>
  #builtIn: readonly Pack[] | undefined
  /** Packs by the SHA-256 of their file: reading one is work, and the bytes never change. */
  readonly #read = new Map<string, Pack>()

  constructor(desk: SchoolDesk, loadBuiltIn: () => Promise<readonly Pack[]>) {
    this.#desk = desk
    this.#loadBuiltIn = loadBuiltIn
  }

  /** Reads the program's own packs, once; until then nothing can be asked for at once. */
  async load(): Promise<void> {
    this.#builtIn ??= await this.#loadBuiltIn()
  }

  /** The packs beneath the school's own texts, the program's first. */
  async packs(): Promise<readonly { pack: Pack; layer: 'built-in' | 'handed' }[]> {
    await this.load()
    return this.#packsNow()
  }

  #packsNow(): readonly { pack: Pack; layer: 'built-in' | 'handed' }[] {
    if (this.#builtIn === undefined) throw new Error('the packs of the program are not read yet')
    const db = this.#desk.isOpen ? this.#desk.read : undefined
    const handed = db === undefined ? [] : addedPacks(db).map(({ sha256 }) => this.packKept(db, sha256))
    return [
      ...this.#builtIn.map((pack) => ({ pack, layer: 'built-in' as const })),
      ...handed.map((pack) => ({ pack, layer: 'handed' as const })),
    ]
  }

  /** A pack whose file is kept in the school file. It was checked when it was added. */
  packKept(db: ReadDb, sha256: string): Pack {
    const known = this.#read.get(sha256)
    if (known) return known
    const kept = readAttachment(db, sha256)
    const read = kept && readPackFile(new TextDecoder().decode(kept.content))
    if (!read?.ok) throw new Error('a pack that was added cannot be read')
    this.#read.set(sha256, read.pack)
    return read.pack
  }

  /** Everything of some kinds, each as the highest layer has it, in the order in which the packs bring it. */
  async all<K extends ContentKind>(kinds: readonly K[]): Promise<readonly Shelved<K>[]> {
    await this.load()
    return this.allNow(kinds)
  }

  /** The same at once, for work that may not wait; only after {@link load}. */
  allNow<K extends ContentKind>(kinds: readonly K[]): readonly Shelved<K>[] {
    const wanted: ReadonlySet<string> = new Set(kinds)
    const found = new Map<string, Shelved>()
    for (const { pack, layer } of this.#packsNow())
      for (const content of pack.contents)
        if (wanted.has(content.kind))
          found.set(keyOf(content), { ...content, from: fromPack(pack, layer), theirs: null })
    if (this.#desk.isOpen)
      for (const own of ownContents(this.#desk.read))
        if (wanted.has(own.kind))
          found.set(keyOf(own), {
            ...own,
            from: this.#fromSchool(own),
            theirs: theirsOf(own, found.get(keyOf(own))),
          })
    return [...found.values()] as Shelved<K>[]
  }

  /** What the packs bring of one kind and id, whatever the school wrote over it; only after {@link load}. */
  beneathNow<K extends ContentKind>(kind: K, id: string): Shelved<K> | undefined {
    for (const { pack, layer } of this.#packsNow().toReversed()) {
      const content = pack.contents.find((one) => one.kind === kind && one.id === id)
      if (content) return { ...(content as Content<K>), from: fromPack(pack, layer), theirs: null }
    }
    return undefined
  }

  /** Of the edition that it was made from, as far as that is still to be known. */
  #fromSchool({ basedOn }: OwnContent): From {
    const found = this.#packsNow().find(({ pack }) => pack.manifest.id === basedOn?.packId)
    const manifest = found?.pack.manifest
    return {
      layer: 'own',
      packId: basedOn?.packId ?? null,
      packTitle: manifest?.title ?? null,
      version: basedOn?.version ?? null,
      dated: manifest?.version === basedOn?.version ? (manifest?.dated ?? null) : null,
      // A rule that may change does not stand firm because somebody worded it anew.
      isToBeChecked: manifest?.isToBeChecked ?? false,
      isHistory: manifest?.isHistory ?? false,
    }
  }

  /** One thing, as the highest layer has it. */
  async one<K extends ContentKind>(kind: K, id: string): Promise<Shelved<K> | undefined> {
    return (await this.all([kind])).find((content) => content.id === id)
  }
}

/** An entry of a list as pages see it. */
export function listed<K extends ListKind>({ id, fields, from }: Shelved<K>) {
  return { ...fields, id, from }
}

function keyOf({ kind, id }: Content): string {
  return `${kind} ${id}`
}

function fromPack({ manifest }: Pack, layer: 'built-in' | 'handed'): From {
  return {
    layer,
    packId: manifest.id,
    packTitle: manifest.title,
    version: manifest.version,
    dated: manifest.dated,
    isToBeChecked: manifest.isToBeChecked,
    isHistory: manifest.isHistory,
  }
}

function theirsOf(own: OwnContent, beneath: Content | undefined): Theirs | null {
  if (own.basedOn === undefined || !isWorded(own)) return null
  if (beneath === undefined || !isWorded(beneath)) return 'gone'
  return wordingSha256(beneath) === own.basedOn.sha256 ? 'same' : 'changed'
}
