import type { ErrorCode } from '../../../shared/kernel/error-codes'
import type { ErrorFacts } from '../../../shared/kernel/result'
import { lineFor } from '../../../shared/kernel/sentences'
import { orderedAnswers, readAnswer, type Answer, type Answers } from '../../../shared/features/surveys/answers'
import type { FilePlan } from '../../../shared/features/surveys/model'
import { rowsOf, type FormRow, type RoundForm } from '../../../shared/features/surveys/round-form'
import type { Group } from '../../../shared/features/surveys/summary'
import { fillColumns } from '../../documents/fill-columns'
import type { FormCells } from '../../imports/parse-job'
import { GROUP_KEY, marks } from './fill-file'

/** A round as far as files are held against it. */
export interface PlanRound {
  readonly id: string
  readonly form: RoundForm
  readonly isAnonymous: boolean
  readonly groups: readonly Group[]
  /** Who is asked, and what is kept of them already. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly groupId: string | null }>
  readonly kept: ReadonlyMap<string, Answers>
  /** Files that were taken in before. */
  readonly knownFiles: ReadonlySet<string>
}

/** What taking a file in would write. */
export interface Sheet {
  readonly personId: string | null
  readonly groupId: string | null
  readonly sha256: string
  readonly answers: Answers
}

export interface PlannedFile {
  readonly plan: FilePlan
  /** Null for what is refused or changes nothing. */
  readonly sheet: Sheet | null
}

/** A file that was read, or why it could not be. */
export type FileRead =
  | { readonly name: string; readonly cells: FormCells }
  | { readonly name: string; readonly code: ErrorCode; readonly facts?: ErrorFacts }

/** Holds every file against the round, in their order: the first of two with the same sheet stands. */
export function planFiles(round: PlanRound, files: readonly FileRead[]): PlannedFile[] {
  const seen = new Map<string, string>()
  return files.map((file, index) => {
    const key = String(index)
    if (!('cells' in file)) return refusedFile(key, file.name, file.code, file.facts)
    const known = markedOf(file.cells)
    const identity = round.isAnonymous ? file.cells.sha256 : `person ${known.get(marks.person) ?? ''}`
    const other = seen.get(identity)
    const fault = faultOf(round, known)
    if (fault) return refusedFile(key, file.name, fault)
    if (other !== undefined) return refusedFile(key, file.name, 'survey.file-twice', { other })
    seen.set(identity, file.name)
    return planOne(round, key, file, known.get(marks.person) ?? '')
  })
}

function refusedFile(key: string, fileName: string, code: ErrorCode, facts?: ErrorFacts): PlannedFile {
  const nothing = { person: null, taken: 0, changed: 0, same: 0, refused: [] }
  return { plan: { key, fileName, state: 'refused', message: lineFor(code, facts), ...nothing }, sheet: null }
}

/** The marks of a file, by their names. */
function markedOf({ rows }: FormCells): ReadonlyMap<string, string> {
  const names: ReadonlySet<string> = new Set(Object.values(marks))
  return new Map(
    rows.flatMap(({ cells }) => {
      const name = (cells[fillColumns.key] ?? '').trim().replace(/^#/, '')
      return names.has(name) ? [[name, (cells[fillColumns.question] ?? '').trim()] as const] : []
    }),
  )
}

function faultOf(round: PlanRound, known: ReadonlyMap<string, string>): ErrorCode | undefined {
  const [form, id, person] = [known.get(marks.form), known.get(marks.round), known.get(marks.person) ?? '']
  if (form === undefined || id === undefined) return 'survey.file-not-ours'
  if (id !== round.id || form !== round.form.id) return 'survey.file-of-another-round'
  if (round.isAnonymous ? person !== '' : !round.people.has(person)) return 'survey.file-of-nobody'
  return undefined
}

function planOne(
  round: PlanRound,
  key: string,
  { name, cells }: { readonly name: string; readonly cells: FormCells },
  personId: string,
): PlannedFile {
  const read = new FileReader(round, cells)
  const before = round.isAnonymous ? undefined : round.kept.get(personId)
  const known = round.knownFiles.has(cells.sha256)
  const given = Object.entries(read.answers)
  const same = given.filter(([row, answer]) => known || before?.[row] === answer).length
  const changed = known
    ? 0
    : given.filter(([row, answer]) => before?.[row] !== undefined && before[row] !== answer).length
  const taken = given.length - same - changed
  const person = round.people.get(personId)
  const state = stateOf(given.length, before !== undefined || known, taken + changed)
  const whole = orderedAnswers(round.form, { ...before, ...read.answers })
  const groupId = round.isAnonymous ? read.groupId : (person?.groupId ?? null)
  return {
    plan: {
      key,
      fileName: name,
      state,
      message: state === 'refused' ? lineFor('survey.file-empty') : null,
      person: person === undefined ? null : { id: personId, name: person.name },
      taken,
      changed,
      same,
      refused: read.refused,
    },
    sheet:
      state === 'new' || state === 'changed'
        ? { personId: round.isAnonymous ? null : personId, groupId, sha256: cells.sha256, answers: whole }
        : null,
  }
}

function stateOf(given: number, isKept: boolean, other: number): FilePlan['state'] {
  if (given === 0) return 'refused'
  if (!isKept) return 'new'
  return other > 0 ? 'changed' : 'same'
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads the answers of one file, row by row. */
class FileReader {
  readonly answers: Record<string, Answer> = {}
  readonly refused: FilePlan['refused'][number][] = []
  groupId: string | null = null
  readonly #seen = new Set<string>()

  constructor({ form, groups }: PlanRound, { rows, formulas }: FormCells) {
    const questions = new Map(rowsOf(form).map((row) => [row.key, row]))
    const withFormula = new Set(formulas.map(({ row, column }) => `${row} ${column}`))
    for (const { row, cells } of rows) {
      const key = (cells[fillColumns.key] ?? '').trim()
      const written = cells[fillColumns.answer] ?? ''
      const hasFormula = withFormula.has(`${row} ${fillColumns.answer}`)
      if (key === GROUP_KEY) this.#group(groups, { row, written, hasFormula })
      else if (key !== '' && !key.startsWith('#'))
        this.#answer(questions.get(key), {
          key,
          row,
          written,
          hasFormula,
          question: cells[fillColumns.question] ?? '',
        })
      else if (key === '' && written.trim() !== '')
        this.#refuse(row, plain(written).slice(0, 60), 'survey.question-unknown')
    }
    for (const question of questions.values())
      if (!this.#seen.has(question.key)) this.#refuse(null, question.text, 'survey.question-missing')
  }

  #group(groups: readonly Group[], cell: { row: number; written: string; hasFormula: boolean }): void {
    const options = groups.map(({ id, name }) => ({ id, label: name }))
    if (cell.hasFormula) return this.#refuse(cell.row, 'I work as', 'survey.formula')
    const read = readAnswer({ kind: 'choice', options }, cell.written)
    if (read.kind === 'refused') this.#refuse(cell.row, 'I work as', read.code, read.facts)
    if (read.kind === 'answer') this.groupId = String(read.answer)
  }

  #answer(
    question: FormRow | undefined,
    cell: { key: string; row: number; written: string; hasFormula: boolean; question: string },
  ): void {
    if (question === undefined) return this.#refuse(cell.row, plain(cell.question), 'survey.question-unknown')
    const fault = this.#faultOf(question, cell)
    this.#seen.add(cell.key)
    if (fault) return this.#refuse(cell.row, question.text, fault)
    const read = readAnswer(question.answering, cell.written)
    if (read.kind === 'refused') this.#refuse(cell.row, question.text, read.code, read.facts)
    if (read.kind === 'answer') this.answers[cell.key] = read.answer
  }

  #faultOf({ text }: FormRow, cell: { key: string; hasFormula: boolean; question: string }): ErrorCode | undefined {
    if (this.#seen.has(cell.key)) return 'survey.question-twice'
    if (plain(cell.question) !== plain(text)) return 'survey.question-altered'
    return cell.hasFormula ? 'survey.formula' : undefined
  }

  #refuse(row: number | null, question: string, code: ErrorCode, facts?: ErrorFacts): void {
    // The one column that is filled in.
    this.refused.push({ row, column: row === null ? null : 'E', question, message: lineFor(code, facts) })
  }
}
