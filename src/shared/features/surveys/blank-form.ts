/** A form on paper, to be filled in by hand. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, Column, ReportDocument, ReportTable } from '../../kernel/report-table'
import { sides, type RoundForm, type RoundQuestion } from './round-form'
import type { Group } from './summary'

/** What a paper form says beside its questions. */
export interface PaperFacts {
  readonly schoolName: string
  readonly title: string
  readonly isAnonymous: boolean
  readonly closesOn: Day | null
  readonly groups: readonly Group[]
  readonly today: Day
}

const box = '☐'
/** An empty cell that stays empty: a missing value would be printed as a dash. */
const blank = '\u00a0'
const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })

/** The form for paper: boxes to tick, figures to circle, lines to write on. */
export function blankForm(form: RoundForm, facts: PaperFacts): ReportDocument {
  const { schoolName, title, closesOn, today } = facts
  return {
    kind: 'form',
    title,
    subtitle:
      form.title === title ? `About ${form.minutes} minutes` : `${form.title}, about ${form.minutes} minutes`,
    schoolName,
    running: 'Professional development',
    stamp: `Printed ${formatDay(today)}`,
    blocks: [
      { kind: 'lead', text: form.intro },
      ...(closesOn === null
        ? []
        : [{ kind: 'paragraph' as const, text: `Please give it back by ${formatDay(closesOn)}.` }]),
      ...whoBlocks(facts),
      ...form.sections.flatMap((section): Block[] => [
        { kind: 'heading', level: 1, text: section.title },
        ...(section.about === '' ? [] : [{ kind: 'paragraph' as const, text: section.about }]),
        ...questionBlocks(section.questions),
      ]),
      { kind: 'note', text: `Form: ${form.title}${form.framework ? `: ${form.framework.name}` : ''}.` },
    ],
    moreTables: [],
    totals: {},
  }
}

function whoBlocks({ isAnonymous, groups }: PaperFacts): Block[] {
  if (!isAnonymous)
    return [table('who', '', [text('name', 'Name'), text('day', 'Date')], [{ name: blank, day: blank }])]
  if (groups.length < 2) return []
  return [
    ticks(
      'who',
      'I work as',
      groups.map(({ name }) => name),
    ),
  ]
}

function table(
  key: string,
  title: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, string>>[],
  notes: readonly string[] = [],
): Block {
  const whole: ReportTable = {
    key,
    title,
    columns: [...columns],
    rows: rows.map((cells, index) => ({ key: String(index), cells })),
    notes: [...notes],
  }
  return { kind: 'table', table: whole }
}

/** Boxes to tick in two columns, the first of them read down first. */
function ticks(key: string, title: string, labels: readonly string[], notes: readonly string[] = []): Block {
  const half = Math.ceil(labels.length / 2)
  const columns = [text('box', ''), text('label', ''), text('otherBox', ''), text('otherLabel', '')]
  const rows = labels.slice(0, half).map((label, index) => {
    const other = labels[half + index]
    return { box, label, otherBox: other === undefined ? blank : box, otherLabel: other ?? blank }
  })
  return table(key, title, columns, rows, notes)
}

/** Scales with the same steps that follow each other stand in one table. */
function questionBlocks(questions: readonly RoundQuestion[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < questions.length) {
    const question = questions[at]
    if (question === undefined) break
    let end = at + 1
    while (end < questions.length && goesWith(question, questions[end])) end += 1
    blocks.push(...(question.kind === 'scale' ? [scaleTable(questions.slice(at, end))] : one(question)))
    at = question.kind === 'scale' ? end : at + 1
  }
  return blocks
}

const stepsOf = (question: RoundQuestion | undefined) => {
  const answering = question?.rows[0]?.answering
  return answering?.kind === 'scale' ? answering.levels : []
}
const goesWith = (first: RoundQuestion, next: RoundQuestion | undefined): boolean =>
  next?.kind === 'scale' && JSON.stringify(stepsOf(first)) === JSON.stringify(stepsOf(next))

function scaleTable(questions: readonly RoundQuestion[]): Block {
  const steps = stepsOf(questions[0])
  const columns = [text('question', ''), ...steps.map(({ level, label }) => text(`level${level}`, label))]
  const boxes = Object.fromEntries(steps.map(({ level }) => [`level${level}`, box]))
  return table(
    `scale-${questions[0]?.id ?? ''}`,
    '',
    columns,
    questions.map((question) => ({
      question: question.help === '' ? question.text : `${question.text} (${question.help})`,
      ...boxes,
    })),
  )
}

function one(question: RoundQuestion): Block[] {
  const { id, kind, rows } = question
  const [first] = rows
  const notes = question.help === '' ? [] : [question.help]
  switch (kind) {
    case 'standing':
      return standing(question)
    case 'many':
    case 'pick':
      return [
        ticks(
          id,
          question.text,
          rows.map((row) => row.text),
          notes,
        ),
      ]
    case 'choice': {
      const options = first?.answering.kind === 'choice' ? first.answering.options : []
      return [
        ticks(
          id,
          question.text,
          options.map(({ label }) => label),
          notes,
        ),
      ]
    }
    case 'number': {
      const unit = first?.answering.kind === 'number' ? first.answering.unit : ''
      return [
        table(
          id,
          '',
          [text('question', question.text), text('answer', unit)],
          [{ question: notes.join(' ') || blank, answer: '__________' }],
        ),
      ]
    }
    case 'words':
    case 'scale': {
      const lines = first?.answering.kind === 'words' ? first.answering.lines : 1
      const empty = Array.from({ length: lines }, () => ({ answer: blank }))
      return [table(id, '', [text('answer', question.text)], empty, notes)]
    }
  }
}

function standing(question: RoundQuestion): Block[] {
  const { id, text: title, rows, standards, help } = question
  const steps = stepsOf(question)
  const figures = steps.map(({ level }) => level).join(blank.repeat(3))
  const hasNext = rows.some(({ key }) => key.endsWith(`.${sides.next}`))
  const statements = rows.filter(({ key }) => key.endsWith(`.${sides.now}`))
  const columns = [
    text('code', ''),
    text('statement', ''),
    text('now', 'Now'),
    ...(hasNext ? [text('next', 'Next')] : []),
  ]
  const meaning = `Circle one figure in each column: ${steps.map(({ level, label }) => `${level} ${label.toLowerCase()}`).join('; ')}.`
  return [
    { kind: 'paragraph', text: help === '' ? meaning : `${title} ${meaning}` },
    table(
      id,
      '',
      columns,
      statements.map(({ key }) => ({
        code: standards[key]?.code ?? '',
        statement: standards[key]?.label ?? '',
        now: figures,
        ...(hasNext && { next: figures }),
      })),
    ),
  ]
}
