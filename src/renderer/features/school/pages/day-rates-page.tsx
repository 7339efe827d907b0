import { useState } from 'react'
import { dayRatePence, zBandRate, type BandRate, type StaffGroup } from '../../../../shared/features/school/model'
import type { Day } from '../../../../shared/kernel/dates'
import { pence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { SidePanel } from '../../../components/dialog'
import { DateField } from '../../../components/fields/date-field'
import { MoneyField } from '../../../components/fields/money-field'
import { NumberField } from '../../../components/fields/number-field'
import { TextField } from '../../../components/fields/text-field'
import { Form, FormActions, FormRow, useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite } from '../../../lib/contract-client'
import { navigate, useQueryParam } from '../../../lib/navigation'
import { failureSentence } from '../../../lib/sentence'
import type { Failure } from '../../../../shared/kernel/result'
import { CensusRates } from '../components/census-rates'

interface RateRow {
  readonly group: StaffGroup
  readonly rate: BandRate | undefined
}

const columns: readonly TableColumn<RateRow>[] = [
  {
    key: 'group',
    title: 'Staff group',
    kind: 'text',
    value: (row) => row.group.name,
    note: (row) => row.rate?.basis ?? '',
  },
  { key: 'annual', title: 'A year', kind: 'money', value: (row) => row.rate?.annualCostPence ?? null, width: 140 },
  {
    key: 'days',
    title: 'Days',
    kind: 'count',
    value: (row) => row.rate?.daysPerYear ?? null,
    width: 80,
    hideNarrow: true,
  },
  {
    key: 'day',
    title: 'A day',
    kind: 'money',
    value: (row) => (row.rate ? dayRatePence(row.rate.annualCostPence, row.rate.daysPerYear) : null),
    width: 120,
  },
  {
    key: 'from',
    title: 'Since',
    kind: 'day',
    value: (row) => row.rate?.validFrom ?? null,
    width: 120,
    hideNarrow: true,
  },
]

/** Bands, never salaries: what a year of each group costs and so what a day of it does. */
export function DayRatesPage() {
  const groups = useRead('school.staffGroups', {})
  const rates = useRead('school.bandRates', {})
  const status = useRead('school.status', {})
  const [chosen] = useQueryParam('group')
  const census = useCensus()
  const rows = (groups.data?.groups ?? [])
    .filter((group) => !group.isArchived)
    .map((group) => ({ group, rate: rates.data?.rates.find((rate) => rate.staffGroupId === group.id) }))
  const open = rows.find((row) => row.group.id === chosen)
  return (
    <>
      <PageHead
        title="What a day costs"
        about="The full cost of CPD counts staff time at these rates. They are bands for a group, never anybody’s salary."
        trail={[{ title: 'The school', to: '/school' }]}
        secondary={
          <Button kind="plain" isBusy={census.isChoosing} onPress={() => void census.choose()}>
            Propose from the school workforce census…
          </Button>
        }
      />
      {census.failure && <Notice tone="bad">{failureSentence(census.failure)}</Notice>}
      <ReadState read={rates}>
        {() => (
          <DataTable
            label="Day rates by staff group"
            rows={rows}
            rowKey={(row) => row.group.id}
            columns={columns}
            hrefOf={(row) => `/school/day-rates?group=${row.group.id}`}
            empty={<Chip>No staff groups</Chip>}
          />
        )}
      </ReadState>
      <SidePanel
        title={open ? `A day of ${open.group.name.toLowerCase()}` : ''}
        isOpen={open !== undefined}
        onClose={() => navigate('/school/day-rates')}
      >
        {open && status.data ? <RateForm key={open.group.id} row={open} today={status.data.today} /> : null}
      </SidePanel>
      <SidePanel
        title="Day rates from the school workforce census"
        isOpen={census.token !== undefined}
        onClose={census.close}
      >
        {census.token !== undefined && status.data ? (
          <CensusRates token={census.token} groups={rows.map((row) => row.group)} today={status.data.today} />
        ) : null}
      </SidePanel>
    </>
  )
}

/** The workforce file that was chosen, until its panel is closed. */
function useCensus() {
  const choosing = useWrite('imports.choose', { undo: false })
  const [token, setToken] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const choose = async () => {
    setFailure(undefined)
    const result = await choosing.send({ kind: 'workforce' })
    if (result.ok) setToken(result.value.token)
    else if (result.code !== 'cancelled') setFailure(result)
  }
  return { token, failure, isChoosing: choosing.isSending, choose, close: () => setToken(undefined) }
}

function RateForm({ row, today }: { readonly row: RateRow; readonly today: Day }) {
  const form = useZodForm(zBandRate, {
    staffGroupId: row.group.id,
    validFrom: row.rate?.validFrom ?? today,
    annualCostPence: row.rate?.annualCostPence ?? pence(0),
    daysPerYear: row.rate?.daysPerYear ?? 195,
    basis: '',
  })
  const save = useWrite('school.saveBandRate', { saved: 'Rate saved' })
  return (
    <Form form={form} onSubmit={(values) => save.send(values)} onSaved={() => navigate('/school/day-rates')}>
      <MoneyField
        name="annualCostPence"
        label="What a year costs"
        hint="Typical salary of the group with employer’s pension and National Insurance"
        isRequired
      />
      <FormRow>
        <NumberField name="daysPerYear" label="Working days in a year" minValue={1} hint="Teachers: 195" />
        <DateField
          name="validFrom"
          label="From which day?"
          hint="Earlier activities keep the rate of their day"
          isRequired
        />
      </FormRow>
      <TextField name="basis" label="Where the figure comes from" hint="For example: payroll, September 2026" />
      <FormActions submit="Save this rate" cancelTo="/school/day-rates" />
    </Form>
  )
}
