import { z } from 'zod'
import { host, read, write, zNothing } from '../../kernel/channel'
import { zId } from '../../kernel/ids'
import { zOptionalLine } from '../../kernel/texts'
import { zOnPaper } from './paper-format'
import { zAnswersInput, zOfferDetail, zOfferInput, zOfferLine, zUnofferedGroup, zWhyNothing } from './offers'

const zYear = z.object({ year: z.int().min(1990).max(2100).optional() })

export const offersContract = {
  'offers.list': read(
    'What was offered in an academic year: bulletins and booklets with how many answered',
    zYear,
    z.object({ startYear: z.int(), thisYear: z.int(), offers: z.array(zOfferLine) }),
  ),
  'offers.get': read(
    'One offer: what was in it, to whom it went and what they said',
    z.object({ id: zId }),
    zOfferDetail,
  ),
  'offers.send': write(
    'Keep that opportunities were offered to people and groups',
    zOfferInput,
    z.object({ id: z.string(), people: z.int() }),
  ),
  'offers.answer': write('Keep what people said to an offer', zAnswersInput, z.object({ count: z.int() })),
  'offers.print': host(
    'Prints a bulletin or the annual programme, with a slip for the answer, or saves it',
    z.object({ id: zId, format: z.enum(['print', 'pdf', 'docx']) }),
    zOnPaper,
  ),
  'offers.unoffered': read(
    'Who was offered nothing in an academic year and why, and each group by its fair share',
    zYear,
    z.object({
      startYear: z.int(),
      thisYear: z.int(),
      offers: z.int(),
      groups: z.array(zUnofferedGroup),
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          groupName: z.string().nullable(),
          why: zWhyNothing,
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  'offers.saveReason': write(
    'Keep why somebody was offered nothing in a year; nothing takes it back',
    z.object({ personId: zId, year: z.int().min(1990).max(2100), why: zOptionalLine(300) }),
    zNothing,
  ),
} as const
