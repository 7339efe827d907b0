import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import { pence, type Pence } from '../../../shared/kernel/money'
import { academicYearOf } from '../../../shared/kernel/years'
import {
  clustersOf,
  costsOf,
  matrixOf,
  partsOf,
  wholeOf,
  type Balance,
  type BalancedNeed,
  type Offered,
} from '../../../shared/features/needs/balance'
import { offeredIndex } from '../../../shared/features/needs/serving'
import { isOpen } from '../../../shared/features/needs/rules'
import { standardsOf } from '../../../shared/features/opportunities/standards'
import { sourceNames } from '../../../shared/features/needs/words'
import type { NeedSource } from '../../../shared/features/needs/model'
import { expertiseOn } from '../../db/expertise-on-day'
import { statement, type ReadDb } from '../../db/handle'
import type { NeedRow } from '../../db/schema'
import { spendOfEvents } from '../../db/spend-of-events'
import { standardIn } from '../../db/standards'
import { inYear, mainGroups } from './repository'

type Row = Pick<
  NeedRow,
  | 'id'
  | 'owner_kind'
  | 'person_id'
  | 'team_id'
  | 'title'
  | 'standard_code'
  | 'standard_framework'
  | 'standard_label'
  | 'source_code'
  | 'importance'
  | 'state'
> & {
  group_id: string | null
  group_name: string | null
  priority_id: string | null
  priority_title: string | null
}

interface Link {
  readonly need_id: string
  readonly event_id: string
}

/** The needs of a year set beside each other; this academic year when none is asked for. */
export function balanceOf(db: ReadDb, today: Day, asked: number | undefined): Balance {
  const thisYear = academicYearOf(today)
  const startYear = asked ?? thisYear
  const links = linksOf(db)
  const needs = needsOf(db, today, startYear, links)
  const fits = offeredIndex(offeredNow(db, today))
  const experts = expertiseOn(db, today).filter(({ canTrain }) => canTrain)
  const costs = costsOf(needs, ...moneyOf(db, needs, links), fits)
  return {
    startYear,
    thisYear,
    whole: wholeOf(needs),
    byPriority: partsOf(
      needs,
      ({ priorityId }) => priorityId ?? 'none',
      ({ priorityTitle }, key) => ({ title: priorityTitle ?? 'No priority', query: `priority=${key}` }),
    ),
    byGroup: partsOf(needs, ({ groupId, ownerKind }) => groupId ?? ownerKind, groupPart),
    bySource: partsOf(
      needs,
      ({ sourceCode }) => sourceCode,
      ({ sourceCode }) => ({ title: sourceNames[sourceCode as NeedSource], query: `source=${sourceCode}` }),
    ),
    clusters: clustersOf(needs, { experts, fits }),
    matrix: matrixOf(needs, costs),
  }
}

function groupPart({ groupId, groupTitle }: BalancedNeed, key: string) {
  return { title: groupTitle, query: groupId === null ? `owner=${key}` : `group=${key}` }
}

/** Which event serves which need, without cancelled ones, in the order of the needs' ids. */
function linksOf(db: ReadDb): Link[] {
  return db.all(
    statement(raw<Link>`
      select l.need_id, l.event_id from need_event l join event e on e.id = l.event_id
      where e.status <> 'cancelled' order by l.need_id, l.event_id`),
  )
}

function needsOf(db: ReadDb, today: Day, startYear: number, links: readonly Link[]): BalancedNeed[] {
  const events = new Map<string, string[]>()
  for (const { need_id, event_id } of links) {
    const there = events.get(need_id)
    if (there) there.push(event_id)
    else events.set(need_id, [event_id])
  }
  const rows = db.all(
    statement(raw<Row>`
      select n.id, n.owner_kind, n.person_id, n.team_id, n.title, n.standard_code, n.standard_framework, n.standard_label, n.source_code,
        n.importance, n.state, g.id as group_id, g.name as group_name, n.priority_id, r.title as priority_title
      from need n
      left join ${mainGroups(today)} m on m.person_id = n.person_id
      left join staff_group g on g.id = coalesce(n.staff_group_id, m.staff_group_id)
      left join priority r on r.id = n.priority_id
      where ${inYear(startYear)}
      order by n.id`),
  )
  return rows.map((row) => rowToBalanced(row, events.get(row.id) ?? []))
}

const withoutGroup = {
  person: 'Without a post',
  team: 'Teams',
  postFamily: 'Without a group',
  school: 'The whole school',
} as const

function rowToBalanced(row: Row, eventIds: readonly string[]): BalancedNeed {
  return {
    id: row.id,
    title: row.title,
    standard: standardIn(row),
    ownerKind: row.owner_kind,
    ownerKey: `${row.owner_kind} ${row.person_id ?? row.team_id ?? row.group_id ?? ''}`,
    personId: row.person_id,
    groupId: row.group_id,
    groupTitle: row.group_name ?? withoutGroup[row.owner_kind],
    priorityId: row.priority_id,
    priorityTitle: row.priority_title,
    sourceCode: row.source_code,
    importance: row.importance,
    state: row.state,
    eventIds,
  }
}

/** What was paid and promised for the events of open needs, and which needs each event serves. */
function moneyOf(
  db: ReadDb,
  needs: readonly BalancedNeed[],
  links: readonly Link[],
): [(eventId: string) => Pence | null, (eventId: string) => readonly string[]] {
  const asked = new Set(needs.filter(({ state }) => isOpen(state)).flatMap(({ eventIds }) => eventIds))
  const spent = spendOfEvents(db, [...asked])
  const served = new Map<string, string[]>()
  for (const { need_id, event_id } of links) {
    const there = served.get(event_id)
    if (there) there.push(need_id)
    else served.set(event_id, [need_id])
  }
  return [
    (eventId) => {
      const sum = spent(eventId, 'paid') + spent(eventId, 'promised')
      return sum === 0 ? null : pence(sum)
    },
    (eventId) => served.get(eventId) ?? [],
  ]
}

/** Opportunities that can still be gone to: without dates, or with one from today on. */
function offeredNow(db: ReadDb, today: Day): Offered[] {
  interface Found {
    readonly id: string
    readonly title: string
    readonly standards_json: string
    readonly price: number | null
  }
  const rows = db.all(
    statement(raw<Found>`
      select o.id, o.title, o.standards_json, o.price_net_pence + coalesce(o.price_vat_pence, 0) as price
      from opportunity o
      where o.is_archived = 0
        and (not exists (select 1 from opportunity_date d where d.opportunity_id = o.id)
          or exists (select 1 from opportunity_date d where d.opportunity_id = o.id and d.starts_on >= ${today}))`),
  )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    standards: standardsOf(row.standards_json),
    pricePence: row.price === null ? null : pence(row.price),
  }))
}
