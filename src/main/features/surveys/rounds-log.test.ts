import { describe, expect, it } from 'vitest'
import { runCli } from '../../../cli/index'
import { sql } from '../../db/handle'
import { addPeople } from '../../../../tests/fixtures/people'
import { binder, type TestBinder } from '../../../../tests/fixtures/school'
import { beginSurvey, key, schoolOfTwelve, tenSheets } from './surveys.fixture'

const changesOf = (b: TestBinder, channel: string) =>
  b.desk.read
    .all(sql.selectFrom('change').select('id').where('channel', '=', channel).orderBy('id'))
    .map(({ id }) => id)

const lastOf = (b: TestBinder, channel: string) => changesOf(b, channel).at(-1) ?? ''

async function printed(...argv: string[]): Promise<string> {
  let out = ''
  const streams = { out: (text: string) => (out += text), err: () => undefined, isTerminal: false }
  expect(await runCli(argv, binder(), streams)).toBe(0)
  return out
}

describe('the change log of a round without names', () => {
  it('says that a sheet came and nothing of what was in it, to no channel and on no command line', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await key(b, id, 'teacher', { asked: 1, best: 'Known by these words' })
    const changeId = lastOf(b, 'surveys.saveSheet')
    const { rows } = await b.call('changes.rows', { changeId })
    expect(rows).toMatchObject([{ table: 'survey_slip', operation: 'insert', fields: [] }])
    const log = b.desk.read.all(sql.selectFrom('change_row_personal').selectAll())
    expect(JSON.stringify(log)).not.toContain('Known by these words')
    const file = b.desk.file.path
    b.desk.clear()
    const out = await printed('call', '--file', file, 'changes.rows', JSON.stringify({ changeId }))
    expect(out).toContain('survey_slip')
    expect(out).not.toMatch(/Known by|teacher|answers_json|sha256/)
  })

  it('takes the newest sheet back, which is gone for good', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await key(b, id, 'teacher', { asked: 1 })
    await key(b, id, 'ta', { asked: 2 })
    const { changeId } = await b.call('changes.undo', {})
    expect((await b.call('surveys.round', { id })).returned).toBe(1)
    const offered = (await b.call('changes.list', {})).changes.map((one) => [one.channel, one.canUndo])
    expect(offered.slice(0, 3)).toEqual([
      ['changes.undo', false],
      ['surveys.saveSheet', false],
      ['surveys.saveSheet', true],
    ])
    expect(await b.codeOf('changes.undo', { changeId })).toBe('undo.impossible')
    expect(await b.codeOf('changes.undo', { changeId: lastOf(b, 'surveys.begin') })).toBe('undo.built-upon')
  })
})

describe('undo after a round without names is closed', () => {
  it('changes neither whom it asked nor what came back, and says why', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    const [office = ''] = addPeople(b.desk, [{ name: 'Olga Office', group: 'office', post: 'Clerk' }])
    await b.call('surveys.askStarters', { id, personIds: [office] })
    await tenSheets(b, id)
    await key(b, id, 'office', { asked: 1 })
    await b.call('surveys.close', { id })
    const summary = async () => JSON.stringify(await b.call('surveys.summary', { id }))
    const before = await summary()
    for (const channel of ['surveys.askStarters', 'surveys.saveSheet', 'surveys.begin'])
      expect(await b.codeOf('changes.undo', { changeId: lastOf(b, channel) }), channel).toBe('undo.round-closed')
    expect(await summary()).toBe(before)
    expect((await b.call('surveys.round', { id })).groups.map((group) => group.id)).toContain('office')
  })

  it('puts nobody back who was asked and taken back before', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    const [office = ''] = addPeople(b.desk, [{ name: 'Olga Office', group: 'office', post: 'Clerk' }])
    await b.call('surveys.askStarters', { id, personIds: [office] })
    const { changeId } = await b.call('changes.undo', {})
    await tenSheets(b, id)
    await b.call('surveys.close', { id })
    expect(await b.codeOf('changes.undo', { changeId })).toBe('undo.round-closed')
    // What the round is called can still be put back as it was.
    const { title, opensOn, closesOn } = await b.call('surveys.round', { id })
    await b.call('surveys.change', { id, title: 'Renamed', opensOn, closesOn })
    await b.call('changes.undo', {})
    expect(await b.call('surveys.round', { id })).toMatchObject({ title, state: 'closed', returned: 10 })
  })
})

describe('a round that is over', () => {
  it('forgets a sheet half keyed in, and offers to ask nobody else', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    const draft = { form: 'surveys.sheet', recordId: `new-${id}` }
    await b.call('drafts.save', { ...draft, body: { rows: { asked: '1' } } })
    await tenSheets(b, id)
    await b.call('surveys.close', { id })
    expect((await b.call('drafts.get', draft)).body).toBeNull()
    const named = await beginSurvey(b, { formId: 'audit-of-cpd-activity', isAnonymous: false })
    addPeople(b.desk, [{ name: 'Late Comer' }])
    const round = () => b.call('surveys.round', { id: named })
    expect((await round()).starters).toHaveLength(1)
    const { title, opensOn } = await round()
    await b.call('surveys.change', { id: named, title, opensOn, closesOn: opensOn })
    expect(await round()).toMatchObject({ state: 'closed', starters: [] })
  })
})
