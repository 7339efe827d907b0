import { contentKinds, zContentKind, type Content } from '../../../shared/features/packs/content'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { OwnContentRow, PackRow } from '../../db/schema'

/** Something that the school wrote itself; `basedOn` when it is its wording of what a pack brings. */
export interface OwnContent extends Content {
  readonly basedOn: { readonly packId: string; readonly version: string; readonly sha256: string } | undefined
}

/** The packs that were handed to this school, by their ids. */
export function addedPacks(db: ReadDb): readonly PackRow[] {
  return db.all(sql.selectFrom('pack').selectAll().orderBy('pack_id'))
}

/** Keeps a pack in the place of its earlier edition. */
export function keepPack(db: WriteDb, pack: Omit<PackRow, 'id'>): void {
  const before = addedPacks(db).find(({ pack_id: packId }) => packId === pack.pack_id)
  if (before) db.run(sql.updateTable('pack').set(pack).where('id', '=', before.id))
  else db.run(sql.insertInto('pack').values({ id: newId(), ...pack }))
}

/** Takes a pack out; false when the school does not have it. Its file stays, for undoing. */
export function dropPack(db: WriteDb, packId: string): boolean {
  return db.run(sql.deleteFrom('pack').where('pack_id', '=', packId)) > 0
}

/** All that the school wrote itself, oldest first. */
export function ownContents(db: ReadDb): OwnContent[] {
  return db.all(sql.selectFrom('own_content').selectAll().orderBy('id')).map(rowToOwnContent)
}

function rowToOwnContent(row: OwnContentRow): OwnContent {
  const kind = zContentKind.parse(row.kind)
  return {
    kind,
    id: row.content_id,
    fields: contentKinds[kind].schema.parse(JSON.parse(row.fields_json)),
    markdown: row.markdown,
    basedOn:
      row.based_on_pack_id === null || row.based_on_version === null || row.based_on_sha256 === null
        ? undefined
        : { packId: row.based_on_pack_id, version: row.based_on_version, sha256: row.based_on_sha256 },
  }
}

/** Keeps something of the school's own. With `replaces`, in the place of its entry of that id. */
export function keepOwnContent(db: WriteDb, own: OwnContent, replaces: string | undefined): void {
  const row = {
    kind: own.kind,
    content_id: own.id,
    fields_json: JSON.stringify(own.fields),
    markdown: own.markdown,
    based_on_pack_id: own.basedOn?.packId ?? null,
    based_on_version: own.basedOn?.version ?? null,
    based_on_sha256: own.basedOn?.sha256 ?? null,
  }
  if (replaces === undefined) db.run(sql.insertInto('own_content').values({ id: newId(), ...row }))
  else
    db.run(sql.updateTable('own_content').set(row).where('kind', '=', own.kind).where('content_id', '=', replaces))
}

/** Takes something of the school's own out; false when it is not there. */
export function dropOwnContent(db: WriteDb, kind: string, id: string): boolean {
  return db.run(sql.deleteFrom('own_content').where('kind', '=', kind).where('content_id', '=', id)) > 0
}
