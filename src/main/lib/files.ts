import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
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
