import type { z } from 'zod'
import financeCodesJson from '../../../../resources/packs/england-2026/finance-codes.json'
import staffGroupsJson from '../../../../resources/packs/england-2026/staff-groups.json'
import typologyJson from '../../../../resources/packs/england-2026/typology.json'
import {
  zFinanceCodes,
  zStaffGroupsFile,
  zTypology,
  type FinanceCodes,
  type Typology,
} from '../../../shared/features/packs/model'

/** The content that ships with the program, checked when it is first asked for. Policy of a year lives here, never in code. */
export interface BuiltInPacks {
  readonly typology: Typology
  readonly financeCodes: FinanceCodes
  readonly staffGroups: z.infer<typeof zStaffGroupsFile>
}

/** Reads and checks the built-in packs. Throws a zod error for a broken pack: that is a bug of the build, not of the user. */
export function builtInPacks(): BuiltInPacks {
  return {
    typology: zTypology.parse(typologyJson),
    financeCodes: zFinanceCodes.parse(financeCodesJson),
    staffGroups: zStaffGroupsFile.parse(staffGroupsJson),
  }
}
