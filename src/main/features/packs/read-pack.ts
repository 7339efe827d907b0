import { z } from 'zod'
import { readMarkdown } from '../../../shared/kernel/markdown'
import {
  contentIdOf,
  contentKindNames,
  contentKinds,
  zManifest,
  zPackPath,
  type Content,
  type ContentKind,
  type Manifest,
  type Pack,
} from '../../../shared/features/packs/content'
import { fieldProblems } from './merge-fields'
import { dataKindNames, dataKinds, faultsOfData, type PackData } from '../../../shared/features/packs/data'
import { builtInData } from './built-in'

/** The file in which a pack says what it is. */
export const manifestFile = 'pack.json'

/** A fault of a pack: in which file, where in it, and what is wrong. */
export interface PackProblem {
  readonly file: string
  /** A place in the JSON (`guides[2].title`) or a line of a text (`line 14`); empty for the whole file. */
  readonly at: string
  readonly reason: string
}

/** A pack, or everything that is wrong with it. Nothing of a faulty pack is used. */
export type PackRead =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly PackProblem[] }

/** Reads a pack from its files (name inside the pack → text). Checks everything and tells every fault, not the first. */
export function readPack(files: ReadonlyMap<string, string>): PackRead {
  const reader = new PackReader(files)
  const pack = reader.read()
  return pack !== undefined && reader.problems.length === 0
    ? { ok: true, pack }
    : { ok: false, problems: reader.problems }
}

class PackReader {
  readonly problems: PackProblem[] = []
  readonly #files: ReadonlyMap<string, string>
  readonly #used = new Set<string>()
  readonly #contents: Content[] = []

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files
  }

  read(): Pack | undefined {
    this.#checkNames()
    const manifest = this.#manifest()
    const data = this.#data()
    for (const kind of contentKindNames) this.#index(kind)
    this.#checkIds()
    for (const file of this.#files.keys())
      if (!this.#used.has(file)) this.#problem(file, '', 'no index of the pack names this file')
    return manifest && { manifest, contents: this.#contents, data }
  }

  #problem(file: string, at: string, reason: string): void {
    this.problems.push({ file, at, reason })
  }

  #checkNames(): void {
    for (const file of this.#files.keys()) {
      const checked = zPackPath.safeParse(file)
      if (!checked.success) this.#problem(file, '', `not a name for a file of a pack: ${reasonOf(checked.error)}`)
    }
  }

  #manifest(): Manifest | undefined {
    if (this.#files.has(manifestFile)) return this.#json(manifestFile, zManifest)
    this.#problem(manifestFile, '', 'the pack does not say what it is: this file is missing')
    return undefined
  }

  /** The files of data that the program works with; a pack may bring any of them. */
  #data(): PackData {
    const found = dataKindNames.flatMap((kind) => {
      const { file, schema } = dataKinds[kind]
      const read = this.#files.has(file) ? this.#json<unknown>(file, schema) : undefined
      return read === undefined ? [] : [[kind, read] as const]
    })
    const data: PackData = Object.fromEntries(found)
    for (const { file, at, reason } of faultsOfData(data, builtInData())) this.#problem(file, at, reason)
    return data
  }

  /** A file of JSON as its schema makes it; undefined, with the faults told, when it is not so. */
  #json<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const value = this.#parsed(file)
    if (value === undefined) return undefined
    const checked = schema.safeParse(value)
    if (checked.success) return checked.data
    for (const issue of checked.error.issues) this.#problem(file, placeOf(issue.path), issue.message)
    return undefined
  }

  #parsed(file: string): unknown {
    this.#used.add(file)
    const text = this.#files.get(file)
    if (text === undefined) {
      this.#problem(file, '', 'this file is named and is not in the pack')
      return undefined
    }
    try {
      return JSON.parse(text) as unknown
    } catch (cause) {
      this.#problem(file, '', `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
      return undefined
    }
  }

  /** The things of one kind, from their index file, when the pack has one. */
  #index(kind: ContentKind): void {
    const { file, list } = contentKinds[kind]
    if (!this.#files.has(file)) return
    const index = this.#json(file, z.strictObject({ note: z.string().optional(), [list]: z.array(z.unknown()) }))
    const things = (index?.[list] ?? []) as readonly unknown[]
    things.forEach((thing, position) => this.#thing(kind, thing, `${list}[${position}]`))
  }

  #thing(kind: ContentKind, thing: unknown, place: string): void {
    const about = contentKinds[kind]
    const schema = about.schema as z.ZodType<Content['fields']>
    // A checklist is long: its index names a file for each.
    if (kind === 'checklist' && typeof thing === 'string') {
      const fields = this.#json(thing, schema)
      if (fields !== undefined) this.#add(kind, fields, '')
      return
    }
    const { file, ...rest } = about.text ? withFile(thing) : { file: undefined, ...asObject(thing) }
    const checked = schema.safeParse(rest)
    if (!checked.success)
      for (const issue of checked.error.issues)
        this.#problem(about.file, `${place}${placeOf(issue.path, '.')}`, issue.message)
    const markdown = about.text ? this.#markdown(kind, about.file, place, file) : ''
    if (checked.success && markdown !== undefined) this.#add(kind, checked.data, markdown)
  }

  #add(kind: ContentKind, fields: Content['fields'], markdown: string): void {
    this.#contents.push({ kind, id: contentIdOf(kind, fields), fields, markdown })
  }

  #markdown(kind: ContentKind, index: string, place: string, file: unknown): string | undefined {
    if (typeof file !== 'string') {
      this.#problem(index, `${place}.file`, 'a text needs a file')
      return undefined
    }
    this.#used.add(file)
    const markdown = this.#files.get(file)
    if (markdown === undefined) {
      this.#problem(index, `${place}.file`, `"${file}" is not in the pack`)
      return undefined
    }
    const { text, problems } = readMarkdown(markdown)
    for (const { line, reason } of problems) this.#problem(file, `line ${line}`, reason)
    for (const reason of fieldProblems(text, kind)) this.#problem(file, '', reason)
    if (text.content.length === 0) this.#problem(file, '', 'the text is empty')
    return markdown
  }

  #checkIds(): void {
    const seen = new Set<string>()
    for (const { kind, id } of this.#contents) {
      const { file } = contentKinds[kind]
      if (id === '') this.#problem(file, '', 'something here has a name without a letter or a figure')
      else if (seen.has(`${kind} ${id}`)) this.#problem(file, id, 'this is here twice')
      seen.add(`${kind} ${id}`)
    }
  }
}

function asObject(thing: unknown): Readonly<Record<string, unknown>> {
  return typeof thing === 'object' && thing !== null ? { ...thing } : {}
}

function withFile(thing: unknown): { file: unknown } & Readonly<Record<string, unknown>> {
  return { file: undefined, ...asObject(thing) }
}

function placeOf(path: readonly PropertyKey[], before = ''): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`
    return place === '' && before === '' ? String(part) : `${place}.${String(part)}`
  }, '')
}

function reasonOf(error: z.ZodError): string {
  return error.issues.map(({ message }) => message).join('; ')
}
