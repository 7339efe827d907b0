/*
 * The formulas of money as SQL (model, section 4), once: db/views.ts makes them into views that read line by line and
 * day by day, db/spend-of-lines.ts into sums over many lines at once. Both speak of a cost line `l`.
 */

/** What a movement costs: its net, and the VAT that the school cannot claim back. */
export const cost = (movement: string): string =>
  `${movement}.net_pence + iif(l.is_vat_recoverable, 0, ${movement}.vat_pence)`

const sumOf = (kind: string, when: string): string =>
  `coalesce(sum(${cost('x')}) filter (where x.kind = '${kind}'${when}), 0)`

/**
 * The four sums over movements `x`, of those that also fit `when` (" and …"), each name with an `ending`. Credits are
 * positive here.
 */
export const movementSums = (ending = '', when = ''): string => `
    ${sumOf('committed', when)} as committed${ending},
    ${sumOf('invoiced', when)} as invoiced${ending},
    ${sumOf('paid', when)} as paid_out${ending},
    -${sumOf('credited', when)} as credited${ending}`

/** What is still to pay, of sums named with an `ending`. */
export const promisedOf = (ending = ''): string =>
  `max(0, max(committed${ending}, invoiced${ending}) - paid_out${ending} - credited${ending})`

/** What was paid, of sums named with an `ending`. */
export const paidOf = (ending = ''): string =>
  `(max(committed${ending}, invoiced${ending}, paid_out${ending}) - credited${ending} - ${promisedOf(ending)})`

/** What became of a cost line, of its sums named with an `ending`. */
export const stateOf = (ending = ''): string => `case
        when ${promisedOf(ending)} > 0 and ${paidOf(ending)} > 0 then 'part-paid'
        when ${promisedOf(ending)} > 0 and invoiced${ending} > 0 then 'invoiced'
        when ${promisedOf(ending)} > 0 then 'committed'
        when ${paidOf(ending)} <= 0 and credited${ending} > 0 then 'credited'
        when paid_out${ending} <> 0 or credited${ending} <> 0 then 'paid'
        else 'estimated'
      end`

/** What a line was last thought to cost: its latest estimate, else its own amounts. */
export const estimated = `coalesce(
      (select ${cost('x')} from main.cost_movement x where x.cost_line_id = l.id and x.kind = 'estimated'
       order by x.moved_on desc, x.id desc limit 1),
      ${cost('l')})`

/**
 * Shares the amount of `e` by whole weights: spare pennies go to the largest remainders, the smaller key first on a
 * tie, exactly as `allocatePence` does. A credit is shared as its positive twin. The columns of the window `part` are
 * those that a filter may reach through it.
 */
export const shareOut = (key: string, weight: string, total: string) => `
    abs(e.pence) * ${weight} / ${total} as whole,
    abs(e.pence) - sum(abs(e.pence) * ${weight} / ${total}) over part as spare,
    row_number() over (part order by abs(e.pence) * ${weight} % ${total} desc, ${key}) as place`
/** The share itself, of the columns of `shareOut`. */
export const SHARE = 'iif(pence < 0, -1, 1) * (whole + iif(place <= spare, 1, 0)) as pence'

/** Each effect of the costs that are split over several funds, divided; of those that also fit `where` (" and …"). */
export const splitByFund = (where = ''): string => `
  select cost_line_id, fund_id, moved_on, state, ${SHARE} from (
    select e.cost_line_id, f.fund_id, e.moved_on, e.state, e.pence,
      ${shareOut(
        'f.fund_id',
        'f.weight',
        '(select sum(w.weight) from main.cost_fund w where w.cost_line_id = e.cost_line_id)',
      )}
    from spend_effect e join main.cost_fund f on f.cost_line_id = e.cost_line_id
    where (select count(*) from main.cost_fund c where c.cost_line_id = e.cost_line_id) > 1${where}
    window part as (partition by e.cost_line_id, e.moved_on, e.state)
  )`
