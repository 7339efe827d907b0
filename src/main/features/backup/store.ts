import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { backupsToThin } from '../../../shared/features/backup/rules'
import type { BackupKind } from '../../../shared/features/backup/model'
import { deleteBackup, isUnfinished } from '../../db/backup'
import { readManifests, type BackupManifest } from '../../db/backup-manifest'
import { forFileName } from '../../db/restore'
import { firstFreeName, safeFileName } from '../../lib/files'

export interface StoredBackup {
  readonly key: string
  readonly path: string
  readonly manifest: BackupManifest
}

/** The backups that this PC keeps by itself: one folder per school file, told apart by where the file lies. */
export class BackupStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** A name that no backup has yet. */
  newPath(schoolFile: string, kind: BackupKind, atUtc: string): string {
    return firstFreeName(this.#folder(schoolFile), `${forFileName(atUtc)} ${kind}`, 'cpdschool')
  }

  /** Newest first. What has no readable manifest was never finished and is not called a backup. */
  list(schoolFile: string): StoredBackup[] {
    const folder = this.#folder(schoolFile)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => extname(name) === '.cpdschool')
      .flatMap((name) => {
        const path = join(folder, name)
        const manifest = manifestOrNone(path)
        return manifest ? [{ key: shortHash(name), path, manifest }] : []
      })
      .sort((a, b) => b.manifest.atUtc.localeCompare(a.manifest.atUtc) || b.path.localeCompare(a.path))
  }

  /** Removes what {@link backupsToThin} says may go, and what another run of the program left unfinished. */
  thin(schoolFile: string, nowUtc: string): void {
    const folder = this.#folder(schoolFile)
    for (const name of readdirSync(folder)) {
      const isOurs = name.includes(`.${process.pid}.`)
      if (isUnfinished(name) && !isOurs) rmSync(join(folder, name), { force: true })
    }
    const backups = this.list(schoolFile)
    const goes = new Set(
      backupsToThin(
        backups.map(({ key, manifest }) => ({ key, atUtc: manifest.atUtc })),
        nowUtc,
      ),
    )
    for (const backup of backups) if (goes.has(backup.key)) deleteBackup(backup.path)
  }

  #folder(schoolFile: string): string {
    const name = safeFileName(basename(schoolFile, extname(schoolFile)))
    return join(this.#root, `${name} ${shortHash(resolve(schoolFile))}`)
  }
}

function manifestOrNone(path: string): BackupManifest | undefined {
  try {
    return readManifests(path)?.[0]
  } catch {
    return undefined
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
