import { realpathSync, statfsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../shared/kernel/result'

/**
 * Folder names that sync clients give their roots; matched as whole path segments, never as substrings, so that
 * "Toolbox" and "Box Hill School" are innocent.
 */
const syncedSegments = [
  /^onedrive( ?- ?.+)?$/i,
  /^cloudstorage$/i,
  /^dropbox( \(.+\)| - .+)?$/i,
  /^google ?drive(file stream)?( ?[-(].+)?$/i,
  /^googledrive-.+$/i,
  /^(my drive|shared drives|team drives)$/i,
  /^icloud ?drive$/i,
  /^(mobile documents|com~apple~clouddocs)$/i,
  /^box( sync|-box)?$/i,
  /^mega(sync)?$/i,
  /^p ?cloud ?(drive|sync)$/i,
  /^sharepoint( - .+)?$/i,
  /^(nextcloud|owncloud|seafile|syncthing|tresorit|egnyte|jottacloud|proton ?drive)$/i,
  /^(creative cloud files|spideroak hive|sharefile|citrix files|yandex\.?disk|baidunetdiskworkspace|baidusyncdisk)$/i,
]

/** Paths that are a place of their own kind, with `/` between segments. */
const kinds: readonly (readonly [pattern: RegExp, reason: UnsafeReason])[] = [
  // Syncthing and Sync.com call their folder in the home folder just "Sync".
  [/^([a-z]:)?\/(users|home)\/[^/]+\/sync\//i, 'synced'],
  [/^\/run\/user\/\d+\/gvfs\//i, 'network'],
  [/^\/(net|afs)\//i, 'network'],
  [/^\/(media|run\/media)\//i, 'removable'],
  // The start disk of a Mac is found here too, under its own name.
  [/^\/volumes\/(?!macintosh hd\/)/i, 'removable'],
  [/^[ab]:\//i, 'removable'],
]

export type UnsafeReason = 'synced' | 'network' | 'removable'

/**
 * Why a place must not hold the live file, by its path alone, or undefined when it may: SQLite is not safe on network
 * file systems, and sync clients copy a file in the middle of a transaction. Environment variables name OneDrive's
 * real folders. A drive letter that stands for a network place is seen by {@link unsafePlace} only.
 */
export function unsafeReason(
  path: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): UnsafeReason | undefined {
  if (/^\\\\\?\\UNC\\/i.test(path) || /^(\\\\|\/\/)(?![?.][\\/])/.test(path)) return 'network'
  const plain = path.replace(/^[\\/]{2}[?.][\\/]/, '').replace(/[\\/]+/g, '/')
  for (const [name, value] of Object.entries(env)) {
    if (/^onedrive(commercial|consumer)?$/i.test(name) && value && isInside(plain, value)) return 'synced'
  }
  const kind = kinds.find(([pattern]) => pattern.test(plain))
  if (kind) return kind[1]
  const folders = plain.split('/').slice(0, -1)
  return folders.some((folder) => syncedSegments.some((pattern) => pattern.test(folder))) ? 'synced' : undefined
}

function isInside(path: string, folder: string): boolean {
  const normal = (text: string) =>
    text
      .replace(/[\\/]+/g, '/')
      .replace(/\/$/, '')
      .toLowerCase()
  return `${normal(path)}/`.startsWith(`${normal(folder)}/`)
}

/**
 * As {@link unsafeReason}, and looks where the path leads: a mapped drive of Windows leads to `\\server\share`, a link
 * or junction may lead into a synced folder, and Linux tells the kind of file system.
 */
export function unsafePlace(path: string): UnsafeReason | undefined {
  return unsafeReason(path) ?? unsafeReason(whereItLeads(path)) ?? fileSystemReason(dirname(whereItLeads(path)))
}

/** The real place of a file that may not be there yet: that of its nearest folder that is. */
function whereItLeads(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(whereItLeads(folder), basename(path))
  }
}

/** The magic numbers of network file systems in Linux (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997,
])

function fileSystemReason(folder: string): UnsafeReason | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return networkFileSystems.has(statfsSync(folder).type) ? 'network' : undefined
  } catch {
    return undefined
  }
}

/** Throws Refusal `file.unsafe-place` for a synced, network or removable place. Backups are welcome there; the live file is not. */
export function assertSafePlace(path: string): void {
  const reason = unsafePlace(path)
  if (reason) throw new Refusal('file.unsafe-place', { reason })
}
