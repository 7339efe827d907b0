import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { estimateLeft, formatCount } from '../lib/format'
import { Button } from './button'
import './progress-bar.css'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Left out while it is not known. */
  readonly total?: number
  /** What is counted: "rows". */
  readonly unit?: string
  readonly onCancel?: () => void
  /** Milliseconds since it began; with it an estimate is given once it is an honest one. */
  readonly elapsedMs?: number
}

/** For anything over a second: a count, a way out, and how long it will still take. */
export function ProgressBar({ label, done, total, unit = '', onCancel, elapsedMs }: ProgressBarProps) {
  const isKnown = total !== undefined && total > 0
  const share = isKnown ? Math.min(100, (done / total) * 100) : 0
  const left = isKnown && elapsedMs !== undefined ? estimateLeft(done, total, elapsedMs) : undefined
  const count = `${formatCount(done)}${isKnown ? ` of ${formatCount(total)}` : ''}${unit === '' ? '' : ` ${unit}`}`
  return (
    <div className="progress">
      <AriaProgressBar className="progress-main" value={share} isIndeterminate={!isKnown} valueLabel={count}>
        <Label className="progress-label">{label}</Label>
        <div className="progress-track">
          <div
            className={isKnown ? 'progress-fill' : 'progress-fill progress-unknown'}
            style={isKnown ? { width: `${share}%` } : undefined}
          />
        </div>
        <span className="progress-count">
          {count}
          {left !== undefined && ` · ${left}`}
        </span>
      </AriaProgressBar>
      {onCancel !== undefined && (
        <Button size="small" onPress={onCancel}>
          Stop
        </Button>
      )}
    </div>
  )
}
