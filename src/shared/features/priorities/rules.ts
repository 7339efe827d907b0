import { formatDay, type Day } from '../../kernel/dates'
import type { Direction, Level, Status } from './model'

/** What a measure says, whoever asks. */
export interface Measured {
  readonly unit: string | null
  readonly direction: Direction
  readonly baselineValue: number | null
  readonly targetValue: number | null
  readonly targetOn: Day | null
  readonly latest: { readonly value: number; readonly readOn: Day } | null
}

export const levelNames: Readonly<Record<Level, string>> = {
  national: 'National',
  authority: 'Authority or trust',
  school: 'School',
  team: 'Team',
}

export const statusNames: Readonly<Record<Status, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
}

/** True while there is still something to do: what is carried into the next year. */
export function isUnfinished(status: Status): boolean {
  return status !== 'met'
}

/**
 * How much of the way from baseline to target the latest reading has gone: 0 at the baseline, 1 at the target, more
 * beyond it, below 0 when it went the other way. The same whether the measure is to rise or to fall. Null without a
 * reading, a baseline and a target that differ.
 */
export function shareOfWay(
  baselineValue: number | null,
  targetValue: number | null,
  latestValue: number | null,
): number | null {
  if (baselineValue === null || targetValue === null || latestValue === null) return null
  if (baselineValue === targetValue) return null
  // Nothing divided by a fall would be −0.
  return latestValue === baselineValue ? 0 : (latestValue - baselineValue) / (targetValue - baselineValue)
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** 61%, 5.2 points, −3. */
export function formatMeasure(value: number, unit: string | null): string {
  const text = number.format(value).replace('-', '−')
  if (unit === null || unit === '') return text
  return unit === '%' ? `${text}%` : unit === '£' ? `£${text}` : `${text} ${unit}`
}

/** Where a priority stands, in one sentence: the title of its mark and of its chart. */
export function progressSentence(measured: Measured): string {
  const { unit, baselineValue, targetValue, latest } = measured
  const say = (value: number) => formatMeasure(value, unit)
  if (latest === null) {
    if (targetValue === null) return 'No target and no reading yet.'
    const from = baselineValue === null ? '' : `from ${say(baselineValue)} `
    const by = measured.targetOn === null ? '' : ` by ${formatDay(measured.targetOn)}`
    return `To go ${from}to ${say(targetValue)}${by}; no reading yet.`
  }
  if (targetValue !== null && isReached(measured.direction, latest.value, targetValue)) {
    return latest.value === targetValue
      ? `The target of ${say(targetValue)} is reached.`
      : `The target of ${say(targetValue)} is passed: now ${say(latest.value)}.`
  }
  if (baselineValue === null) {
    return targetValue === null
      ? `Now ${say(latest.value)}.`
      : `Now ${say(latest.value)}, to reach ${say(targetValue)}.`
  }
  return movedSentence(measured, baselineValue, latest.value, say)
}

function movedSentence(measured: Measured, baseline: number, now: number, say: (value: number) => string): string {
  if (now === baseline) return `Still at ${say(baseline)}${toTarget(measured, say)}.`
  if (isReached(measured.direction, baseline, now)) {
    return `Gone the wrong way, from ${say(baseline)} to ${say(now)}${toTarget(measured, say)}.`
  }
  const share = shareOfWay(baseline, measured.targetValue, now)
  const moved = `From ${say(baseline)} to ${say(now)}`
  if (share === null || measured.targetValue === null) return `${moved}.`
  return `${moved}: ${wayInWords(share)} to ${say(measured.targetValue)}.`
}

function toTarget(measured: Measured, say: (value: number) => string): string {
  return measured.targetValue === null ? '' : `, to reach ${say(measured.targetValue)}`
}

/** True when `value` is at `target` or beyond it in the direction wanted. */
function isReached(direction: Direction, value: number, target: number): boolean {
  return direction === 'up' ? value >= target : value <= target
}

/** "a third of the way", as people say it; otherwise "about 40 per cent of the way". */
function wayInWords(share: number): string {
  const named: readonly [number, string][] = [
    [0.25, 'a quarter of the way'],
    [1 / 3, 'a third of the way'],
    [0.5, 'half of the way'],
    [2 / 3, 'two thirds of the way'],
    [0.75, 'three quarters of the way'],
  ]
  const close = named.find(([value]) => Math.abs(value - share) < 0.02)
  if (close) return close[1]
  return share > 0.9 ? 'nearly all of the way' : `about ${Math.max(1, Math.round(share * 100))} per cent of the way`
}
