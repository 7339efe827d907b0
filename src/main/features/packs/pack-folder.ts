import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Refusal } from '../../../shared/kernel/result'
import { isSystemError } from '../../lib/files'
import { filesOfPackFile, packLimits, tooLarge } from './pack-file'

/** What a pack is written in. Anything else in its folder is a fault, not a thing to be skipped in silence. */
const endings: ReadonlySet<string> = new Set(['.json', '.md'])

/**
 * The files of a pack as somebody works on it, a folder, or as it is handed on, one file. Throws Refusal
 * `pack.not-a-pack` for anything else, `pack.too-large`, and `pack.damaged` for a file that is not text.
 */
export function filesAt(path: string): ReadonlyMap<string, string> {
  const found = entryAt(path)
  if (found === 'folder') return filesInFolder(path)
  if (found === 'file') return filesOfPackFile(textAt(path, path))
  throw new Refusal('pack.not-a-pack', {
    what: found === 'link' ? 'it only points to another place' : 'it is not there',
  })
}

type Entry = 'folder' | 'file' | 'link' | 'nothing'

function entryAt(path: string): Entry {
  try {
    const found = lstatSync(path)
    if (found.isSymbolicLink()) return 'link'
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'nothing'
  } catch (cause) {
    if (isSystemError(cause)) return 'nothing'
    throw cause
  }
}

function filesInFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  let bytes = 0
  const walk = (inner: string) => {
    for (const name of readdirSync(join(folder, inner)).sort()) {
      const file = inner === '' ? name : `${inner}/${name}`
      const found = entryAt(join(folder, file))
      if (found === 'folder') walk(file)
      else if (found !== 'file' || !endings.has(extname(name)))
        throw new Refusal('pack.damaged', { file: `${file} (a pack is made of .json and .md files)` })
      else {
        const text = textAt(join(folder, file), file)
        bytes += Buffer.byteLength(text)
        if (bytes > packLimits.bytes || files.size >= packLimits.files) throw tooLarge()
        files.set(file, text)
      }
    }
  }
  walk('')
  return files
}

function textAt(path: string, told: string): string {
  if (lstatSync(path).size > packLimits.bytes * 2) throw tooLarge()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    if (cause instanceof TypeError) throw new Refusal('pack.damaged', { file: `${told} (not UTF-8 text)` })
    throw cause
  }
}
