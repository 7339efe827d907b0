import { z } from 'zod'
import talksJson from '../../../../resources/sample-school/talks.json'
import { zTalk, type Talk } from '../../../shared/features/talks/model'
import { foundNeeds, isAgreedByTwo, sourceOf } from '../../../shared/features/talks/rules'
import { addDays, earlierOf, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import { columnsOfTalk } from '../../db/talk-columns'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'

const zWho = z.object({ post: z.string(), nth: z.int().default(0) })
const zSampleTalk = z.object({
  daysAgo: z.int(),
  /** How many days later both agreed; left out where they did not yet. */
  agreedAfter: z.int().optional(),
  person: zWho.optional(),
  with: zWho.optional(),
  team: z.string().optional(),
  talk: z.record(z.string(), z.unknown()),
})
type SampleTalk = z.infer<typeof zSampleTalk>

interface TalksOfSample {
  readonly db: WriteDb
  /** Chance of its own, so that no other record of the sample changes with these. */
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
}

/** Talks and notes of the last weeks, with the needs of those that both agreed to. */
export function fillTalks(needs: TalksOfSample): void {
  for (const talk of z.array(zSampleTalk).parse(talksJson.talks)) fillTalk(needs, talk)
}

function fillTalk(needs: TalksOfSample, sample: SampleTalk): void {
  const { db, chance, today } = needs
  const heldOn = addDays(today, -sample.daysAgo)
  const agreedOn = sample.agreedAfter === undefined ? null : earlierOf(addDays(heldOn, sample.agreedAfter), today)
  const talk = zTalk.parse({
    ...sample.talk,
    heldOn,
    ...(sample.person && { personId: personOf(needs, sample.person) }),
    ...(sample.with && { withPersonId: personOf(needs, sample.with) }),
    ...(sample.team !== undefined && { teamId: teamOf(db, sample.team) }),
    ...('promises' in sample.talk && agreedOn !== null && { lookOn: addDays(heldOn, 150) }),
  })
  const id = chance.id()
  db.runOne(
    sql.insertInto('talk').values({
      id,
      ...columnsOfTalk(talk),
      agreed_on: agreedOn,
      looked_back_on: null,
      looked_back_for: null,
      look_back: null,
    }),
  )
  if (agreedOn !== null) fillNeeds(needs, { id, talk, agreedOn })
}

/** The needs of a talk that both agreed to, as they are raised when it is recorded. */
function fillNeeds(
  { db, chance }: TalksOfSample,
  { id, talk, agreedOn }: { readonly id: string; readonly talk: Talk; readonly agreedOn: Day },
): void {
  if (!isAgreedByTwo(talk.kind) || !('personId' in talk)) return
  for (const need of foundNeeds(talk)) {
    const needId = chance.id()
    db.runOne(
      sql.insertInto('need').values({
        id: needId,
        owner_kind: 'person',
        person_id: talk.personId,
        team_id: null,
        staff_group_id: null,
        title: need.title,
        description: null,
        source_code: sourceOf(talk),
        standard_code: null,
        standard_framework: null,
        standard_label: null,
        priority_id: null,
        now_level: null,
        target_level: null,
        impact_on_practice: null,
        impact_on_pupils: need.impactOnPupils,
        importance: need.importance,
        raised_on: talk.heldOn,
        due_on: need.dueOn,
        state: 'agreed',
        state_on: agreedOn,
        agreed_by_person_id: talk.withPersonId,
        agreed_on: agreedOn,
        type_code: null,
        origin_kind: talk.kind,
        origin_id: id,
      }),
    )
    const step = { need_id: needId, by_person_id: talk.withPersonId, reason: null, evidence: null }
    const nothing = { evidence_kind: null, evidence_id: null }
    for (const [from, to, on] of [
      [null, 'raised', talk.heldOn],
      ['raised', 'agreed', agreedOn],
    ] as const)
      db.runOne(
        sql
          .insertInto('need_step')
          .values({ id: chance.id(), ...step, ...nothing, happened_on: on, from_state: from, to_state: to }),
      )
  }
}

function personOf({ people }: TalksOfSample, { post, nth }: z.infer<typeof zWho>): string {
  const found = people.filter((person) => person.postTitle === post && person.leftOn === null)[nth]
  if (!found) throw new Error(`the sample has no ${post} number ${nth}`)
  return found.id
}

function teamOf(db: WriteDb, name: string): string {
  const team = db.first(sql.selectFrom('team').select('id').where('name', '=', name))
  if (!team) throw new Error(`the sample has no team ${name}`)
  return team.id
}
