import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zDay } from '../../kernel/dates'
import { zId } from '../../kernel/ids'
import { matchingContract } from './matching-contract'
import { offersContract } from './offers-contract'
import { zOnPaper, zPaperFormat } from './paper-format'
import { partnersContract } from './partners'
import { providerChecksContract } from './provider-checks'
import { zDateInput, zOpportunity, zOpportunityInput, zOpportunityLine } from './model'

const zIdAnswer = z.object({ id: z.string() })
const zChoice = z.object({ id: z.string(), name: z.string() })
/** Of a code that no framework has, or that nobody put to one, only the code is known. */
const zStandardChoice = z.object({
  code: z.string(),
  framework: z.string().nullable(),
  label: z.string().nullable(),
  frameworkName: z.string().nullable(),
})

export const opportunitiesContract = {
  'opportunities.list': read(
    'The catalogue: what people could go to, when it runs next, its price and how often it was offered',
    z.object({ includeArchived: z.boolean().default(false) }),
    z.object({ today: zDay, opportunities: z.array(zOpportunityLine) }),
  ),
  'opportunities.get': read('One opportunity with its dates and events', z.object({ id: zId }), zOpportunity),
  'opportunities.choices': read(
    'What to choose from when an opportunity is typed: providers, staff, staff groups, teams, and standards: those of the frameworks of the packs, then codes in use that none of them has',
    zNothing,
    z.object({
      providers: z.array(zChoice),
      people: z.array(zChoice),
      groups: z.array(zChoice),
      teams: z.array(zChoice),
      standards: z.array(zStandardChoice),
    }),
  ),
  'opportunities.save': write('Keep an opportunity', zOpportunityInput, zIdAnswer),
  'opportunities.archive': write(
    'Put opportunities away, or take them out again',
    z.object({ ids: z.array(zId).min(1, 'input.required').max(5000), isArchived: z.boolean() }),
    z.object({ count: z.int() }),
  ),
  'opportunities.saveDate': write('Keep a date of an opportunity', zDateInput, zIdAnswer),
  'opportunities.removeDate': write('Remove a date of an opportunity', z.object({ id: zId }), zNothing),
  'opportunities.makeEvent': write(
    'Make an event of an opportunity, on one of its dates, so that people can be booked',
    z.object({ id: zId, dateId: zId.nullable().default(null) }),
    z.object({ eventId: z.string(), title: z.string() }),
  ),
  'opportunities.print': host(
    'Print opportunities as a list, or save them as a file',
    z.object({ ids: z.array(zId).min(1, 'input.required').max(5000), format: zPaperFormat }),
    zOnPaper,
  ),
  ...matchingContract,
  ...offersContract,
  ...partnersContract,
  ...providerChecksContract,
} as const
