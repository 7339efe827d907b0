import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { costStates } from '../../../../shared/features/costs/model'
import { stateWords } from '../../../../shared/features/costs/words'
import { formatDayShort, type Day } from '../../../../shared/kernel/dates'
import { Button } from '../../../components/button'
import { SearchField } from '../../../components/fields/search-field'
import { Select } from '../../../components/fields/select'
import { Switch } from '../../../components/fields/switch'
import { YearPicker } from '../../../components/year-picker'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import type { CostFilterParams } from '../lib/filter-params'
import './costs.css'

interface CostsFilterProps {
  readonly params: CostFilterParams
  readonly years: OutputFor<'money.years'>
  /** Beside a cost only the search stays. */
  readonly isNarrow: boolean
}

/** What the list is narrowed to: a year, a state, a fund, a kind, words; and what a door narrowed it to. */
export function CostsFilter({ params, years, isNarrow }: CostsFilterProps) {
  const { filter, year, isEveryYear } = params
  return (
    <div className="dt-toolbar costs-filter">
      <Words params={params} />
      {!isNarrow && (
        <>
          <Switch label="Every year" value={isEveryYear} onChange={(on) => params.setEveryYear(on === true)} />
          {!isEveryYear && (
            <YearPicker
              value={year}
              onChange={params.setYear}
              years={year.kind === 'financial' ? years.financial : years.academic}
              regimes={years.regimes}
            />
          )}
          <div className="costs-narrow">
            <Select
              label="State"
              width="short"
              noneTitle="Any"
              value={filter.state ?? null}
              onChange={(next) => params.setState(next ?? undefined)}
              options={costStates.map((state) => ({ value: state, title: stateWords[state] }))}
            />
            <FundAndKind params={params} />
          </div>
        </>
      )}
      <Doors params={params} />
    </div>
  )
}

/** Typing is never held up: the list follows a moment later. */
function Words({ params: { filter, setText } }: { readonly params: CostFilterParams }) {
  const [typed, setTyped] = useState(filter.text ?? '')
  const wanted = useDeferredValue(typed)
  const asked = filter.text ?? ''
  useEffect(() => {
    if (wanted !== asked) setText(wanted === '' ? undefined : wanted)
    // Only what is typed moves the list; what the route says is where it starts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted])
  return <SearchField label="Find a cost" value={typed} onChange={setTyped} />
}

function FundAndKind({ params }: { readonly params: CostFilterParams }) {
  const choices = useRead('costs.choices', {})
  if (!choices.data) return null
  const { funds, financeCodes } = choices.data
  return (
    <>
      <Select
        label="Fund"
        width="medium"
        noneTitle="Every fund"
        value={params.filter.fundId ?? null}
        onChange={(next) => params.setFund(next ?? undefined)}
        options={[
          ...funds.map((fund) => ({ value: fund.id, title: fund.name })),
          { value: 'outside', title: 'Every fund from outside' },
          { value: 'none', title: 'No fund named' },
        ]}
      />
      <Select
        label="Kind"
        width="medium"
        noneTitle="Every kind"
        value={params.filter.kindCode ?? null}
        onChange={(next) => params.setKind(next ?? undefined)}
        options={financeCodes.kinds.map((kind) => ({ value: kind.code, title: kind.name }))}
      />
      <Select
        label="For"
        width="short"
        noneTitle="Everything"
        value={params.filter.scope === 'all' ? null : (params.filter.scope ?? null)}
        onChange={(next) => params.setScope(next ?? undefined)}
        options={[
          { value: 'events', title: 'Events' },
          { value: 'school', title: 'The school' },
        ]}
      />
    </>
  )
}

/** What the door through which one came narrowed the list to, each with a way to let it go. */
function Doors({ params: { filter, clear } }: { readonly params: CostFilterParams }) {
  const doors = [
    filter.code === undefined
      ? undefined
      : { key: 'code', title: filter.code === '' ? 'Without a code' : `Code ${filter.code}`, onClear: clear.code },
    filter.having === undefined
      ? undefined
      : {
          key: 'having',
          title: filter.having === 'paid' ? 'With something paid' : 'Still to pay',
          onClear: clear.having,
        },
    filter.month === undefined
      ? undefined
      : { key: 'month', title: monthWords(filter.month), onClear: clear.month },
    filter.unpaidInvoicedBefore === undefined
      ? undefined
      : {
          key: 'unpaid',
          title: `Invoiced before ${formatDayShort(filter.unpaidInvoicedBefore as Day)} and not paid`,
          onClear: clear.unpaid,
        },
    filter.eventId === undefined ? undefined : { key: 'event', title: 'One event', onClear: clear.event },
  ].filter((door) => door !== undefined)
  if (doors.length === 0) return null
  return (
    <div className="costs-doors">
      {doors.map((door) => (
        <Button key={door.key} size="small" icon={<X aria-hidden="true" />} onPress={door.onClear}>
          {door.title}
        </Button>
      ))}
    </div>
  )
}

function monthWords(month: string): string {
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
  return `${name} ${month.slice(0, 4)}`
}
