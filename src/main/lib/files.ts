import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A path in a folder that no file has yet: "Hartwell Park.cpdschool", "Hartwell Park 2.cpdschool", … */
export function firstFreeName(folder: string, name: string, extension: string): string {
  const safe = safeFileName(name)
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${safe}${count === 1 ? '' : ` ${count}`}.${extension}`)
    if (!existsSync(path)) return path
  }
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that every file system takes: no separators, control characters, trailing dots or reserved words. */
export function safeFileName(name: string): string {
  const cleaned = [...name.normalize('NFC')]
    .map((char) => ('<>:"/\\|?*'.includes(char) || char < ' ' ? ' ' : char))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 100)
  return cleaned === '' || reserved.test(cleaned) ? `File ${cleaned}`.trim() : cleaned
}

/** Writes a file whole or not at all: a temporary neighbour, flushed to the disk, then renamed over the name. */
export function writeFileWhole(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.${process.pid}.part`
  try {
    const handle = openSync(temporary, 'w')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let written = 0; written < bytes.byteLength;) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

/** Copies a file. The copy can be written, also where the first is marked read-only: systems copy the mark along. */
export function copyWritable(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, statSync(to).mode | 0o200)
}

/** Flushes a written file to the disk. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Flushes the names in a folder to the disk, so that a rename survives a power cut. Windows needs and allows no such thing. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (cause) {
    // Some file systems (network, FAT) refuse to flush a folder; the rename itself has been done.
    if (!isSystemError(cause, 'EINVAL', 'EPERM', 'ENOTSUP')) throw cause
  } finally {
    closeSync(handle)
  }
}

const DATABASE_BEGINS = Buffer.from('SQLite format 3\0')

/** True for a file that begins as a database does: a school file or a backup. Never asked of a school file that is open, see {@link sha256OfFile}. */
export function beginsAsDatabase(path: string): boolean {
  if (!isPlainFile(path)) return false
  const beginning = Buffer.alloc(DATABASE_BEGINS.length)
  const handle = openSync(path, 'r')
  try {
    readSync(handle, beginning)
  } finally {
    closeSync(handle)
  }
  return beginning.equals(DATABASE_BEGINS)
}

/** False for what is not there, a folder, a pipe or a device, which would be read without an end. The file is not opened. */
export function isPlainFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** SHA-256 of a file in hex, read in pieces. Never of a school file that is open: reading it here would drop its lock. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const handle = openSync(path, 'r')
  try {
    for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece)) {
      hash.update(piece.subarray(0, count))
    }
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256OfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The SHA-256 of bytes, in small hexadecimal letters. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** True for an error of the operating system: with one of these codes (`ENOENT`, `EXDEV`, …), or without codes any. */
export function isSystemError(cause: unknown, ...codes: readonly string[]): boolean {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause)) return false
  return codes.length === 0 || codes.includes(String(cause.code))
}
