import type { HandlersOf } from '../../../shared/kernel/channel'
import type { provisionContract } from '../../../shared/features/provision/contract'
import { day } from '../../../shared/kernel/dates'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { archiveProvider, listProviders, type Span } from './repository'
import { keepProvider } from './service'

const ALL_DAYS: Span = { startsOn: day('1900-01-01'), endsOn: day('2199-12-31') }

export function provisionHandlers(desk: SchoolDesk): HandlersOf<typeof provisionContract> {
  return {
    'providers.list': ({ year, includeArchived }) => ({
      providers: listProviders(desk.read, year ? daysOfYear(desk.read, year) : ALL_DAYS, includeArchived),
    }),
    'providers.save': (input) => ({ id: desk.write('providers.save', (db) => keepProvider(db, input)) }),
    'providers.archive': ({ id, isArchived }) => {
      desk.write('providers.archive', (db) => archiveProvider(db, id, isArchived))
      return {}
    },
  }
}
