import { forwardRef } from 'react'
import type { FieldErrors } from 'react-hook-form'
import type { Failure } from '../../shared/kernel/result'
import { fieldMessage } from '../lib/field-message'
import { plural } from '../lib/format'
import { failureSentence } from '../lib/sentence'
import type { FormWords } from './fields/form-labels'

export interface Problem {
  readonly path: string
  readonly label: string | undefined
  readonly text: string
}

/** Flattens react-hook-form's tree of errors into lines, in the order of the form's fields. */
export function problemsOf(errors: FieldErrors, words: FormWords): readonly Problem[] {
  const found: Problem[] = []
  collect(errors, '', words, found)
  const order = [...words.labels.keys()]
  const place = (problem: Problem) => (order.indexOf(problem.path) + order.length + 1) % (order.length + 1)
  return found.sort((a, b) => place(a) - place(b))
}

/** The label of a field; of one that is repeated, which of them it is ("Net (number 3)"). */
export function labelOf(labels: ReadonlyMap<string, string>, path: string): string | undefined {
  const label = labels.get(path)
  const place = /\.(\d+)\./.exec(path)?.[1]
  return label === undefined || place === undefined ? label : `${label} (number ${Number(place) + 1})`
}

function collect(node: unknown, path: string, words: FormWords, found: Problem[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && typeof node.type === 'string' && 'message' in node) {
    const message = typeof node.message === 'string' ? node.message : ''
    // What the field says of a text that it cannot read stands beside it; the summary says the same.
    const text = words.unread.get(path) ?? fieldMessage({ message }) ?? ''
    found.push({ path, label: labelOf(words.labels, path), text })
    return
  }
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'ref') collect(child, path === '' ? key : `${path}.${key}`, words, found)
  }
}

/** "Net: Fill this in.", and without a colon behind a label that is a question. */
function lineOf({ label, text }: Problem): string {
  if (label === undefined) return text
  return label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`
}

interface ErrorSummaryProps {
  readonly problems: readonly Problem[]
  readonly failure: Failure | undefined
  /** Moves to the field. */
  readonly onGo: (path: string) => void
}

/** What stood in the way of a save: takes the focus, each line leads to its field. */
export const ErrorSummary = forwardRef<HTMLElement, ErrorSummaryProps>(function ErrorSummary(
  { problems, failure, onGo },
  ref,
) {
  const title =
    problems.length === 0
      ? 'This was not saved'
      : `This was not saved: ${plural(problems.length, 'thing', 'things')} to put right`
  return (
    <section className="error-summary" ref={ref} tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      {failure !== undefined && problems.length === 0 && <p>{failureSentence(failure)}</p>}
      <ul>
        {problems.map((problem) => (
          <li key={problem.path}>
            <button type="button" onClick={() => onGo(problem.path)}>
              {lineOf(problem)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
})
