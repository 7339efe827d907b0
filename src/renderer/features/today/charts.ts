import { evidenceName } from '../../../shared/features/reports/words'
import type { Chart } from '../../../shared/kernel/report-table'
import type { TodayView } from '../../../shared/features/today/contract'

const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** Hours per full-time post by staff group; the title says who is furthest behind. */
export function hoursChart(groups: TodayView['hoursByGroup']): Chart {
  const shown = groups
    .filter((group) => group.minutesPerPost !== null)
    .map((group) => ({ name: group.name, hours: oneDecimal((group.minutesPerPost ?? 0) / 60) }))
  const most = shown.reduce(
    (best, group) => (group.hours > best.hours ? group : best),
    shown[0] ?? { name: '', hours: 0 },
  )
  const least = shown.reduce(
    (worst, group) => (group.hours < worst.hours ? group : worst),
    shown[0] ?? { name: '', hours: 0 },
  )
  return {
    key: 'hours-by-group',
    title:
      shown.length < 2 || most.hours === least.hours
        ? 'Hours of CPD by staff group'
        : `${most.name} have had ${most.hours} hours per full-time post, ${least.name.toLowerCase()} ${least.hours}`,
    kind: 'bars',
    unit: 'number',
    series: [{ key: 'hours', title: 'Hours' }],
    points: shown.map((group) => ({ label: group.name, values: { hours: group.hours } })),
  }
}

/** Cash by the strongest evidence; the title says how much of it we know little about. */
export function evidenceChart(evidence: TodayView['evidence']): Chart {
  const total = evidence.reduce((sum, part) => sum + part.pence, 0)
  const unknown = evidence.filter((part) => part.level === 0).reduce((sum, part) => sum + part.pence, 0)
  const percent = total > 0 ? Math.round((unknown / total) * 100) : 0
  return {
    key: 'spend-by-evidence',
    title:
      percent === 0
        ? 'We hold some evidence for everything we spent'
        : `For ${percent}% of what we spent we hold no evidence yet`,
    kind: 'bars',
    unit: 'pounds',
    series: [{ key: 'pence', title: 'Cash' }],
    points: evidence.map((part) => ({
      label: evidenceName(part.level),
      values: { pence: part.pence },
      ...(part.level === 0 ? { isUnknown: true } : {}),
    })),
  }
}
