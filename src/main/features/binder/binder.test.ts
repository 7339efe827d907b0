import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binder, binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import type { BinderEntry } from '../../../shared/features/binder/model'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { writePackFile } from '../packs/pack-file'
import { guide, soundFiles } from '../packs/sound-pack.fixture'
import type { Host } from '../../lib/host'

const entriesOf = async (b: TestBinder, order: string): Promise<readonly BinderEntry[]> =>
  (await b.call('binder.contents', { order })).sections.flatMap(({ entries }) => entries)

async function entryOf(b: TestBinder, order: string, title: string): Promise<BinderEntry> {
  const found = (await entriesOf(b, order)).find((entry) => entry.title === title)
  if (!found) throw new Error(`no entry ${title}`)
  return found
}

/** A host that opens this pack, keeps what is drawn for the printer, and saves where it is told to. */
function hostWith(options: { pack?: string; saveTo?: string; drawn?: string[] }): Partial<Host> {
  return {
    askOpenFiles: () => Promise.resolve(options.pack === undefined ? [] : [options.pack]),
    askSaveFile: () => Promise.resolve(options.saveTo),
    openHiddenWindow: (route) => {
      options.drawn?.push(route.replace('/print/', ''))
      return Promise.resolve({
        printToPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
        print: () => Promise.resolve(true),
        close: () => undefined,
      })
    },
  }
}

/** A pack with one guide and contents of its own, as an authority may hand them to its schools. */
function packWithOrder(): string {
  const path = join(temporaryFolder(), 'northshire.cpdpack')
  const entries = [
    { id: 'counts', opens: { library: { kind: 'guide', id: 'what-counts' } } },
    { id: 'gone', title: 'Our old guide', opens: { library: { kind: 'guide', id: 'not-there' } } },
    { id: 'no-template', title: 'Our old policy', opens: { template: 'not-there' } },
    { id: 'ours', opens: { template: 'policy' } },
  ]
  const orders = [
    { id: 'northshire', title: 'Northshire', about: 'Ours.', sections: [{ id: 'a', title: 'A', entries }] },
  ]
  const files = soundFiles({
    'guides.json': JSON.stringify({ guides: [guide] }),
    'contents.json': JSON.stringify({ orders }),
  })
  writeFileSync(path, writePackFile(files))
  return path
}

describe('the contents of the binder', () => {
  it('tell a new school what is empty, what is to read and what is to come', async () => {
    const b = binderWithSchool()
    const { orders, order, sections } = await b.call('binder.contents', { order: 'everybodys-learning' })
    expect(orders.map(({ id }) => id)).toEqual([
      'ours',
      'everybodys-learning',
      'cpd-leadership-guidance',
      'londons-learning',
    ])
    expect(order.id).toBe('everybodys-learning')
    expect(sections.map(({ divider }) => divider)).not.toContain(null)
    expect(await entryOf(b, order.id, 'Costs of CPD')).toMatchObject({
      state: 'empty',
      reason: 'nothing recorded yet',
      route: '/money/costs',
    })
    expect(await entryOf(b, order.id, 'Inclusive CPD')).toMatchObject({
      state: 'to-read',
      reason: 'guide',
      route: '/library/guide/inclusive-cpd',
    })
    expect(await entryOf(b, order.id, 'Cost benefit analysis')).toMatchObject({
      state: 'to-come',
      route: null,
      later: 'analysis',
    })
    expect(await entryOf(b, order.id, 'CPD policy')).toMatchObject({ state: 'empty', reason: 'not begun yet' })
    const { id } = await b.call('documents.create', { templateId: 'cpd-policy', title: 'Ours' })
    expect(await entryOf(b, order.id, 'CPD policy')).toMatchObject({ state: 'draft', route: `/documents/${id}` })
    expect(await entryOf(b, order.id, 'CPD and Ofsted')).toMatchObject({
      reason: 'guide, check before relying on it',
    })
  })

  it('name what our own order opens, and answer an order that is not there with the first', async () => {
    const b = binderWithSchool()
    expect((await b.call('binder.contents', { order: 'of-a-pack-that-went' })).order.id).toBe('ours')
    const entries = await entriesOf(b, 'ours')
    expect(entries.filter(({ id, title }) => id === title)).toEqual([])
    expect(entries.filter(({ state }) => state === 'missing')).toEqual([])
    expect(entries.find(({ route }) => route === '/library/packs')?.title).toBe('Packs and where they come from')
  })

  it('count the sample school as SQL written by hand does, and wait for what Today waits for', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const { tasks } = await b.call('today.view', {})
    const byHand = b.desk.file.withDatabase((database) =>
      database
        .prepare(
          `select (select count(*) from priority where academic_year = 2025 and is_archived = 0) as priorities,
                  (select count(*) from provider where is_archived = 0) as providers,
                  (select count(*) from session s join event e on e.id = s.event_id
                     where s.held_on >= '2025-11-20' and e.status in ('planned', 'done') and e.is_archived = 0) as sessions`,
        )
        .get(),
    ) as { priorities: number; providers: number; sessions: number }
    const entries = await entriesOf(b, 'ours')
    const at = (route: string) => entries.find((entry) => entry.route === route)
    expect(at('/priorities')?.reason).toBe(`${byHand.priorities} priorities this year`)
    expect(at('/providers')?.reason).toBe(`${byHand.providers} providers`)
    expect(at('/')?.reason).toBe(`${byHand.sessions} sessions to come`)
    const people = (await b.call('today.view', {})).year.people
    expect(at('/staff')?.reason).toBe(`${people} people`)
    expect(tasks.find(({ kind }) => kind === 'evaluation-missing')?.count).toBe(1)
    expect(at('/impact')).toMatchObject({ state: 'due', reason: '1 evaluation waits' })
    expect(at('/money/ledger')).toMatchObject({ state: 'due', reason: '5 lines are not matched' })
  })

  it('know an acronym of the school’s own', async () => {
    const b = binderWithSchool()
    await b.call('library.saveAcronym', { acronym: 'NOW', meaning: 'Northgate Open Week' })
    const acronyms = await entryOf(b, 'everybodys-learning', 'CPD acronyms')
    expect(acronyms.state).toBe('own')
    expect(acronyms.reason).toMatch(/acronyms, 1 of your own$/)
  })

  it('take an order that an authority hands over, and say which of its texts nobody brings', async () => {
    const b = binderWithSchool({ host: hostWith({ pack: packWithOrder() }) })
    await b.call('packs.add', {})
    const entries = await entriesOf(b, 'northshire')
    expect(entries.map(({ title, state, route }) => [title, state, route])).toEqual([
      ['What counts', 'to-read', '/library/guide/what-counts'],
      ['Our old guide', 'missing', null],
      ['Our old policy', 'missing', null],
      ['CPD policy', 'empty', '/documents/new?template=policy'],
    ])
    expect(entries[0]?.reason).toBe('guide, from Northshire’s own texts')
  })

  it('need a school', async () => {
    expect(await binder().codeOf('binder.contents', { order: 'ours' })).toBe('file.none-open')
  })
})

describe('the binder on paper', () => {
  async function drawnBinder(order: string): Promise<ReportDocument> {
    const drawn: string[] = []
    const tasks: unknown[] = []
    const host = hostWith({ drawn })
    const b = binderWithSchool({
      host: {
        ...host,
        openHiddenWindow: async (route) => {
          tasks.push(await b.call('print.job', { token: route.replace('/print/', '') }))
          return (host as Host).openHiddenWindow(route)
        },
      },
    })
    expect(await b.call('binder.print', { order, format: 'print' })).toEqual({ printed: true, fileName: null })
    return (tasks[0] as { report: ReportDocument }).report
  }

  it('has a contents page, a divider for each section and each text once', async () => {
    const { blocks } = await drawnBinder('londons-learning')
    const headings = blocks.flatMap((block, at) => {
      if (block.kind !== 'heading' || block.level === 3) return []
      expect(blocks[at - 1]?.kind).toBe('page-break')
      return [`${block.level} ${block.text}`]
    })
    expect(headings).toEqual([
      '1 1  Background and context',
      '2 What is CPD?',
      '1 2  Vision and culture',
      '2 Why CPD matters to our school',
      '1 3  Practice and processes',
      '2 CPD leader: sixteen responsibilities',
      '1 4  Support materials and resources',
    ])
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length)
    expect(tables[0]?.totals?.cells).toEqual({ section: 'All', entries: 14, texts: 3 })
    const practice = tables.find(({ key }) => key === 'section-practice-and-processes')
    expect(practice?.rows.map(({ cells }) => cells['state'])).toContain('Empty: not issued yet')
  })

  it('prints a text that two entries open behind the first divider alone', async () => {
    const { blocks } = await drawnBinder('everybodys-learning')
    const titles = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))
    expect(titles.filter((title) => title === 'What research says about effective CPD')).toHaveLength(1)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.length).toBeGreaterThan(25)
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
    const whereIs = (entry: string) => rows.find(({ cells }) => cells['entry'] === entry)?.cells['where']
    expect(whereIs('Research on effective CPD')).toBe('Behind this divider')
    expect(whereIs('Action research 2')).toBe('Behind divider 7')
    expect(whereIs('CPD acronyms')).toBe('On screen: Acronyms')
    expect(whereIs('CPD policy')).toBe(null)
  })

  it('is saved where a person says, and not when they think better of it', async () => {
    const saveTo = join(temporaryFolder(), 'binder.pdf')
    const b = binderWithSchool({ host: hostWith({ saveTo }) })
    expect(await b.call('binder.print', { order: 'ours', format: 'pdf' })).toEqual({
      printed: false,
      fileName: 'binder.pdf',
    })
    expect(readFileSync(saveTo, 'utf8')).toBe('%PDF')
    const other = binderWithSchool({ host: hostWith({}) })
    expect(await other.codeOf('binder.print', { order: 'ours', format: 'pdf' })).toBe('cancelled')
  })
})
