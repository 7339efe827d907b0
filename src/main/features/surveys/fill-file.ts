import { howToAnswer } from '../../../shared/features/surveys/answers'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import type { RoundForm, RoundQuestion } from '../../../shared/features/surveys/round-form'
import type { Group } from '../../../shared/features/surveys/summary'
import type { FillHeading, FillRow, FillSheet } from '../../documents/form-xlsx'

/** The marks by which a file is known when it comes back, and the row that asks for the group. */
export const marks = { form: 'form', round: 'round', version: 'version', person: 'person' } as const
export const GROUP_KEY = '#group'

/** What a fill-in file is made of. */
export interface FillFacts {
  readonly roundId: string
  readonly title: string
  readonly form: RoundForm
  readonly packVersion: string | null
  readonly closesOn: Day | null
  readonly groups: readonly Group[]
  readonly schoolName: string
  readonly createdAtUtc: string
}

/** A file for one person; without names the same for everybody. */
export function fillSheetOf(
  facts: FillFacts,
  person: { readonly id: string; readonly name: string } | null,
): FillSheet {
  const { form, title, closesOn, schoolName, createdAtUtc } = facts
  return {
    title,
    lines: [
      form.intro,
      'Write your answers in the yellow column, then save the file and give it back. Leave out what you cannot answer.',
      ...(closesOn === null ? [] : [`Please give it back by ${formatDay(closesOn)}.`]),
      person === null ? 'Please do not write your name into this file or into its name.' : `For ${person.name}`,
    ],
    marks: [
      [marks.form, form.id],
      [marks.round, facts.roundId],
      [marks.version, facts.packVersion ?? ''],
      [marks.person, person?.id ?? ''],
    ],
    rows: [...groupRow(facts, person === null), ...form.sections.flatMap(sectionRows)],
    schoolName,
    createdAtUtc,
  }
}

function groupRow({ groups }: FillFacts, isAnonymous: boolean): FillRow[] {
  if (!isAnonymous || groups.length < 2) return []
  const options = groups.map(({ name }, index) => `${index + 1} ${name}`)
  return [
    {
      key: GROUP_KEY,
      number: '',
      question: 'I work as',
      how: options.join(', '),
      answer: '',
      values: figures(groups.length),
    },
  ]
}

const figures = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))

function sectionRows({ title, about, questions }: RoundForm['sections'][number]): (FillRow | FillHeading)[] {
  return [{ heading: title, about }, ...questions.flatMap(questionRows)]
}

function questionRows(question: RoundQuestion): (FillRow | FillHeading)[] {
  const { kind, rows, text, help } = question
  const hasHead = kind === 'many' || kind === 'pick' || kind === 'standing'
  const lines = rows.map(({ key, text: words, answering }): FillRow => {
    const how = howToAnswer(answering)
    const values =
      answering.kind === 'scale'
        ? answering.levels.map(({ level }) => String(level))
        : answering.kind === 'choice'
          ? figures(answering.options.length)
          : answering.kind === 'tick'
            ? ['x']
            : []
    return {
      key,
      number: question.standards[key]?.code ?? '',
      question: words,
      how: !hasHead && help !== '' ? `${how}. ${help}` : how,
      answer: '',
      values,
    }
  })
  return hasHead ? [{ heading: text, about: help }, ...lines] : lines
}
