import { sql, type WriteDb } from '../../db/handle'

/** Ledger lines behind a cost that goes away wait for somebody again. */
export function letLedgerLinesGo(db: WriteDb, costLineId: string): void {
  db.run(
    sql
      .updateTable('ledger_line')
      .set({ status: 'unmatched', cost_line_id: null, movement_id: null })
      .where('cost_line_id', '=', costLineId),
  )
}

/** A ledger line whose payment was taken away by hand stays linked, and remembers no payment of its own. */
export function forgetMovement(db: WriteDb, movementId: string): void {
  db.run(sql.updateTable('ledger_line').set({ movement_id: null }).where('movement_id', '=', movementId))
}
