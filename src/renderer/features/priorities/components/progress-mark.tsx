import {
  formatMeasure,
  progressSentence,
  shareOfWay,
  type Measured,
} from '../../../../shared/features/priorities/rules'
import './progress-mark.css'

export interface ProgressMarkProps {
  readonly measured: Measured
  /** Where the sentence stands beside it already, it is not spoken twice. */
  readonly isSpoken?: boolean
}

/** Baseline, now and target on one line: the bar goes from the start to where it stands, the upright is the target. */
export function ProgressMark({ measured, isSpoken = true }: ProgressMarkProps) {
  const { baselineValue, targetValue, unit, latest } = measured
  if (baselineValue === null || targetValue === null) return null
  const share = shareOfWay(baselineValue, targetValue, latest?.value ?? null)
  const place = placesOf(share)
  const look =
    share !== null && share < 0 ? 'progress-bar-back' : share !== null && share >= 1 ? 'progress-bar-done' : ''
  const words = isSpoken ? { role: 'img', 'aria-label': progressSentence(measured) } : { 'aria-hidden': true }
  return (
    <div className="progress-mark" {...words}>
      {latest !== null && (
        <div className="progress-latest" style={{ left: `${place.now}%`, transform: `translateX(-${place.now}%)` }}>
          now {formatMeasure(latest.value, unit)}
        </div>
      )}
      <div className="progress-track">
        {share !== null && (
          <i
            className={`progress-part ${look}`}
            style={{ left: `${Math.min(place.start, place.now)}%`, width: `${Math.abs(place.now - place.start)}%` }}
          />
        )}
        <i className="progress-start" style={{ left: `${place.start}%` }} />
        <i className="progress-target" style={{ left: `${place.target}%` }} />
        {share !== null && <i className="progress-now" style={{ left: `${place.now}%` }} />}
      </div>
      <div className="progress-ends">
        <span>{formatMeasure(baselineValue, unit)}</span>
        <span>target {formatMeasure(targetValue, unit)}</span>
      </div>
    </div>
  )
}

/** Per cent from the left; what lies before the start or beyond the target makes the line longer. */
function placesOf(share: number | null): { readonly start: number; readonly target: number; readonly now: number } {
  const now = Math.max(-1, Math.min(2, share ?? 0))
  const [low, high] = [Math.min(0, now), Math.max(1, now)]
  const at = (value: number) => Math.round(((value - low) / (high - low)) * 1000) / 10
  return { start: at(0), target: at(1), now: at(now) }
}
