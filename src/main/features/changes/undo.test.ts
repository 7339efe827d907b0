import { describe, expect, it } from 'vitest'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'
import { factsWithRecords } from '../../../shared/kernel/result'
import { lineFor } from '../../../shared/kernel/sentences'
import { loggedTables } from '../../db/change-log'
import { sql } from '../../db/handle'
import { namedTables, recordsInTheWay } from '../../db/record-names'

describe('undo across features', () => {
  it('refuses to take back what a later record stands on, and changes nothing', async () => {
    const b = binderWithSchool()
    const fund = { name: 'Main fund', kind: 'delegated', isExternal: false }
    const { id: fundId } = await b.call('funds.save', fund)
    const madeFund = (await b.call('changes.list', {})).changes[0]?.id
    await b.call('costs.save', costInput({ funds: [{ fundId, weight: 1 }] }))
    expect(await b.dispatch('changes.undo', { changeId: madeFund })).toMatchObject({
      code: 'undo.built-upon',
      facts: { count: 1 },
      records: [{ type: 'cost', title: 'Course fee, 7 October 2025' }],
    })
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
    expect(await b.dispatch('changes.undo', { changeId: renamed })).toMatchObject({
      code: 'undo.built-upon',
      records: [{ type: 'fund', title: 'Main fund' }],
    })
    expect((await b.call('funds.list', {})).funds.map((one) => one.name)).toEqual(['School budget', 'Main fund'])
  })

  it('names five of the records in the way and counts the rest', async () => {
    const b = binderWithSchool()
    const names = ['Ada', 'Ben', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus']
    const { eventId } = eventWithPeople(b, Object.fromEntries(names.map((name) => [name, 360])), {
      title: 'INSET day',
      heldOn: day('2025-09-02'),
    })
    const made = (await b.call('changes.list', {})).changes[0]?.id
    b.desk.write('test.archive', (db) => {
      db.run(sql.updateTable('person').set({ is_archived: 1 }))
      db.run(sql.updateTable('event').set({ note: 'Hall' }).where('id', '=', eventId))
    })
    const refused = await b.dispatch('changes.undo', { changeId: made })
    if (refused.ok) throw new Error('it was undone')
    expect(refused).toMatchObject({ code: 'undo.later-changes', facts: { count: 8 } })
    expect(refused.records).toHaveLength(5)
    expect(refused.records?.map((one) => one.title)).toEqual([
      'INSET day, 2 September 2025',
      ...['Gus', 'Flo', 'Eve', 'Dee'].map((name) => `${name} Abara`),
    ])
    const words = lineFor(
      refused.code,
      factsWithRecords(refused.facts, refused.records, (one) => one.title),
    )
    expect(words).toContain('INSET day, 2 September 2025; Gus Abara; ')
    expect(words).toContain('; and 3 more.')
  })

  it('tells a record that is gone by now by what it was', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('costs.save', costInput({}))
    const made = (await b.call('changes.list', {})).changes[0]?.id
    await b.call('costs.remove', { id })
    const refused = await b.dispatch('changes.undo', { changeId: made })
    expect(refused).toMatchObject({ code: 'undo.later-changes' })
    expect(JSON.stringify(refused)).toContain('cost line (removed since)')
  })

  it('knows what to call a row of every table that the log watches', () => {
    const b = binderWithSchool()
    b.desk.file.withDatabase((database) => {
      expect([...namedTables].sort()).toEqual(loggedTables(database))
      for (const table of namedTables) expect(recordsInTheWay(database, [{ table, id: 'nobody' }], 1).count).toBe(1)
    })
  })
})
