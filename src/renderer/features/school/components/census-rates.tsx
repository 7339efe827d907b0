import { useState } from 'react'
import { dayRatePence, type StaffGroup } from '../../../../shared/features/school/model'
import {
  annualCostPence,
  onCostTenths,
  payBasis,
  scopeWords,
  TEACHER_DAYS,
} from '../../../../shared/features/imports/workforce'
import { formatDay, zDay, type Day } from '../../../../shared/kernel/dates'
import { formatPence, pence, type Pence } from '../../../../shared/kernel/money'
import { Button } from '../../../components/button'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { DefinitionList } from '../../../components/definition-list'
import { EmptyState } from '../../../components/empty-state'
import { DateField } from '../../../components/fields/date-field'
import { NumberField } from '../../../components/fields/number-field'
import { Select } from '../../../components/fields/select'
import { FormRow } from '../../../components/form'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type InputFor, type OutputFor } from '../../../lib/contract-client'
import { formatCount, plural } from '../../../lib/format'

type Found = OutputFor<'imports.findPay'>
type Scope = NonNullable<InputFor<'imports.findPay'>['scope']>
type PayRow = Found['rows'][number]

const columns: readonly TableColumn<PayRow>[] = [
  { key: 'urn', title: 'URN', kind: 'text', value: (row) => row.urn },
  { key: 'authority', title: 'Authority', kind: 'text', value: (row) => row.authority, width: 100 },
  { key: 'phase', title: 'Phase', kind: 'text', value: (row) => row.phase, width: 120 },
  { key: 'fte', title: 'Teachers', kind: 'number', value: (row) => row.teachersFte, width: 100 },
  { key: 'pay', title: 'Mean pay', kind: 'money', value: (row) => row.salaryPence, width: 130 },
]

export interface CensusRatesProps {
  readonly token: string
  readonly groups: readonly StaffGroup[]
  readonly today: Day
}

/**
 * Day rates proposed by a school workforce file: which schools, what they pay, what comes on top, and what a day is.
 * Nothing is kept until "Use this rate".
 */
export function CensusRates({ token, groups, today }: CensusRatesProps) {
  const [scope, setScope] = useState<Scope>()
  const read = useRead('imports.findPay', scope === undefined ? { token } : { token, scope }, {
    keepPrevious: true,
  })
  return (
    <ReadState read={read}>
      {(found) => (
        <div className="form">
          <ScopeChoice found={found} onChange={setScope} />
          <Proposal key={`${found.meanSalaryPence}`} found={found} groups={groups} today={today} />
          <DataTable
            label={`The first ${plural(found.rows.length, 'school', 'schools')} used`}
            rows={found.rows}
            rowKey={(row) => String(row.row)}
            columns={columns}
            height={260}
            empty={<EmptyState title="No school" about="No school of this kind has its pay in the file." />}
          />
        </div>
      )}
    </ReadState>
  )
}

function ScopeChoice({ found, onChange }: { readonly found: Found; readonly onChange: (scope: Scope) => void }) {
  const { scope, own } = found
  const without = (key: keyof Scope): Scope => {
    const rest = { ...scope }
    delete rest[key]
    return rest
  }
  const choose = (key: 'authority' | 'phase') => (value: string | null | undefined) =>
    onChange(typeof value !== 'string' ? without(key) : { ...without('urn'), [key]: value })
  const options = (list: Found['phases']) =>
    list.map(({ value, count }) => ({ value, title: value, note: plural(count, 'school', 'schools') }))
  return (
    <>
      <FormRow>
        <Select
          label="Phase"
          noneTitle="All phases"
          options={options(found.phases)}
          value={scope.phase ?? null}
          onChange={choose('phase')}
        />
        <Select
          label="Local authority (its number)"
          noneTitle="All authorities"
          options={options(found.authorities)}
          value={scope.authority ?? null}
          onChange={choose('authority')}
        />
      </FormRow>
      {own !== null && scope.urn === undefined && (
        <p>
          Your own school is in the file, with {formatPence(own.salaryPence)}.{' '}
          <Button kind="quiet" size="small" onPress={() => onChange({ urn: own.urn })}>
            Take only our own
          </Button>
        </p>
      )}
    </>
  )
}

interface ProposalProps {
  readonly found: Found
  readonly groups: readonly StaffGroup[]
  readonly today: Day
}

function Proposal({ found, groups, today }: ProposalProps) {
  const { meanSalaryPence, onCosts } = found
  const usual = meanSalaryPence === null ? 0 : onCostTenths(meanSalaryPence, onCosts) / 10
  const [percent, setPercent] = useState<number | string | null | undefined>(usual)
  const [since, setSince] = useState<string | null | undefined>(today)
  if (meanSalaryPence === null) return <p>No school of this kind has its pay in the file.</p>
  const tenths = typeof percent === 'number' ? Math.round(percent * 10) : undefined
  const validFrom = zDay.safeParse(since).data
  const { pensionPercent, insurancePercent, insuranceFromPence, asOf } = onCosts
  return (
    <>
      <FormRow>
        <NumberField
          label="On-costs"
          unit="%"
          decimals={1}
          minValue={0}
          hint={`Pension ${pensionPercent}% and National Insurance ${insurancePercent}% above ${formatPence(insuranceFromPence)}, as from ${formatDay(asOf)}: check`}
          value={percent}
          onChange={setPercent}
        />
        <DateField
          label="From which day?"
          hint="Earlier activities keep the rate of their day"
          value={since}
          onChange={setSince}
        />
      </FormRow>
      <ProposedFacts found={found} annual={annualCostPence(meanSalaryPence, tenths ?? 0)} />
      {groups
        .filter((group) => found.staffGroupIds.includes(group.id))
        .map((group) => (
          <AcceptRate
            key={group.id}
            group={group}
            isReady={tenths !== undefined && validFrom !== undefined}
            rate={{
              staffGroupId: group.id,
              annualCostPence: annualCostPence(meanSalaryPence, tenths ?? 0),
              daysPerYear: TEACHER_DAYS,
              basis: payBasis(found, tenths ?? 0, today),
              validFrom: validFrom ?? today,
            }}
          />
        ))}
      <p>The file says nothing of the pay of other groups; their rates stay as they are.</p>
    </>
  )
}

function ProposedFacts({ found, annual }: { readonly found: Found; readonly annual: Pence }) {
  const pay = formatPence(found.meanSalaryPence ?? pence(0))
  const posts = formatCount(Math.round(found.teachersFte))
  return (
    <DefinitionList
      items={[
        { term: 'Mean pay of teachers', value: `${pay} in ${scopeWords(found)}, by ${posts} full-time posts` },
        ...(found.withoutPay === 0
          ? []
          : [
              {
                term: 'Left out',
                value: `${plural(found.withoutPay, 'school', 'schools')} whose pay is not given`,
              },
            ]),
        { term: 'A year with on-costs', value: formatPence(annual) },
        { term: `A day, by ${TEACHER_DAYS}`, value: formatPence(pence(dayRatePence(annual, TEACHER_DAYS))) },
      ]}
    />
  )
}

function AcceptRate({
  group,
  rate,
  isReady,
}: {
  readonly group: StaffGroup
  readonly rate: InputFor<'school.saveBandRate'>
  readonly isReady: boolean
}) {
  const name = group.name.toLowerCase()
  const save = useWrite('school.saveBandRate', { saved: `Rate of ${name} saved`, toastFailure: true })
  return (
    <Button kind="plain" isBusy={save.isSending} isDisabled={!isReady} onPress={() => void save.send(rate)}>
      Use this rate for {name}
    </Button>
  )
}
