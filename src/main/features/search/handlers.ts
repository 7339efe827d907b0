import type { HandlersOf } from '../../../shared/kernel/channel'
import type { searchContract } from '../../../shared/features/search/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { find } from './repository'

export function searchHandlers(desk: SchoolDesk): HandlersOf<typeof searchContract> {
  return {
    'search.find': ({ text, limit }) => ({ found: desk.isOpen ? find(desk.read, text, limit) : [] }),
  }
}
