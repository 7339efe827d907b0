import { z } from 'zod'
import { sentenceFor } from '../../../../shared/kernel/sentences'
import { fits, readAnswer, type Answer, type Answers } from '../../../../shared/features/surveys/answers'
import { rowsOf, type FormRow, type RoundForm } from '../../../../shared/features/surveys/round-form'

/** What stands in the field of a row while it is typed; every row of the form has one, by its place. */
const zTyped = z.union([z.string(), z.number(), z.boolean(), z.null(), z.undefined()])
type Typed = z.infer<typeof zTyped>

/** The form in which a sheet is keyed in. */
export function sheetSchema(form: RoundForm, hasPerson: boolean) {
  const rows = rowsOf(form)
  return z
    .object({ personId: z.string().nullable(), groupId: z.string().nullable(), rows: z.array(zTyped) })
    .superRefine(({ personId, rows: typed }, context) => {
      if (hasPerson && (personId ?? '') === '')
        context.addIssue({ code: 'custom', message: 'input.required', path: ['personId'] })
      rows.forEach((row, index) => {
        const message = faultOf(row, typed[index])
        if (message !== undefined) context.addIssue({ code: 'custom', message, path: ['rows', index] })
      })
    })
}

/** What is wrong with what was typed; undefined when nothing is. */
function faultOf(row: FormRow, typed: Typed): string | undefined {
  if (row.answering.kind !== 'scale' || typeof typed !== 'string') {
    const answer = answerOf(row, typed)
    return answer === undefined || fits(row, answer) ? undefined : 'input.invalid'
  }
  const read = readAnswer(row.answering, typed)
  if (read.kind !== 'refused') return undefined
  const { happened, todo } = sentenceFor(read.code, read.facts)
  return `${happened} ${todo}`
}

/** The answer that was typed; undefined for none. */
function answerOf(row: FormRow, typed: Typed): Answer | undefined {
  if (typed === null || typed === undefined || typed === '' || typed === false) return undefined
  if (row.answering.kind !== 'scale' || typeof typed !== 'string') return typed
  const read = readAnswer(row.answering, typed)
  return read.kind === 'answer' ? read.answer : undefined
}

/** The answers of all rows. */
export function answersTyped(form: RoundForm, typed: readonly Typed[]): Answers {
  const found: Record<string, Answer> = {}
  rowsOf(form).forEach((row, index) => {
    const answer = answerOf(row, typed[index])
    if (answer !== undefined) found[row.key] = typeof answer === 'string' ? answer.trim() : answer
  })
  return found
}

/** What the fields begin with. */
export function typedOf(form: RoundForm, answers: Answers): Typed[] {
  return rowsOf(form).map(({ key, answering }) => {
    const answer = answers[key]
    if (answering.kind === 'tick') return answer === true
    if (answer === undefined) return null
    return answering.kind === 'scale' ? String(answer) : answer
  })
}
