import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool } from '../../../../tests/fixtures/school'
import { plainScore, plainText, typedText } from '../../../shared/features/search/rules'

const scoreOf = (text: string, title: string, note: string): number | undefined => {
  const typed = typedText(text)
  return typed && plainScore(typed, plainText(title), plainText(note))
}

describe('search', () => {
  it('forgives accents, apostrophes and case', () => {
    expect(plainText('  Siân O’Hara-Zielińska ')).toBe('sian ohara zielinska')
    expect(scoreOf('sian oh', 'Siân O’Hara', '')).toBe(3)
    expect(scoreOf('ohara si', 'Siân O’Hara', '')).toBe(2)
    expect(scoreOf('head', 'Siân O’Hara', 'Headteacher')).toBe(1)
    expect(scoreOf('ara', 'Siân O’Hara', '')).toBe(0)
    expect(scoreOf('', 'anything', '')).toBeUndefined()
  })

  it('finds people, events, providers, priorities, funds and costs of the sample school', async () => {
    const b = binder()
    expect(await b.call('search.find', { text: 'phonics' })).toEqual({ found: [] })
    await b.call('school.openSample', {})
    const kinds = async (text: string) =>
      new Set((await b.call('search.find', { text, limit: 50 })).found.map((found) => found.kind))
    expect(await kinds('phonics')).toContain('event')
    expect(await kinds('head')).toContain('person')
    expect(await kinds('ridgeway')).toContain('provider')
    expect(await kinds('every child')).toContain('priority')
    expect(await kinds('pupil prem')).toContain('fund')
    expect(await kinds('course fee')).toContain('cost')
    // Where the line is too long for the window its end is cut off, which must not be the end of an amount.
    const [speaker] = (await b.call('search.find', { text: 'trainer reading fluency' })).found
    expect(speaker?.note).toMatch(/^£650\.00 · PO\d+ · Ridgeway Teaching School Hub$/)
    const { found } = await b.call('search.find', { text: 'e', limit: 5 })
    expect(found).toHaveLength(5)
  })

  it('says of a person the post held last', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('staff.savePerson', { forename: 'Zoë', surname: 'Zebra', startedOn: '2020-09-01' })
    const post = { personId: id, staffGroupId: 'teacher', fteThousandths: 1000, isMain: true }
    for (const [postTitle, fromOn, toOn] of [
      ['Class teacher', '2020-09-01', '2023-08-31'],
      ['Head of year', '2023-09-01', null],
    ] as const)
      await b.call('staff.saveHolding', { ...post, postTitle, fromOn, toOn })
    expect((await b.call('search.find', { text: 'zebra' })).found[0]?.note).toBe('Head of year')
  })

  it('finds what was saved a moment ago, and no longer what was undone', async () => {
    const b = binderWithSchool()
    const names = async () => (await b.call('search.find', { text: 'zebra' })).found.map((found) => found.title)
    expect(await names()).toEqual([])
    await b.call('staff.savePerson', { forename: 'Zoë', surname: 'Zebra' })
    expect(await names()).toEqual(['Zoë Zebra'])
    await b.call('changes.undo', {})
    expect(await names()).toEqual([])
    await b.call('school.close', {})
    expect(await names()).toEqual([])
  })
})
