/**
 * Looks into a zip archive before anything unpacks it, so that a workbook cannot be a bomb, a way out of a folder or
 * a carrier of entities. Everything is checked on what is really there: a part is inflated only up to the limit,
 * whatever size the archive's directory claims.
 */
import { inflateRawSync } from 'node:zlib'
import { Refusal } from '../../shared/kernel/result'

const limits = { entries: 2_000, unpackedBytes: 200e6, ratio: 100, smallBytes: 1e6 } as const

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  readonly claimedBytes: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

function unsafe(why: string): Refusal {
  return new Refusal('import.archive-unsafe', { why })
}

/** The entries of an archive's central directory. Refuses a damaged archive, too many entries, ZIP64 and locked parts. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) throw new Refusal('import.damaged')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff || count > limits.entries) throw unsafe('more than 2,000 parts')
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new Refusal('import.damaged')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Refusal('import.locked')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      claimedBytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** True for a name that stays inside the archive: no way up, no root, no drive, no stream, no NUL. */
export function isSafeName(name: string): boolean {
  if (name === '' || name.includes('\0') || name.includes(':') || name.startsWith('/') || name.includes('\\'))
    return false
  return !name.split('/').includes('..')
}

/** Checks an archive as a whole. Returns its entries; refuses `import.archive-unsafe` with the reason. */
export function checkZip(bytes: Buffer): ZipEntry[] {
  const entries = zipEntries(bytes)
  const names = new Set<string>()
  let total = 0
  for (const entry of entries) {
    if (!isSafeName(entry.name)) throw unsafe('a part whose name leads out of the file')
    if (names.has(entry.name.toLowerCase())) throw unsafe('two parts of one name')
    names.add(entry.name.toLowerCase())
    const text = unpack(bytes, entry, limits.unpackedBytes - total)
    total += text.length
    if (total > limits.smallBytes && total > bytes.length * limits.ratio)
      throw unsafe('parts that unpack to more than 100 times their size')
    if (/\.(xml|rels|vml)$/i.test(entry.name) && hasDoctype(text)) throw unsafe('a document type declaration')
  }
  return entries
}

/** The text of one part of an archive that was checked; empty where there is none of that name. */
export function partText(bytes: Buffer, entries: readonly ZipEntry[], name: string): string {
  const entry = entries.find((one) => one.name === name)
  return entry === undefined ? '' : unpack(bytes, entry, limits.unpackedBytes).toString('utf8')
}

/** The bytes of one part; refuses when there are more than `most`. */
function unpack(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localMark)
    throw new Refusal('import.damaged')
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (packed.length < entry.packedBytes) throw new Refusal('import.damaged')
  if (entry.method === 0) {
    if (packed.length > most) throw unsafe('parts of more than 200 MB')
    return packed
  }
  if (entry.method !== 8) throw unsafe('a part packed in a way that workbooks do not use')
  try {
    return packed.length === 0
      ? packed
      : inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(most, packed.length * 1_100 + 64)) })
  } catch (cause) {
    if (cause instanceof RangeError) throw unsafe('parts of more than 200 MB')
    throw new Refusal('import.damaged')
  }
}

function hasDoctype(part: Buffer): boolean {
  const wide = part[0] === 0xff || part[0] === 0xfe || part[0] === 0 || part[1] === 0
  return (wide ? part.toString('latin1').replaceAll('\0', '') : part.toString('latin1'))
    .toUpperCase()
    .includes('<!DOCTYPE')
}
