import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupStatus } from '../../../shared/features/backup/contract'
import type { Backup, BackupContents, BackupKind } from '../../../shared/features/backup/model'
import { daysAgo, isAwayReminderDue, isBackupDue } from '../../../shared/features/backup/rules'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import { verifyBackup, writeBackup, type FileFacts, type OpenDatabase } from '../../db/backup'
import { sealHere, writeBackupInSteps, type Sealer } from '../../db/backup-steps'
import { readManifests, type BackupManifest } from '../../db/backup-manifest'
import { verifyOpenFile, type VerifyReport } from '../../db/integrity'
import { restoreFile } from '../../db/restore'
import type { SchoolDesk } from '../../db/school-desk'
import { verifyFile } from '../../db/verify-file'
import { isPlainFile, sha256OfFile } from '../../lib/files'
import type { PcSettingsStore } from '../../lib/pc-settings-store'
import { howItLeft, type LeftBy } from './leaving'
import { countChangesSince, firstChangeAtUtc, isSample, newestChange } from './repository'
import type { BackupStore, StoredBackup } from './store'

export interface BackupServiceNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly pc: PcSettingsStore
  readonly store: BackupStore
  readonly appVersion: string
  /** Packs and checks copies that are made in steps; here in this process unless said otherwise. */
  readonly seal?: Sealer | undefined
  /** Opens a file and puts it on the desk. */
  readonly openAt: (path: string) => void
}

export interface Preview extends BackupContents {
  readonly atUtc: string | null
  readonly isVerified: boolean
  readonly changesSince: number | null
}

/** Makes, lists, checks and restores backups of the school file. */
export class BackupService {
  readonly #needs: BackupServiceNeeds
  /** The backup that is under way in steps, if any: they come one after another. */
  #underWay: Promise<unknown> | undefined

  constructor(needs: BackupServiceNeeds) {
    this.#needs = needs
  }

  status(): BackupStatus {
    const { desk, clock, pc } = this.#needs
    const nothing = { lastHereAtUtc: null, changesSince: null, lastAwayAtUtc: null, daysSinceAway: null }
    if (!desk.isOpen) return { isOpen: false, ...nothing, isReminderDue: false }
    const newest = this.#newestOfThisLine()
    const lastAwayAtUtc = pc.copiedAwayAtUtc(desk.file.path) ?? null
    const nowUtc = clock.nowUtc()
    return {
      isOpen: true,
      lastHereAtUtc: newest?.atUtc ?? null,
      changesSince: newest ? this.#changesSince(newest.newestChangeId) : countChangesSince(desk.read, null),
      lastAwayAtUtc,
      daysSinceAway: lastAwayAtUtc === null ? null : daysAgo(lastAwayAtUtc, nowUtc),
      isReminderDue:
        !isSample(desk.read) &&
        isAwayReminderDue({
          lastAwayAtUtc,
          firstChangeAtUtc: firstChangeAtUtc(desk.read) ?? null,
          nowUtc,
        }),
    }
  }

  /** The backups of a school file on this PC, newest first. The file need not open, nor be there. */
  list(path: string): { schoolName: string; backups: Backup[] } {
    const backups = this.#needs.store.list(path)
    return {
      schoolName: backups[0]?.manifest.schoolName ?? '',
      backups: backups.map(({ key, manifest }) => ({
        key,
        kind: manifest.kind,
        atUtc: manifest.atUtc,
        ...contentsOf(manifest, manifest),
        changesSince: this.#changesSince(manifest.newestChangeId, path),
      })),
    }
  }

  /** Checks a backup in full and says what is in it. Throws Refusals of `verifyBackup`. */
  preview(path: string, key: string): Preview {
    const { manifest, facts, byteCount } = verifyBackup(this.#find(path, key).path)
    return {
      atUtc: manifest?.atUtc ?? null,
      isVerified: manifest !== undefined,
      ...contentsOf(facts, { byteCount, appVersion: manifest?.appVersion ?? null }),
      changesSince: this.#changesSince(facts.newestChangeId, path),
    }
  }

  /** Makes a verified backup of the open file on this PC and thins the older ones. Returns its key. */
  make(kind: BackupKind): string {
    const { desk } = this.#needs
    return desk.file.withDatabase((database) => this.#make(database, desk.file.path, kind))
  }

  /** Before the schema of a file changes: handed to `openSchoolFile`. Throws when no verified backup could be made. */
  beforeMigration(database: OpenDatabase, path: string): void {
    this.#make(database, path, 'before-upgrade')
  }

  /** As {@link make}, in steps between which the window goes on; after another one that is under way. */
  async makeInSteps(kind: BackupKind): Promise<string> {
    const { desk, clock, store } = this.#needs
    return this.#afterOthers(async () => {
      const path = desk.file.path
      const nowUtc = clock.nowUtc()
      const target = store.newPath(path, kind, nowUtc)
      await this.#writeInSteps(target, kind)
      return this.#kept(path, target, nowUtc)
    })
  }

  /** Makes an automatic backup in steps when one is due. Called by the window's timer and when a file is opened. */
  async makeIfDue(): Promise<boolean> {
    const { desk, clock } = this.#needs
    if (!desk.isOpen || this.#underWay !== undefined) return false
    const newest = this.#newestOfThisLine()
    const isDue = isBackupDue({
      newestBackupAtUtc: newest?.atUtc ?? null,
      hasChangesSince: newestChange(desk.read)?.id !== newest?.newestChangeId,
      nowUtc: clock.nowUtc(),
    })
    if (isDue) await this.makeInSteps('automatic')
    return isDue
  }

  /**
   * Saves a verified copy of the open file at a place and remembers when it left this PC. A backup of ours is
   * replaced; any other file there is not. Throws Refusals `file.exists` and those of `writeBackup`.
   */
  saveCopy(target: string): { manifest: BackupManifest; leftBy: LeftBy | null } {
    const { desk } = this.#needs
    this.#assertFree(target)
    const path = desk.file.path
    const manifest = desk.file.withDatabase((db) => writeBackup(db, target, this.#about('copy', path)))
    return { manifest, leftBy: this.#noteLeaving(path, target) }
  }

  /** As {@link saveCopy}, in steps between which the window goes on. */
  async saveCopyInSteps(target: string): Promise<{ manifest: BackupManifest; leftBy: LeftBy | null }> {
    this.#assertFree(target)
    return this.#afterOthers(async () => {
      const path = this.#needs.desk.file.path
      const manifest = await this.#writeInSteps(target, 'copy')
      return { manifest, leftBy: this.#noteLeaving(path, target) }
    })
  }

  /** A copy takes a free name, or that of an earlier backup of ours. Throws Refusal `file.exists`. */
  #assertFree(target: string): void {
    if (!existsSync(target)) return
    if (this.#needs.desk.isOpenAt(target) || !isBackupOfOurs(target)) throw new Refusal('file.exists')
  }

  /** Restores a backup that this PC keeps. See {@link restoreFrom}. */
  restore(path: string, key: string): { atUtc: string | null; keptAs: string | null } {
    return this.restoreFrom(this.#find(path, key).path, path)
  }

  /**
   * Puts a backup in the place of a school file and opens it. The file from before stays beside it under another name;
   * when it was open and whole, it is backed up as well. Throws Refusals of `restoreFile` and `backup.is-open`; then the
   * file from before is open again, if it was.
   */
  restoreFrom(backup: string, path: string): { atUtc: string | null; keptAs: string | null } {
    const { desk, clock, openAt } = this.#needs
    if (desk.isOpenAt(backup)) throw new Refusal('backup.is-open')
    verifyBackup(backup)
    const wasOpen = desk.isOpen && desk.file.path === path
    if (wasOpen) {
      this.make('before-restore')
      desk.clear()
    }
    try {
      const { manifest, keptAs } = restoreFile(backup, path, clock.nowUtc())
      openAt(path)
      return { atUtc: manifest?.atUtc ?? null, keptAs }
    } catch (cause) {
      if (wasOpen && !desk.isOpen) openAt(path)
      throw cause
    }
  }

  /** Checks the open file in full. */
  verify(): VerifyReport {
    return this.#needs.desk.file.withDatabase(verifyOpenFile)
  }

  /** Checks a file that nobody has open, without changing its schema. */
  verifyAt(path: string): VerifyReport {
    return verifyFile(path)
  }

  /** The newest backup of which the open file is a continuation: after a restore, not the one made just before it. */
  #newestOfThisLine(): BackupManifest | undefined {
    const { desk, store } = this.#needs
    return store.list(desk.file.path).find(({ manifest }) => this.#changesSince(manifest.newestChangeId) !== null)
      ?.manifest
  }

  #make(database: OpenDatabase, path: string, kind: BackupKind): string {
    const { store, clock } = this.#needs
    const nowUtc = clock.nowUtc()
    const target = store.newPath(path, kind, nowUtc)
    writeBackup(database, target, this.#about(kind, path))
    return this.#kept(path, target, nowUtc)
  }

  #writeInSteps(target: string, kind: BackupKind): Promise<BackupManifest> {
    const { desk, seal } = this.#needs
    const about = this.#about(kind, desk.file.path)
    return desk.file.withDatabase((db) => writeBackupInSteps(db, target, about, seal ?? sealHere))
  }

  /** Thins the older backups and gives the key of the new one. */
  #kept(path: string, target: string, nowUtc: string): string {
    const { store } = this.#needs
    store.thin(path, nowUtc)
    const made = store.list(path).find((backup) => backup.path === target)
    if (!made) throw new Refusal('backup.failed')
    return made.key
  }

  #noteLeaving(path: string, target: string): LeftBy | null {
    const { pc, clock } = this.#needs
    const leftBy = howItLeft(target, path)
    if (leftBy !== null) pc.rememberCopiedAway(path, clock.nowUtc())
    return leftBy
  }

  async #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#underWay
    const mine = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    this.#underWay = mine
    try {
      return await mine
    } finally {
      if (this.#underWay === mine) this.#underWay = undefined
    }
  }

  #about(kind: BackupKind, path: string): Parameters<typeof writeBackup>[2] {
    const { clock, appVersion } = this.#needs
    return { kind, atUtc: clock.nowUtc(), appVersion, fileName: basename(path) }
  }

  #find(path: string, key: string): StoredBackup {
    const found = this.#needs.store.list(path).find((backup) => backup.key === key)
    if (!found) throw new Refusal('record.missing')
    return found
  }

  #changesSince(changeId: string | null, path?: string): number | null {
    const { desk } = this.#needs
    if (!desk.isOpen || (path !== undefined && path !== desk.file.path)) return null
    return countChangesSince(desk.read, changeId)
  }
}

function contentsOf(
  facts: FileFacts,
  about: { readonly byteCount: number; readonly appVersion: string | null },
): BackupContents {
  return {
    schoolName: facts.schoolName,
    people: facts.counts['person'] ?? 0,
    activities: facts.counts['activity'] ?? 0,
    costLines: facts.counts['cost_line'] ?? 0,
    newestChangeAtUtc: facts.newestChangeAtUtc,
    byteCount: about.byteCount,
    appVersion: about.appVersion,
    schemaVersion: facts.schemaVersion,
  }
}

/** A file that is still the backup its manifest describes: not one that was opened and worked in since. */
function isBackupOfOurs(path: string): boolean {
  try {
    const manifests = readManifests(path)
    if (!manifests || !isPlainFile(path)) return false
    const sha256 = sha256OfFile(path)
    return manifests.some((manifest) => manifest.sha256 === sha256)
  } catch {
    return false
  }
}
