import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/kernel/result'

/** The round of somebody who was asked, by who is asked today or else by what the log kept of it. */
const askedIn = `coalesce((select round_id from survey_asked where id = r.row_id),
  (select coalesce(json_extract(p.after_json, '$.round_id'), json_extract(p.before_json, '$.round_id'))
     from change_row_personal p where p.change_row_id = r.id))`

/** SQL over `r`, a row of the log: whether it is about what a closed round keeps as it is. */
const isOfClosedRound = `case r.table_name
  when 'survey_asked' then exists (select 1 from survey_closing where round_id = ${askedIn})
  when 'survey_round' then r.operation <> 'update' and exists (select 1 from survey_closing where round_id = r.row_id)
  when 'survey_slip' then exists (
    select 1 from change_row gone join change_row closing on closing.change_id = gone.change_id
    where gone.table_name = 'survey_slip' and gone.row_id = r.row_id and gone.operation = 'delete'
      and closing.table_name = 'survey_closing')
  else 0 end`

/**
 * Refuses to undo what a closed round without names rests on: whom it asked and in which groups is part of its summary,
 * and two summaries with one person between them would tell what that person said; its answers were written anew when it
 * was closed. Throws Refusal `undo.round-closed`.
 */
export function assertNoClosedRound(database: Database, changeId: string): void {
  const rests = database.prepare(`select 1 from change_row r where r.change_id = ? and ${isOfClosedRound} limit 1`)
  if (rests.get(changeId)) throw new Refusal('undo.round-closed')
}
