import type { HandlersOf } from '../../../shared/kernel/channel'
import type { packsContract } from '../../../shared/features/packs/contract'
import type { BuiltInPacks } from './built-in'

export function packsHandlers(packs: BuiltInPacks): HandlersOf<typeof packsContract> {
  return {
    'packs.typology': () => packs.typology,
    'packs.financeCodes': () => packs.financeCodes,
  }
}
