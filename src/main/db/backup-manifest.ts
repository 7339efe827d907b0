import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { zBackupKind } from '../../shared/features/backup/model'
import { Refusal } from '../../shared/kernel/result'
import { isSystemError, writeFileWhole } from '../lib/files'

const zManifest = z.object({
  kind: zBackupKind,
  atUtc: z.string(),
  appVersion: z.string(),
  schemaVersion: z.int(),
  schoolName: z.string(),
  /** The name of the school file, without its folder. */
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string().length(64),
  /** Rows of every table. */
  counts: z.record(z.string(), z.int()),
  newestChangeId: z.string().nullable(),
  newestChangeAtUtc: z.string().nullable(),
})
/** What a backup says of itself, in a small file beside it. */
export type BackupManifest = z.infer<typeof zManifest>

const zManifestFile = z.object({
  format: z.literal('cpd-binder-backup'),
  formatVersion: z.literal(1),
  /** Newest first. Two only while a backup replaces another of the same name, so that a kill leaves one of them whole. */
  backups: z.array(zManifest).min(1).max(2),
})

/** Where the manifest of a backup stands. */
export function manifestPath(backup: string): string {
  return `${backup}.json`
}

/** Writes the manifest file of a backup, whole or not at all. */
export function writeManifests(backup: string, manifests: readonly BackupManifest[]): void {
  const file: z.infer<typeof zManifestFile> = {
    format: 'cpd-binder-backup',
    formatVersion: 1,
    backups: [...manifests],
  }
  writeFileWhole(manifestPath(backup), `${JSON.stringify(file, null, 2)}\n`)
}

/** The manifests beside a backup; undefined when there is no such file. Throws Refusal `backup.damaged` for one that cannot be read. */
export function readManifests(backup: string): BackupManifest[] | undefined {
  let text: string
  try {
    text = readFileSync(manifestPath(backup), 'utf8')
  } catch (cause) {
    if (isSystemError(cause, 'ENOENT')) return undefined
    if (isSystemError(cause, 'EISDIR')) throw new Refusal('backup.damaged')
    throw cause
  }
  try {
    return zManifestFile.parse(JSON.parse(text)).backups
  } catch {
    throw new Refusal('backup.damaged')
  }
}
