import { Refusal } from '../../shared/kernel/result'

/** Folder names that sync clients use for their roots; matched as whole path segments, never as substrings. */
const syncedSegments = [
  /^onedrive( - .*)?$/i,
  /^dropbox( \(.*\))?$/i,
  /^google ?drive( - .*)?$/i,
  /^my drive$/i,
  /^icloud ?drive$/i,
  /^mobile documents$/i,
  /^box( sync)?$/i,
  /^mega(sync)?$/i,
  /^pclouddrive$/i,
  /^sharepoint( - .*)?$/i,
  /^nextcloud$/i,
  /^owncloud$/i,
]

export type UnsafeReason = 'synced' | 'network'

/**
 * Why a place must not hold the live file, or undefined when it may: SQLite is not safe on network file systems, and
 * sync clients copy a file in the middle of a transaction. Environment variables name OneDrive's real folders.
 */
export function unsafeReason(
  path: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): UnsafeReason | undefined {
  if (/^(\\\\|\/\/)(?![?.]\\)/.test(path) || /^\\\\\?\\UNC\\/i.test(path)) return 'network'
  for (const [name, value] of Object.entries(env)) {
    if (/^onedrive/i.test(name) && value && isInside(path, value)) return 'synced'
  }
  const segments = path.split(/[\\/]+/)
  return segments.slice(0, -1).some((segment) => syncedSegments.some((pattern) => pattern.test(segment)))
    ? 'synced'
    : undefined
}

function isInside(path: string, folder: string): boolean {
  const normal = (text: string) =>
    text
      .replace(/[\\/]+/g, '/')
      .replace(/\/$/, '')
      .toLowerCase()
  return `${normal(path)}/`.startsWith(`${normal(folder)}/`)
}

/** Throws Refusal `file.unsafe-place` for a synced or network place. Backups are welcome there; the live file is not. */
export function assertSafePlace(path: string): void {
  const reason = unsafeReason(path)
  if (reason) throw new Refusal('file.unsafe-place', { reason })
}
