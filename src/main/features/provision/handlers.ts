import type { HandlersOf } from '../../../shared/kernel/channel'
import type { provisionContract } from '../../../shared/features/provision/contract'
import { day } from '../../../shared/kernel/dates'
import { periodOf, type Regime } from '../../../shared/kernel/years'
import type { SchoolDesk } from '../../db/school-desk'
import { archiveProvider, listProviders, type Span } from './repository'
import { keepProvider } from './service'

const ALL_DAYS: Span = { startsOn: day('1900-01-01'), endsOn: day('2199-12-31') }

/** `regime` says whether the school is maintained or an academy today: it decides when a financial year starts. */
export function provisionHandlers(desk: SchoolDesk, regime: () => Regime): HandlersOf<typeof provisionContract> {
  return {
    'providers.list': ({ year, includeArchived }) => ({
      providers: listProviders(desk.read, year ? periodOf(year, regime()) : ALL_DAYS, includeArchived),
    }),
    'providers.save': (input) => ({ id: desk.write('providers.save', (db) => keepProvider(db, input)) }),
    'providers.archive': ({ id, isArchived }) => {
      desk.write('providers.archive', (db) => archiveProvider(db, id, isArchived))
      return {}
    },
  }
}
