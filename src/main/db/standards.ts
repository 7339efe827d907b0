import type { Standard } from '../../shared/features/needs/model'
import type { NeedRow } from './schema'

/** The columns of a table in which a standard is kept. */
export type StandardColumns = Pick<NeedRow, 'standard_code' | 'standard_framework' | 'standard_label'>

/** A standard as the columns of needs and expertise keep it. */
export function standardIn(row: StandardColumns): Standard | null {
  const { standard_code: code, standard_framework: framework, standard_label: label } = row
  return code === null ? null : { code, framework, label: label ?? '' }
}

/** The columns for a standard. */
export function standardColumns(standard: Standard | null): StandardColumns {
  return {
    standard_code: standard?.code ?? null,
    standard_framework: standard?.framework ?? null,
    standard_label: standard?.label ?? null,
  }
}
