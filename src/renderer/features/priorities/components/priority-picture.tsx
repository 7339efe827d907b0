import { day } from '../../../../shared/kernel/dates'
import type { Measured } from '../../../../shared/features/priorities/rules'
import { ProgressMark } from './progress-mark'

const example = (baselineValue: number, value: number, targetValue: number): Measured => ({
  unit: '%',
  direction: 'up',
  baselineValue,
  targetValue,
  targetOn: null,
  latest: { value, readOn: day('2025-11-01') },
})

/** What a filled page looks like; the figures are made up. */
export function PriorityPicture() {
  return (
    <>
      <b>Every child reads fluently</b>
      <ProgressMark measured={example(61, 66, 72)} isSpoken={false} />
      <b>Calm lessons for all</b>
      <ProgressMark measured={example(91, 96, 96)} isSpoken={false} />
    </>
  )
}
