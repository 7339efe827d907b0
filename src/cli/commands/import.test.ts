import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binder } from '../../../tests/fixtures/school'
import { sharedData } from '../../../tests/fixtures/shared-data'
import { runCli } from '../index'

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCli(argv, binder(), { out: (t) => (out += t), err: (t) => (err += t), isTerminal: false })
  return { code, out, err }
}

async function school(): Promise<string> {
  const file = join(binder().folder, 'S.cpdschool')
  await run('create', '--file', file, '--profile', '{"name":"Northgate","regime":"maintained"}')
  return file
}

const salford = sharedData('council-spend', 'salford', 'clean', '2022-03.csv')
const register = sharedData('gias-npq', 'gias_sample.csv')

describe('importing from the command line', () => {
  it('says what a dry run would do and does nothing, then does it', async () => {
    const file = await school()
    const list = join(binder().folder, 'staff.csv')
    writeFileSync(list, 'Kuerzel,Last Name,Email\nA1,Lee,a@b.uk\nA2,,\nA3,Okafor,nonsense\n')
    const args = ['import', 'staff', '--file', file, '--from', list, '--map', '{"staffCode":"Kuerzel"}']
    const dry = JSON.parse((await run(...args, '--dry-run')).out) as { readonly refused: unknown[] }
    expect(dry).toMatchObject({ read: 3, new: 2, changed: 0, same: 0, dryRun: true, totals: {} })
    expect(dry.refused).toEqual([
      {
        file: 0,
        row: 4,
        column: 'Email',
        code: 'email.invalid',
        message: expect.stringContaining('e-mail address'),
      },
    ])
    const done = JSON.parse((await run(...args)).out) as { readonly changeId: unknown }
    expect(done).toMatchObject({ read: 3, new: 2, noted: [{ row: 3, code: 'name.missing' }] })
    expect(done.changeId).toEqual(expect.any(String))
    expect(JSON.parse((await run(...args)).out)).toMatchObject({ new: 0, same: 2, changeId: null })
  })

  it('brings a catalogue in from several files, with the list of its codes', async () => {
    const file = await school()
    const at = (name: string, content: unknown): string => {
      const path = join(binder().folder, name)
      writeFileSync(path, JSON.stringify(content))
      return path
    }
    const courses = at('courses.json', { Courses: [{ Title: 'Phonics', 'Age groups': '999000001' }] })
    const codes = at('ages.json', {
      OptionSetName: 'sic_agegroups',
      OptionSets: [{ Year_x0020_1: 999000001 }, { Do_x0020_not_x0020_use: 999000002 }],
    })
    const args = ['import', 'catalogue', '--file', file, '--from', `${courses},${codes}`]
    const done = JSON.parse((await run(...args)).out) as unknown
    expect(done).toMatchObject({ read: 3, new: 1, noted: [], leftOut: { 'code-list': 1, 'do-not-use': 1 } })
    expect(JSON.parse((await run(...args)).out)).toMatchObject({ new: 0, same: 1, changeId: null })
    expect((await run('call', '--file', file, 'opportunities.list', '{}')).out).toContain('"Year 1"')
  })

  it('proposes what a day of teachers costs, and keeps it with its source only when asked', async () => {
    const file = await school()
    const census = join(binder().folder, 'swf.csv')
    writeFileSync(
      census,
      'URN,LA Number,School Phase,Total Number of Teachers (Full-Time Equivalent),Mean Gross FTE Salary of All Teachers\n100001,201,Primary,10,"£40,000"\n',
    )
    const args = ['propose-rates', '--file', file, '--from', census]
    const proposed = { staffGroupId: 'teacher', onCostTenths: 418, annualCostPence: 5_672_000, dayPence: 29_087 }
    expect(JSON.parse((await run(...args)).out)).toMatchObject({ schools: 1, rates: [proposed], accepted: false })
    const rates = async () => (await run('call', '--file', file, 'school.bandRates', '{}')).out
    expect(await rates()).not.toContain('swf.csv')
    const accept = [...args, '--on-costs', '30', '--accept', '--since', '2025-09-01']
    expect(JSON.parse((await run(...accept)).out)).toMatchObject({ accepted: true })
    const kept = JSON.parse(await rates()) as { readonly rates: readonly unknown[] }
    expect(kept.rates).toContainEqual(
      expect.objectContaining({
        staffGroupId: 'teacher',
        validFrom: '2025-09-01',
        annualCostPence: 5_200_000,
        basis:
          'swf.csv, read on 20 November 2025: mean pay of teachers £40,000.00 in 1 school (all in the file), with 30.0% on-costs',
      }),
    )
    expect(JSON.parse((await run(...args, '--on-costs', 'much')).err)).toMatchObject({ code: 'cli.usage' })
  })

  it.skipIf(salford === undefined)(
    "gives the totals of a council's training lines (skipped where the file is absent)",
    async () => {
      const file = await school()
      const where = 'GL Description=Training expenses|Training of Others|Training of Staff'
      const { out } = await run('import', 'ledger', '--file', file, '--from', salford ?? '', '--where', where)
      expect(JSON.parse(out)).toMatchObject({
        new: 39,
        refused: [],
        totals: { netPence: 12_905_463, vatPence: 746_280, grossPence: 13_651_743 },
      })
    },
  )

  it.skipIf(register === undefined)(
    'fills the profile from a register (skipped where the file is absent)',
    async () => {
      const file = await school()
      const { out } = await run('import', 'gias', '--file', file, '--from', register ?? '', '--urn', '100000')
      expect(JSON.parse(out)).toMatchObject({ changed: 1, refused: [] })
      const profiles = await run('call', '--file', file, 'school.profiles', '{}')
      expect(profiles.out).toContain('The Aldgate School')
    },
  )

  it.each([
    [['import', 'cats'], 'cli.usage'],
    [['import', 'staff', '--where', 'nonsense'], 'cli.usage'],
    [['import', 'gias', '--urn', 'x'], 'cli.usage'],
    [['import', 'staff', '--map', '[1]'], 'cli.usage'],
  ])('answers %j with one line and exit code 1', async (argv, code) => {
    const { code: exit, err } = await run(...argv)
    expect(exit).toBe(1)
    expect(JSON.parse(err)).toMatchObject({ code })
  })

  it('names the columns when one is asked for that is not there', async () => {
    const file = await school()
    const list = join(binder().folder, 'staff.csv')
    writeFileSync(list, 'Surname,Password\nLee,secret\n')
    const { err } = await run('import', 'staff', '--file', file, '--from', list, '--where', 'Password=secret')
    expect(JSON.parse(err)).toMatchObject({ code: 'import.column-unknown', facts: { columns: 'Surname' } })
  })
})
