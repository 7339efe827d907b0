/** A school that asks rounds of forms, for tests. */
import { join } from 'node:path'
import { day } from '../../../shared/kernel/dates'
import type { Answers } from '../../../shared/features/surveys/answers'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'

/** The form of the staff survey. */
export const survey = 'staff-survey-development'
export const everybody = { kind: 'everybody' } as const

/** A school of eight teachers, three assistants and a head, and what its print window was given to draw. */
export function schoolOfTwelve() {
  const places = { save: '', folder: temporaryFolder() }
  const paper = drawsNothing(() => b)
  const b: TestBinder = binderWithSchool({
    host: {
      askSaveFile: ({ suggestedName }) => Promise.resolve((places.save = join(places.folder, suggestedName))),
      askFolder: () => Promise.resolve(places.folder),
      ...paper.host,
    },
  })
  const people = addPeople(b.desk, [
    { name: 'Hana Head', group: 'leadership', post: 'Headteacher' },
    ...Array.from({ length: 8 }, (_, index) => ({ name: `Tess Teacher${index}` })),
    ...Array.from({ length: 3 }, (_, index) => ({
      name: `Alex Assist${index}`,
      group: 'ta',
      post: 'Teaching assistant',
    })),
  ])
  return { b, people, places, drawn: paper.reports }
}

/** Begins a round of the staff survey, without names, or of what is said instead. */
export async function beginSurvey(
  b: TestBinder,
  change: Partial<{ formId: string; frameworkId: string; isAnonymous: boolean }> = {},
) {
  const input = {
    formId: survey,
    title: 'Autumn survey',
    isAnonymous: true,
    audience: everybody,
    opensOn: day('2025-11-01'),
  }
  return (await b.call('surveys.begin', { ...input, closesOn: day('2025-11-30'), ...change })).id
}

/** Keys in a sheet without a name. */
export const key = (b: TestBinder, roundId: string, groupId: string | null, answers: Answers) =>
  b.call('surveys.saveSheet', { roundId, groupId, answers })

/** Ten sheets: the head 5, six teachers 4, three assistants 2 at the question whether somebody asked. */
export async function tenSheets(b: TestBinder, roundId: string) {
  await key(b, roundId, 'leadership', { asked: 5 })
  for (let count = 0; count < 6; count += 1)
    await key(b, roundId, 'teacher', { asked: 4, 'took-part.inset': true, best: `Answer ${count}` })
  for (let count = 0; count < 3; count += 1) await key(b, roundId, 'ta', { asked: 2 })
}
