import type { LedgerRow } from '../../../shared/features/costs/ledger-model'
import type { CatalogueOutcome, CatalogueRow } from '../../../shared/features/opportunities/import-model'
import type { RequestOfFile, RequestOutcome } from '../../../shared/features/requests/import-model'
import type { Profile, ProfileInput } from '../../../shared/features/school/model'
import type { ImportedPerson, StaffImportPlan } from '../../../shared/features/staff/import-model'
import type { Day } from '../../../shared/kernel/dates'
import type { ReadDb, WriteDb } from '../../db/handle'

/**
 * What the import of files needs of the features that own the tables: only they write. The composition root fills
 * these; each `apply` judges its rows anew inside the transaction.
 */
export interface StaffPort {
  plan(db: ReadDb, rows: readonly ImportedPerson[], today: Day): StaffImportPlan
  apply(db: WriteDb, rows: readonly ImportedPerson[], today: Day): StaffImportPlan
}

export interface IdentifiedRow extends LedgerRow {
  readonly identityHash: string
}

export interface LedgerPort {
  /** Gives the lines of one file their identity, in order as they are read; one identifier for each file. */
  identifier(): (row: LedgerRow) => IdentifiedRow
  existing(db: ReadDb, hashes: readonly string[]): Set<string>
  apply(db: WriteDb, rows: readonly IdentifiedRow[]): { readonly new: number; readonly same: number }
}

export interface CataloguePort {
  /** Staff groups by their names in small letters. */
  groupsByName(db: ReadDb): ReadonlyMap<string, string>
  plan(db: ReadDb, rows: readonly CatalogueRow[]): readonly CatalogueOutcome[]
  apply(
    db: WriteDb,
    rows: readonly CatalogueRow[],
  ): { readonly new: number; readonly changed: number; readonly same: number }
}

export interface RequestsPort {
  plan(db: ReadDb, rows: readonly RequestOfFile[]): readonly RequestOutcome[]
  apply(
    db: WriteDb,
    rows: readonly RequestOfFile[],
  ): { readonly new: number; readonly changed: number; readonly same: number }
}

export interface SchoolPort {
  profileOn(db: ReadDb, on: Day): Profile | undefined
  saveProfile(db: WriteDb, input: ProfileInput): string
}
