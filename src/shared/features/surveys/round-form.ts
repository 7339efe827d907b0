/** A form as it was when a round of it began: every question with the rows that are answered, kept with the round. */
import { z } from 'zod'
import { zFormKind, zLevels, type FormSet, type Framework, type Question } from '../packs/form-content'
import { Refusal } from '../../kernel/result'

/** How one row is answered. */
export const zAnswering = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), levels: zLevels }),
  z.object({ kind: z.literal('choice'), options: z.array(z.object({ id: z.string(), label: z.string() })) }),
  z.object({ kind: z.literal('tick') }),
  z.object({ kind: z.literal('words'), lines: z.int() }),
  z.object({ kind: z.literal('number'), unit: z.string(), min: z.number(), max: z.number() }),
])
export type Answering = z.infer<typeof zAnswering>

/** One row to be answered: a question, or a part of one. Its key never changes while answers are kept under it. */
export const zRow = z.object({ key: z.string(), text: z.string(), answering: zAnswering })
export type FormRow = z.infer<typeof zRow>

/** A statement that a row stands for; rounds of before say no framework. */
export const zRowStandard = z.object({
  code: z.string(),
  label: z.string(),
  framework: z.string().nullable().default(null),
})

/** A question with its rows: a scale has one, a standing one or two for each statement, a list of ticks one for each option. */
export const zRoundQuestion = z.object({
  id: z.string(),
  kind: z.enum(['scale', 'choice', 'many', 'words', 'number', 'standing', 'pick']),
  text: z.string(),
  help: z.string(),
  /** For a scale: what is aimed at. */
  target: z.int().nullable(),
  /** For ticks: what one says. */
  means: z.enum(['wants', 'can-share', 'other']),
  rows: z.array(zRow),
  /** For rows that stand for a statement, by the key of the row: its framework's code and words. */
  standards: z.record(z.string(), zRowStandard),
})
export type RoundQuestion = z.infer<typeof zRoundQuestion>

export const zRoundForm = z.object({
  id: z.string(),
  kind: zFormKind,
  title: z.string(),
  intro: z.string(),
  asksLeaders: z.boolean(),
  minutes: z.int(),
  /** The framework by which it asks; null when it asks by none. */
  framework: z.object({ id: z.string(), name: z.string(), version: z.string() }).nullable(),
  sections: z.array(
    z.object({ id: z.string(), title: z.string(), about: z.string(), questions: z.array(zRoundQuestion) }),
  ),
})
export type RoundForm = z.infer<typeof zRoundForm>

/**
 * A form with the statements of the frameworks it asks by; `chosen` takes the place that a form leaves open. Throws
 * Refusal `survey.framework-missing` when one is in no pack.
 */
export function roundFormOf(
  form: FormSet,
  frameworks: ReadonlyMap<string, Framework>,
  chosen: string | null,
): RoundForm {
  const used = new Map<string, Framework>()
  const frameworkOf = (id: string | null): Framework => {
    const found = frameworks.get(id ?? chosen ?? '')
    if (!found) throw new Refusal('survey.framework-missing')
    used.set(found.id, found)
    return found
  }
  const sections = form.sections.map(({ id, title, about, questions }) => ({
    id,
    title,
    about,
    questions: questions.map((question) => roundQuestion(question, frameworkOf)),
  }))
  const [framework] = used.values()
  return {
    id: form.id,
    kind: form.kind,
    title: form.title,
    intro: form.intro,
    asksLeaders: form.asksLeaders,
    minutes: form.minutes,
    framework: framework ? { id: framework.id, name: framework.name, version: framework.version } : null,
    sections,
  }
}

/** True for a form that leaves its framework to whoever begins a round. */
export function asksForFramework({ sections }: FormSet): boolean {
  return sections.some(({ questions }) => questions.some((one) => 'framework' in one && one.framework === null))
}

type Rows = Pick<RoundQuestion, 'rows' | 'standards'>

function roundQuestion(question: Question, frameworkOf: (id: string | null) => Framework): RoundQuestion {
  const { id, text, help } = question
  const plain = { id, kind: question.kind, text, help, target: null, means: 'other' as const, standards: {} }
  const row = (answering: Answering): FormRow[] => [{ key: id, text, answering }]
  switch (question.kind) {
    case 'scale':
      return { ...plain, target: question.target, rows: row({ kind: 'scale', levels: question.levels }) }
    case 'choice':
      return { ...plain, rows: row({ kind: 'choice', options: question.options }) }
    case 'words':
      return { ...plain, rows: row({ kind: 'words', lines: question.lines }) }
    case 'number': {
      const { unit, min, max } = question
      return { ...plain, rows: row({ kind: 'number', unit, min, max }) }
    }
    case 'many':
      return { ...plain, rows: question.options.map((option) => tick(`${id}.${option.id}`, option.label)) }
    case 'pick':
      return { ...plain, means: question.means, ...pickRows(id, frameworkOf(question.framework)) }
    case 'standing':
      return { ...plain, ...standingRows(id, frameworkOf(question.framework), question.asks === 'now-next') }
  }
}

const tick = (key: string, text: string): FormRow => ({ key, text, answering: { kind: 'tick' } })

function pickRows(id: string, { id: framework, statements }: Framework): Rows {
  const rows = statements.map(({ code, text }) => tick(`${id}.${code}`, text))
  const standards = statements.map(({ code, text }) => [`${id}.${code}`, { code, label: text, framework }] as const)
  return { rows, standards: Object.fromEntries(standards) }
}

/** The ends of the keys of the two rows of a statement. */
export const sides = { now: 'now', next: 'next' } as const

function standingRows(id: string, { id: framework, statements, levels }: Framework, hasNext: boolean): Rows {
  const asked = hasNext ? [sides.now, sides.next] : [sides.now]
  const each = statements.flatMap(({ code, text }) =>
    asked.map((side) => ({ key: `${id}.${code}.${side}`, code, text, side })),
  )
  return {
    rows: each.map(({ key, code, text, side }) => ({
      key,
      text: `${code} ${text}${hasNext ? `: ${side}` : ''}`,
      answering: { kind: 'scale', levels },
    })),
    standards: Object.fromEntries(each.map(({ key, code, text }) => [key, { code, label: text, framework }])),
  }
}

/** Every row of a form in the order in which it is answered. */
export function rowsOf({ sections }: Pick<RoundForm, 'sections'>): FormRow[] {
  return sections.flatMap(({ questions }) => questions.flatMap(({ rows }) => rows))
}
