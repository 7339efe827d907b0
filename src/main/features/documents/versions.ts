import { Refusal } from '../../../shared/kernel/result'
import { zRichText } from '../../../shared/kernel/rich-text'
import type { OpenedVersion } from '../../../shared/features/documents/model'
import { readAttachment } from '../../db/attachments'
import type { ReadDb } from '../../db/handle'
import { sha256OfBytes, sha256OfText } from '../../lib/files'
import { frozenJson, versionsOf } from './repository'

/**
 * A version as it was approved. Its checksums are worked out anew from what is kept, so that whoever reads it need not
 * take our word. Throws Refusal `record.missing`.
 */
export function openedVersion(db: ReadDb, documentId: string, number: number): OpenedVersion {
  const found = versionsOf(db, documentId).find((version) => version.number === number)
  if (!found) throw new Refusal('record.missing')
  const { id: _id, ...version } = found
  const json = frozenJson(db, documentId, number)
  const isIntact =
    sha256OfText(json) === version.sha256 && version.files.every(({ sha256 }) => isFileIntact(db, sha256))
  return { version, text: zRichText.parse(JSON.parse(json)), isIntact }
}

function isFileIntact(db: ReadDb, sha256: string): boolean {
  const kept = readAttachment(db, sha256)
  return kept !== undefined && sha256OfBytes(kept.content) === sha256
}
