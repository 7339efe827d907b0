import type { Clock } from '../../../shared/kernel/clock'
import { addDays, day } from '../../../shared/kernel/dates'
import { academicYearOf } from '../../../shared/kernel/years'
import type { SchoolFile } from '../../db/school-file'
import { sql, type WriteDb } from '../../db/handle'
import type { ProfileInput } from '../../../shared/features/school/model'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import { fillAfterwards } from './afterwards'
import { sampleContent, type SampleContent, type SampleEvent } from './content'
import { fillCosts, fillFunds, fillLedger, type MoneyNeeds } from './money'
import { fillNeeds } from './needs'
import { fillOpportunities } from './opportunities'
import { fillPeople } from './people'
import { fillPlans, type PlanNeeds } from './plan'
import { fillPromises } from './promises'
import { fillRequests } from './requests'
import { Seeded } from './seeded'
import { fillTalks } from './talks'
import { fillSurveys } from './surveys'
import { fillTogether } from './together'
import { fillPriorities, placeEvent, type PlacedEvent, type TrailNeeds } from './trail'

export interface SampleNeeds {
  readonly clock: Clock
  readonly typology: Typology
  readonly codes: FinanceCodes
  /** The school feature's way of starting a school. */
  readonly startSchool: (
    db: WriteDb,
    school: { profile: ProfileInput; cpdLeaderTitle: string; origin: 'sample' },
  ) => void
  readonly approvePlan: PlanNeeds['approve']
}

const SEED = 20_260_901

/**
 * Fills an empty file with the sample school: last academic year whole and this one up to today, relative to the
 * clock, from a fixed seed, so that Today is never empty and the same day gives the same school. It is the one place
 * that writes other features' tables: once, into a file it has just been given, as one change.
 */
export function fillSample(file: SchoolFile, needs: SampleNeeds): void {
  const content = sampleContent()
  const chance = new Seeded(SEED)
  const today = needs.clock.today()
  const thisYear = academicYearOf(today)
  const lastYear = thisYear - 1
  file.write({ channel: 'school.openSample' }, (db) => {
    needs.startSchool(db, {
      origin: 'sample',
      cpdLeaderTitle: content.school.cpdLeaderTitle,
      profile: {
        validFrom: day(`${lastYear}-04-01`),
        name: content.school.name,
        urn: content.school.urn,
        authorityName: content.school.authorityName,
        phase: content.school.phase,
        regime: 'maintained',
        pupilsOnRoll: content.school.pupilsOnRoll,
      },
    })
    const people = fillPeople(db, content, chance, lastYear)
    db.runOne(sql.updateTable('school').set({ cpd_leader_person_id: people[1]?.id ?? null }))
    const trail: TrailNeeds = { db, content, chance, people, typology: needs.typology, today }
    const money: MoneyNeeds = { db, content, chance, codes: needs.codes, today }
    const activityIds = fillActivities(trail)
    const funds = fillFunds(money, lastYear, 3)
    const placedEvents: PlacedEvent[] = []
    for (const year of [lastYear, thisYear]) {
      const priorities = fillPriorities(trail, year)
      content.events.forEach((event, index) => {
        const ids = {
          activityId: activityIds.get(event.title) ?? '',
          priorityId: event.priority === null ? null : (priorities.get(event.priority) ?? null),
        }
        const placed = placeEvent(trail, year, event, ids, index + year)
        placedEvents.push(placed)
        fillCosts(money, placed, funds, {
          order: (year - lastYear) * 100 + index,
          isUnpaid: event.leaveOpen && year === thisYear,
        })
        fillEvaluation(trail, placed, year, event.leaveOpen && year === thisYear)
      })
    }
    fillLedger(money)
    fillAfterwards(money, placedEvents, funds, people)
    fillTogether({ db, content, chance, people, today, thisYear })
    fillPromises({ db, chance, people, today, lastYear })
    fillNeeds({ db, content, chance: new Seeded(SEED + 180), people, today, thisYear })
    fillRequests({ db, chance: new Seeded(SEED + 220), people, today })
    fillOpportunities({ db, chance: new Seeded(SEED + 160), people, today })
    fillTalks({ db, chance: new Seeded(SEED + 190), people, today })
    fillSurveys({ db, chance: new Seeded(SEED + 200), people, today, thisYear })
    const events = placedEvents.slice(content.events.length)
    const approve = needs.approvePlan
    fillPlans({ db, content, chance: new Seeded(SEED + 210), people, events, thisYear, today, approve })
  })
}

function fillActivities({ db, content, chance, typology }: TrailNeeds): Map<string, string> {
  const providers = new Map(content.providers.map((name) => [name, chance.id()] as const))
  for (const [name, id] of providers) {
    db.runOne(
      sql.insertInto('provider').values({
        id,
        name,
        kind: null,
        contact: null,
        work_email: null,
        phone: null,
        website: null,
        note: null,
        is_archived: 0,
      }),
    )
  }
  const ids = new Map<string, string>()
  for (const event of content.events) {
    const type = typology.types.find((known) => known.code === event.type)
    const id = chance.id()
    ids.set(event.title, id)
    db.runOne(
      sql.insertInto('activity').values({
        id,
        title: event.title,
        reference: null,
        type_code: event.type,
        provision_code: event.provider ? 'external' : (type?.provision ?? 'within'),
        level_code: type?.level ?? 'individual',
        provider_id: event.provider ? (providers.get(event.provider) ?? null) : null,
        default_minutes: event.minutes,
        description: null,
        is_archived: 0,
      }),
    )
  }
  return ids
}

/** Planned when booked; judged three weeks after the end, if that day has come and somebody did judge. */
function fillEvaluation(
  { db, content, chance, people, today }: TrailNeeds,
  event: PlacedEvent,
  year: number,
  isOpen: boolean,
): void {
  const measured = measureFor(content, event.content)
  const first = event.sessions[0]?.heldOn ?? today
  const judgedOn = addDays(event.sessions.at(-1)?.heldOn ?? first, 21)
  const judged =
    !isOpen && event.content.evaluation !== null && event.isDone && judgedOn <= today
      ? event.content.evaluation
      : null
  if (!measured && !judged) return
  db.runOne(
    sql.insertInto('evaluation').values({
      id: chance.id(),
      event_id: event.id,
      question: measured ? `Did it help towards “${measured.title}”?` : null,
      measure: measured?.measure ?? null,
      unit: measured?.unit ?? null,
      direction: measured?.direction ?? 'up',
      baseline_value: measured?.baseline ?? null,
      baseline_on: measured ? day(`${year}-09-15`) : null,
      baseline_recorded_on: measured ? addDays(first, -10) : null,
      is_baseline_late: 0,
      target_value: measured?.target ?? null,
      target_on: measured ? day(`${year + 1}-07-10`) : null,
      actual_value: judged?.actual ?? null,
      actual_on: judged && judged.actual !== null ? judgedOn : null,
      evidence_level: judged?.level ?? null,
      evidence_note: null,
      other_causes: null,
      impact_judgement: judged?.judgement ?? null,
      decision: judged?.decision ?? null,
      judgement_reason: null,
      judged_by_person_id: judged ? (people[1]?.id ?? null) : null,
      judged_on: judged ? judgedOn : null,
    }),
  )
}

function measureFor(content: SampleContent, event: SampleEvent): SampleContent['priorities'][number] | undefined {
  return content.priorities.find((priority) => priority.key === event.priority)
}
