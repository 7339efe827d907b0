import { zActivityInput, zEventInput, zSessionInput } from '../../../shared/features/activities/model'
import type { Typology } from '../../../shared/features/packs/model'
import type { Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type WriteDb } from '../../db/handle'
import { book } from './bookings-service'
import { keepActivity, keepEvent } from './events-service'
import { activityByTitle } from './repository'

/** What is planned: a run of an activity of this title, which is made where there is none. */
export interface PlannedRun {
  readonly title: string
  readonly typeCode: string
  readonly providerId: string | null
  readonly ledBy: string | null
  readonly priorityId: string | null
  /** The day of its first session; without one it stands in the diary as something to be dated. */
  readonly heldOn: Day | null
  readonly durationMinutes: number | null
  /** The line of the training plan that it is made of. */
  readonly planLineId: string | null
}

/** Makes a planned event. Source and level follow from the kind. Throws Refusals `input.invalid`, `session.no-length`. */
export function makePlannedRun(
  db: WriteDb,
  run: PlannedRun,
  { typology, today }: { readonly typology: Typology; readonly today: Day },
): string {
  const type = typology.types.find(({ code }) => code === run.typeCode)
  if (!type) throw new Refusal('input.invalid', undefined, [{ path: 'typeCode', code: 'input.invalid' }])
  const activityId =
    activityByTitle(db, run.title) ??
    keepActivity(
      db,
      zActivityInput.parse({
        title: run.title,
        typeCode: type.code,
        provisionCode: type.provision,
        levelCode: type.level,
        providerId: run.providerId,
        defaultMinutes: run.durationMinutes,
      }),
      typology,
    )
  if (run.heldOn !== null && run.durationMinutes === null)
    throw new Refusal('session.no-length', undefined, [{ path: 'durationMinutes', code: 'session.no-length' }])
  const sessions =
    run.heldOn === null ? [] : [zSessionInput.parse({ heldOn: run.heldOn, durationMinutes: run.durationMinutes })]
  const event = zEventInput.parse({
    activityId,
    status: 'planned',
    ledBy: run.ledBy,
    priorityId: run.priorityId,
    sessions,
  })
  const id = keepEvent(db, event, today, typology)
  if (run.planLineId !== null)
    db.runOne(sql.updateTable('event').set({ plan_line_id: run.planLineId }).where('id', '=', id))
  return id
}

/** Gives places to people; over the capacity they wait. Returns how many got one or wait. */
export function bookAll(db: WriteDb, eventId: string, personIds: readonly string[], today: Day): number {
  const { booked, waiting } = book(db, { eventId, personIds }, { today })
  return booked + waiting
}
