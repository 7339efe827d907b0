import { z } from 'zod'
import { read, write, zNothing } from '../../kernel/channel'
import { zId } from '../../kernel/ids'
import { zYearAsked } from '../../kernel/years'
import { zProvider, zProviderInput } from './model'

export const provisionContract = {
  'providers.list': read(
    'Who provides, with the events, people and money of a year, or of all years',
    z.object({ year: zYearAsked.optional(), includeArchived: z.boolean().default(false) }),
    z.object({ providers: z.array(zProvider) }),
  ),
  'providers.save': write('Keep a provider', zProviderInput, z.object({ id: z.string() })),
  'providers.archive': write(
    'Put a provider away, or take it out again',
    z.object({ id: zId, isArchived: z.boolean() }),
    zNothing,
  ),
}
