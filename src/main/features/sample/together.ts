import { addDays, day, type Day } from '../../../shared/kernel/dates'
import { sql, type WriteDb } from '../../db/handle'
import type { SampleContent } from './content'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'

interface TogetherNeeds {
  readonly db: WriteDb
  readonly content: SampleContent
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
  /** The academic year of today, by its first calendar year. */
  readonly thisYear: number
}

/**
 * Two pairs with their meetings, an induction under way and most responsibilities given. Filled in last, so that no
 * other record of the sample changes with it.
 */
export function fillTogether(needs: TogetherNeeds): void {
  const { together } = needs.content
  for (const pair of together.pairs) fillPair(needs, pair)
  fillInduction(needs)
  for (const given of together.responsibilities) fillDuties(needs, given)
}

type Together = SampleContent['together']

/** The first of a post who still works here. */
function holderOf({ people }: TogetherNeeds, postTitle: string): string {
  const found = people.find((person) => person.postTitle === postTitle && person.leftOn === null)
  if (!found) throw new Error(`the sample has nobody who is ${postTitle}`)
  return found.id
}

const firstDay = ({ thisYear }: TogetherNeeds): Day => day(`${thisYear}-09-01`)

/** From this September to the summer: what has passed was held or missed, the rest is planned. */
function fillPair(needs: TogetherNeeds, pair: Together['pairs'][number]): void {
  const { db, chance, today } = needs
  const startedOn = addDays(firstDay(needs), pair.startWeek * 7)
  const pairId = chance.id()
  db.runOne(
    sql.insertInto('mentoring_pair').values({
      id: pairId,
      kind: pair.kind,
      guide_person_id: holderOf(needs, pair.guide),
      person_id: holderOf(needs, pair.person),
      focus: pair.focus,
      started_on: startedOn,
      ended_on: null,
    }),
  )
  for (let number = 1; number * pair.everyWeeks + pair.startWeek <= 44; number += 1) {
    const heldOn = addDays(startedOn, (number - 1) * pair.everyWeeks * 7 + 3)
    const isOver = heldOn < today
    db.runOne(
      sql.insertInto('mentoring_meeting').values({
        id: chance.id(),
        pair_id: pairId,
        held_on: heldOn,
        duration_minutes: pair.minutes,
        state: !isOver ? 'planned' : pair.missed.includes(number) ? 'missed' : 'held',
        note: null,
      }),
    )
  }
}

function fillInduction(needs: TogetherNeeds): void {
  const { db, chance, content, today } = needs
  const { person, guide, note, steps } = content.together.induction
  const startedOn = firstDay(needs)
  const id = chance.id()
  const guideId = holderOf(needs, guide)
  db.runOne(
    sql.insertInto('induction').values({
      id,
      person_id: holderOf(needs, person),
      started_on: startedOn,
      responsible_person_id: guideId,
      note,
    }),
  )
  steps.forEach((step, index) => {
    const doneOn = step.doneAfterDays === null ? null : addDays(startedOn, step.doneAfterDays)
    db.runOne(
      sql.insertInto('induction_step').values({
        id: chance.id(),
        induction_id: id,
        title: step.title,
        position: (index + 1) * 10,
        responsible_person_id: guideId,
        due_on: addDays(startedOn, step.weeks * 7),
        done_on: doneOn !== null && doneOn <= today ? doneOn : null,
        left_out_reason: step.leftOut,
      }),
    )
  })
}

function fillDuties(needs: TogetherNeeds, { role, who, duties }: Together['responsibilities'][number]): void {
  const { db, chance } = needs
  const personId = holderOf(needs, who)
  for (const duty of duties) {
    db.runOne(
      sql.insertInto('responsibility_holder').values({
        id: chance.id(),
        role_id: role,
        duty_id: duty,
        person_id: personId,
        from_on: addDays(firstDay(needs), -365),
        until_on: null,
        note: null,
      }),
    )
  }
}
