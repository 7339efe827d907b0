import type { HandlersOf } from '../../../shared/kernel/channel'
import type { provisionContract } from '../../../shared/features/provision/contract'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { archiveProvider, listProviders } from './repository'
import { keepProvider } from './service'

export function provisionHandlers(desk: SchoolDesk): HandlersOf<typeof provisionContract> {
  return {
    'providers.list': ({ year, includeArchived }) => ({
      providers: listProviders(desk.read, year && daysOfYear(desk.read, year), includeArchived),
    }),
    'providers.save': (input) => ({ id: desk.write('providers.save', (db) => keepProvider(db, input)) }),
    'providers.archive': ({ id, isArchived }) => {
      desk.write('providers.archive', (db) => archiveProvider(db, id, isArchived))
      return {}
    },
  }
}
