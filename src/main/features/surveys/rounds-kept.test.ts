import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'
import { newId } from '../../db/ids'
import { addPeople } from '../../../../tests/fixtures/people'
import type { TestBinder } from '../../../../tests/fixtures/school'
import { beginSurvey, everybody, key, schoolOfTwelve, survey, tenSheets } from './surveys.fixture'

describe('a round without names', () => {
  it('tells nothing of a sheet before it is closed, and opens and takes out none', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await tenSheets(b, id)
    expect(await b.call('surveys.round', { id })).toMatchObject({ returned: 10, sheets: [], state: 'open' })
    for (const channel of ['surveys.summary', 'surveys.gaps'] as const)
      expect(await b.codeOf(channel, { id })).toBe('survey.not-closed')
    expect(await b.codeOf('surveys.printSummary', { id, format: 'csv' })).toBe('survey.not-closed')
    expect(await b.codeOf('surveys.raise', { id, keys: ['asked school school'] })).toBe('survey.not-closed')
    // A sheet keyed in by mistake is taken back at once.
    await b.call('changes.undo', {})
    expect((await b.call('surveys.round', { id })).returned).toBe(9)
    // No channel takes a key of chance; and were it a key as records have, it would open nothing.
    const chance = b.desk.read.first(sql.selectFrom('survey_slip').select('id'))?.id
    const known = newId()
    b.desk.write('test.key', (db) => {
      db.runOne(
        sql
          .updateTable('survey_slip')
          .set({ id: known })
          .where('id', '=', chance ?? ''),
      )
    })
    for (const channel of ['surveys.sheet', 'surveys.removeSheet'] as const) {
      expect(await b.codeOf(channel, { id: chance })).toBe('input.invalid')
      expect(await b.codeOf(channel, { id: known })).toBe('record.missing')
    }
  })

  it('is closed for good: nothing is added, and no undo brings an earlier state back', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await tenSheets(b, id)
    const keyed = b.desk.read.all(sql.selectFrom('change').select('id').where('channel', '=', 'surveys.saveSheet'))
    await key(b, id, 'ta', { asked: 1 })
    const undoneChangeId = lastChange(b)
    await b.call('changes.undo', {})
    await b.call('surveys.close', { id })
    const closing = lastChange(b)
    const summary = JSON.stringify(await b.call('surveys.summary', { id }))
    expect(await b.call('surveys.round', { id })).toMatchObject({ returned: 10, state: 'closed' })
    expect(await b.codeOf('surveys.close', { id })).toBe('survey.closed')
    expect(await b.codeOf('surveys.remove', { id })).toBe('survey.has-answers')
    const answer = { roundId: id, groupId: 'ta', answers: { asked: 1 } }
    expect(await b.codeOf('surveys.saveSheet', answer)).toBe('survey.closed')
    expect(await b.codeOf('surveys.readFiles', { id, from: 'folder' })).toBe('survey.closed')
    expect(await b.codeOf('changes.undo', { changeId: closing })).toBe('undo.impossible')
    expect(await b.codeOf('changes.undo', { changeId: keyed[9]?.id })).toBe('undo.round-closed')
    const undone = b.desk.read.first(
      sql.selectFrom('change').select('id').where('undoes_change_id', '=', undoneChangeId),
    )
    expect(await b.codeOf('changes.undo', { changeId: undone?.id })).toBe('undo.impossible')
    expect(JSON.stringify(await b.call('surveys.summary', { id }))).toBe(summary)
  })

  it('keeps nothing that says when which answers came', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    const slips = () => b.desk.read.all(sql.selectFrom('survey_slip').selectAll())
    for (let count = 0; count < 10; count += 1) await key(b, id, 'teacher', { best: `Answer ${count}` })
    const before = slips()
    await b.call('surveys.close', { id })
    const after = slips()
    expect(after).toHaveLength(10)
    expect(after.filter((slip) => before.some((old) => old.id === slip.id))).toEqual([])
    expect(new Set(after.map((slip) => slip.answers_json))).toEqual(
      new Set(before.map((slip) => slip.answers_json)),
    )
    // By its id, by its place in the table, in the log: nowhere in the order in which they were keyed in.
    const said = (of: typeof after) => of.map((slip) => slip.answers_json)
    expect(said(after)).not.toEqual(said(before))
    expect(said(after.toSorted((x, y) => x.id.localeCompare(y.id)))).not.toEqual(said(before))
    const log = b.desk.read.all(sql.selectFrom('change_row_personal').selectAll())
    expect(JSON.stringify(log)).not.toContain('Answer ')
  })

  it('with fewer than five sheets is closed without showing anything', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    for (let count = 0; count < 4; count += 1) await key(b, id, 'teacher', { asked: 1, best: 'Too few' })
    await b.call('surveys.close', { id })
    const { blocks, moreTables } = await b.call('surveys.summary', { id })
    expect(blocks.map(({ kind }) => kind)).toEqual(['lead', 'paragraph'])
    expect(JSON.stringify(blocks)).toContain('Fewer than 5 sheets came back')
    expect(moreTables).toEqual([])
    expect((await b.call('surveys.gaps', { id })).gaps).toEqual([])
  })
})

const lastChange = (b: TestBinder) =>
  b.desk.read.all(sql.selectFrom('change').select('id').orderBy('id')).at(-1)?.id ?? ''

describe('Today and the search', () => {
  it('know a round by its title, when it is about to end and when it is to be closed', async () => {
    const { b } = schoolOfTwelve()
    const tasks = async () =>
      (await b.call('today.view', {})).tasks
        .filter(({ kind }) => kind.startsWith('round'))
        .map(({ kind, first, route }) => [kind, first, route])
    const id = await beginSurvey(b)
    expect(await tasks()).toEqual([])
    const change = (closesOn: string) =>
      b.call('surveys.change', { id, title: 'Autumn survey', opensOn: day('2025-11-01'), closesOn: day(closesOn) })
    await change('2025-11-24')
    expect(await tasks()).toEqual([['round-ending', 'Autumn survey', `/needs/forms/${id}`]])
    await change('2025-11-19')
    expect(await tasks()).toEqual([['round-to-close', 'Autumn survey', `/needs/forms/${id}`]])
    expect((await b.call('search.find', { text: 'autumn surv' })).found).toMatchObject([{ kind: 'round', id }])
    await b.call('surveys.close', { id })
    expect(await tasks()).toEqual([])
  })
})

describe('whom a round asked', () => {
  it('stays as it was when people leave, come and move; starters are asked when somebody says so', async () => {
    const { b, people } = schoolOfTwelve()
    const id = await beginSurvey(b, { formId: 'audit-of-cpd-activity', isAnonymous: false })
    await b.call('surveys.saveSheet', { roundId: id, personId: people[1] ?? '', answers: { hours: 1 } })
    for (const personId of people.slice(1, 3))
      await b.call('staff.recordLeaving', { personId, leftOn: day('2025-11-19') })
    const [office = ''] = addPeople(b.desk, [{ name: 'Olga Office', group: 'office', post: 'Clerk' }])
    const round = () => b.call('surveys.round', { id })
    expect(await round()).toMatchObject({ asked: 12, returned: 1, starters: [{ id: office, name: 'Olga Office' }] })
    expect((await round()).missing.find((person) => person.id === people[2])).toMatchObject({ hasLeft: true })
    expect((await round()).groups.map((group) => group.id)).not.toContain('office')
    expect(JSON.stringify((await b.call('surveys.summary', { id })).blocks)).toContain('1 of 12 sheets')
    const answer = { roundId: id, personId: office, answers: { hours: 2 } }
    expect(await b.codeOf('surveys.saveSheet', answer)).toBe('survey.not-asked')
    // Whoever was asked and has left since can still be keyed in.
    expect(await b.codeOf('surveys.saveSheet', { roundId: id, personId: people[2], answers: { hours: 3 } })).toBe(
      'ok',
    )
    await b.call('surveys.askStarters', { id, personIds: [office] })
    expect(await round()).toMatchObject({ asked: 13, starters: [] })
    expect((await round()).groups.map((group) => group.id)).toContain('office')
    expect(await b.codeOf('surveys.saveSheet', answer)).toBe('ok')
    expect(await b.codeOf('surveys.askStarters', { id, personIds: [office] })).toBe('record.missing')
  })

  it('is whoever is there on the day on which it opens', async () => {
    const { b, people } = schoolOfTwelve()
    await b.call('staff.recordLeaving', { personId: people[1] ?? '', leftOn: day('2025-12-31') })
    const input = { formId: survey, title: 'T', isAnonymous: true, audience: everybody }
    const { id } = await b.call('surveys.begin', { ...input, opensOn: day('2026-01-05') })
    expect(await b.call('surveys.round', { id })).toMatchObject({ asked: 11, state: 'to-come' })
  })
})
