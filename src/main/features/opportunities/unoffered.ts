import { sql as raw } from 'kysely'
import { whyNothing, type UnofferedGroup, type WhyNothing } from '../../../shared/features/opportunities/offers'
import { daysInclusive, earlierOf, laterOf, type Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personListName } from '../../db/person-names'
import { textsOf } from './catalogue'

interface Span {
  readonly startsOn: Day
  readonly endsOn: Day
}

interface HeldRow {
  readonly id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly started_on: Day | null
  readonly left_on: Day | null
  readonly from_on: Day
  readonly to_on: Day | null
  readonly group_id: string
  readonly group_name: string
}

interface Here {
  readonly id: string
  readonly name: string
  readonly startedOn: Day | null
  readonly groupId: string
  readonly groupName: string
  /** Of the days asked about, those in a post here, in thousandths. */
  readonly shareThousandths: number
}

/** Everybody who held a post in some days, under the group of the last of them, with the share of the days. */
function peopleHere(db: ReadDb, span: Span): Here[] {
  const rows = db.all(
    statement(raw<HeldRow>`
      select n.id, n.forename, n.surname, n.known_as, n.started_on, n.left_on, h.from_on, h.to_on,
        g.id as group_id, g.name as group_name
      from person n join post_holding h on h.person_id = n.id join post p on p.id = h.post_id
      join staff_group g on g.id = p.staff_group_id
      where n.is_archived = 0 and h.from_on <= ${span.endsOn} and coalesce(h.to_on, '9999-12-31') >= ${span.startsOn}
        and coalesce(n.left_on, '9999-12-31') >= ${span.startsOn}
        and coalesce(n.started_on, '0000-01-01') <= ${span.endsOn}
      order by n.surname collate nocase, n.forename collate nocase, n.id,
        coalesce(h.to_on, '9999-12-31') desc, h.is_main desc, h.fte_thousandths desc, h.id`),
  )
  const days = daysInclusive(span.startsOn, span.endsOn)
  return [...groupBy(rows, (row) => row.id).values()].flatMap((held) => {
    const [last] = held
    if (last === undefined) return []
    const there = daysThere(held, span)
    return [
      {
        id: last.id,
        name: personListName(last),
        startedOn: last.started_on,
        groupId: last.group_id,
        groupName: last.group_name,
        shareThousandths: days === 0 ? 0 : Math.round((there * 1000) / days),
      },
    ]
  })
}

/** Days within the span on which at least one post was held; posts held at once count once. */
function daysThere(held: readonly HeldRow[], span: Span): number {
  const spans = held
    .map((row) => ({
      from: laterOf(laterOf(row.from_on, row.started_on ?? row.from_on), span.startsOn),
      to: earlierOf(earlierOf(row.to_on ?? span.endsOn, row.left_on ?? span.endsOn), span.endsOn),
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let days = 0
  let until: Day | undefined
  for (const { from, to } of spans) {
    if (until !== undefined && to <= until) continue
    const fresh = daysInclusive(from, to)
    days += until !== undefined && from <= until ? fresh - daysInclusive(from, until) : fresh
    until = to
  }
  return days
}

export interface Unoffered {
  readonly offers: number
  readonly groups: UnofferedGroup[]
  readonly people: {
    readonly personId: string
    readonly name: string
    readonly groupName: string | null
    readonly why: WhyNothing
    readonly reason: string | null
  }[]
}

/** Who was offered nothing in some days of an academic year, and why; and how the groups fared. */
export function unofferedIn(db: ReadDb, startYear: number, span: Span): Unoffered {
  const here = peopleHere(db, span)
  const offers = db.all(
    sql
      .selectFrom('offer')
      .select(['id', 'sent_on'])
      .where('sent_on', '>=', span.startsOn)
      .where('sent_on', '<=', span.endsOn),
  )
  const ids = JSON.stringify(offers.map(({ id }) => id))
  const items = db.all(
    statement(raw<{ offer_id: string; group_ids_json: string }>`
      select i.offer_id, o.group_ids_json from offer_item i join opportunity o on o.id = i.opportunity_id
      where i.offer_id in (select value from json_each(${ids}))`),
  )
  const offered = new Map(
    db
      .all(
        statement(raw<{ person_id: string; n: number }>`
          select p.person_id, count(distinct i.opportunity_id) as n
          from offer_person p join offer_item i on i.offer_id = p.offer_id
          where p.offer_id in (select value from json_each(${ids})) group by p.person_id`),
      )
      .map((row) => [row.person_id, row.n]),
  )
  const reasons = new Map(
    db
      .all(sql.selectFrom('offer_reason').select(['person_id', 'why']).where('academic_year', '=', startYear))
      .map((row) => [row.person_id, row.why]),
  )
  const groupsOf = groupBy(items, (row) => row.offer_id)
  const facts = offers.map(({ id, sent_on }) => ({
    sentOn: sent_on,
    groupIds: (groupsOf.get(id) ?? []).map((row) => textsOf(row.group_ids_json)),
  }))
  return {
    offers: offers.length,
    groups: [...groupBy(here, ({ groupId }) => groupId).values()].map((people) => groupLine(people, offered)),
    people: here
      .filter(({ id }) => !offered.has(id))
      .map((one) => ({
        personId: one.id,
        name: one.name,
        groupName: one.groupName,
        why: whyNothing(one, facts),
        reason: reasons.get(one.id) ?? null,
      })),
  }
}

function groupLine(people: readonly Here[], offered: ReadonlyMap<string, number>): UnofferedGroup {
  const [first] = people
  return {
    groupId: first?.groupId ?? '',
    name: first?.groupName ?? '',
    heads: people.length,
    proRataThousandths: people.reduce((sum, { shareThousandths }) => sum + shareThousandths, 0),
    offeredHeads: people.filter(({ id }) => offered.has(id)).length,
    offered: people.reduce((sum, { id }) => sum + (offered.get(id) ?? 0), 0),
  }
}

/** Keeps why somebody was offered nothing in a year; null takes it back. */
export function keepReason(
  db: WriteDb,
  { personId, year, why }: { readonly personId: string; readonly year: number; readonly why: string | null },
): void {
  db.run(sql.deleteFrom('offer_reason').where('person_id', '=', personId).where('academic_year', '=', year))
  if (why === null) return
  db.runOne(sql.insertInto('offer_reason').values({ id: newId(), person_id: personId, academic_year: year, why }))
}
