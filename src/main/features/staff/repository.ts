import { sql, type WriteDb } from '../../db/handle'
import type { PersonRow, PostHoldingRow } from '../../db/schema'

/**
 * Columns of a person that a save or an import gives, each of them, so that a new one is forgotten by neither; the rest
 * (works in the binder, what no file knows) keep what they are.
 */
export type PersonColumns = Omit<PersonRow, 'id' | 'works_in_binder'>
export type HoldingColumns = Omit<PostHoldingRow, 'id'>

export function insertTeam(db: WriteDb, team: { readonly id: string; readonly name: string }): void {
  db.runOne(sql.insertInto('team').values({ id: team.id, name: team.name, is_archived: 0 }))
}

export function insertPost(
  db: WriteDb,
  post: { readonly id: string; readonly title: string; readonly staffGroupId: string },
): void {
  db.runOne(
    sql
      .insertInto('post')
      .values({ id: post.id, title: post.title, staff_group_id: post.staffGroupId, is_archived: 0 }),
  )
}

export function insertPerson(db: WriteDb, columns: PersonColumns, id: string): void {
  db.runOne(sql.insertInto('person').values({ id, works_in_binder: 0, ...columns }))
}

export function updatePerson(db: WriteDb, id: string, columns: Partial<PersonRow>): void {
  db.runOne(sql.updateTable('person').set(columns).where('id', '=', id))
}

export function insertHolding(db: WriteDb, columns: HoldingColumns, id: string): void {
  db.runOne(sql.insertInto('post_holding').values({ id, ...columns }))
}

export function updateHolding(db: WriteDb, id: string, columns: Partial<PostHoldingRow>): void {
  db.runOne(sql.updateTable('post_holding').set(columns).where('id', '=', id))
}

export function deleteHolding(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('post_holding').where('id', '=', id))
}

/** Puts a team, a post or a person away, or takes it out again. */
export function setArchived(db: WriteDb, table: 'team' | 'post' | 'person', id: string, isArchived: boolean): void {
  db.runOne(
    sql
      .updateTable(table)
      .set({ is_archived: isArchived ? 1 : 0 })
      .where('id', '=', id),
  )
}
