import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'
import { newId } from '../../db/ids'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { fillIn, type Change, type Written } from './survey-files.fixture'

/** A school with three teachers, a round, its fill-in files, and a folder for what comes back. */
async function roundOf(options: { isAnonymous: boolean }) {
  const [out, back] = [temporaryFolder(), temporaryFolder()]
  let folder = out
  const b: TestBinder = binderWithSchool({
    host: {
      askSaveFile: ({ suggestedName }) => Promise.resolve(join(out, suggestedName)),
      askFolder: () => Promise.resolve(folder),
      askOpenFiles: () =>
        Promise.resolve(
          readdirSync(back)
            .toSorted()
            .map((name) => join(back, name)),
        ),
    },
  })
  const people = addPeople(b.desk, [{ name: 'Ann Able' }, { name: 'Bob Best' }, { name: 'Cy Cole' }])
  const { id } = await b.call('surveys.begin', {
    formId: 'audit-of-cpd-activity',
    title: 'Last year',
    ...options,
    audience: { kind: 'everybody' },
    opensOn: day('2025-11-01'),
  })
  const saved = await b.call('surveys.saveFiles', { id })
  const file = (name: string) => join(out, options.isAnonymous ? saved.place : `Last year, ${name}.xlsx`)
  folder = back
  const giveBack = (name: string, as: string, written: Written, change?: Change) =>
    fillIn(file(name), join(back, as), written, change)
  const read = () => b.call('surveys.readFiles', { id, from: 'folder' })
  return { b, id, people, saved, back, giveBack, read, file }
}

describe('files that people filled in', () => {
  it('come back in a folder, row by row, in one change', async () => {
    const { b, id, people, saved, giveBack, read } = await roundOf({ isAnonymous: false })
    expect(saved.files).toBe(3)
    await giveBack('Ann Able', 'a.xlsx', {
      hours: 12,
      'took-part.courses': 'X',
      discussed: 2,
      knowledge: '4 Agree',
    })
    await giveBack('Bob Best', 'b.xlsx', { hours: 'many', knowledge: { formula: '1+2' }, practice: 9, pupils: 5 })
    const { token, files } = await read()
    expect(files).toMatchObject([
      { fileName: 'a.xlsx', state: 'new', person: { name: 'Ann Able' }, taken: 4, refused: [] },
      { fileName: 'b.xlsx', state: 'new', person: { name: 'Bob Best' }, taken: 1 },
    ])
    expect(files[1]?.refused.map(({ column, message }) => `${column} ${message.split('.')[0]}`)).toEqual([
      'E The answer is not a number from 0 to 500',
      'E The cell holds a formula',
      'E The answer is not a step of the scale, from 1 to 5',
    ])
    expect(files[1]?.refused[0]?.row).toBeGreaterThan(8)
    expect((await b.call('surveys.round', { id })).returned).toBe(0)
    expect(await b.call('surveys.takeIn', { token })).toEqual({ new: 2, changed: 0, same: 0, refused: 0 })
    expect(await b.codeOf('surveys.takeIn', { token })).toBe('import.expired')
    const { sheets } = await b.call('surveys.round', { id })
    expect(await b.call('surveys.sheet', { id: sheets[0]?.id ?? '' })).toMatchObject({
      person: { id: people[0] },
      way: 'file',
      answers: { hours: 12, 'took-part.courses': true, discussed: 'thought', knowledge: 4 },
    })
    await b.call('changes.undo', {})
    expect((await b.call('surveys.round', { id })).returned).toBe(0)
  })

  it('come a second time as the same, or as what has changed; an empty cell clears nothing', async () => {
    const { b, id, giveBack, read } = await roundOf({ isAnonymous: false })
    await giveBack('Ann Able', 'a.xlsx', { hours: 12, knowledge: 4 })
    await b.call('surveys.takeIn', { token: (await read()).token })
    expect((await read()).files).toMatchObject([{ state: 'same', same: 2 }])
    await giveBack('Ann Able', 'a.xlsx', { hours: 20, practice: 3 })
    const { token, files } = await read()
    expect(files).toMatchObject([{ state: 'changed', taken: 1, changed: 1, same: 0 }])
    expect(await b.call('surveys.takeIn', { token })).toMatchObject({ changed: 1 })
    const { sheets } = await b.call('surveys.round', { id })
    const { answers } = await b.call('surveys.sheet', { id: sheets[0]?.id ?? '' })
    expect(answers).toEqual({ hours: 20, knowledge: 4, practice: 3 })
  })

  it('say no to what was ticked before, and the no is kept', async () => {
    const { b, id, giveBack, read } = await roundOf({ isAnonymous: false })
    await giveBack('Ann Able', 'a.xlsx', { hours: 12, 'took-part.courses': 'x' })
    await b.call('surveys.takeIn', { token: (await read()).token })
    await giveBack('Ann Able', 'a.xlsx', { 'took-part.courses': 'No' })
    const { token, files } = await read()
    expect(files).toMatchObject([{ state: 'changed', changed: 1 }])
    await b.call('surveys.takeIn', { token })
    const { sheets } = await b.call('surveys.round', { id })
    const { answers } = await b.call('surveys.sheet', { id: sheets[0]?.id ?? '' })
    expect(answers).toEqual({ hours: 12, 'took-part.courses': false })
    const { blocks } = await b.call('surveys.summary', { id })
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
    expect(rows.find((row) => row.key === 'took-part.courses')?.cells).toMatchObject({ count: 0, share: 0 })
  })

  it('are refused by name when they are not what they should be', async () => {
    const { b, id, back, giveBack, read, file } = await roundOf({ isAnonymous: false })
    const mark =
      (key: string, value: string): Change =>
      (rows) =>
        rows.map((row) => (row[0] === key ? [row[0], row[1] ?? null, value] : row))
    await giveBack('Ann Able', '1.xlsx', { hours: 1 })
    await giveBack('Ann Able', '2.xlsx', { hours: 2 })
    await giveBack('Bob Best', '3.xlsx', { hours: 1 }, mark('#round', 'another'))
    await giveBack('Bob Best', '4.xlsx', { hours: 1 }, mark('#person', 'stranger'))
    await giveBack('Bob Best', '5.xlsx', { hours: 1 }, (rows) => rows.map((row) => row.slice(1)))
    await giveBack('Bob Best', '6.xlsx', {})
    writeFileSync(join(back, '7.xlsx'), readFileSync(file('Cy Cole')).subarray(0, 900))
    writeFileSync(join(back, '8.xlsx'), Buffer.alloc(2_000_001, 'PK'))
    writeFileSync(join(back, '9.xlsx'), 'Name,Hours')
    writeFileSync(join(back, '~$1.xlsx'), 'left by a spreadsheet')
    const { token, files } = await read()
    expect(
      files.map(({ fileName, state, message }) => `${fileName} ${state} ${message?.split('.')[0] ?? ''}`),
    ).toEqual([
      '1.xlsx new ',
      '2.xlsx refused The same sheet is among the files twice: 1',
      '3.xlsx refused That file belongs to another round or another form',
      '4.xlsx refused That file is of somebody who is not asked in this round',
      '5.xlsx refused That file is not a form of this program, or the marks by which it is known were taken out',
      '6.xlsx refused Nothing is answered in that file',
      '7.xlsx refused That file is damaged or was cut off on its way',
      '8.xlsx refused That file is larger than 2 MB, the most for this kind of file',
      '9.xlsx refused That file is not a table of rows and columns: it is no Excel workbook',
    ])
    expect(await b.call('surveys.takeIn', { token, leaveOut: ['0'] })).toMatchObject({ new: 0, refused: 8 })
    expect((await b.call('surveys.round', { id })).returned).toBe(0)
  })

  it('with altered, doubled, foreign and missing questions give those rows back', async () => {
    const { giveBack, read } = await roundOf({ isAnonymous: false })
    await giveBack('Ann Able', 'a.xlsx', { hours: 1, knowledge: 4, practice: 4, pupils: 4 }, (rows) =>
      rows.flatMap((row) => {
        if (row[0] === 'knowledge') return [[row[0], row[1] ?? null, 'I know it all', row[3] ?? null, 5]]
        if (row[0] === 'practice') return [row, row]
        if (row[0] === 'pupils') return []
        return row[0] === 'colleagues' ? [row, ['made-up', null, 'Am I happy?', null, 5]] : [row]
      }),
    )
    const { files } = await read()
    expect(files).toMatchObject([{ state: 'new', taken: 2 }])
    expect(files[0]?.refused.map(({ question, message }) => `${question}: ${message.split('.')[0]}`)).toEqual([
      'I know or understand more: The question does not read as it did when the file was made',
      'I do something differently in my work: The same question stands in the file twice',
      'Am I happy?: The round has no such question',
      'Pupils have gained: The row of this question is missing from the file',
    ])
  })

  it('without names are one for all: the same file counts once, and is not opened afterwards', async () => {
    const { b, id, back, saved, giveBack, read } = await roundOf({ isAnonymous: true })
    expect(saved).toEqual({ files: 1, place: 'Last year, to fill in.xlsx' })
    await giveBack('', 'a.xlsx', { hours: 1 })
    await giveBack('', 'b.xlsx', { hours: 2 })
    writeFileSync(join(back, 'c.xlsx'), readFileSync(join(back, 'a.xlsx')))
    const { token, files } = await read()
    expect(files.map(({ state, person }) => `${state} ${person?.name ?? '-'}`)).toEqual([
      'new -',
      'new -',
      'refused -',
    ])
    await b.call('surveys.takeIn', { token })
    expect((await read()).files.map(({ state }) => state)).toEqual(['same', 'same', 'refused'])
    expect(await b.call('surveys.round', { id })).toMatchObject({ returned: 2, sheets: [] })
    const kept = JSON.stringify(b.desk.read.all(sql.selectFrom('survey_slip').selectAll()))
    expect(kept).not.toContain('.xlsx')
  })

  it('are not taken in over what has come since, nor into another school', async () => {
    const { b, id, people, giveBack, read } = await roundOf({ isAnonymous: false })
    await giveBack('Ann Able', 'a.xlsx', { hours: 1 })
    const { token } = await read()
    await b.call('surveys.saveSheet', { roundId: id, personId: people[0] ?? '', answers: { hours: 5 } })
    expect(await b.codeOf('surveys.takeIn', { token })).toBe('record.changed')
    const again = await read()
    const path = b.desk.file.path
    b.desk.clear()
    b.school.openAt(path)
    expect(await b.codeOf('surveys.takeIn', { token: again.token })).toBe('import.expired')
    expect(await b.codeOf('surveys.readFiles', { id: newId(), from: 'files' })).toBe('record.missing')
    expect((await b.call('surveys.readFiles', { id, from: 'files' })).files).toHaveLength(1)
  })
})
