import { z } from 'zod'
import contentJson from '../../../../resources/sample-school/content.json'

const zCost = z.object({
  kind: z.string(),
  pence: z.int(),
  vat: z.number(),
  heads: z.boolean().optional(),
  fund: z.string().optional(),
  supplier: z.string().optional(),
  cover: z.int().optional(),
  recoverable: z.boolean().optional(),
})

const zEvent = z.object({
  title: z.string(),
  type: z.string(),
  offset: z.int(),
  minutes: z.int(),
  sessions: z.int().default(1),
  gap: z.int().default(0),
  who: z.string(),
  priority: z.string().nullable(),
  provider: z.string().optional(),
  led: z.string().optional(),
  inset: z.boolean().default(false),
  /** While it is running, its latest session is not marked yet. */
  leaveLatest: z.boolean().default(false),
  /** In the year that is running it is not judged yet, and its invoice not paid. */
  leaveOpen: z.boolean().default(false),
  costs: z.array(zCost),
  evaluation: z
    .object({
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      judgement: z.enum(['strong', 'some', 'none', 'too-early']),
      decision: z.enum(['repeat', 'change', 'stop', 'share']),
      actual: z.number().nullable(),
    })
    .nullable(),
})
export type SampleEvent = z.infer<typeof zEvent>
export type SampleCost = z.infer<typeof zCost>

const zContent = z.object({
  school: z.object({
    name: z.string(),
    urn: z.string(),
    authorityName: z.string(),
    phase: z.string(),
    pupilsOnRoll: z.int(),
    cpdLeaderTitle: z.string(),
  }),
  forenames: z.array(z.string()),
  surnames: z.array(z.string()),
  teams: z.array(z.string()),
  posts: z.array(
    z.object({ title: z.string(), group: z.string(), count: z.int(), fte: z.int(), team: z.string().nullable() }),
  ),
  providers: z.array(z.string()),
  funds: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      external: z.union([z.literal(0), z.literal(1)]),
      use: z.string(),
      pence: z.int(),
    }),
  ),
  priorities: z.array(
    z.object({
      key: z.string(),
      level: z.enum(['national', 'authority', 'school', 'team']),
      title: z.string(),
      measure: z.string(),
      unit: z.string(),
      direction: z.enum(['up', 'down']),
      baseline: z.number(),
      target: z.number(),
      path: z.array(z.number()),
    }),
  ),
  events: z.array(zEvent),
  /** What happens to bookings and costs later: see afterwards.ts. */
  afterwards: z.object({
    splits: z.array(z.object({ event: z.string(), kind: z.string(), fund: z.string(), weight: z.int() })),
    credits: z.array(
      z.object({
        event: z.string(),
        kind: z.string(),
        pence: z.int(),
        daysAfter: z.int(),
        reference: z.string(),
      }),
    ),
    places: z.array(
      z.object({
        event: z.string(),
        group: z.string(),
        state: z.enum(['cancelled', 'waiting']),
        reason: z.string().nullable(),
      }),
    ),
  }),
  /** Pairs, an induction and who carries what; people are named by their post: see together.ts. */
  together: z.object({
    pairs: z.array(
      z.object({
        kind: z.enum(['coaching', 'mentoring']),
        guide: z.string(),
        person: z.string(),
        focus: z.string(),
        startWeek: z.int(),
        everyWeeks: z.int(),
        minutes: z.int(),
        /** Which meetings were missed; the first is 1. */
        missed: z.array(z.int()),
      }),
    ),
    induction: z.object({
      person: z.string(),
      guide: z.string(),
      note: z.string(),
      steps: z.array(
        z.object({
          title: z.string(),
          weeks: z.int(),
          doneAfterDays: z.int().nullable().default(null),
          leftOut: z.string().nullable().default(null),
        }),
      ),
    }),
    responsibilities: z.array(z.object({ role: z.string(), who: z.string(), duties: z.array(z.string()) })),
  }),
  ledger: z.array(z.object({ supplier: z.string(), description: z.string(), net: z.int(), vat: z.int() })),
})
export type SampleContent = z.infer<typeof zContent>

/** The made-up school's content, checked. */
export function sampleContent(): SampleContent {
  return zContent.parse(contentJson)
}
