import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallYear } from '../../../../tests/golden/small-year'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { Refusal } from '../../../shared/kernel/result'
import type { HiddenWindow, Host } from '../../lib/host'

/** A host whose hidden window draws nothing but tells what it was given; each drawing is a little different. */
function drawingHost(options: { draws?: 'fails' | 'no charts'; saveTo?: string } = {}) {
  const state = {
    opened: 0,
    closed: 0,
    printed: 0,
    titles: [] as string[],
    /** The pages of earlier drawings that a window was told to print. */
    pages: [] as Uint8Array[],
    made: undefined as TestBinder | undefined,
  }
  const host: Partial<Host> = {
    askSaveFile: () => Promise.resolve(options.saveTo),
    openHiddenWindow: async (route): Promise<HiddenWindow> => {
      state.opened += 1
      const number = state.opened
      const token = route.replace('/print/', '')
      const job = await (state.made as TestBinder).call('print.job', { token })
      state.titles.push('pdf' in job ? job.title : job.report.title)
      if ('pdf' in job) state.pages.push(job.pdf)
      if (options.draws === 'fails') throw new Error('the page to print failed')
      if (options.draws !== 'no charts' && 'report' in job && job.wantsCharts)
        await (state.made as TestBinder).call('print.ready', { token, charts: [] })
      const stamp = 'report' in job ? job.report.stamp : job.title
      return {
        printToPdf: () => Promise.resolve(new TextEncoder().encode(`%PDF drawing ${number} of ${stamp}`)),
        print: () => Promise.resolve(++state.printed > 0),
        close: () => void (state.closed += 1),
      }
    },
  }
  return { host, state }
}

const ask = { kind: 'governors', year: { kind: 'academic', startYear: 2025 } } as const

function made(options: Parameters<typeof drawingHost>[0] = {}): {
  school: TestBinder
  state: ReturnType<typeof drawingHost>['state']
} {
  const { host, state } = drawingHost(options)
  state.made = binderWithSchool({ host, now: '2026-10-01T09:00:00.000Z' })
  return { school: state.made, state }
}

describe('printing', () => {
  it('draws in a hidden window that is closed afterwards and whose token is then worth nothing', async () => {
    const { school, state } = made()
    expect(new TextDecoder().decode((await school.call('reports.preview', ask)).pdf)).toMatch(/^%PDF/)
    expect(await school.call('reports.print', ask)).toEqual({ printed: true })
    expect(state).toMatchObject({ opened: 2, closed: 2, printed: 1 })
    expect(await school.codeOf('print.job', { token: 'anything' })).toBe('record.missing')
    expect(await school.codeOf('print.ready', { token: 'anything', charts: [] })).toBe('record.missing')
  })

  it('says so when the pages were not drawn', async () => {
    const { school } = made({ draws: 'fails' })
    expect(await school.codeOf('reports.preview', ask)).toBe('print.failed')
  })

  it('says so when charts are wanted and the page hands none over, and closes the window', async () => {
    const { school, state } = made({ draws: 'no charts' })
    expect(await school.codeOf('reports.export', { ...ask, format: 'docx' })).toBe('print.failed')
    expect(state.closed).toBe(1)
    expect(new TextDecoder().decode((await school.call('reports.preview', ask)).pdf)).toMatch(/^%PDF/)
  })

  it('needs a window for pages and none for figures', async () => {
    const school = binderWithSchool()
    expect(await school.codeOf('reports.preview', ask)).toBe('host.unavailable')
    const path = join(school.folder, 'report.json')
    const written = await school.reports.writeTo(path, { ...ask, options: { names: false } }, 'json')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      kind: 'governors',
      totals: written.report.totals,
    })
  })

  it('writes where the person says, and nothing when the person changes their mind', async () => {
    const folder = binderWithSchool().folder
    const { school } = made({ saveTo: join(folder, 'out.csv') })
    expect(await school.call('reports.export', { ...ask, format: 'csv' })).toEqual({ fileName: 'out.csv' })
    expect(existsSync(join(folder, 'out.csv'))).toBe(true)
    expect(await made().school.codeOf('reports.export', { ...ask, format: 'csv' })).toBe('cancelled')
    const nowhere = made({ saveTo: join(folder, 'no', 'such', 'folder', 'out.csv') })
    expect(await nowhere.school.codeOf('reports.export', { ...ask, format: 'csv' })).toBe('file.unwritable')
  })
})

describe('texts', () => {
  it('are kept by report and year, appear in the report, and go when they are emptied', async () => {
    const { school } = made()
    const text = {
      kind: 'governors',
      year: ask.year,
      section: 'opening',
      body: 'A year of reading.\n\nThank you.',
    } as const
    await school.call('reports.saveText', text)
    const { report, texts } = await school.call('reports.gather', ask)
    expect(texts.find((one) => one.section === 'opening')?.body).toBe(text.body)
    const paragraphs = report.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(paragraphs.slice(0, 2)).toEqual(['A year of reading.', 'Thank you.'])
    const other = await school.call('reports.gather', { ...ask, year: { kind: 'academic', startYear: 2024 } })
    expect(other.texts.every((one) => one.body === '')).toBe(true)
    await school.call('reports.saveText', { ...text, body: ' ' })
    expect((await school.call('reports.gather', ask)).texts.every((one) => one.body === '')).toBe(true)
  })

  it('next steps are one on each line; without any, the figures propose some', async () => {
    const { school } = made()
    const proposed = await school.call('reports.gather', ask)
    expect(proposed.proposedSteps.length).toBeGreaterThan(0)
    await school.call('reports.saveText', {
      kind: 'governors',
      year: ask.year,
      section: 'next-steps',
      body: '- One\n• Two\n\n',
    })
    const lists = (await school.call('reports.gather', ask)).report.blocks.flatMap((block) =>
      block.kind === 'list' && block.ordered ? [block.items] : [],
    )
    expect(lists).toEqual([['One', 'Two']])
  })
})

describe('issuing', () => {
  it('keeps figures, text and files; opening gives the same bytes whatever happens to the records', async () => {
    const { school } = made()
    const first = await school.call('reports.issue', ask)
    expect(first.number).toBe(1)
    const before = await school.call('reports.openIssued', { id: first.id, format: 'pdf' })
    await school.call('reports.saveText', {
      kind: 'governors',
      year: ask.year,
      section: 'opening',
      body: 'Changed since',
    })
    const after = await school.call('reports.openIssued', { id: first.id, format: 'pdf' })
    expect(Buffer.from(after.content).equals(Buffer.from(before.content))).toBe(true)
    const [issued] = (await school.call('reports.issued', {})).issued
    expect(issued?.files.map((file) => file.format)).toEqual(['csv', 'docx', 'pdf', 'xlsx'])
    for (const { format, sha256 } of issued?.files ?? []) {
      const { content } = await school.call('reports.openIssued', { id: first.id, format })
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    expect(await school.codeOf('reports.openIssued', { id: first.id, format: 'json' })).toBe('record.missing')
  })

  it('a correction needs a reason, has the next number, and marks the earlier issue replaced', async () => {
    const { school } = made()
    const first = await school.call('reports.issue', ask)
    expect(await school.codeOf('reports.issue', ask)).toBe('report.reason-needed')
    expect(await school.codeOf('reports.issue', { ...ask, reason: '  ' })).toBe('report.reason-needed')
    const second = await school.call('reports.issue', { ...ask, reason: 'A grant was missing' })
    const issued = (await school.call('reports.issued', {})).issued
    expect(
      issued.map(({ id, number, reason, replacedByNumber }) => ({ id, number, reason, replacedByNumber })),
    ).toEqual([
      { id: second.id, number: 2, reason: 'A grant was missing', replacedByNumber: null },
      { id: first.id, number: 1, reason: null, replacedByNumber: 2 },
    ])
    const { content } = await school.call('reports.openIssued', { id: second.id, format: 'pdf' })
    expect(new TextDecoder().decode(content)).toContain('issue 2, replaces issue 1')
    // Another year and another report are issues of their own.
    expect(
      (await school.call('reports.issue', { ...ask, year: { kind: 'financial', startYear: 2025 } })).number,
    ).toBe(1)
    expect((await school.call('reports.issue', { ...ask, kind: 'spend' })).number).toBe(1)
  })

  it('cannot be undone, and does not stand in the way of undoing what came before', async () => {
    const { school } = made()
    await school.call('reports.saveText', {
      kind: 'governors',
      year: ask.year,
      section: 'opening',
      body: 'First words',
    })
    const { id } = await school.call('reports.issue', ask)
    await school.call('changes.undo', {})
    expect((await school.call('reports.gather', ask)).texts.every((one) => one.body === '')).toBe(true)
    expect((await school.call('reports.issued', {})).issued.map((one) => one.id)).toEqual([id])
  })

  it('saves a copy of an issue with the same bytes, where the person says', async () => {
    const target = join(binderWithSchool().folder, 'copy.pdf')
    const { school } = made({ saveTo: target })
    const { id } = await school.call('reports.issue', ask)
    expect(await school.call('reports.saveIssued', { id, format: 'pdf' })).toEqual({ fileName: 'copy.pdf' })
    const { content } = await school.call('reports.openIssued', { id, format: 'pdf' })
    expect(readFileSync(target).equals(Buffer.from(content))).toBe(true)
    expect(await school.codeOf('reports.saveIssued', { id: 'unknown', format: 'pdf' })).toBe('record.missing')
  })

  it('prints the pages that were issued, not those of today', async () => {
    const { school, state } = made()
    const { id } = await school.call('reports.issue', ask)
    const { content } = await school.call('reports.openIssued', { id, format: 'pdf' })
    await school.call('reports.saveText', {
      kind: 'governors',
      year: ask.year,
      section: 'opening',
      body: 'Changed since',
    })
    expect(await school.call('reports.printIssued', { id })).toEqual({ printed: true })
    expect(state).toMatchObject({ printed: 1, closed: state.opened })
    expect(state.titles.at(-1)).toMatch(/governors’ report 2025-26, issue 1$/)
    expect(state.pages.map((pages) => Buffer.from(pages).equals(Buffer.from(content)))).toEqual([true])
    expect(await school.codeOf('reports.printIssued', { id: 'unknown' })).toBe('record.missing')
  })

  it('never issues into a school that was opened while the pages were drawn', async () => {
    const { host, state } = drawingHost()
    const school = binderWithSchool({
      host: {
        ...host,
        openHiddenWindow: async (route) => {
          const window = await (host as Host).openHiddenWindow(route)
          await school.call('school.openSample', {})
          return window
        },
      },
    })
    state.made = school
    expect(await school.codeOf('reports.issue', ask)).toBe('record.changed')
    expect((await school.call('reports.issued', {})).issued).toEqual([])
  })

  it('keeps nothing when a page cannot be drawn', async () => {
    const { school } = made({ draws: 'no charts' })
    expect(await school.codeOf('reports.issue', ask)).toBe('print.failed')
    expect((await school.call('reports.issued', {})).issued).toEqual([])
  })
})

describe('years', () => {
  it('offers every year in which anything happened, and this one', async () => {
    expect(await smallYear().call('reports.years', {})).toEqual({
      regimes: [{ validFrom: '2024-09-01', regime: 'maintained' }],
      academic: [2026, 2025],
      financial: [2026, 2025],
      thisAcademic: 2026,
      thisFinancial: 2026,
    })
    expect(await binderWithSchool().call('reports.years', {})).toMatchObject({
      academic: [2025],
      financial: [2025],
    })
  })

  it('offers a year for which money was given, be there nothing else in it', async () => {
    const school = binderWithSchool()
    const { id: fundId } = await school.call('funds.save', { name: 'Old grant', kind: 'grant', isExternal: true })
    await school.call('funds.saveAmount', {
      fundId,
      fromOn: '2022-04-01',
      toOn: '2023-03-31',
      amountPence: 100_00,
      note: null,
    })
    expect(await school.call('money.years', {})).toMatchObject({
      financial: [2025, 2024, 2023, 2022],
      academic: [2025, 2024, 2023, 2022, 2021],
    })
  })

  it('an empty year makes a report that says so', async () => {
    for (const kind of ['governors', 'spend', 'participation'] as const) {
      const { report } = await binderWithSchool().call('reports.gather', { ...ask, kind })
      expect(JSON.stringify(report)).toMatch(/ yet/)
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/)
    }
    expect((await binderWithSchool().call('reports.kinds', {})).kinds).toHaveLength(3)
  })

  it('refuses without an open school', async () => {
    const { school } = made()
    school.desk.clear()
    await expect(school.call('reports.gather', ask)).rejects.toThrow('file.none-open')
    expect(() => school.reports.report({ ...ask, options: { names: false } })).toThrow(Refusal)
  })
})
