import type { Database } from 'better-sqlite3'
import type { RowRef } from './record-names'

/** A table of parts; `ownerOf` is SQL for the id of the record that the part with an id (SQL as well) belongs to. */
interface Part {
  readonly table: string
  readonly ownerOf: (rowId: string) => string
}

/**
 * Records that a state freezes: as long as they are in it, nothing that is part of them changes. (Closed rounds, which
 * nobody opens again, have a rule of their own: closed-rounds.ts.)
 */
interface Frozen {
  /** The table whose rows say in which state each record is. */
  readonly states: string
  /** SQL for the ids of those that are frozen now. */
  readonly frozenIds: string
  readonly parts: readonly Part[]
}

/** SQL for what a row says in a column: as it stands or, where it is gone by now, as the log has it. */
function saidBy(table: string, column: string, rowId: string): string {
  const value = (json: string) => `json_extract(coalesce(${json}.before_json, ${json}.after_json), '$.${column}')`
  return `coalesce((select "${column}" from main."${table}" where id = ${rowId}),
    (select coalesce(${value('x')}, ${value('y')}) from change_row x left join change_row_personal y on y.change_row_id = x.id
     where x.table_name = '${table}' and x.row_id = ${rowId} and coalesce(${value('x')}, ${value('y')}) is not null limit 1))`
}

const partOf = (table: string, parent: string, ownerOf = (parentId: string) => parentId): Part => ({
  table,
  ownerOf: (rowId) => ownerOf(saidBy(table, parent, rowId)),
})

const line = partOf('plan_line', 'plan_id')

const rules: readonly Frozen[] = [
  {
    states: 'training_plan',
    frozenIds: `select id from training_plan where state <> 'draft'`,
    parts: [
      line,
      partOf('plan_fund', 'plan_id'),
      ...['plan_line_cost', 'plan_line_need', 'plan_line_person', 'plan_line_group'].map((table) =>
        partOf(table, 'plan_line_id', line.ownerOf),
      ),
    ],
  },
  {
    states: 'document',
    frozenIds: `select id from document where status <> 'draft'`,
    parts: [partOf('document_section', 'document_id')],
  },
  {
    states: 'request',
    frozenIds: `select id from request where state not in ('waiting', 'returned')`,
    parts: [partOf('request_cost', 'request_id')],
  },
]

/**
 * The records that a later change, one of those that `stands` says (SQL about the change `c`), has put into a state in
 * which nothing of them changes, and whose parts the change touched.
 */
export function frozenSince(database: Database, changeId: string, stands: string): RowRef[] {
  return rules.flatMap(({ states, frozenIds, parts }) =>
    parts.flatMap(({ table, ownerOf }) =>
      database
        .prepare<{ id: string }, RowRef>(
          `select '${states}' as "table", owner as id from (
             select distinct ${ownerOf('r.row_id')} as owner from change_row r
             where r.change_id = @id and r.table_name = '${table}')
           where owner in (${frozenIds}) and exists (
             select 1 from change_row s join change c on c.id = s.change_id
             where s.table_name = '${states}' and s.row_id = owner and c.id > @id and ${stands})`,
        )
        .all({ id: changeId }),
    ),
  )
}

/** The records that are frozen now, of those whose state the change touched. */
export function frozenAmong(database: Database, changeId: string): RowRef[] {
  return rules.flatMap(({ states, frozenIds }) =>
    database
      .prepare<{ id: string }, RowRef>(
        `select distinct '${states}' as "table", row_id as id from change_row
         where change_id = @id and table_name = '${states}' and row_id in (${frozenIds})`,
      )
      .all({ id: changeId }),
  )
}

/** True where a later change has touched parts of a record, one of those that `stands` says (SQL about the change `c`). */
export function isChangedSince(
  database: Database,
  record: RowRef,
  { changeId, stands }: { readonly changeId: string; readonly stands: string },
): boolean {
  const parts = rules.find(({ states }) => states === record.table)?.parts ?? []
  return parts.some(({ table, ownerOf }) =>
    database
      .prepare<{ id: string; owner: string }>(
        `select 1 from change_row r join change c on c.id = r.change_id
         where r.table_name = '${table}' and c.id > @id and ${stands} and coalesce(${ownerOf('r.row_id')}, @owner) = @owner`,
      )
      .get({ id: changeId, owner: record.id }),
  )
}
