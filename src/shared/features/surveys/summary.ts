/** What the answers of a round say together: one formula for screen, paper and files. */
import { z } from 'zod'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import type { Answers } from './answers'
import { hiddenOf, type Part } from './hiding'
import { zRoundQuestion, type FormRow, type RoundForm, type RoundQuestion } from './round-form'

/** Whoever answered without saying to which group they belong. */
export const NO_GROUP = 'none'

/** A staff group whose people are asked. */
export const zGroup = z.object({ id: z.string(), name: z.string(), isLeaders: z.boolean() })
export type Group = z.infer<typeof zGroup>

/** One sheet as far as figures are made of it. */
export interface Counted {
  readonly groupId: string | null
  readonly answers: Answers
}

/**
 * How many answered, and what they said: the mean of steps or numbers, for ticks the share of sheets with one in per cent
 * (0 to 100). Both are null where so few answered that they are not shown; the value also where nobody did.
 */
export const zFigure = z.object({ answered: z.int().nullable(), value: z.number().nullable() })
export type Figure = z.infer<typeof zFigure>

export const zRowSummary = zFigure.extend({
  key: z.string(),
  text: z.string(),
  /** For steps and options: how many chose each, in their order; null where it is not shown. */
  counts: z.array(z.int()).nullable(),
  /** By the id of the group. */
  groups: z.record(z.string(), zFigure),
  /** Leaders, and everybody else who said what they work as. */
  leaders: zFigure,
  others: zFigure,
})
export type RowSummary = z.infer<typeof zRowSummary>

export const zQuestionSummary = zRoundQuestion.extend({
  sums: z.array(zRowSummary),
  /**
   * What was written, in the order of the alphabet and without who wrote it; null where so few wrote something that it is
   * not shown.
   */
  words: z.array(z.string()).nullable(),
})
export type QuestionSummary = z.infer<typeof zQuestionSummary>

export const zSummary = z.object({
  sheets: z.int(),
  /** Too few sheets came to show anything. */
  isHidden: z.boolean(),
  groups: z.array(zGroup.extend({ sheets: z.int().nullable() })),
  sections: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(zQuestionSummary) })),
})
export type Summary = z.infer<typeof zSummary>

interface Round {
  readonly form: RoundForm
  readonly isAnonymous: boolean
  readonly groups: readonly Group[]
}

const unsaid: Group = { id: NO_GROUP, name: 'Group not given', isLeaders: false }

/** The summary of a round. Without names, groups of fewer than five are hidden, and what would tell of them. */
export function summarise({ form, isAnonymous, groups }: Round, sheets: readonly Counted[]): Summary {
  const known = new Set(groups.map(({ id }) => id))
  const grouped = sheets.map(({ groupId, answers }) => ({
    groupId: groupId !== null && known.has(groupId) ? groupId : NO_GROUP,
    answers,
  }))
  const all = grouped.some(({ groupId }) => groupId === NO_GROUP) ? [...groups, unsaid] : groups
  const makes = new Summing(all, isAnonymous, grouped)
  return {
    sheets: sheets.length,
    isHidden: isAnonymous && sheets.length < SMALLEST_GROUP,
    groups: makes.groups(),
    sections: form.sections.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map((question) => makes.question(question)),
    })),
  }
}

type Grouped = Counted & { readonly groupId: string }

class Summing {
  readonly #groups: readonly Group[]
  readonly #isAnonymous: boolean
  readonly #sheets: readonly Grouped[]

  constructor(groups: readonly Group[], isAnonymous: boolean, sheets: readonly Grouped[]) {
    this.#groups = groups
    this.#isAnonymous = isAnonymous
    this.#sheets = sheets
  }

  groups(): Summary['groups'] {
    const shown = this.#shown(this.#sheets)
    return this.#groups.map((group) => ({
      ...group,
      sheets: shown.group(group.id) ? this.#sheets.filter(({ groupId }) => groupId === group.id).length : null,
    }))
  }

  question(question: RoundQuestion): QuestionSummary {
    const words = question.kind === 'words' ? this.#words(question.rows) : []
    return { ...question, sums: question.rows.map((row) => this.#row(row)), words }
  }

  #words(rows: readonly FormRow[]): string[] | null {
    const written = this.#sheets
      .flatMap(({ answers }) => rows.map(({ key }) => answers[key]))
      .filter((answer) => typeof answer === 'string')
    // The words of three people among forty are as easily known as those of three among three.
    if (this.#isAnonymous && written.length > 0 && written.length < SMALLEST_GROUP) return null
    return written.toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  }

  #row(row: FormRow): RowSummary {
    const isTick = row.answering.kind === 'tick'
    // Whoever ticked nothing has answered too: a sheet that came back counts for every tick.
    const answered = isTick ? this.#sheets : this.#sheets.filter(({ answers }) => answers[row.key] !== undefined)
    const shown = this.#shown(answered)
    const among = (isLeaders: boolean) => {
      // Whoever did not say what they work as is neither a leader nor one of the others: that is not known.
      const ids = new Set(
        this.#groups.filter((g) => g.id !== NO_GROUP && g.isLeaders === isLeaders).map((g) => g.id),
      )
      return answered.filter(({ groupId }) => ids.has(groupId))
    }
    const figure = (isShown: boolean, of: readonly Grouped[]): Figure =>
      isShown ? { answered: of.length, value: valueOf(row, of) } : { answered: null, value: null }
    return {
      key: row.key,
      text: row.text,
      ...figure(shown.all, answered),
      counts: shown.all ? countsOf(row, answered) : null,
      groups: Object.fromEntries(
        this.#groups.map(({ id }) => [
          id,
          figure(
            shown.group(id),
            answered.filter(({ groupId }) => groupId === id),
          ),
        ]),
      ),
      leaders: figure(shown.whole('leaders'), among(true)),
      others: figure(shown.whole('others'), among(false)),
    }
  }

  /** What may be shown of the sheets that answered something. */
  #shown(answered: readonly Grouped[]) {
    if (!this.#isAnonymous) return { all: true, group: () => true, whole: () => true }
    const parts = this.#groups.map(({ id, isLeaders }): Part => ({
      key: id,
      size: answered.filter(({ groupId }) => groupId === id).length,
      ...(id !== NO_GROUP && { within: isLeaders ? 'leaders' : 'others' }),
    }))
    const { parts: groups, wholes } = hiddenOf(parts)
    const all = answered.length === 0 || answered.length >= SMALLEST_GROUP
    return {
      all,
      group: (id: string) => all && !groups.has(id),
      whole: (key: 'leaders' | 'others') => all && !wholes.has(key),
    }
  }
}

/** The mean of what was answered, for ticks the share in per cent; null where nobody answered or there is no number. */
function valueOf({ key, answering }: FormRow, sheets: readonly Counted[]): number | null {
  if (sheets.length === 0 || answering.kind === 'choice' || answering.kind === 'words') return null
  if (answering.kind === 'tick')
    return (sheets.filter(({ answers }) => answers[key] === true).length * 100) / sheets.length
  return sheets.reduce((sum, { answers }) => sum + Number(answers[key] ?? 0), 0) / sheets.length
}

function countsOf({ key, answering }: FormRow, sheets: readonly Counted[]): number[] {
  const times = (value: unknown) => sheets.filter(({ answers }) => answers[key] === value).length
  switch (answering.kind) {
    case 'scale':
      return answering.levels.map(({ level }) => times(level))
    case 'choice':
      return answering.options.map(({ id }) => times(id))
    case 'tick':
      return [times(true)]
    case 'words':
    case 'number':
      return []
  }
}
