import { sql as raw } from 'kysely'
import { costOf } from '../../../shared/features/costs/rules'
import type { Day } from '../../../shared/kernel/dates'
import { groupBy } from '../../../shared/kernel/group-by'
import { allocatePence, pence, sumPence, type Pence } from '../../../shared/kernel/money'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import type { CostLineRow } from '../../db/schema'
import { isUnorderedSql } from '../../db/unordered-costs'
import { fundsOf, insertMovement, movementsOf } from './repository'

/** A part of what the place of a request costs that is expected and not ordered. */
export interface UnorderedPart {
  readonly requestId: string
  /** The fund that is to pay it; null where none is named. */
  readonly fundId: string | null
  readonly expectedOn: Day
  readonly pence: Pence
}

/** What is to be ordered of a line: what it was last thought to cost, else its own amounts. */
function amountsOf(db: ReadDb, line: CostLineRow): { netPence: Pence; vatPence: Pence } {
  const last = movementsOf(db, line.id).findLast(
    ({ kind, net_pence, vat_pence }) => kind === 'estimated' && net_pence + vat_pence > 0,
  )
  return { netPence: pence((last ?? line).net_pence), vatPence: pence((last ?? line).vat_pence) }
}

function unorderedLines(db: ReadDb, requestIds: readonly string[]): CostLineRow[] {
  return db.all(
    statement(raw<CostLineRow>`
      select l.* from cost_line l
      where l.request_id in (select value from json_each(${JSON.stringify(requestIds)})) and ${raw.raw(isUnorderedSql)}
      order by l.expected_on, l.id`),
  )
}

/** What of the costs of the places of some requests is expected and not ordered, by the funds that are to pay it. */
export function unorderedOfRequests(db: ReadDb, requestIds: readonly string[]): UnorderedPart[] {
  const lines = unorderedLines(db, requestIds)
  const funds = groupBy(
    fundsOf(
      db,
      lines.map(({ id }) => id),
    ),
    (row) => row.cost_line_id,
  )
  return lines.flatMap((line): UnorderedPart[] => {
    const whole = costOf(amountsOf(db, line), line.is_vat_recoverable === 1)
    const about = { requestId: line.request_id ?? '', expectedOn: line.expected_on }
    const split = funds.get(line.id) ?? []
    if (split.length === 0) return [{ ...about, fundId: null, pence: whole }]
    const parts = allocatePence(
      whole,
      split.map(({ weight }) => weight),
    )
    return split.map(({ fund_id }, index) => ({ ...about, fundId: fund_id, pence: parts[index] ?? pence(0) }))
  })
}

/** Orders what the place of a request costs and is not ordered yet. Returns how many costs, and what they cost the school. */
export function orderPlace(
  db: WriteDb,
  order: { readonly requestId: string; readonly on: Day; readonly orderNumber: string | null },
): { costs: number; orderedPence: Pence } {
  const lines = unorderedLines(db, [order.requestId])
  const ordered = lines.map((line) => {
    const amounts = amountsOf(db, line)
    const reference = order.orderNumber
    insertMovement(db, line.id, { kind: 'committed', movedOn: order.on, ...amounts, reference })
    if (reference !== null)
      db.runOne(sql.updateTable('cost_line').set({ order_number: reference }).where('id', '=', line.id))
    return costOf(amounts, line.is_vat_recoverable === 1)
  })
  return { costs: lines.length, orderedPence: sumPence(ordered) }
}
