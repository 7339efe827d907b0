import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool } from '../../tests/fixtures/school'
import { runCli } from './index'

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCli(argv, binder(), { out: (t) => (out += t), err: (t) => (err += t), isTerminal: false })
  return { code, out, err }
}

describe('the command line', () => {
  it('makes a school and calls a channel of it', async () => {
    const file = join(binder().folder, 'S.cpdschool')
    const made = await run(
      'create',
      '--file',
      file,
      '--profile',
      '{"name":"Northgate","regime":"academy","urn":100001,"pupilsOnRoll":90}',
    )
    expect(JSON.parse(made.out)).toMatchObject({ school: 'Northgate', regime: 'academy', urn: '100001' })
    const called = await run('call', '--file', file, 'school.profiles', '{}')
    expect(JSON.parse(called.out)).toMatchObject({
      profiles: [{ name: 'Northgate', validFrom: '2024-09-01', pupilsOnRoll: 90 }],
    })
    const again = await run('create', '--file', file, '--profile', '{"name":"Northgate","regime":"academy"}')
    expect(again.code).toBe(1)
    expect(JSON.parse(again.err)).toMatchObject({ code: 'file.exists' })
  })

  it('tells the records in the way of an undo by type and id, never by name', async () => {
    const made = binderWithSchool()
    const { id } = await made.call('staff.savePerson', { forename: 'Sentinel', surname: 'Namewell' })
    const changeId = (await made.call('changes.list', {})).changes[0]?.id
    await made.call('staff.savePerson', { id, forename: 'Sentinel', surname: 'Namewell', knownAs: 'Sen' })
    const file = made.desk.file.path
    made.desk.clear()
    const { code, err } = await run('call', '--file', file, 'changes.undo', JSON.stringify({ changeId }))
    expect(code).toBe(1)
    expect(JSON.parse(err)).toMatchObject({ code: 'undo.later-changes', records: [{ type: 'person', id }] })
    expect((JSON.parse(err) as { message: string }).message).toContain(`person ${id}`)
    expect(err).not.toMatch(/Sentinel|Namewell/)
  })

  it('prints what verify found, and fails when something is wrong', async () => {
    const made = binderWithSchool()
    const file = made.desk.file.path
    made.desk.clear()
    const fine = await run('verify', '--file', file)
    expect(fine).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(fine.out)).toMatchObject({ ok: true })
    const database = new BetterSqlite(file)
    database.exec(`insert into team (id, name) values ('t', 'Behind the back')`)
    database.close()
    const wrong = await run('verify', '--file', file)
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, checks: { log: { ok: false } } })
    expect(wrong.err.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(wrong.err)).toMatchObject({ code: 'verify.failed', facts: { checks: 'log' } })
  })

  it('lists every channel with its input as JSON Schema', async () => {
    const channels = JSON.parse((await run('channels')).out) as { name: string; input: { type?: string } }[]
    expect(channels.length).toBeGreaterThan(20)
    expect(channels.every((channel) => channel.input.type === 'object')).toBe(true)
  })

  it.each([
    [['nonsense'], 'cli.usage'],
    [['create', '--file'], 'cli.usage'],
    [['create', '--profile', '{}'], 'cli.usage'],
    [['call', 'school.nothing', '{}'], 'channel.unknown'],
    [['call', 'school.saveProfile', '{"name":""}'], 'input.invalid'],
    [['call', 'school.profiles', '{}'], 'file.none-open'],
    [['call', 'school.open', '{}'], 'host.unavailable'],
  ])('answers %j with one line and exit code 1', async (argv, code) => {
    const { code: exit, out, err } = await run(...argv)
    expect(exit).toBe(1)
    expect(out).toBe('')
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(err)).toMatchObject({ code })
  })
})
