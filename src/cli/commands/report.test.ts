import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pence } from '../../shared/kernel/money'
import { binder, binderWithSchool } from '../../../tests/fixtures/school'
import { runCli } from '../index'

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCli(argv, binder(), { out: (t) => (out += t), err: (t) => (err += t), isTerminal: false })
  return { code, out, err }
}

it('writes the training plan of a year with the same bytes as the window', async () => {
  const saved = join(binder().folder, 'window')
  const made = binderWithSchool({
    host: { askSaveFile: () => Promise.resolve(saved) },
  })
  const { id: planId } = await made.call('plan.begin', { year: 2026 })
  const costs = [{ kindCode: 'fee', amountPence: pence(12_345) }]
  await made.call('plan.saveLine', { planId, title: 'Phonics', lead: 'Ada Able', costs })
  const formats = ['xlsx', 'csv', 'json'] as const
  const byWindow: Buffer[] = []
  for (const format of formats) {
    await made.call('plan.print', { year: 2026, format })
    byWindow.push(readFileSync(saved))
  }
  const file = made.desk.file.path
  made.desk.clear()
  const folder = binder().folder
  const report = (format: string, ...more: string[]) =>
    run(
      'report',
      'plan',
      '--file',
      file,
      '--year',
      '2026/27',
      '--format',
      format,
      '--out',
      join(folder, `plan.${format}`),
      ...more,
    )
  for (const [index, format] of formats.entries()) {
    const { code, out, err } = await report(format)
    expect([format, code, err]).toEqual([format, 0, ''])
    expect(JSON.parse(out)).toMatchObject({ title: 'Staff training plan 2026/27', totals: { abovePence: 12_345 } })
    const byLine = readFileSync(join(folder, `plan.${format}`))
    expect([format, byLine.equals(byWindow[index] ?? Buffer.of())]).toEqual([format, true])
  }
  // A Word file says when it was packed, so that no two have the same bytes.
  expect((await report('docx')).code).toBe(0)
  expect(readFileSync(join(folder, 'plan.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(join(folder, 'plan.csv'), 'utf8')).not.toContain('Ada')
  await report('csv', '--names')
  expect(readFileSync(join(folder, 'plan.csv'), 'utf8')).toContain('Ada Able')
  expect(JSON.parse((await report('csv', '--by', 'financial')).err)).toMatchObject({ code: 'cli.usage' })
  expect(JSON.parse((await report('csv', '--year', '2030/31')).err)).toMatchObject({ code: 'plan.none' })
  expect(JSON.parse((await run('reports')).out)).toContainEqual(expect.objectContaining({ kind: 'plan' }))
})
