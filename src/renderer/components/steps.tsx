import './steps.css'

export interface StepsProps {
  readonly steps: readonly string[]
  /** Which one we are at, from 0. */
  readonly current: number
}

/** Where one is in a wizard. */
export function Steps({ steps, current }: StepsProps) {
  return (
    <ol className="steps" aria-label={`Step ${current + 1} of ${steps.length}`}>
      {steps.map((title, index) => (
        <li
          key={title}
          aria-current={index === current ? 'step' : undefined}
          className={index < current ? 'steps-done' : undefined}
        >
          <b aria-hidden="true">{index < current ? '✓' : index + 1}</b>
          {title}
          {index < current && <span className="visually-hidden"> (done)</span>}
        </li>
      ))}
    </ol>
  )
}
