import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { binder } from '../fixtures/school'

it('keeps the events, the titles and the figures of a plan that was approved before events knew their line', async () => {
  const made = binder()
  const path = join(made.folder, 'old.cpdschool')
  writeFileSync(path, brotliDecompressSync(readFileSync(join(import.meta.dirname, 'files/v0230.cpdschool.br'))))
  made.school.openAt(path)
  const plan = (await made.call('plan.list', {})).plans.find(({ state }) => state === 'approved')
  const actual = await made.call('plan.actual', { year: plan?.academicYear ?? 0 })
  expect(actual.version).toBe(1)
  expect(actual.lines).toHaveLength(plan?.lines ?? 0)
  expect(actual.lines.filter(({ since, eventId }) => since !== null || eventId === null)).toEqual([])
  expect(actual.lines.every(({ title, plannedPence }) => title !== '' && plannedPence >= 0)).toBe(true)
  expect(actual.spentPence).toBeGreaterThan(0)
  made.desk.file.withDatabase((database) => {
    const left = database.prepare(
      `select count(*) from change_row where after_json is not null and table_name in ('training_plan', 'plan_step', 'plan_version')`,
    )
    expect(left.pluck().get()).toBe(0)
  })
})
