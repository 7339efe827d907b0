import { readFileSync, statSync } from 'node:fs'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import { compareVersions, type Manifest, type Pack } from '../../../shared/features/packs/content'
import type { PackData } from '../../../shared/features/packs/data'
import type { PackAdded } from '../../../shared/features/packs/library'
import { keepAttachment } from '../../db/attachments'
import type { WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { comparePacks } from './diff'
import { filesOfPackFile, packLimits, tooLarge, writePackFile } from './pack-file'
import { addedPacks, keepPack } from './repository'
import type { Shelf } from './shelf'
import { soundPack } from './tools'

const mediaType = 'application/vnd.cpd-binder.pack+json'

export interface AddingNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly shelf: Shelf
  readonly appVersion: string
  /** Gives the school the staff groups of a pack that it does not have. */
  readonly addStaffGroups: (db: WriteDb, groups: NonNullable<PackData['staffGroups']>) => void
}

/**
 * Adds a pack to the open school, or puts it in the place of its earlier edition; one change, which can be undone. Throws
 * Refusals `pack.*` for a pack that cannot be added; then the packs stay as they are.
 */
export async function addPack(path: string, needs: AddingNeeds): Promise<PackAdded> {
  const files = filesOfPackFile(textOfFile(path))
  const pack = soundPack(files)
  const { manifest } = pack
  const { shelf, desk, clock } = needs
  const packs = await shelf.packs()
  if (compareVersions(manifest.minimumAppVersion, needs.appVersion) > 0)
    throw new Refusal('pack.needs-newer-program', { needs: manifest.minimumAppVersion, has: needs.appVersion })
  if (packs.some(({ pack: known, layer }) => layer === 'built-in' && known.manifest.id === manifest.id))
    throw new Refusal('pack.built-in', { packId: manifest.id })
  return desk.write('packs.add', (db) => {
    const row = addedPacks(db).find(({ pack_id: packId }) => packId === manifest.id)
    const before = row && shelf.packKept(db, row.sha256)
    expectNewer(before?.manifest, manifest)
    const sha256 = keepAttachment(db, new TextEncoder().encode(writePackFile(files)), mediaType)
    keepPack(db, {
      pack_id: manifest.id,
      version: manifest.version,
      title: manifest.title,
      dated: manifest.dated,
      added_on: clock.today(),
      sha256,
    })
    if (pack.data.staffGroups) needs.addStaffGroups(db, pack.data.staffGroups)
    return told(before, pack)
  })
}

function expectNewer(before: Manifest | undefined, given: Manifest): void {
  if (before && compareVersions(before.version, given.version) >= 0)
    throw new Refusal('pack.older', { title: given.title, has: before.version, given: given.version })
}

function told(before: Pack | undefined, pack: Pack): PackAdded {
  const { manifest } = pack
  const changes = comparePacks(before ?? { manifest, contents: [], data: {} }, pack).changes
  const count = (what: string) => changes.filter((change) => change.what === what).length
  return {
    packId: manifest.id,
    title: manifest.title,
    version: manifest.version,
    replacedVersion: before?.manifest.version ?? null,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  }
}

function textOfFile(path: string): string {
  if (statSync(path).size > packLimits.bytes * 2) throw tooLarge()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    if (cause instanceof TypeError) throw new Refusal('pack.not-a-pack', { what: 'it is not text' })
    throw cause
  }
}
