import careersJson from '../../../../resources/packs/england-2026/careers.json'
import financeCodesJson from '../../../../resources/packs/england-2026/finance-codes.json'
import staffGroupsJson from '../../../../resources/packs/england-2026/staff-groups.json'
import termsJson from '../../../../resources/packs/england-2026/terms.json'
import typologyJson from '../../../../resources/packs/england-2026/typology.json'
import { dataKinds, type ProgramData } from '../../../shared/features/packs/data'
import { zFinanceCodes, zStaffGroupsFile, zTypology } from '../../../shared/features/packs/model'

/**
 * The data that ships with the program, checked when it is first asked for. Policy of a year or a place lives there,
 * never in code. Throws a zod error for a broken file: that is a bug of the build, not of the user.
 */
export function builtInData(): ProgramData {
  known ??= {
    typology: zTypology.parse(typologyJson),
    financeCodes: zFinanceCodes.parse(financeCodesJson),
    staffGroups: zStaffGroupsFile.parse(staffGroupsJson),
    careers: dataKinds.careers.schema.parse(careersJson),
    terms: dataKinds.terms.schema.parse(termsJson),
  }
  return known
}

/** What ships with the program never changes while it runs. */
let known: ProgramData | undefined
