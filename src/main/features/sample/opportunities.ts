import { z } from 'zod'
import opportunitiesJson from '../../../../resources/sample-school/opportunities.json'
import { aboutOf } from '../../../shared/features/opportunities/about-text'
import { zCourseMode, zDurationUnit, zProvisionCode } from '../../../shared/features/opportunities/model'
import { standardsJson } from '../../../shared/features/opportunities/standards'
import { addDays, weekdayOf, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql, type WriteDb } from '../../db/handle'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'
import { sampleStandard } from './standards'

const zOpportunity = z.object({
  title: z.string(),
  type: z.string(),
  level: z.string(),
  provision: zProvisionCode,
  expert: z.string().optional(),
  provider: z.string().optional(),
  mode: zCourseMode,
  count: z.number(),
  unit: zDurationUnit,
  pence: z.int(),
  vat: z.int().default(0),
  places: z.int().nullable().default(null),
  groups: z.array(z.string()),
  standards: z.array(z.string()),
  subjects: z.array(z.string()),
  ages: z.array(z.string()),
  /** Days from today. */
  starts: z.array(z.int()),
  about: z.string(),
})
const zContent = z.object({
  opportunities: z.array(zOpportunity),
  bulletin: z.object({
    title: z.string(),
    words: z.string(),
    groups: z.array(z.string()),
    opportunities: z.array(z.int()),
  }),
  partners: z.array(z.object({ name: z.string(), urn: z.string(), contact: z.string() })),
})
type SampleOpportunity = z.infer<typeof zOpportunity>

interface OpportunitiesNeeds {
  readonly db: WriteDb
  /** Chance of its own, so that no other record of the sample changes with these. */
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
}

/** A catalogue of eight, one bulletin with its answers, and two schools that share events. */
export function fillOpportunities(needs: OpportunitiesNeeds): void {
  const content = zContent.parse(opportunitiesJson)
  const ids = content.opportunities.map((one) => fillOpportunity(needs, one))
  fillBulletin(needs, content.bulletin, ids)
  for (const partner of content.partners) {
    const row = { id: needs.chance.id(), ...partner, work_email: null, note: null, is_archived: 0 } as const
    needs.db.runOne(sql.insertInto('partner_school').values(row))
  }
}

function fillOpportunity({ db, chance, people, today }: OpportunitiesNeeds, one: SampleOpportunity): string {
  const id = chance.id()
  const provider =
    one.provider === undefined
      ? undefined
      : db.first(sql.selectFrom('provider').select('id').where('name', '=', one.provider))
  const expert = people.find(({ postTitle, leftOn }) => postTitle === one.expert && leftOn === null)
  db.runOne(
    sql.insertInto('opportunity').values({
      id,
      title: one.title,
      type_code: one.type,
      level_code: one.level,
      provision_code: one.provision,
      provider_id: provider?.id ?? null,
      expert_person_id: expert?.id ?? null,
      mode: one.mode,
      about_json: JSON.stringify(aboutOf(one.about)),
      duration_count: one.count,
      duration_unit: one.unit,
      price_net_pence: pence(one.pence),
      price_vat_pence: pence(one.vat),
      places: one.places,
      reference: null,
      booking_address: null,
      group_ids_json: JSON.stringify(one.groups),
      standards_json: standardsJson(one.standards.flatMap((code) => sampleStandard(code) ?? [])),
      subjects_json: JSON.stringify(one.subjects),
      ages_json: JSON.stringify(one.ages),
      source_name: null,
      source_id: null,
      source_code: null,
      source_provider: null,
      source_title: null,
      is_archived: 0,
    }),
  )
  for (const days of one.starts) fillDate({ db, chance, today }, id, days)
  return id
}

function fillDate({ db, chance, today }: Omit<OpportunitiesNeeds, 'people'>, opportunityId: string, days: number) {
  const wanted = addDays(today, days)
  const weekend = weekdayOf(wanted) - 5
  const startsOn = weekend > 0 ? addDays(wanted, 3 - weekend) : wanted
  db.runOne(
    sql.insertInto('opportunity_date').values({
      id: chance.id(),
      opportunity_id: opportunityId,
      starts_on: startsOn,
      ends_on: null,
      starts_at: null,
      ends_at: null,
      venue: null,
      led_by: null,
      mode: null,
      places_left: null,
      reference: null,
      booking_address: null,
      source_key: null,
    }),
  )
}

type Bulletin = z.infer<typeof zContent>['bulletin']
const reasons = ['The day does not fit', 'I did this two years ago'] as const

/** Sent two weeks ago to those of its groups; about half have answered. */
function fillBulletin(
  { db, chance, people, today }: OpportunitiesNeeds,
  bulletin: Bulletin,
  ids: readonly string[],
) {
  const offerId = chance.id()
  db.runOne(
    sql.insertInto('offer').values({
      id: offerId,
      kind: 'bulletin',
      title: bulletin.title,
      words: bulletin.words,
      sent_on: addDays(today, -14),
      sent_by_person_id: people[1]?.id ?? null,
    }),
  )
  const offered = bulletin.opportunities.map((index) => ids[index] ?? '')
  offered.forEach((opportunity_id, position) =>
    db.runOne(
      sql.insertInto('offer_item').values({ id: chance.id(), offer_id: offerId, opportunity_id, position }),
    ),
  )
  const sentTo = people.filter(({ group, leftOn }) => leftOn === null && bulletin.groups.includes(group))
  sentTo.forEach((person, index) => {
    db.runOne(sql.insertInto('offer_person').values({ id: chance.id(), offer_id: offerId, person_id: person.id }))
    const opportunity_id = offered[index % offered.length] ?? ''
    if (index % 2 === 1) return
    const isNo = index % 6 === 4
    db.runOne(
      sql.insertInto('offer_answer').values({
        id: chance.id(),
        offer_id: offerId,
        opportunity_id,
        person_id: person.id,
        answer: isNo ? 'no' : 'interested',
        why: isNo ? (reasons[(index / 2) % reasons.length] ?? null) : null,
        answered_on: addDays(today, -10 + (index % 8)),
      }),
    )
  })
}
