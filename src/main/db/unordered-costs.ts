/*
 * What the place of a request costs and is not ordered, once as SQL: expected money that is neither promised nor paid. A
 * person on a waiting list has such costs, and keeps them when a place comes free until somebody orders it.
 */

const stateOfLine = '(select s.state from cost_line_state s where s.cost_line_id = l.id)'

/** Whether the cost line `l` is expected and not ordered. What was given up with its place is nothing to order. */
export const isUnorderedSql = `l.kind_code <> 'income' and l.given_up_on is null
  and l.net_pence + l.vat_pence > 0 and ${stateOfLine} = 'estimated'`

/**
 * Whether the place of the request of this alias costs something, and nothing of it is ordered. A part that somebody
 * left as an estimate beside what is ordered waits for nobody.
 */
export const awaitsOrderSql = (request: string): string =>
  `exists (select 1 from main.cost_line l where l.request_id = ${request}.id and ${isUnorderedSql})
  and not exists (select 1 from main.cost_line l where l.request_id = ${request}.id
    and l.given_up_on is null and l.kind_code <> 'income' and ${stateOfLine} <> 'estimated')`
