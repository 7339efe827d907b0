import { zDay } from '../../../../shared/kernel/dates'
import { zCostState, type CostFilter } from '../../../../shared/features/costs/model'
import { useQueryParam } from '../../../lib/navigation'
import { useYearAsked } from '../../../lib/year-param'
import type { InputFor, OutputFor } from '../../../lib/contract-client'

/** What the list of costs is narrowed to, kept in the route so that every figure can be a door to it. */
export function useCostFilter(years: OutputFor<'money.years'>) {
  const [year, setYear] = useYearAsked(years)
  const [span, setSpan] = useQueryParam('span')
  const [state, setState] = useQueryParam('state')
  const [fund, setFund] = useQueryParam('fund')
  const [code, setCode] = useQueryParam('code')
  const [kind, setKind] = useQueryParam('kind')
  const [scope, setScope] = useQueryParam('scope')
  const [having, setHaving] = useQueryParam('having')
  const [month, setMonth] = useQueryParam('month')
  const [event, setEvent] = useQueryParam('event')
  const [unpaid, setUnpaid] = useQueryParam('unpaid')
  const [text, setText] = useQueryParam('text')
  const known = zCostState.safeParse(state)
  const before = zDay.safeParse(unpaid)
  const isEveryYear = span === 'all'
  const filter: InputFor<'costs.list'> = {
    ...(isEveryYear ? {} : { year }),
    ...(known.success ? { state: known.data } : {}),
    ...(fund === undefined ? {} : { fundId: fund }),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kindCode: kind }),
    ...(having === 'paid' || having === 'promised' ? { having } : {}),
    ...(month === undefined ? {} : { month }),
    ...(event === undefined ? {} : { eventId: event }),
    ...(before.success ? { unpaidInvoicedBefore: before.data } : {}),
    scope: zScope(scope),
    text: text ?? '',
  }
  return {
    filter,
    year,
    isEveryYear,
    setYear,
    setEveryYear: (all: boolean) => setSpan(all ? 'all' : undefined),
    setState,
    setFund,
    setKind,
    setScope,
    setText,
    clear: {
      code: () => setCode(undefined),
      having: () => setHaving(undefined),
      month: () => setMonth(undefined),
      event: () => setEvent(undefined),
      unpaid: () => setUnpaid(undefined),
    },
  }
}

export type CostFilterParams = ReturnType<typeof useCostFilter>

function zScope(text: string | undefined): CostFilter['scope'] {
  return text === 'events' || text === 'school' ? text : 'all'
}
