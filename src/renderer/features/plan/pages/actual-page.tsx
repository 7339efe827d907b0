import { plannedNote } from '../../../../shared/features/plan/actual-table'
import { formatPence, pence } from '../../../../shared/kernel/money'
import { yearLabel } from '../../../../shared/kernel/years'
import { LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { FigureStrip } from '../../../components/figures'
import { OnPaper } from '../../../components/on-paper'
import { PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { SimpleTable } from '../../../components/simple-table'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { YearSelect } from '../components/year-select'
import { planFiles } from '../lib/plan-files'
import { planAt, usePlanYear } from '../lib/use-plan-year'

/** The plan of a year against what became of it. */
export function ActualPage() {
  const { year, setYear, list } = usePlanYear()
  const read = useRead('plan.actual', { year: year ?? 2000 }, { enabled: year !== undefined, keepPrevious: true })
  const hasLines = (read.data?.lines.length ?? 0) > 0
  return (
    <>
      <PageHead
        title="Plan against actual"
        about="Each line of the plan with what became of it: booked, held, spent, judged."
        trail={[{ title: 'Training plan', to: year === undefined ? '/plan' : planAt('/plan', year) }]}
        secondary={
          year !== undefined &&
          list !== undefined && (
            <>
              <YearSelect list={list} year={year} onChange={setYear} />
              {hasLines && <ActualOnPaper year={year} />}
            </>
          )
        }
      />
      {year !== undefined && (
        <ReadState read={read}>{(actual) => <Actual actual={actual} year={year} />}</ReadState>
      )}
    </>
  )
}

function ActualOnPaper({ year }: { readonly year: number }) {
  const print = useWrite('plan.printActual', { toastFailure: true })
  return <OnPaper files={planFiles} isBusy={print.isSending} ask={(format) => print.send({ year, format })} />
}

function Actual({ actual, year }: { readonly actual: OutputFor<'plan.actual'>; readonly year: number }) {
  const { lines, plannedPence, spentPence, outsidePence, version, table } = actual
  if (lines.length === 0)
    return (
      <EmptyState
        title={`Nothing is planned for ${yearLabel(year)}`}
        about="When lines of the plan are made events, what is booked, held and spent stands here beside what was planned."
        primary={<LinkButton to={planAt('/plan', year)}>Open the plan</LinkButton>}
      />
    )
  const begun = lines.filter(({ eventId, status }) => eventId !== null && status !== 'cancelled').length
  const held = lines.filter(({ status }) => status === 'done').length
  return (
    <>
      <FigureStrip
        items={[
          {
            label: 'Planned',
            value: formatPence(plannedPence),
            note: plannedNote(version),
          },
          { label: 'Paid and promised', value: formatPence(spentPence), note: 'of the lines of the plan' },
          {
            label: 'Left of the plan',
            value: formatPence(pence(plannedPence - spentPence)),
            note: 'planned less spent',
          },
          {
            label: 'Outside the plan',
            value: formatPence(outsidePence),
            note: 'cash of the year that no line planned',
            to: '/money/costs',
          },
        ]}
      />
      <p>
        {begun} of {plural(lines.length, 'line', 'lines')} begun, {held} held.
      </p>
      <SimpleTable table={table} />
    </>
  )
}
