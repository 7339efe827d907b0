import { describe, expect, it } from 'vitest'
import { costInput } from '../../../../tests/fixtures/money'
import { binderWithSchool } from '../../../../tests/fixtures/school'

describe('undo across features', () => {
  it('refuses to take back what a later record stands on, and changes nothing', async () => {
    const b = binderWithSchool()
    const fund = { name: 'Main fund', kind: 'delegated', isExternal: false }
    const { id: fundId } = await b.call('funds.save', fund)
    const madeFund = (await b.call('changes.list', {})).changes[0]?.id
    await b.call('costs.save', costInput({ funds: [{ fundId, weight: 1 }] }))
    expect(await b.codeOf('changes.undo', { changeId: madeFund })).toBe('undo.built-upon')
    expect((await b.call('funds.list', {})).funds.map((one) => one.id)).toEqual([fundId])
    // The cost first, then the fund.
    await b.call('changes.undo', {})
    await b.call('changes.undo', {})
    expect((await b.call('funds.list', {})).funds).toEqual([])
  })

  it('refuses to give back a name that somebody else has by now', async () => {
    const b = binderWithSchool()
    const fund = { name: 'Main fund', kind: 'delegated', isExternal: false }
    const { id } = await b.call('funds.save', fund)
    await b.call('funds.save', { ...fund, id, name: 'School budget' })
    const renamed = (await b.call('changes.list', {})).changes[0]?.id
    await b.call('funds.save', fund)
    expect(await b.codeOf('changes.undo', { changeId: renamed })).toBe('undo.built-upon')
    expect((await b.call('funds.list', {})).funds.map((one) => one.name)).toEqual(['School budget', 'Main fund'])
  })
})
