import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inspectCsv, readCsvRows } from './csv-read'
import { findDelimiter } from './csv-shape'
import { officeLimits, type RowBatch } from './parse-job'

const folder = mkdtempSync(join(tmpdir(), 'cpd-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = [
  'Siân',
  'Siôn',
  'Gruffydd ap Llŷr',
  'Tŵm',
  'Zażółć Gęślą',
  'Łukasz Wójcik',
  'Śliwiński',
  'Ó Súilleabháin',
  'Ní Chléirigh',
  'Mac an tSaoír',
]
const western = ['Siân', 'Siôn', 'Ó Súilleabháin', 'Ní Chléirigh', 'Renée']

const encodings: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE with mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE with mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16LE without mark': (text) => Buffer.from(text, 'utf16le'),
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
}

async function read(content: Buffer, options: Parameters<typeof inspectCsv>[0]['options'] = { header: 'auto' }) {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  const base = { path, limits: officeLimits, options, knownHeaders: ['surname', 'code'] }
  const shape = await inspectCsv({ ...base, kind: 'inspect' })
  const batches: RowBatch[] = []
  await readCsvRows(
    { ...base, kind: 'rows', columns: shape.columns.map((c) => c.index), keep: [], leaveOut: [] },
    async (batch) => {
      batches.push(batch)
    },
  )
  return { shape, cells: batches.flatMap((b) => b.cells) }
}

describe('names come through exactly', () => {
  for (const [encoding, encode] of Object.entries(encodings)) {
    it(`in ${encoding}, with each newline and delimiter`, async () => {
      const people = encoding === 'Windows-1252' ? western : names
      for (const newline of ['\n', '\r\n', '\r']) {
        for (const delimiter of [',', ';', '\t', '|']) {
          const text = ['Code,Surname,Note', ...people.map((name, at) => `${at},"${name}",x`)]
            .join(newline)
            .replaceAll(',', delimiter)
          const { shape, cells } = await read(encode(text))
          expect(cells.map((row) => row[1])).toEqual(people)
          expect([shape.delimiter, shape.headerRow]).toEqual([delimiter, 1])
        }
      }
    })
  }

  it('reads Windows-1250 and ISO-8859-14 when they are chosen, and says that the guess was one', async () => {
    const polish = Buffer.from([
      ...Buffer.from('Code,Surname\n1,W'),
      0xf3,
      ...Buffer.from('jcik '),
      0xa3,
      ...Buffer.from('ukasz\n'),
    ])
    expect((await read(polish)).shape).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true })
    expect((await read(polish, { header: 'auto', encoding: 'windows-1250' })).cells).toEqual([
      ['1', 'Wójcik Łukasz'],
    ])
    const welsh = Buffer.from([...Buffer.from('Code,Surname\n1,T'), 0xf0, ...Buffer.from('m\n')])
    expect((await read(welsh, { header: 'auto', encoding: 'iso-8859-14' })).cells).toEqual([['1', 'Tŵm']])
    await expect(read(polish, { header: 'auto', encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'import.encoding',
    })
  })
})

describe('finding the shape', () => {
  it('is not misled by commas in the cells of a file cut by semicolons', () => {
    expect(findDelimiter('Surname;Note\nA;"x, y, z"\nB;1,5\nC;2,5\n', true)).toBe(';')
    expect(findDelimiter('only one column\nx\n', true)).toBe(',')
  })

  it('heeds the first line "sep=|" of Excel and does not count it as a row', async () => {
    const { shape, cells } = await read(Buffer.from('sep=|\r\na,b|c\r\n1,2|3\r\n'))
    expect(shape).toMatchObject({ delimiter: '|', headerRow: 1 })
    expect(cells).toEqual([['1,2', '3']])
  })

  it('finds the header under a title, and its absence', async () => {
    const titled = await read(Buffer.from('Staff list,,\n\nCode,Surname,Post\n1,Smith,Teacher\n'))
    expect([titled.shape.headerRow, titled.cells]).toEqual([3, [['1', 'Smith', 'Teacher']]])
    const bare = await read(Buffer.from('1234561,1970-09-01,JH001234A\n1234562,1971-10-02,JH001235A\n'))
    expect(bare.shape.headerRow).toBe(0)
    expect(bare.shape.columns.map((c) => [c.header, c.withheld])).toEqual([
      ['Column A', undefined],
      ['Column B', undefined],
      ['Column C', 'identity'],
    ])
    expect(bare.cells).toHaveLength(2)
    expect((await read(Buffer.from('Code,Surname\n1,x\n'), { header: 'none' })).cells).toHaveLength(2)
  })

  it('shows no cell of a password column', async () => {
    const { shape } = await read(Buffer.from('Surname,Password,Code\nSmith,P@ssw0rd,1\n'))
    expect(shape.columns[1]).toEqual({ index: 1, header: 'Password', samples: [], withheld: 'secret' })
    expect(JSON.stringify(shape)).not.toContain('P@ss')
  })
})
