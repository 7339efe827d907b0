import { Refusal } from '../../shared/kernel/result'
import type { ReadDb, WriteDb } from './handle'
import type { SchoolFile } from './school-file'
import { newestStandingChange, undoChange } from './undo'

/**
 * The desk holds the one school file that is open, or none. Features are given the desk, not the file, because the
 * file can be closed, restored and opened again while they live.
 */
export class SchoolDesk {
  #file: SchoolFile | undefined
  #actingPersonId: string | undefined
  readonly #listeners = new Set<(changeId: string | undefined) => void>()

  /** The open file. Throws Refusal `file.none-open`. */
  get file(): SchoolFile {
    if (!this.#file) throw new Refusal('file.none-open')
    return this.#file
  }

  get isOpen(): boolean {
    return this.#file !== undefined
  }

  /** True where a path leads to the file that is open; see `SchoolFile.isAt`. */
  isOpenAt(path: string): boolean {
    return this.#file?.isAt(path) === true
  }

  /**
   * Waits for something (a question to a person, a drawing) for the school that is open now. Throws Refusals
   * `record.changed` when another one is on the desk by then, so that nothing meant for the one reaches the other, and
   * `file.none-open` when none is.
   */
  async sameSchoolAfter<T>(wait: () => Promise<T>): Promise<T> {
    const { file } = this
    const value = await wait()
    if (this.file !== file) throw new Refusal('record.changed')
    return value
  }

  /** For queries. */
  get read(): ReadDb {
    return this.file.read
  }

  /** One transaction, one change of the log, named after its channel. */
  write<T>(
    channel: string,
    work: (db: WriteDb) => T,
    about: { reason?: string | undefined; undoesChangeId?: string | undefined } = {},
  ): T {
    let changeId: string | undefined
    const value = this.file.write({ channel, actingPersonId: this.#actingPersonId, ...about }, (db) => {
      changeId = db.changeId
      return work(db)
    })
    this.#tell(changeId)
    return value
  }

  /** The newest change of this sitting that stands, for Ctrl+Z. */
  newestStandingChange(): string | undefined {
    return newestStandingChange(this.file)
  }

  /** Undoes a change by its id; returns the id of the change that did. Throws Refusals `undo.*`. */
  undo(changeId: string): string {
    const undoing = undoChange(this.file, changeId, {
      channel: 'changes.undo',
      actingPersonId: this.#actingPersonId,
    })
    this.#tell(undoing)
    return undoing
  }

  /** Keeps something that is not a fact of the school (a draft): one transaction, no change in the log, nobody told. */
  keep(work: (db: WriteDb) => void): void {
    this.file.keep(work)
  }

  /** Who is working now, for the log; undefined for nobody chosen. */
  get actingPersonId(): string | undefined {
    return this.#actingPersonId
  }

  actAs(personId: string | undefined): void {
    this.#actingPersonId = personId
  }

  /** Puts a file on the desk, closing the one before. */
  put(file: SchoolFile): void {
    if (this.#file !== file) this.#file?.close()
    this.#file = file
    this.#tell(undefined)
  }

  /** Closes the file, if one is open. */
  clear(): void {
    this.#file?.close()
    this.#file = undefined
    this.#actingPersonId = undefined
    this.#tell(undefined)
  }

  /** Calls back after every change (with its id) and when another file is put or cleared (without). */
  onChange(listener: (changeId: string | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(changeId: string | undefined): void {
    for (const listener of this.#listeners) listener(changeId)
  }
}
