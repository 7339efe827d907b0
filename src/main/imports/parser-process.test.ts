import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeZip, workbookParts } from '../../../tests/fixtures/make-zip'
import { inProcessParserHost, sourceParserHost } from '../../../tests/fixtures/parser-host'
import { sharedData } from '../../../tests/fixtures/shared-data'
import { Refusal } from '../../shared/kernel/result'
import { officeLimits, type FileLimits, type RowBatch, type RowsJob } from './parse-job'
import { codeOfEnd, inspectFile, readRows } from './parser-process'
import { limitMarks, processLimits } from './watchdog'

const folder = mkdtempSync(join(tmpdir(), 'cpd-parse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const host = sourceParserHost()

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const job = (path: string, limits: FileLimits = officeLimits) => ({
  path,
  limits,
  options: { header: 'auto' as const },
  knownHeaders: [],
})

async function inspectOutcome(path: string, by = host): Promise<string> {
  try {
    const shape = await inspectFile(by, job(path))
    return `columns: ${shape.columns.length}`
  } catch (cause) {
    return cause instanceof Refusal ? cause.code : `crash: ${String(cause)}`
  }
}

async function rowsOf(path: string, more: Partial<RowsJob> = {}) {
  const batches: RowBatch[] = []
  const summary = await readRows(host, { ...job(path), columns: [0], keep: [], leaveOut: [], ...more }, (batch) =>
    batches.push(batch),
  )
  return {
    summary,
    cells: batches.flatMap((b) => b.cells),
    rows: batches.flatMap((b) => b.rows),
    refused: batches.flatMap((b) => b.refused),
    batches: batches.length,
  }
}

describe('a parsing process that goes wrong', () => {
  const greedy = sourceParserHost(join(import.meta.dirname, '../../../tests/fixtures/children/greedy.ts'))

  it.each([
    ['hangs', 'import.too-slow'],
    ['eats', 'import.too-heavy'],
    ['dies', 'import.unreadable'],
  ])('that %s is killed and named %s', async (path, code) => {
    await expect(inspectFile(greedy, job(path))).rejects.toMatchObject({ code })
  })

  it('is allowed 10 s of CPU and 512 MB, and its last words decide the code', () => {
    expect(processLimits).toEqual({ cpuMilliseconds: 10_000, residentBytes: 512e6 })
    expect(codeOfEnd({ errors: `x\n${limitMarks.cpu}\n` })).toBe('import.too-slow')
    expect(
      codeOfEnd({ errors: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory' }),
    ).toBe('import.too-heavy')
    expect(codeOfEnd({ errors: '' })).toBe('import.unreadable')
  })
})

describe('hostile and broken files', () => {
  it('refuses each by name', async () => {
    const sheet = (rows: string): string =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
    const cases: [string, Buffer | string, string][] = [
      ['nothing.csv', '', 'import.empty'],
      ['white.csv', ' \n\n\t\n', 'import.empty'],
      [
        'bomb.xlsx',
        makeZip(workbookParts(sheet(''), [{ name: 'xl/media/a.bin', data: Buffer.alloc(60e6) }])),
        'import.archive-unsafe',
      ],
      [
        'slip.xlsx',
        makeZip(workbookParts(sheet(''), [{ name: '../../evil', data: 'x' }])),
        'import.archive-unsafe',
      ],
      [
        'entities.xlsx',
        makeZip(workbookParts(`<!DOCTYPE a [<!ENTITY b "${'c'.repeat(5000)}">]>${sheet('&b;'.repeat(1000))}`)),
        'import.archive-unsafe',
      ],
      [
        'cut.xlsx',
        makeZip(workbookParts(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))).subarray(0, 700),
        'import.damaged',
      ],
      ['word.xlsx', makeZip([{ name: 'word/document.xml', data: '<w/>' }]), 'import.not-workbook'],
      ['old.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'import.old-excel'],
      [
        'wide.csv',
        `${Array.from({ length: 10_001 }, (_, at) => `c${at}`).join(',')}\n1,2\n`,
        'import.too-many-columns',
      ],
      ['quote.csv', `a,b\n1,"${'x'.repeat(200_000)}`, 'columns: 2'],
      ['quote-first.csv', `"${'x'.repeat(200_000)}`, 'import.quote-open'],
      ['bytes.csv', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 97) % 256)), 'import.not-a-table'],
      ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import.not-a-table'],
      ['page.csv', '<!DOCTYPE html><table><tr><td>x</td></tr></table>', 'import.not-a-table'],
      ['letter.csv', '%PDF-1.7\n...', 'import.not-a-table'],
    ]
    for (const [name, content, expected] of cases)
      expect(await inspectOutcome(file(name, content)), name).toBe(expected)
    expect(await inspectOutcome(join(folder, 'absent.csv'))).toBe('import.unreadable')
    expect(await inspectOutcome(folder)).toBe('import.unreadable')
  }, 60_000)

  it('names the row of a quote that never ends, and of a cell of 33,000 characters, and reads the other rows', async () => {
    await expect(rowsOf(file('open.csv', `name,b\nAnn,1\nBob,"${'x\n'.repeat(50_000)}`))).rejects.toMatchObject({
      code: 'import.quote-open',
      facts: { row: 3 },
    })
    const { cells, refused } = await rowsOf(file('long.csv', `name,b\n${'n'.repeat(33_000)},1\nBob,2\n`))
    expect(cells).toEqual([['Bob']])
    expect(refused).toEqual([
      { row: 2, column: 0, code: 'row.cell-too-long', facts: { limit: 32_767 }, cells: [''] },
    ])
  })

  it('refuses ragged rows one by one; a trailing comma is no fault', async () => {
    const { cells, refused, summary } = await rowsOf(
      file('ragged.csv', 'name,b\nAnn,1,\nBob,2,extra\nCy\n\n,,,\nDee,4\n'),
    )
    expect(cells).toEqual([['Ann'], ['Dee']])
    expect(refused).toEqual([
      { row: 3, code: 'row.too-many-fields', facts: { expected: 2, found: 3 }, cells: ['Bob'] },
      { row: 4, code: 'row.too-few-fields', facts: { expected: 2, found: 1 }, cells: ['Cy'] },
    ])
    expect(summary).toMatchObject({ read: 4, blank: 2 })
  })

  it('refuses a file over a limit and names the limit', async () => {
    const path = file('many.csv', `name,b\n${'Ann,1\n'.repeat(50)}`)
    await expect(rowsOf(path, { limits: { ...officeLimits, rows: 49 } })).rejects.toMatchObject({
      code: 'import.too-many-rows',
      facts: { limit: 49 },
    })
    await expect(rowsOf(path, { limits: { ...officeLimits, cells: 99 } })).rejects.toMatchObject({
      code: 'import.too-many-cells',
    })
    await expect(rowsOf(path, { limits: { ...officeLimits, bytes: 100 } })).rejects.toMatchObject({
      code: 'import.too-large',
    })
  })
})

describe('reading rows', () => {
  it('leaves out and keeps rows by what a cell says, and counts why', async () => {
    const path = file(
      'roles.csv',
      'name,role,school\nAnn,Teacher,A\nBob,STUDENT,A\nCy,teacher,B\nDo not edit,Do not edit,x\n',
    )
    const { cells, summary } = await rowsOf(path, {
      keep: [{ column: 2, values: ['a'], match: 'equals', reason: 'where' }],
      leaveOut: [{ column: 1, values: ['student'], match: 'equals', reason: 'student' }],
    })
    expect(cells).toEqual([['Ann']])
    expect(summary.leftOut).toEqual({ student: 1, where: 1, instruction: 1 })
  })

  it('hands 100,000 rows on in batches, in order', async () => {
    const path = file('big.csv', `name,b\n${Array.from({ length: 100_000 }, (_, at) => `n${at},${at}`).join('\n')}`)
    const { cells, rows, batches } = await rowsOf(path)
    expect(cells.length).toBe(100_000)
    expect(cells[99_999]).toEqual(['n99999'])
    expect(rows[99_999]).toBe(100_001)
    expect(batches).toBeGreaterThan(10)
  })

  it('hands long rows on a few at a time, so that whoever cleans them is not held for long', async () => {
    const text = 'x'.repeat(20_000)
    const path = file('long.csv', `name,b\n${Array.from({ length: 100 }, (_, at) => `n${at}${text},1`).join('\n')}`)
    const { cells, batches } = await rowsOf(path)
    expect(cells.map(([name = '']) => name.length)).toEqual(
      Array.from({ length: 100 }, (_, at) => `n${at}`.length + text.length),
    )
    expect(batches).toBe(8)
  })
})

const uploads = sharedData('dfe-malformed-uploads')

describe.skipIf(uploads === undefined)(
  'odd and broken files from government upload tests (skipped where they are absent)',
  () => {
    const all =
      uploads === undefined
        ? []
        : readdirSync(uploads, { recursive: true, encoding: 'utf8' }).filter(
            (name) => /\.(csv|xlsx)$/.test(name) && statSync(join(uploads, name)).isFile(),
          )

    it('every one is read or refused by name; none crashes or hangs', async () => {
      expect(all.length).toBe(76)
      const outcomes: Record<string, string> = {}
      for (const name of all)
        outcomes[name] = await inspectOutcome(join(uploads ?? '', name), inProcessParserHost())
      const refused = Object.fromEntries(
        Object.entries(outcomes).filter(([, outcome]) => !outcome.startsWith('columns')),
      )
      expect(refused).toEqual({
        'blank.xlsx': 'import.empty',
        'bulk_update/recommendations_upload/empty.csv': 'import.empty',
        'bulk_update/recommendations_upload/not_a_csv.csv': 'import.not-a-table',
      })
    }, 120_000)
  },
)
