import type { Database } from 'better-sqlite3'
import { allocatePence, pence } from '../../../shared/kernel/money'
import type { Migration } from '../migrate'

/** A row of the log as it is called today, where it still says `event_id`. */
const renamed = (json: string) =>
  `iif(json_type(${json}, '$.event_id') is null, ${json}, json_set(json_remove(${json}, '$.event_id'),
    '$.asked_event_id', json_extract(${json}, '$.event_id')))`

/**
 * What a line of a shared cost was reckoned to be is kept beside it, so that an amount written by hand is known as such;
 * divisions from before they were kept are found again where the figures leave no doubt. A course whose title has a "|" in
 * it has its identifier again, and the log calls the event that a request asks for by its name of today.
 */
export const migration0310: Migration = {
  version: 310,
  name: 'divisions known',
  up(database) {
    // The day on which a line was reckoned is that of its insert: until now each division made new lines.
    database.exec(`
      alter table event_share add column divided_pence integer check (divided_pence >= 0);
      update event_share set divided_pence = coalesce((
        select json_extract(after_json, '$.net_pence') from change_row
        where table_name = 'cost_line' and row_id = event_share.cost_line_id and operation = 'insert' order by id desc limit 1),
        (select net_pence from cost_line where id = event_share.cost_line_id)) where cost_line_id is not null;
      update change_row_personal set before_json = ${renamed('before_json')}, after_json = ${renamed('after_json')}
        where change_row_id in (select id from change_row where table_name = 'request');
    `)
    nameCourses(database)
    findDivisions(database)
  },
}

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

interface Course {
  readonly id: string
  readonly title: string
  readonly source_code: string
  readonly source_provider: string
  readonly source_title: string
  readonly provider: string | null
}

/** "7|research | practice" was read as a code, a provider and a title; the title of the course says that it is one title. */
function nameCourses(database: Database): void {
  const courses = database.prepare<[], Course>(`
    select o.id, o.title, o.source_code, o.source_provider, o.source_title, r.name as provider
    from opportunity o left join provider r on r.id = o.provider_id
    where o.source_id is null and o.source_title is not null and o.source_code <> ''`)
  const set = database.prepare(
    `update opportunity set source_id = ?, source_code = '', source_provider = ?, source_title = ? where id = ?`,
  )
  for (const { id, title, source_code, source_provider, source_title, provider } of courses.all()) {
    const whole = `${source_provider}|${source_title}`
    if (folded(title) === whole) set.run(source_code, folded(provider ?? ''), whole, id)
  }
}

interface Share {
  readonly event_id: string
  readonly places: number
  readonly direction: 'they-pay' | 'we-pay'
  readonly divided_pence: number | null
  readonly expected_on: string | null
  readonly change_id: string | null
}

/** What an event cost when it was divided is its cost now, if some number of our places gives every line its amount. */
function findDivisions(database: Database): void {
  const undivided = database.prepare<[], { id: string; cost: number; booked: number }>(`
    select e.id,
      (select coalesce(sum(l.net_pence), 0) from cost_line l where l.event_id = e.id and l.kind_code <> 'income'
         and l.id not in (select cost_line_id from event_share where cost_line_id is not null)) as cost,
      (select count(*) from booking b where b.event_id = e.id and b.state = 'booked') as booked
    from event e where e.id in (select event_id from event_share where cost_line_id is not null)
      and e.id not in (select event_id from event_division) order by e.id`)
  const shares = database.prepare<[string], Share>(`
    select s.event_id, s.places, s.direction, s.divided_pence, l.expected_on, r.change_id
    from event_share s join partner_school p on p.id = s.partner_id left join cost_line l on l.id = s.cost_line_id
    left join change_row r on r.table_name = 'cost_line' and r.row_id = s.cost_line_id and r.operation = 'insert'
    where s.event_id = ? order by p.name, s.id`)
  for (const { id, cost, booked } of undivided.all()) {
    const of = shares.all(id)
    const able = placesOfOurs(of, cost).filter((ours) => isDividedSo(of, cost, ours))
    const ours = able.includes(booked) ? booked : able[0]
    if (ours === undefined || (able.length > 1 && ours !== booked)) continue
    keepDivision(database, of, { cost, ours })
  }
}

/** How many places of ours could give a line its amount: that of its price for one, or one near it. */
function placesOfOurs(shares: readonly Share[], cost: number): number[] {
  const theirs = shares.reduce((sum, { places }) => sum + places, 0)
  const one = shares.find(({ direction, divided_pence }) => direction === 'they-pay' && divided_pence !== null)
  const paid = one?.divided_pence ?? 0
  if (one !== undefined && paid > 0) {
    const about = Math.round((cost * one.places) / paid) - theirs
    return [-2, -1, 0, 1, 2].map((off) => about + off).filter((ours) => ours >= 0)
  }
  const ours = shares.find(({ divided_pence }) => divided_pence !== null)?.divided_pence ?? 0
  const about = ours > 0 && ours < cost ? Math.round((ours * theirs) / (cost - ours)) : 0
  return [-2, -1, 0, 1, 2].map((off) => about + off).filter((places) => places >= 0)
}

function isDividedSo(shares: readonly Share[], cost: number, ourPlaces: number): boolean {
  const [ours, ...theirs] = allocatePence(pence(cost), [ourPlaces, ...shares.map(({ places }) => places)])
  const host = shares.filter(({ direction }) => direction === 'we-pay').sort((a, b) => b.places - a.places)[0]
  return shares.every((share, index) => {
    const part = share.direction === 'they-pay' ? theirs[index] : share === host ? ours : 0
    return (share.divided_pence ?? 0) === part
  })
}

/** A new row belongs to the change that wrote the lines: the log says how each row came. */
function keepDivision(
  database: Database,
  shares: readonly Share[],
  { cost, ours }: { readonly cost: number; readonly ours: number },
): void {
  const line = shares.find(({ change_id }) => change_id !== null)
  if (line === undefined) return
  const { id } = database
    .prepare<[string, number, number, string | null], { id: string }>(
      `insert into event_division (id, event_id, total_pence, our_places, expected_on) values (lower(hex(randomblob(16))), ?, ?, ?, ?) returning id`,
    )
    .get(line.event_id, cost, ours, line.expected_on) ?? { id: '' }
  database
    .prepare(
      `insert into change_row (change_id, table_name, row_id, operation) values (?, 'event_division', ?, 'insert')`,
    )
    .run(line.change_id, id)
}
