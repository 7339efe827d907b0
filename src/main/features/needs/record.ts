import { Refusal } from '../../../shared/kernel/result'
import type { Day } from '../../../shared/kernel/dates'
import type { EvidencePoint, Need, NeedStep, Serving } from '../../../shared/features/needs/model'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import { sql as raw } from 'kysely'
import { sql, type ReadDb } from '../../db/handle'
import { eventTitle } from '../../db/event-titles'
import { joinedName } from '../../db/person-names'
import type { NeedRow } from '../../db/schema'
import { needQuery, rowToNeed } from './repository'

/** Kinds of activity, by their codes. */
export type Types = readonly { readonly code: string; readonly name: string }[]

/** One need with everything about it. Throws Refusal `record.missing`. */
export function needOf(db: ReadDb, id: string, today: Day, types: Types): Need {
  const row = db.first(needQuery(today, raw`n.id = ${id}`))
  if (!row) throw new Refusal('record.missing')
  return {
    ...rowToNeed(row),
    description: row.description,
    impactOnPractice: row.impact_on_practice,
    impactOnPupils: row.impact_on_pupils,
    typeCode: row.type_code,
    typeName: types.find(({ code }) => code === row.type_code)?.name ?? null,
    agreedByPersonId: row.agreed_by_person_id,
    origin:
      row.origin_kind === null || row.origin_id === null ? null : { kind: row.origin_kind, id: row.origin_id },
    steps: stepsOf(db, id),
    servedBy: servedBy(db, row),
  }
}

function stepsOf(db: ReadDb, needId: string): NeedStep[] {
  const rows = db.all(
    sql
      .selectFrom('need_step as s')
      .leftJoin('person as p', 'p.id', 's.by_person_id')
      .selectAll('s')
      .select(['p.forename', 'p.surname', 'p.known_as'])
      .where('s.need_id', '=', needId)
      .orderBy('s.id'),
  )
  return rows.map((row) => ({
    id: row.id,
    happenedOn: row.happened_on,
    from: row.from_state,
    to: row.to_state,
    byName: joinedName(row),
    reason: row.reason,
    evidence: row.evidence,
    point:
      row.evidence_kind === null || row.evidence_id === null
        ? null
        : pointOf(db, { kind: row.evidence_kind, id: row.evidence_id }),
  }))
}

const gone = { title: null, route: null }

/** What evidence points to, by its name and where it is found. */
function pointOf(db: ReadDb, point: EvidencePoint): NeedStep['point'] {
  if (point.kind === 'document') {
    const row = db.first(sql.selectFrom('document').select('title').where('id', '=', point.id))
    return { ...point, ...(row ? { title: row.title, route: `/documents/${point.id}` } : gone) }
  }
  const events = sql
    .selectFrom('event as e')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .select(['e.id', eventTitle().as('title')])
  const row =
    point.kind === 'event'
      ? db.first(events.where('e.id', '=', point.id))
      : db.first(events.innerJoin('evaluation as v', 'v.event_id', 'e.id').where('v.id', '=', point.id))
  return { ...point, ...(row ? { title: row.title, route: `/activities/${row.id}` } : gone) }
}

function servedBy(db: ReadDb, need: NeedRow): Serving[] {
  const rows = db.all(
    sql
      .selectFrom('need_event as l')
      .innerJoin('event as e', 'e.id', 'l.event_id')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('evaluation as v', 'v.event_id', 'e.id')
      .leftJoin('booking as b', (join) =>
        join
          .onRef('b.event_id', '=', 'e.id')
          .on('b.person_id', '=', need.person_id)
          .on('b.state', '<>', 'cancelled'),
      )
      .select((eb) => [
        'e.id',
        'e.title as event_title',
        'a.title',
        'e.status',
        'v.id as evaluation_id',
        'b.id as booking_id',
        eb
          .selectFrom('session as s')
          .select((s) => s.fn.min<Day>('s.held_on').as('on'))
          .whereRef('s.event_id', '=', 'e.id')
          .as('first_on'),
      ])
      .where('l.need_id', '=', need.id)
      .orderBy('first_on', 'desc')
      .orderBy('e.id'),
  )
  return rows.map((row) => ({
    eventId: row.id,
    title: fullEventTitle(row.title, row.event_title),
    status: row.status,
    firstOn: row.first_on,
    isBooked: need.person_id === null ? null : row.booking_id !== null,
    evaluationId: row.evaluation_id,
  }))
}
