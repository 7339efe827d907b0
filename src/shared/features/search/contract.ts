import { z } from 'zod'
import { read } from '../../kernel/channel'

export const zFound = z.object({
  kind: z.enum([
    'person',
    'activity',
    'event',
    'provider',
    'opportunity',
    'need',
    'talk',
    'round',
    'plan',
    'priority',
    'request',
    'fund',
    'cost',
    'issued-report',
  ]),
  id: z.string(),
  title: z.string(),
  note: z.string(),
  /** Where it is in the application. */
  route: z.string(),
})
export type Found = z.infer<typeof zFound>

export const searchContract = {
  'search.find': read(
    'People, activities, money and reports whose words begin with what is typed',
    z.object({ text: z.string().trim().max(100), limit: z.int().min(1).max(50).default(20) }),
    z.object({ found: z.array(zFound) }),
  ),
}
