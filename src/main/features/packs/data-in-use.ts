import { layered, type PackData, type ProgramData } from '../../../shared/features/packs/data'
import { withOwnEntries } from '../../../shared/features/packs/own-lists'
import type { SchoolDesk } from '../../db/school-desk'
import { builtInData } from './built-in'
import { ownEntriesOf, ownEntryRows } from './own-lists'
import { addedPacks } from './repository'
import type { Shelf } from './shelf'

/**
 * The data that the program works with, as the open school has it: what ships, over it what its packs bring, over that
 * what the school added or worded itself.
 */
export class DataInUse {
  readonly #desk: SchoolDesk
  readonly #shelf: Pick<Shelf, 'packKept'>
  #beneath: Made | undefined
  #whole: Made | undefined

  constructor(desk: SchoolDesk, shelf: Pick<Shelf, 'packKept'>) {
    this.#desk = desk
    this.#shelf = shelf
  }

  /** Asked for anew at every call of a channel: a pack can be added, taken out, or its adding undone, at any time. */
  now(): ProgramData {
    if (!this.#desk.isOpen) return builtInData()
    const beneath = this.beneathOwn()
    const rows = ownEntryRows(this.#desk.read)
    const of = rows.map(({ list, code, entry_json: entry }) => `${list} ${code} ${entry}`).join('\n')
    if (this.#whole?.of !== of || this.#whole.over !== beneath)
      this.#whole = { of, over: beneath, data: withOwnEntries(beneath, ownEntriesOf(rows)) }
    return this.#whole.data
  }

  /** The same without the school's own layer. */
  beneathOwn(): ProgramData {
    if (!this.#desk.isOpen) return builtInData()
    const db = this.#desk.read
    const rows = addedPacks(db)
    const of = rows.map(({ sha256 }) => sha256).join(' ')
    if (this.#beneath?.of !== of) {
      const brought = rows.map(({ sha256 }): PackData => this.#shelf.packKept(db, sha256).data)
      this.#beneath = { of, data: brought.reduce(layered, builtInData()) }
    }
    return this.#beneath.data
  }
}

interface Made {
  /** What it was made of: while that stays the same it is not made anew. */
  readonly of: string
  readonly over?: ProgramData
  readonly data: ProgramData
}

/**
 * The same as two things whose parts are read when they are asked for: for services that are handed them once and read
 * them at every call.
 */
export function readAlive(now: () => ProgramData): Pick<ProgramData, 'typology' | 'financeCodes'> {
  return {
    typology: alive(() => now().typology, ['source', 'asOf', 'note', 'provisions', 'levels', 'types']),
    financeCodes: alive(
      () => now().financeCodes,
      ['source', 'asOf', 'note', 'codes', 'trainingCode', 'kinds', 'fundKinds'],
    ),
  }
}

function alive<T extends object>(now: () => T, keys: readonly (keyof T)[]): T {
  const parts = keys.map((key) => [key, { get: () => now()[key], enumerable: true }] as const)
  return Object.create(null, Object.fromEntries(parts)) as T
}
