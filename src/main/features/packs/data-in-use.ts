import { layered, type PackData, type ProgramData } from '../../../shared/features/packs/data'
import type { SchoolDesk } from '../../db/school-desk'
import { builtInData } from './built-in'
import { addedPacks } from './repository'
import type { Shelf } from './shelf'

/** The data that the program works with, as the open school has it: what ships, with what its packs bring over it. */
class DataInUse {
  readonly #desk: SchoolDesk
  readonly #shelf: Pick<Shelf, 'packKept'>
  #made: { readonly of: string; readonly data: ProgramData } | undefined

  constructor(desk: SchoolDesk, shelf: Pick<Shelf, 'packKept'>) {
    this.#desk = desk
    this.#shelf = shelf
  }

  /** Asked for anew at every call of a channel: a pack can be added, taken out, or its adding undone, at any time. */
  now(): ProgramData {
    if (!this.#desk.isOpen) return builtInData()
    const db = this.#desk.read
    const rows = addedPacks(db)
    const of = rows.map(({ sha256 }) => sha256).join(' ')
    if (this.#made?.of !== of) {
      const brought = rows.map(({ sha256 }): PackData => this.#shelf.packKept(db, sha256).data)
      this.#made = { of, data: brought.reduce(layered, builtInData()) }
    }
    return this.#made.data
  }
}

/** Gives the data of {@link DataInUse} whenever it is asked for. */
export function dataInUse(desk: SchoolDesk, shelf: Pick<Shelf, 'packKept'>): () => ProgramData {
  const inUse = new DataInUse(desk, shelf)
  return () => inUse.now()
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
