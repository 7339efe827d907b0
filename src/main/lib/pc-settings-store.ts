import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { zPcSettings, type PcSettings } from '../../shared/features/pc/contract'
import { isSystemError, writeFileWhole } from './files'

const zRecent = z.object({ path: z.string(), schoolName: z.string(), openedAtUtc: z.string() })
const zStored = z.object({
  settings: zPcSettings.default(zPcSettings.parse({})),
  recent: z.array(zRecent).default([]),
  /** Acting person by school file. */
  acting: z.record(z.string(), z.string()).default({}),
  /** When a verified copy last left this PC, by school file. */
  copiedAwayAtUtc: z.record(z.string(), z.string()).default({}),
})
type Stored = z.infer<typeof zStored>
export type RecentFile = z.infer<typeof zRecent> & { readonly key: string }

/** Settings of this PC in one JSON file. A damaged file is as good as none: nothing in it cannot be chosen again. */
export class PcSettingsStore {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  settings(): PcSettings {
    return this.#load().settings
  }

  saveSettings(part: Partial<PcSettings>): PcSettings {
    return this.#change((stored) => ({ ...stored, settings: zPcSettings.parse({ ...stored.settings, ...part }) }))
      .settings
  }

  /** Newest first. The key stands for the path in the window, which never sees paths. */
  recentFiles(): RecentFile[] {
    return this.#load().recent.map((file) => ({ ...file, key: keyOf(file.path) }))
  }

  rememberFile(file: z.infer<typeof zRecent>): void {
    this.#tryToChange((stored) => ({
      ...stored,
      recent: [file, ...stored.recent.filter((other) => other.path !== file.path)].slice(0, 12),
    }))
  }

  actingPersonFor(path: string): string | undefined {
    return this.#load().acting[keyOf(path)]
  }

  saveActingPerson(path: string, personId: string | null): void {
    this.#change((stored) => {
      const { [keyOf(path)]: _before, ...others } = stored.acting
      return { ...stored, acting: personId === null ? others : { ...others, [keyOf(path)]: personId } }
    })
  }

  copiedAwayAtUtc(path: string): string | undefined {
    return this.#load().copiedAwayAtUtc[keyOf(path)]
  }

  rememberCopiedAway(path: string, atUtc: string): void {
    this.#tryToChange((stored) => ({
      ...stored,
      copiedAwayAtUtc: { ...stored.copiedAwayAtUtc, [keyOf(path)]: atUtc },
    }))
  }

  #load(): Stored {
    try {
      return zStored.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      return zStored.parse({})
    }
  }

  /** For what is a convenience: a school must open and a copy be saved although this PC's own settings cannot be written. */
  #tryToChange(make: (stored: Stored) => Stored): void {
    try {
      this.#change(make)
    } catch (cause) {
      if (!isSystemError(cause)) throw cause
    }
  }

  #change(make: (stored: Stored) => Stored): Stored {
    const stored = make(this.#load())
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileWhole(this.#path, JSON.stringify(stored, null, 2))
    return stored
  }
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
