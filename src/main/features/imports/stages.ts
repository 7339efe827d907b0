import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { FileShape, ImportKind } from '../../../shared/features/imports/model'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { Planned } from './planned'

/** Chosen files on their way in. They live in memory only, and not for long. */
export interface Stage {
  readonly token: string
  readonly kind: ImportKind
  readonly files: readonly { readonly path: string; readonly name: string }[]
  planned: Planned | undefined
  /** Stops the reading that is under way. */
  stop: (() => void) | undefined
  /** What a look at a file told, by file and way of reading, so that planning need not look again. */
  readonly looks: Map<string, FileShape>
}

const lifetimeMilliseconds = 2 * 60 * 60 * 1000
const mostStages = 4

/**
 * The chosen files by token. A token is all that the window knows of a file; it says nothing about where the file
 * lies, cannot be guessed, and dies two hours after it was last used.
 */
export class Stages {
  readonly #stages = new Map<string, { readonly stage: Stage; usedAtMs: number }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes files in and gives them a token; the oldest are forgotten beyond a few. */
  add(kind: ImportKind, paths: readonly string[]): Stage {
    const stage: Stage = {
      token: randomBytes(16).toString('hex'),
      kind,
      files: paths.map((path) => ({ path, name: basename(path) })),
      planned: undefined,
      stop: undefined,
      looks: new Map(),
    }
    this.#stages.set(stage.token, { stage, usedAtMs: this.#now() })
    for (const token of [...this.#stages.keys()].slice(0, -mostStages)) this.#stages.delete(token)
    return stage
  }

  /** The files of a token. Throws Refusal `import.expired`. */
  get(token: string): Stage {
    const held = this.#stages.get(token)
    if (!held || this.#now() - held.usedAtMs > lifetimeMilliseconds) {
      this.#stages.delete(token)
      throw new Refusal('import.expired')
    }
    held.usedAtMs = this.#now()
    return held.stage
  }

  /** The files of a token and what was planned with them. Throws Refusal `import.expired`. */
  planned(token: string): { readonly stage: Stage; readonly planned: Planned } {
    const stage = this.get(token)
    if (!stage.planned) throw new Refusal('import.expired')
    return { stage, planned: stage.planned }
  }

  /** Forgets what was planned, and stops what is being planned; the files stay chosen. */
  unplan(): void {
    for (const { stage } of this.#stages.values()) {
      stage.stop?.()
      stage.planned = undefined
    }
  }

  /** Forgets files; gives what was known of them, if anything. */
  forget(token: string): Stage | undefined {
    const stage = this.#stages.get(token)?.stage
    this.#stages.delete(token)
    return stage
  }

  #now(): number {
    return Date.parse(this.#clock.nowUtc())
  }
}
