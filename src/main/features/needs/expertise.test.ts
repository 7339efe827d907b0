import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { recordExpertise } from './expertise'

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

  it('takes in what a form found out: the later word holds, the note stays', async () => {
    const { b, ben, line } = school()
    await b.call('expertise.save', { ...line, note: 'Thursdays' })
    const found = [
      { ...line, level: 3, source: 'audit', fromOn: day('2025-11-01'), origin: { kind: 'audit', id: 'a1' } },
      { ...line, personId: ben, source: 'audit', fromOn: day('2025-11-01') },
      { ...line, level: 1, source: 'self', fromOn: day('2024-01-01') },
    ] as const
    expect(b.desk.write('test', (db) => recordExpertise(db, found))).toBe(2)
    expect((await b.call('expertise.list', {})).lines).toMatchObject([
      { name: 'Ben Brook', level: 4, source: 'audit' },
      { name: 'Ada Able', level: 3, source: 'audit', note: 'Thursdays' },
    ])
  })
})
