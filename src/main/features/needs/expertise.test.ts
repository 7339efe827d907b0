import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { recordExpertise, weighExpertise } from './expertise'

function school() {
  const b = binderWithSchool()
  const [ada = '', ben = ''] = addPeople(b.desk, [
    { name: 'Ada Able' },
    { name: 'Ben Brook', group: 'ta', post: 'TA' },
  ])
  const line = {
    personId: ada,
    subject: 'Early reading and phonics',
    level: 4,
    canTrain: true,
    source: 'nominated',
    fromOn: day('2025-09-01'),
  } as const
  return { b, ada, ben, line }
}

describe('the register of expertise', () => {
  it('answers who can train in something, from those who are here', async () => {
    const { b, ben, line } = school()
    await b.call('expertise.save', line)
    await b.call('expertise.save', { ...line, personId: ben, level: 2, canTrain: false, source: 'self' })
    const who = async (text: string, canTrain = true) =>
      (await b.call('expertise.list', { text, canTrain })).lines.map(({ name }) => name)
    expect(await who('phonic')).toEqual(['Ada Able'])
    expect(await who('reading phonics', false)).toEqual(['Ada Able', 'Ben Brook'])
    expect(await who('behaviour')).toEqual([])
    await b.call('staff.recordLeaving', { personId: line.personId, leftOn: day('2025-11-19') })
    expect(await who('phonics')).toEqual([])
    expect((await b.call('expertise.list', { withPast: true })).lines).toHaveLength(2)
  })

  it('has somebody once for a subject, changed and taken out with undo', async () => {
    const { b, ada, line } = school()
    const { id } = await b.call('expertise.save', line)
    expect(await b.codeOf('expertise.save', { ...line, subject: 'phonics, early READING' })).toBe('expertise.there')
    expect(await b.codeOf('expertise.save', { ...line, id, untilOn: '2025-08-31' })).toBe('day.order')
    await b.call('expertise.save', { ...line, id, level: 3, note: 'Thursdays' })
    expect((await b.call('expertise.list', { personId: ada })).lines).toMatchObject([
      { level: 3, note: 'Thursdays' },
    ])
    await b.call('expertise.remove', { id })
    expect((await b.call('expertise.list', {})).lines).toEqual([])
    await b.call('changes.undo', {})
    expect((await b.call('expertise.list', {})).lines).toHaveLength(1)
    expect(await b.codeOf('expertise.remove', { id: 'none' })).toBe('record.missing')
  })

  it('takes in what a form found out: of two forms the later word holds, what was entered by hand stays', async () => {
    const { b, ada, ben, line } = school()
    const { id } = await b.call('expertise.save', { ...line, note: 'Thursdays' })
    const audit = {
      ...line,
      source: 'audit',
      fromOn: day('2025-11-01'),
      origin: { kind: 'audit', id: 'a1' },
    } as const
    const found = [
      { ...audit, level: 3 },
      { ...audit, personId: ben },
      { ...audit, personId: ben, subject: 'Music', level: 2 },
    ]
    const take = (lines: typeof found) => b.desk.write('test', (db) => recordExpertise(db, lines))
    expect(weighExpertise(b.desk.read, found).map(({ state }) => state)).toEqual(['by-hand', 'new', 'new'])
    expect(take(found)).toBe(2)
    const levels = async (personId: string) =>
      (await b.call('expertise.list', { personId })).lines.map(({ subject, level }) => `${subject} ${level}`)
    expect(await levels(ada)).toEqual(['Early reading and phonics 4'])
    expect(await levels(ben)).toEqual(['Early reading and phonics 4', 'Music 2'])

    const again = [
      { ...audit, personId: ben, level: 1, fromOn: day('2024-01-01') },
      { ...audit, personId: ben, level: 3, fromOn: day('2025-11-10') },
      { ...audit, personId: ben, subject: 'Music', level: 2 },
    ]
    expect(weighExpertise(b.desk.read, again)).toEqual([
      { state: 'older', wasLevel: 4 },
      { state: 'changed', wasLevel: 4 },
      { state: 'same', wasLevel: 2 },
    ])
    expect(take(again)).toBe(1)
    expect(await levels(ben)).toEqual(['Early reading and phonics 3', 'Music 2'])
    // Correcting a line that a form wrote makes it one by hand.
    const { lines } = await b.call('expertise.list', { personId: ben })
    await b.call('expertise.save', { ...audit, id: lines[0]?.id ?? id, personId: ben, level: 2 })
    expect(take([{ ...audit, personId: ben, level: 4, fromOn: day('2025-11-15') }])).toBe(0)
    expect(await levels(ben)).toEqual(['Early reading and phonics 2', 'Music 2'])
  })
})
