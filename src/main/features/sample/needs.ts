import { z } from 'zod'
import needsJson from '../../../../resources/sample-school/needs.json'
import { zSource, zState, type NeedState } from '../../../shared/features/needs/model'
import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import { standardColumns } from '../../db/standards'
import type { SampleContent } from './content'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'
import { sampleStandard } from './standards'

const zWho = z.object({ post: z.string(), nth: z.int().default(0) })
const zSampleNeed = z.object({
  owner: z.union([
    zWho,
    z.object({ team: z.string() }),
    z.object({ group: z.string() }),
    z.object({ school: z.literal(true) }),
  ]),
  title: z.string(),
  source: zSource,
  standard: z.string().optional(),
  priority: z.string().optional(),
  now: z.int().optional(),
  target: z.int().optional(),
  importance: z.int(),
  /** Days before today. */
  raised: z.int(),
  closed: z.int().optional(),
  /** Days after today. */
  due: z.int().optional(),
  state: zState,
  event: z.string().optional(),
  evidence: z.string().optional(),
  reason: z.string().optional(),
  practice: z.string().optional(),
  pupils: z.string().optional(),
})
type SampleNeed = z.infer<typeof zSampleNeed>
const zSampleExpertise = zWho.extend({
  subject: z.string(),
  level: z.int(),
  canTrain: z.boolean(),
  source: z.enum(['self', 'audit', 'nominated']),
  standard: z.string().optional(),
  note: z.string().optional(),
})
const zContent = z.object({ needs: z.array(zSampleNeed), expertise: z.array(zSampleExpertise) })

interface NeedsOfSample {
  readonly db: WriteDb
  readonly content: SampleContent
  /** Chance of its own, so that no other record of the sample changes with these. */
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
  /** The academic year of today, by its first calendar year. */
  readonly thisYear: number
}

/** What people, teams and the school need, as far as it has come, and who knows what. */
export function fillNeeds(needs: NeedsOfSample): void {
  const { needs: listed, expertise } = zContent.parse(needsJson)
  for (const need of listed) fillNeed(needs, need)
  for (const one of expertise) fillExpertise(needs, one)
}

function personOf({ people }: NeedsOfSample, { post, nth }: z.infer<typeof zWho>): string {
  const found = people.filter((person) => person.postTitle === post && person.leftOn === null)[nth]
  if (!found) throw new Error(`the sample has no ${post} number ${nth}`)
  return found.id
}

function ownerOf(needs: NeedsOfSample, { owner }: SampleNeed) {
  const none = { person_id: null, team_id: null, staff_group_id: null }
  if ('post' in owner) return { ...none, owner_kind: 'person' as const, person_id: personOf(needs, owner) }
  if ('team' in owner) {
    const team = needs.db.first(sql.selectFrom('team').select('id').where('name', '=', owner.team))
    return { ...none, owner_kind: 'team' as const, team_id: team?.id ?? null }
  }
  if ('group' in owner) return { ...none, owner_kind: 'postFamily' as const, staff_group_id: owner.group }
  return { ...none, owner_kind: 'school' as const }
}

/** The steps that lead to a state, with the days before today on which they were taken. */
function stepsTo({ state, raised, closed = 0 }: SampleNeed): { to: NeedState; ago: number }[] {
  const agreed = { to: 'agreed' as const, ago: Math.max(raised - 7, closed) }
  const planned = { to: 'planned' as const, ago: Math.max(raised - 10, closed) }
  const first = { to: 'raised' as const, ago: raised }
  switch (state) {
    case 'raised':
      return [first]
    case 'agreed':
      return [first, agreed]
    case 'planned':
      return [first, agreed, planned]
    default:
      return [first, agreed, planned, { to: state, ago: closed }]
  }
}

function fillNeed(needs: NeedsOfSample, need: SampleNeed): void {
  const { db, chance, people, today } = needs
  const on = (ago: number) => addDays(today, -ago)
  const steps = stepsTo(need)
  const leader = people[1]?.id ?? null
  const agreed = steps.find(({ to }) => to === 'agreed')
  const id = chance.id()
  db.runOne(
    sql.insertInto('need').values({
      id,
      ...ownerOf(needs, need),
      title: need.title,
      description: null,
      source_code: need.source,
      ...standardColumns(sampleStandard(need.standard)),
      priority_id: priorityOf(needs, need.priority),
      now_level: need.now ?? null,
      target_level: need.target ?? null,
      impact_on_practice: need.practice ?? null,
      impact_on_pupils: need.pupils ?? null,
      importance: need.importance,
      raised_on: on(need.raised),
      due_on: need.due === undefined ? null : addDays(today, need.due),
      state: need.state,
      state_on: on(steps.at(-1)?.ago ?? need.raised),
      agreed_by_person_id: agreed ? leader : null,
      agreed_on: agreed ? on(agreed.ago) : null,
      type_code: null,
      origin_kind: null,
      origin_id: null,
    }),
  )
  steps.forEach(({ to, ago }, index) => {
    const isLast = index === steps.length - 1
    db.runOne(
      sql.insertInto('need_step').values({
        id: chance.id(),
        need_id: id,
        happened_on: on(ago),
        from_state: steps[index - 1]?.to ?? null,
        to_state: to,
        by_person_id: leader,
        reason: isLast ? (need.reason ?? null) : null,
        evidence: isLast ? (need.evidence ?? null) : null,
        evidence_kind: null,
        evidence_id: null,
      }),
    )
  })
  const eventId = eventOf(needs, need.event)
  if (eventId !== null)
    db.runOne(sql.insertInto('need_event').values({ id: chance.id(), need_id: id, event_id: eventId }))
}

function priorityOf({ db, content, thisYear }: NeedsOfSample, key: string | undefined): string | null {
  const title = content.priorities.find((priority) => priority.key === key)?.title
  if (title === undefined) return null
  const query = sql.selectFrom('priority').select('id').where('academic_year', '=', thisYear)
  return db.first(query.where('title', '=', title))?.id ?? null
}

/** The event of an activity that is of this year. */
function eventOf({ db, thisYear }: NeedsOfSample, title: string | undefined): string | null {
  if (title === undefined) return null
  const found = db.first(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .innerJoin('session as s', 's.event_id', 'e.id')
      .select('e.id')
      .where('a.title', '=', title)
      .where('s.held_on', '>=', day(`${thisYear}-09-01`))
      .orderBy('s.held_on'),
  )
  return found?.id ?? null
}

function fillExpertise(needs: NeedsOfSample, one: z.infer<typeof zSampleExpertise>): void {
  const { db, chance, today } = needs
  db.runOne(
    sql.insertInto('expertise').values({
      id: chance.id(),
      person_id: personOf(needs, one),
      subject: one.subject,
      ...standardColumns(sampleStandard(one.standard)),
      level: one.level,
      can_train: one.canTrain ? 1 : 0,
      source: one.source,
      from_on: addDays(today, -60),
      until_on: null,
      note: one.note ?? null,
      origin_kind: null,
      origin_id: null,
      is_by_hand: 1,
    }),
  )
}
