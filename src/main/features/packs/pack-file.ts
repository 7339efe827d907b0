import { z } from 'zod'
import { Refusal } from '../../../shared/kernel/result'
import { zPackPath } from '../../../shared/features/packs/content'
import { sha256OfText } from '../../lib/files'
import { readPack, type PackProblem, type PackRead } from './read-pack'

/** The most that a pack may weigh, and hold. */
export const packLimits = { bytes: 10_000_000, files: 2_000, depth: 64 } as const

/** A pack as one file, to be handed on: every file as text with the SHA-256 of its bytes. */
const zPackFile = z.strictObject({
  format: z.literal('cpd-binder-pack'),
  formatVersion: z.literal(1),
  files: z.record(z.string(), z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), text: z.string() })),
})

/** Writes a pack's files as one. The same files give the same bytes, in whatever order they came. */
export function writePackFile(files: ReadonlyMap<string, string>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const entries = sorted.map(([name, text]) => [name, { sha256: sha256OfText(text), text }] as const)
  const whole = { format: 'cpd-binder-pack', formatVersion: 1, files: Object.fromEntries(entries) }
  return `${JSON.stringify(whole, null, 1)}\n`
}

/** The files of a pack that came as one file. Throws Refusal `pack.not-a-pack`, `pack.too-large` or `pack.damaged`. */
export function filesOfPackFile(text: string): ReadonlyMap<string, string> {
  if (Buffer.byteLength(text) > packLimits.bytes) throw tooLarge()
  const checked = zPackFile.safeParse(parsed(text))
  if (!checked.success) throw new Refusal('pack.not-a-pack', { what: 'its form is another' })
  const entries = Object.entries(checked.data.files)
  if (entries.length > packLimits.files) throw tooLarge()
  for (const [name, file] of entries) {
    if (!zPackPath.safeParse(name).success) throw new Refusal('pack.damaged', { file: name.slice(0, 120) })
    if (sha256OfText(file.text) !== file.sha256) throw new Refusal('pack.damaged', { file: name })
  }
  return new Map(entries.map(([name, file]) => [name, file.text]))
}

/** The refusal of a pack that weighs or holds too much. */
export function tooLarge(): Refusal {
  return new Refusal('pack.too-large', {
    limitMegabytes: packLimits.bytes / 1_000_000,
    limitFiles: packLimits.files,
  })
}

function parsed(text: string): unknown {
  if (depthOf(text) > packLimits.depth) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** How deep a JSON text nests, without reading it: brackets outside strings. */
function depthOf(text: string): number {
  let [depth, most, isInString] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') most = Math.max(most, (depth += 1))
    else if (character === '}' || character === ']') depth -= 1
  }
  return most
}

/** A pack that came as one file, read and checked. Throws as `filesOfPackFile` does. */
export function readPackFile(text: string): PackRead {
  return readPack(filesOfPackFile(text))
}

/** The faults of a pack as one line for people: "guides.json, guides[2].title: …; and 3 more". */
export function problemsInWords(problems: readonly PackProblem[]): string {
  const told = problems.slice(0, 3).map(({ file, at, reason }) => `${file}${at === '' ? '' : `, ${at}`}: ${reason}`)
  const more = problems.length - told.length
  return more > 0 ? `${told.join('; ')}; and ${more} more` : told.join('; ')
}
