import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { Paper } from '../../documents/paper'

const words = { title: 'Questions that make pupils think', sourceCode: 'review' } as const

async function raised(b: TestBinder, personId: string, more: Partial<InputFor<'needs.raise'>> = {}) {
  const { ids } = await b.call('needs.raise', { ...words, owners: [{ kind: 'person', personId }], ...more })
  return ids[0] ?? ''
}

describe('needs on paper', () => {
  function printingSchool(savesTo: string) {
    const b = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(savesTo) } })
    const [ada = '', ben = ''] = addPeople(b.desk, [
      { name: 'Ada Able' },
      { name: 'Ben Brook', post: 'Teaching assistant', group: 'ta' },
      ...['Cara', 'Dot', 'Eve', 'Fay'].map((name) => ({ name: `${name} Cole` })),
    ])
    const drawn: ReportDocument[] = []
    vi.spyOn(Paper.prototype, 'print').mockImplementation((report) => {
      drawn.push(report)
      return Promise.resolve(true)
    })
    onTestFinished(() => void vi.restoreAllMocks())
    return { b, ada, ben, drawn }
  }

  it('name nobody unless names are asked for', async () => {
    const { b, ada, drawn } = printingSchool('')
    await raised(b, ada)
    const of = { kind: 'list', filter: { state: 'open' }, narrowedTo: 'Open' } as const
    expect(await b.call('needs.print', { of, format: 'print' })).toEqual({ printed: true, fileName: null })
    expect(JSON.stringify(drawn[0])).not.toMatch(/Able/)
    expect(JSON.stringify(drawn[0])).toMatch(/One of: Teachers/)
    // On a page nothing squeezes the title: how it was found stands beneath it.
    const [list] = drawn[0]?.blocks ?? []
    expect(list).toMatchObject({
      table: { rows: [{ note: 'Found by: Review of development', cells: { title: words.title } }] },
    })
    expect(list?.kind === 'table' && list.table.columns.map(({ title }) => title)).toEqual([
      'Need',
      'Whose',
      'Importance',
      'From, to',
      'Due',
      'State',
    ])
    await b.call('needs.print', { of, format: 'print', withNames: true })
    expect(JSON.stringify(drawn[1])).toMatch(/Able, Ada/)
  })

  it('name no group that is so small that it names its people, nor a name that was searched for', async () => {
    const { b, ben, drawn } = printingSchool('')
    await raised(b, ben)
    await b.call('needs.print', { of: { kind: 'list', filter: {} }, format: 'print' })
    expect(JSON.stringify(drawn[0])).toMatch(/A member of staff/)
    expect(JSON.stringify(drawn[0])).not.toMatch(/Teaching assistants|Brook/)
    const of = { kind: 'expertise', text: 'Brook' } as const
    await b.call('needs.print', { of, format: 'print' })
    expect(JSON.stringify(drawn[1])).not.toMatch(/Brook/)
    await b.call('needs.print', { of, format: 'print', withNames: true })
    expect(drawn[2]?.subtitle).toBe('Brook')
  })

  it('of one need tell its trail: whose and why, its steps with their reasons, what shows it; by whom only with names', async () => {
    const { b, ada, drawn } = printingSchool('')
    const id = await raised(b, ada, { impactOnPupils: 'They ask back', nowLevel: 1, targetLevel: 3 })
    const move = { ids: [id], on: day('2025-11-20') }
    await b.call('needs.move', { ...move, to: 'agreed', agreedByPersonId: ada })
    const kind = { typeCode: 'COURSE', levelCode: 'individual', provisionCode: 'external' as const }
    const { id: eventId } = await b.call('activities.saveEvent', {
      newActivity: { title: 'Talk', ...kind },
      status: 'planned',
    })
    await b.call('needs.serve', { needIds: [id], eventId })
    await b.call('activities.cancelEvent', { id: eventId, reason: 'Snow' })
    const evidencePoint = { kind: 'event' as const, id: eventId }
    await b.call('needs.move', { ...move, to: 'met', evidence: 'Seen in three lessons', evidencePoint })
    const of = { kind: 'need', id } as const
    await b.call('needs.print', { of, format: 'print' })
    const page = JSON.stringify(drawn[0])
    expect(drawn[0]).toMatchObject({ title: words.title, subtitle: 'One of: Teachers. Met since 20 November 2025' })
    for (const text of [
      'They ask back',
      'The event was cancelled',
      'Seen in three lessons See: Talk.',
      'Cancelled',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain('Snow')
    expect(page).not.toMatch(/Able/)
    await b.call('needs.print', { of, format: 'print', withNames: true })
    expect(JSON.stringify(drawn[1])).toMatch(/by Ada Able/)
    expect(await b.codeOf('needs.print', { of: { kind: 'need', id: eventId }, format: 'print' })).toBe(
      'record.missing',
    )
  })

  it('are one table in a spreadsheet; of expertise the subjects are counted', async () => {
    const file = join(temporaryFolder(), 'needs.csv')
    const { b, ada } = printingSchool(file)
    await raised(b, ada, { importance: 3, nowLevel: 1, targetLevel: 3 })
    const of = { kind: 'list', filter: {} } as const
    expect(await b.call('needs.print', { of, format: 'csv' })).toMatchObject({ fileName: 'needs.csv' })
    expect(readFileSync(file, 'utf8')).toContain(
      'Questions that make pupils think,One of: Teachers,Review of development,,Essential,Beginning,On their own,,Raised',
    )
    await b.call('needs.print', { of, format: 'xlsx' })
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    const known = { subject: 'Reading', level: 3, source: 'self', fromOn: day('2025-11-01') } as const
    await b.call('expertise.save', { ...known, personId: ada, canTrain: true })
    await b.call('needs.print', { of: { kind: 'expertise' }, format: 'csv' })
    expect(readFileSync(file, 'utf8')).toContain('Reading,1,1')
  })
})
