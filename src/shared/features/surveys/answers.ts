/** Answers as they are kept, typed and read from a cell. */
import { z } from 'zod'
import type { ErrorCode } from '../../kernel/error-codes'
import type { ErrorFacts } from '../../kernel/result'
import { rowsOf, type Answering, type FormRow, type RoundForm } from './round-form'

/**
 * A level or a number, the id of an option or words, a tick or a plain no. A row that nobody answered has none; a no is an
 * answer, so that it takes an earlier tick away.
 */
export const zAnswer = z.union([z.number(), z.string(), z.boolean()])
export type Answer = z.infer<typeof zAnswer>
/** The answers of one sheet by the keys of its rows. */
export const zAnswers = z.record(z.string(), zAnswer)
export type Answers = z.infer<typeof zAnswers>

/** The most letters that an answer in words has. */
export const WORDS_LIMIT = 2_000

/** A cell as it was read: an answer, nothing, or why it is none. */
export type CellRead =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly facts?: ErrorFacts }

const empty: CellRead = { kind: 'empty' }
const answered = (answer: Answer): CellRead => ({ kind: 'answer', answer })

/**
 * What somebody wrote beside a question: "3", "3 Agree" or "agree" for a step of a scale, the number or the words of an
 * option, an x for a tick. An empty cell says nothing.
 */
export function readAnswer(answering: Answering, written: string): CellRead {
  const text = written.trim()
  if (text === '') return empty
  switch (answering.kind) {
    case 'scale':
      return readLevel(answering.levels, text)
    case 'choice':
      return readChoice(answering.options, text)
    case 'tick':
      return readTick(text)
    case 'words':
      if (text.length > WORDS_LIMIT) return refused('input.too-long', { limit: WORDS_LIMIT })
      return answered(text)
    case 'number':
      return readNumber(answering, text)
  }
}

function refused(code: ErrorCode, facts: ErrorFacts): CellRead {
  return { kind: 'refused', code, facts }
}

const same = (a: string, b: string): boolean => folded(a) === folded(b)
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function readLevel(levels: Extract<Answering, { kind: 'scale' }>['levels'], text: string): CellRead {
  const found = levels.find(
    ({ level, label }) => text === String(level) || same(text, label) || same(text, `${level} ${label}`),
  )
  const [first, last] = [levels[0], levels.at(-1)]
  return found
    ? answered(found.level)
    : refused('survey.not-a-step', { from: first?.level ?? 0, to: last?.level ?? 0 })
}

function readChoice(options: Extract<Answering, { kind: 'choice' }>['options'], text: string): CellRead {
  const found = options.find(
    ({ label }, index) => text === String(index + 1) || same(text, label) || same(text, `${index + 1} ${label}`),
  )
  return found ? answered(found.id) : refused('survey.not-an-option', { count: options.length })
}

const ticked: ReadonlySet<string> = new Set(['x', 'yes', 'y', '✓', '✔', '1', 'true', 'ticked'])
const unticked: ReadonlySet<string> = new Set(['no', 'n', '0', 'false', '-', '–'])

function readTick(text: string): CellRead {
  const word = text.toLowerCase()
  if (ticked.has(word)) return answered(true)
  return unticked.has(word) ? answered(false) : refused('survey.not-a-tick', {})
}

function readNumber({ min, max }: Extract<Answering, { kind: 'number' }>, text: string): CellRead {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  if (Number.isNaN(value) || value < min || value > max) return refused('survey.not-a-number', { min, max })
  return answered(value)
}

/** How an answer reads in a cell, so that {@link readAnswer} reads it back. */
export function answerText(answering: Answering, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (answering.kind === 'tick') return answer === true ? 'x' : 'no'
  if (answering.kind === 'choice') {
    const at = answering.options.findIndex(({ id }) => id === answer)
    return at < 0 ? '' : `${at + 1} ${answering.options[at]?.label ?? ''}`
  }
  return String(answer)
}

/** How a row is to be answered, in a few words. */
export function howToAnswer(answering: Answering): string {
  switch (answering.kind) {
    case 'scale':
      return answering.levels.map(({ level, label }) => `${level} ${label}`).join('; ')
    case 'choice':
      return answering.options.map(({ label }, index) => `${index + 1} ${label}`).join('; ')
    case 'tick':
      return 'x if it is so'
    case 'words':
      return 'In your own words'
    case 'number':
      return answering.unit === '' ? 'A number' : `A number of ${answering.unit}`
  }
}

/** Whether an answer fits its row. */
export function fits({ answering }: FormRow, answer: Answer): boolean {
  switch (answering.kind) {
    case 'scale':
      return answering.levels.some(({ level }) => level === answer)
    case 'choice':
      return answering.options.some(({ id }) => id === answer)
    case 'tick':
      return typeof answer === 'boolean'
    case 'words':
      return typeof answer === 'string' && answer.trim() !== '' && answer.length <= WORDS_LIMIT
    case 'number':
      return typeof answer === 'number' && answer >= answering.min && answer <= answering.max
  }
}

/** Answers in the order of the form's rows, so that the same ones are the same text. */
export function orderedAnswers(form: RoundForm, answers: Answers): Answers {
  return Object.fromEntries(
    rowsOf(form).flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]] as const])),
  )
}
