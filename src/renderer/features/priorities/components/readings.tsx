import { ChartFrame } from '../../../components/chart'
import { DataTable, type TableColumn } from '../../../components/data-table'
import { Finding } from '../../../components/figures'
import { SectionTitle } from '../../../components/page-head'
import { useWrite } from '../../../lib/contract-client'
import { formatDayShort } from '../../../../shared/kernel/dates'
import type { Chart } from '../../../../shared/kernel/report-table'
import type { Priority, Reading } from '../../../../shared/features/priorities/model'
import { formatMeasure, progressSentence } from '../../../../shared/features/priorities/rules'
import { ProgressMark } from './progress-mark'

export interface ReadingsProps {
  readonly priority: Priority
  readonly onEdit: (reading: Reading) => void
}

/** The readings as a line towards the target, and each of them to be corrected. */
export function Readings({ priority, onEdit }: ReadingsProps) {
  const remove = useWrite('priorities.removeReading', { saved: 'Reading removed', toastFailure: true })
  const chart = chartOf(priority)
  const columns: readonly TableColumn<Reading>[] = [
    { key: 'readOn', title: 'Read on', kind: 'day', value: (r) => r.readOn, width: 144 },
    {
      key: 'value',
      title: priority.measure ?? 'Value',
      kind: 'number',
      value: (r) => r.value,
      render: (r) => formatMeasure(r.value, priority.unit),
    },
    { key: 'note', title: 'Note', kind: 'text', value: (r) => r.note, hideNarrow: true },
  ]
  return (
    <>
      {chart === undefined ? (
        <>
          <Finding>{progressSentence(priority)}</Finding>
          <ProgressMark measured={priority} isSpoken={false} />
        </>
      ) : (
        <ChartFrame chart={chart} about={aboutOf(priority)} />
      )}
      {priority.readings.length > 0 && (
        <>
          <SectionTitle>Readings</SectionTitle>
          <DataTable
            label="Readings"
            rows={[...priority.readings].reverse()}
            rowKey={(r) => r.id}
            columns={columns}
            height="natural"
            onOpen={onEdit}
            actions={(r) => [
              { key: 'change', title: 'Change', onAction: () => onEdit(r) },
              { key: 'remove', title: 'Remove', isDanger: true, onAction: () => void remove.send({ id: r.id }) },
            ]}
            empty={null}
          />
        </>
      )}
    </>
  )
}

function aboutOf(priority: Priority): string {
  const unit = priority.unit === null || priority.unit === '%' ? '' : `, in ${priority.unit}`
  return `${priority.measure ?? 'The measure'}${unit}; the dashed line is the target`
}

/** A line needs two points at least: the baseline, where its day is known, is the first. */
function chartOf(priority: Priority): Chart | undefined {
  const { baselineValue, baselineOn, targetValue } = priority
  const start = baselineValue === null || baselineOn === null ? [] : [{ readOn: baselineOn, value: baselineValue }]
  const readings = [...start, ...priority.readings].sort((a, b) => (a.readOn < b.readOn ? -1 : 1))
  if (readings.length < 2) return undefined
  return {
    key: `priority.${priority.id}`,
    title: progressSentence(priority),
    kind: 'line',
    unit: priority.unit === '%' ? 'percent' : 'number',
    series: [{ key: 'value', title: 'Reading' }],
    points: readings.map((reading) => ({
      label: formatDayShort(reading.readOn),
      day: reading.readOn,
      values: { value: reading.value },
      ...(targetValue !== null && { target: targetValue }),
    })),
    targetTitle: 'Target',
  }
}
