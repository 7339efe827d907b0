import { createReadStream, openSync, readSync, closeSync } from 'node:fs'
import type { Encoding } from '../../shared/features/imports/model'
import { Refusal } from '../../shared/kernel/result'

export const sampleBytes = 65_536
const chunkBytes = 65_536

export interface FoundEncoding {
  readonly encoding: Encoding
  /** Nothing in the file says so: it is what is left when it is not UTF-8. */
  readonly guessed: boolean
}

/** The first bytes of a file. */
export function readSample(path: string, length = sampleBytes): Buffer {
  const buffer = Buffer.alloc(length)
  const handle = openSync(path, 'r')
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0))
  } finally {
    closeSync(handle)
  }
}

/**
 * Finds the character set of a text file: a byte-order mark, else the pattern of zero bytes that UTF-16 leaves in
 * Latin text, else UTF-8 if every byte of the file is strictly valid, else Windows-1252 (reliability, section 4).
 */
export async function findEncoding(path: string): Promise<FoundEncoding> {
  const sample = readSample(path)
  if (sample[0] === 0xff && sample[1] === 0xfe) return { encoding: 'utf-16le', guessed: false }
  if (sample[0] === 0xfe && sample[1] === 0xff) return { encoding: 'utf-16be', guessed: false }
  const wide = wideWithoutMark(sample)
  if (wide !== undefined) return { encoding: wide, guessed: true }
  return (await isStrictUtf8(path))
    ? { encoding: 'utf-8', guessed: false }
    : { encoding: 'windows-1252', guessed: true }
}

function wideWithoutMark(sample: Buffer): Encoding | undefined {
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 2) return undefined
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) if (sample[at] === 0) zeros[(at % 2) as 0 | 1] += 1
  if (zeros[1] > pairs * 0.4 && zeros[0] < pairs * 0.05) return 'utf-16le'
  if (zeros[0] > pairs * 0.4 && zeros[1] < pairs * 0.05) return 'utf-16be'
  return undefined
}

async function isStrictUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
      decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (cause) {
    if (cause instanceof TypeError) return false
    throw cause
  }
}

/** The text of a file, piece by piece, without its byte-order mark. Refuses `import.encoding` where bytes do not fit the encoding chosen. */
export async function* decodedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
      yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (cause) {
    if (cause instanceof TypeError) throw new Refusal('import.encoding', { encoding })
    throw cause
  }
}

/** What something is that is plainly no table, by its first bytes; undefined when it may be one. */
export function notATable(sample: Buffer): string | undefined {
  const head = sample.subarray(0, 1024).toString('latin1')
  if (head.startsWith('%PDF')) return 'a PDF'
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*)/.test(head) && !/^BM[\w ,;]/.test(head)) return 'a picture'
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(head)) return 'a web page or XML'
  if (head.startsWith('{\\rtf')) return 'a text document'
  if (head.startsWith('SQLite format 3')) return 'a database'
  return undefined
}

/** True for bytes that are not text: a zero byte, or more control characters than any text has. */
export function isRubbish(text: string): boolean {
  let odd = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26 && code !== 27) odd += 1
  }
  return odd > 0 && odd / text.length > 0.005
}
