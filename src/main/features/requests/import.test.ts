import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { requestFields } from '../../../shared/features/imports/request-fields'
import { decision, withRoute } from '../../../../tests/fixtures/requests'
import { temporaryFolder } from '../../../../tests/fixtures/school'

/** A file of these cells, by the keys of the fields. */
function fileOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const file = join(temporaryFolder(), 'requests.csv')
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',')
  const lines = rows.map((row) => line(requestFields.map(({ key }) => row[key] ?? '')))
  writeFileSync(file, [line(requestFields.map(({ label }) => label)), ...lines].join('\r\n'))
  return file
}

const row = {
  who: 'Ann Asker',
  title: 'Bar models',
  wantedOn: '8/12/2025',
  expectedChange: 'I plan with them',
  pupilBenefit: 'They explain',
  howMeasured: 'Books',
  coverDays: '0.5',
  feePence: '120.50',
  feeVatPence: '24.10',
  travelPence: '£8',
  fund: 'cpd budget',
}

it('takes filled-in requests in row by row, refuses the others by name, and does not take one twice', async () => {
  const { b, mary } = await withRoute()
  const file = fileOf([
    row,
    { ...row, who: 'Asker, Ann', title: 'bar  models' },
    { ...row, who: 'Nobody Here' },
    { ...row, fund: 'The lottery' },
    { ...row, title: 'Phonics', expectedChange: '' },
    { ...row, title: 'Phonics', coverDays: '0.3' },
    { ...row, title: 'Phonics', measureOn: '1/12/2025' },
    { ...row, title: 'Phonics', feePence: 'lots' },
  ])
  const take = async () => {
    const { token } = b.imports.take('requests', [file])
    return { token, plan: await b.imports.plan({ token }) }
  }
  const { token, plan } = await take()
  expect(plan).toMatchObject({ kind: 'requests', read: 8, new: 1, same: 1, refusedCount: 6 })
  expect(plan.refused.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
    '4 Your name or staff code request.row-nobody',
    '5 Who should pay? request.row-fund',
    '6 What will be different in your practice? cell.required',
    '7 Cover needed, days number.invalid',
    '8 Measured by (day) day.order',
    '9 Fee, net pence.invalid',
  ])
  expect(await b.imports.commitInSteps(token)).toMatchObject({ new: 1, same: 1, refused: 6 })
  const { requests } = await b.call('requests.list', {})
  expect(requests).toMatchObject([
    { title: 'Bar models', costPence: 12_850, coverQuarterDays: 2, receivedOn: '2025-11-20' },
  ])
  expect(requests[0]?.waitsFor?.person?.id).toBe(mary)
  expect((await take()).plan).toMatchObject({ new: 0, same: 2 })
  await b.call('changes.undo', {})
  expect((await b.call('requests.list', {})).requests).toEqual([])
})

it('takes the same title in again in another year, or when it was asked anew after a no', async () => {
  const { b, request, ann, mary } = await withRoute()
  const asked = { ...request, personId: ann, title: 'Bar models' }
  const { id } = await b.call('requests.save', { ...asked, wantedOn: null, receivedOn: day('2025-07-01') })
  await b.call('requests.decide', { ...decision([id], mary, 'decline', 'Not this year') })
  const plan = async (rows: readonly Readonly<Record<string, string>>[]) =>
    b.imports.plan({ token: b.imports.take('requests', [fileOf(rows)]).token })
  const undated = { ...row, wantedOn: '' }
  // Of the year before: a new request; of the same year, the one that is there.
  expect(await plan([undated])).toMatchObject({ new: 1, same: 0 })
  expect(await plan([{ ...undated, receivedOn: '2/7/2025' }])).toMatchObject({ new: 0, same: 1 })
  // Declined on 10 November: the same file again brings nothing, what was asked after it does.
  expect(
    await plan([
      { ...undated, receivedOn: '11/11/2025' },
      { ...undated, receivedOn: '12/11/2025' },
    ]),
  ).toMatchObject({ new: 1, same: 1 })
  const dated = await b.call('requests.save', { ...asked, wantedOn: day('2025-12-08') })
  await b.call('requests.decide', decision([dated.id], mary, 'decline', 'Too dear'))
  expect(await plan([row])).toMatchObject({ new: 0, same: 1 })
  expect(await plan([{ ...row, receivedOn: '11/11/2025' }])).toMatchObject({ new: 1, same: 0 })
})

it('reads back the workbook that it gives out', async () => {
  const file = join(temporaryFolder(), 'form.xlsx')
  const { b } = await withRoute({ askSaveFile: () => Promise.resolve(file) })
  await b.call('requests.print', { of: { kind: 'form' }, format: 'xlsx' })
  const { token } = b.imports.take('requests', [file])
  const { files } = await b.imports.inspect(token, [{ header: 'auto' }])
  expect(Object.keys(files[0]?.mapping ?? {}).sort()).toEqual(requestFields.map(({ key }) => key).sort())
  expect(await b.imports.plan({ token })).toMatchObject({ new: 0, refusedCount: 0 })
})
