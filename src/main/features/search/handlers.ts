import type { HandlersOf } from '../../../shared/kernel/channel'
import type { searchContract } from '../../../shared/features/search/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { NameIndex } from './name-index'

export function searchHandlers(desk: SchoolDesk): HandlersOf<typeof searchContract> {
  const names = new NameIndex(desk)
  return {
    'search.find': ({ text, limit }) => ({ found: names.find(text, limit) }),
  }
}
