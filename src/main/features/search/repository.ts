import { sql as raw } from 'kysely'
import { formatDayShort } from '../../../shared/kernel/dates'
import { formatPence, pence } from '../../../shared/kernel/money'
import { yearLabel } from '../../../shared/kernel/years'
import { requestNumber, standsTitle } from '../../../shared/features/requests/words'
import type { Found } from '../../../shared/features/search/contract'
import type { TalkKind } from '../../../shared/features/talks/model'
import { kindRoutes } from '../../../shared/features/talks/words'
import { fullEventTitle } from '../../../shared/features/activities/rules'
import { sql, type ReadDb } from '../../db/handle'
import { placeColumns, placeOfRequest } from '../../db/request-places'
import { joinedName, personName } from '../../db/person-names'

/** Everything in the file that has a name, as it is shown when it is found. */
export function* everythingNamed(db: ReadDb): Generator<Found> {
  yield* people(db)
  yield* events(db)
  yield* requests(db)
  yield* plainNames(db)
  yield* needs(db)
  yield* talks(db)
  yield* rounds(db)
  yield* costs(db)
}

function* people(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql
      .selectFrom('person as p')
      .leftJoin('post_holding as h', (join) => join.onRef('h.person_id', '=', 'p.id').on('h.is_main', '=', 1))
      .leftJoin('post', 'post.id', 'h.post_id')
      .select(['p.id', 'p.forename', 'p.surname', 'p.known_as', 'p.left_on', 'post.title'])
      .where('p.is_archived', '=', 0)
      // Of the main posts held one after another, the last.
      .orderBy('p.id')
      .orderBy('h.from_on', 'desc')
      .orderBy('h.id'),
  )
  const seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(row.id)) continue
    seen.add(row.id)
    const left = row.left_on === null ? '' : `, left ${formatDayShort(row.left_on)}`
    yield {
      kind: 'person',
      id: row.id,
      title: personName(row),
      note: `${row.title ?? 'Staff'}${left}`,
      route: `/staff/${row.id}`,
    }
  }
}

function* events(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql
      .selectFrom('event as e')
      .innerJoin('activity as a', 'a.id', 'e.activity_id')
      .leftJoin('session as s', 's.event_id', 'e.id')
      .select((eb) => ['e.id', 'e.title', 'a.title as activity_title', eb.fn.min('s.held_on').as('first_on')])
      .where('e.is_archived', '=', 0)
      .groupBy('e.id')
      // Of two with one name the newer is found first.
      .orderBy('first_on', 'desc'),
  )
  for (const row of rows) {
    const when = row.first_on === null ? 'no day yet' : formatDayShort(row.first_on)
    yield {
      kind: 'event',
      id: row.id,
      title: fullEventTitle(row.activity_title, row.title),
      note: when,
      route: `/activities/${row.id}`,
    }
  }
}

function* requests(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql
      .selectFrom('request as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .leftJoin('booking as k', 'k.id', 'r.booking_id')
      .leftJoin('event as e', 'e.id', 'k.event_id')
      .select(['r.id', 'r.number', 'r.title', 'r.state', 'p.forename', 'p.surname', 'p.known_as'])
      .select(placeColumns)
      .orderBy('r.number', 'desc'),
  )
  for (const row of rows) {
    const about = [
      'Request',
      requestNumber(row.number),
      personName(row),
      standsTitle({ state: row.state, booking: placeOfRequest(row) }),
    ]
    yield { kind: 'request', id: row.id, title: row.title, note: about.join(' · '), route: `/requests/${row.id}` }
  }
}

function* plainNames(db: ReadDb): Generator<Found> {
  for (const row of db.each(
    sql.selectFrom('priority').select(['id', 'title', 'academic_year']).where('is_archived', '=', 0),
  )) {
    yield {
      kind: 'priority',
      id: row.id,
      title: row.title,
      note: `Priority, ${yearLabel(row.academic_year)}`,
      route: `/priorities/${row.id}`,
    }
  }
  for (const row of db.each(sql.selectFrom('provider').select(['id', 'name']).where('is_archived', '=', 0))) {
    yield { kind: 'provider', id: row.id, title: row.name, note: 'Provider', route: `/providers/${row.id}` }
  }
  const opportunities = sql
    .selectFrom('opportunity as o')
    .leftJoin('provider as r', 'r.id', 'o.provider_id')
    .select(['o.id', 'o.title', 'r.name'])
    .where('o.is_archived', '=', 0)
  for (const { id, title, name } of db.each(opportunities)) {
    const note = name === null ? 'Opportunity' : `Opportunity, ${name}`
    yield { kind: 'opportunity', id, title, note, route: `/opportunities/${id}` }
  }
  const planLines = sql
    .selectFrom('plan_line as n')
    .innerJoin('training_plan as t', 't.id', 'n.plan_id')
    .select(['n.id', 'n.title', 't.academic_year'])
  for (const { id, title, academic_year: year } of db.each(planLines)) {
    const note = `In the plan of ${yearLabel(year)}`
    yield { kind: 'plan', id, title, note, route: `/plan/lines/${id}?year=${year}` }
  }
  for (const { id, title, academic_year: year } of db.each(sql.selectFrom('training_plan').selectAll())) {
    yield { kind: 'plan', id, title, note: 'Training plan', route: `/plan?year=${year}` }
  }
  for (const row of db.each(sql.selectFrom('fund').select(['id', 'name']).where('is_archived', '=', 0))) {
    yield { kind: 'fund', id: row.id, title: row.name, note: 'Fund', route: `/money/funds/${row.id}` }
  }
  for (const row of db.each(sql.selectFrom('issued_report').select(['id', 'title', 'number', 'issued_on']))) {
    yield {
      kind: 'issued-report',
      id: row.id,
      title: row.title,
      note: `Issued ${formatDayShort(row.issued_on)}, no. ${row.number}`,
      route: `/reports/issued/${row.id}`,
    }
  }
}

/** By title, with whose it is. */
function* needs(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql
      .selectFrom('need as n')
      .leftJoin('person as p', 'p.id', 'n.person_id')
      .leftJoin('team as t', 't.id', 'n.team_id')
      .leftJoin('staff_group as g', 'g.id', 'n.staff_group_id')
      .select([
        'n.id',
        'n.title',
        'n.state',
        'p.forename',
        'p.surname',
        'p.known_as',
        't.name as team',
        'g.name as group',
      ])
      .where('n.state', '<>', 'withdrawn'),
  )
  for (const row of rows) {
    const whose = joinedName(row) ?? row.team ?? row.group ?? 'whole school'
    yield { kind: 'need', id: row.id, title: row.title, note: `Need, ${whose}`, route: `/needs/record/${row.id}` }
  }
}

/** Talks and notes by whom they are about, or by what was asked. */
function* talks(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql
      .selectFrom('talk as t')
      .leftJoin('person as p', 'p.id', 't.person_id')
      .leftJoin('team as m', 'm.id', 't.team_id')
      .select(['t.id', 't.kind', 't.held_on', 'p.forename', 'p.surname', 'p.known_as', 'm.name as team'])
      .select(raw<string | null>`json_extract(t.body_json, '$.title')`.as('title'))
      .orderBy('t.held_on', 'desc'),
  )
  for (const row of rows) {
    const whose = joinedName(row)
    const title = row.kind === 'review' ? `Review of ${whose ?? ''}` : [whose, row.title].filter(Boolean).join(': ')
    const about = [talkNames[row.kind], row.team, formatDayShort(row.held_on)].filter((part) => part !== null)
    yield { kind: 'talk', id: row.id, title, note: about.join(', '), route: `${kindRoutes[row.kind]}/${row.id}` }
  }
}

const talkNames: Readonly<Record<TalkKind, string>> = {
  review: 'Review',
  meeting: 'Team exercise',
  walk: 'Learning walk',
  voice: 'Pupils and parents',
  route: 'Way to a qualification',
}

/** Rounds of forms by their titles. */
function* rounds(db: ReadDb): Generator<Found> {
  const rows = db.each(
    sql.selectFrom('survey_round').select(['id', 'title', 'opens_on']).orderBy('opens_on', 'desc'),
  )
  for (const { id, title, opens_on: opensOn } of rows)
    yield { kind: 'round', id, title, note: `Form, ${formatDayShort(opensOn)}`, route: `/needs/forms/${id}` }
}

function* costs(db: ReadDb): Generator<Found> {
  for (const row of db.each(
    sql.selectFrom('cost_line').select(['id', 'description', 'supplier', 'order_number', 'net_pence']),
  )) {
    // The end of a long line is cut off where it is shown: never in the middle of an amount.
    const about = [formatPence(pence(row.net_pence)), row.order_number, row.supplier].filter(
      (part) => part !== null,
    )
    yield {
      kind: 'cost',
      id: row.id,
      title: row.description,
      note: about.join(' · '),
      route: `/money/costs/${row.id}`,
    }
  }
}
