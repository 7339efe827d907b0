import type { Day } from '../../../shared/kernel/dates'
import type { Holding } from '../../../shared/features/staff/model'
import { groupBy } from '../../../shared/kernel/group-by'
import { sql, type ReadDb } from '../../db/handle'

/** A holding with the words behind its ids, and whose it is. */
export interface HeldPost extends Holding {
  readonly personId: string
  /** Where the staff group stands in the school's order. */
  readonly groupOrder: number
}

function holdingQuery() {
  return sql
    .selectFrom('post_holding as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('staff_group as g', 'g.id', 'p.staff_group_id')
    .leftJoin('team as t', 't.id', 'h.team_id')
    .select([
      'h.id',
      'h.person_id',
      'h.post_id',
      'p.title',
      'p.staff_group_id',
      'g.name as group_name',
      'g.sort_order',
      'h.team_id',
      't.name as team_name',
      'h.from_on',
      'h.to_on',
      'h.fte_thousandths',
      'h.weekly_minutes',
      'h.working_days',
      'h.is_main',
    ])
    .orderBy('h.from_on', 'desc')
    .orderBy('h.id')
}

interface HoldingQueryRow {
  id: string
  person_id: string
  post_id: string
  title: string
  staff_group_id: string
  group_name: string
  sort_order: number
  team_id: string | null
  team_name: string | null
  from_on: Day
  to_on: Day | null
  fte_thousandths: number
  weekly_minutes: number | null
  working_days: string | null
  is_main: 0 | 1
}

function rowToHeld(row: HoldingQueryRow): HeldPost {
  return {
    id: row.id,
    personId: row.person_id,
    postId: row.post_id,
    postTitle: row.title,
    staffGroupId: row.staff_group_id,
    staffGroupName: row.group_name,
    groupOrder: row.sort_order,
    teamId: row.team_id,
    teamName: row.team_name,
    fromOn: row.from_on,
    toOn: row.to_on,
    fteThousandths: row.fte_thousandths,
    weeklyMinutes: row.weekly_minutes,
    workingDays: row.working_days,
    isMain: row.is_main === 1,
  }
}

/** Every holding of everyone, by person, newest first. */
export function holdingsByPerson(db: ReadDb): Map<string, HeldPost[]> {
  return groupBy(db.all(holdingQuery()).map(rowToHeld), (held) => held.personId)
}

/** One person's holdings, newest first. */
export function holdingsOf(db: ReadDb, personId: string): HeldPost[] {
  return db.all(holdingQuery().where('h.person_id', '=', personId)).map(rowToHeld)
}
