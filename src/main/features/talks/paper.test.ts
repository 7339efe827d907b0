import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { addPeople } from '../../../../tests/fixtures/people'
import { partsOfZip } from '../../../../tests/fixtures/read-zip'
import { binderWithSchool, temporaryFolder } from '../../../../tests/fixtures/school'

/** A school, and the words of what is saved for Word. */
function printing() {
  const file = join(temporaryFolder(), 'a.docx')
  const b = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(file) } })
  const people = addPeople(b.desk, [{ name: 'Ann Assistant' }, { name: 'Lee Leader' }])
  const words = async (asked: Omit<InputFor<'talks.print'>, 'format'>) => {
    await b.call('talks.print', { ...asked, format: 'docx' })
    const text = partsOfZip(readFileSync(file)).get('word/document.xml') ?? ''
    return text.replaceAll(/<\/w:(p|tc)>/g, '\n').replaceAll(/<[^>]+>/g, '')
  }
  return { b, people, words }
}

it('an empty form of every kind asks what the filled one answers, and says what is not to be written', async () => {
  const { words } = printing()
  const review = await words({ kind: 'review', paper: 'blank' })
  expect(review).toMatch(/nothing on pay/)
  expect(review).toMatch(/Support promised/)
  expect(review).toMatch(/Signature/)
  const exercise = await words({ kind: 'meeting', paper: 'blank' })
  expect(exercise).toMatch(/Ranked first counts three points/)
  expect(exercise).toMatch(/Do not write your name/)
  expect(await words({ kind: 'walk', paper: 'blank' })).toMatch(/no names/)
  expect(await words({ kind: 'voice', paper: 'blank' })).toMatch(/never names of pupils/)
  const route = await words({ kind: 'route', paper: 'blank' })
  expect(route).toMatch(/GCSE grades 3 to 1/)
  expect(route.match(/☐/g)?.length).toBe(7 + 5 + 6 + 10)
})

it('an agreement says who pays, what is open and that both sign; the list of routes names nobody unless asked', async () => {
  const { b, people, words } = printing()
  const [personId = '', withPersonId = ''] = people
  const { id } = await b.call('talks.save', {
    talk: {
      kind: 'route',
      heldOn: day('2025-10-06'),
      personId,
      withPersonId,
      title: 'Supporting children who learn English',
      foundIn: 'aspiration',
      qualificationKind: 'occupational',
      level: '3',
      repay: 'Half of the fee, if they leave within a year.',
      costs: [
        { what: 'Fee', amountPence: 45_000, payer: 'school' },
        { what: 'Books', amountPence: 3_050, payer: 'person' },
      ],
      practical: { mentor: { isSeenTo: true, note: 'Jo Mentor' } },
    },
  })
  const agreement = await words({ kind: 'route', paper: 'agreement', id })
  expect(agreement).toMatch(/Level 3/)
  expect(agreement).toMatch(/The school: £450.00. They themselves: £30.50./)
  expect(agreement).toMatch(/Half of the fee/)
  expect(agreement).toMatch(/Jo Mentor/)
  expect(agreement).toMatch(/Still open when this was printed/)
  expect(agreement).not.toMatch(/A training mentor is found/)
  expect(agreement).toMatch(/Ann Assistant[^]*Signature[^]*Ann Assistant[^]*Lee Leader/)
  expect(await words({ kind: 'route', paper: 'filled', id })).toMatch(/☒\s+They told us/)
  const list = await words({ kind: 'route', paper: 'list' })
  expect(list).toMatch(/Colleague 1/)
  expect(list).not.toMatch(/Ann Assistant/)
  expect(await words({ kind: 'route', paper: 'list', withNames: true })).toMatch(/Ann Assistant/)
})

it('how many chose what is not told of fewer than five', async () => {
  const { b, words } = printing()
  const meeting = {
    kind: 'meeting' as const,
    heldOn: day('2025-10-06'),
    title: 'What next?',
    votesEach: 3,
    topics: [{ title: 'Fractions', votes: 11, firsts: 4 }],
  }
  const small = await b.call('talks.save', { talk: { ...meeting, present: 4 } })
  const told = await words({ kind: 'meeting', paper: 'filled', id: small.id })
  expect(told).toMatch(/Fewer than 5 people/)
  expect(told).not.toMatch(/\b1[12]\b/)
  const large = await b.call('talks.save', { talk: { ...meeting, present: 5 } })
  expect(await words({ kind: 'meeting', paper: 'filled', id: large.id })).toMatch(/Fractions\s+11\s+4\s+12/)
  const slip = await words({ kind: 'meeting', paper: 'voting', id: large.id })
  expect(slip).toMatch(/You have 3 votes/)
  expect(slip.match(/☐/g)).toHaveLength(3)
})
