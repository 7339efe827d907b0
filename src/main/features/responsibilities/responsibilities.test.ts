import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { NOBODY, unbroken, whoCarries } from '../../../shared/features/responsibilities/as-report'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import type { Host } from '../../lib/host'

const leader = 'cpd-leader-responsibilities'
const duty = (dutyId: string, roleId = leader) => ({ roleId, dutyId })

async function withPeople(host: Partial<Host> = {}) {
  const b = binderWithSchool({ host })
  const [ann = '', bob = ''] = addPeople(b.desk, [{ name: 'Ann Able' }, { name: 'Bob Best' }])
  return { b, ann, bob }
}

const give = (personId: string, fromOn: string, ...dutyIds: string[]) => ({
  duties: dutyIds.map((id) => duty(id)),
  personId,
  fromOn: day(fromOn),
})

async function holdersOf(b: TestBinder, dutyId: string) {
  const { roles } = await b.call('responsibilities.chart', {})
  const found = roles.flatMap((role) => role.areas.flatMap((area) => area.duties)).find((d) => d.dutyId === dutyId)
  return found?.holders ?? []
}

describe('the chart of responsibilities', () => {
  it('has the sixteen of the leader and the thirty-five of the post, and shows what nobody carries', async () => {
    const { b, ann } = await withPeople()
    const before = await b.call('responsibilities.chart', {})
    const counted = before.roles.map(({ areas }) => areas.reduce((sum, { duties }) => sum + duties.length, 0))
    expect(counted).toEqual([16, 35])
    expect(before).toMatchObject({ duties: 51, held: 0 })
    const first = before.roles[0]?.areas[0]?.duties[0]
    expect(first && whoCarries(first)).toBe(NOBODY)
    expect(await b.call('responsibilities.give', give(ann, '2025-09-01', 'r01', 'r02'))).toEqual({
      given: 2,
      ended: 0,
    })
    expect(await b.call('responsibilities.chart', {})).toMatchObject({ held: 2 })
    await b.call('changes.undo', {})
    expect(await b.call('responsibilities.chart', {})).toMatchObject({ held: 0 })
  })

  it('passes a responsibility on, or shares it', async () => {
    const { b, ann, bob } = await withPeople()
    await b.call('responsibilities.give', give(ann, '2025-09-01', 'r01', 'r02'))
    await b.call('responsibilities.give', { ...give(bob, '2025-10-01', 'r02'), takesOver: false })
    expect((await holdersOf(b, 'r02')).map(({ name, isNow }) => `${name} ${isNow}`)).toEqual([
      'Bob Best true',
      'Ann Able true',
    ])
    expect(await b.call('responsibilities.give', give(bob, '2025-11-01', 'r01', 'r02'))).toEqual({
      given: 1,
      ended: 1,
    })
    expect(await holdersOf(b, 'r01')).toMatchObject([
      { name: 'Bob Best', fromOn: '2025-11-01', untilOn: null, isNow: true },
      { name: 'Ann Able', untilOn: '2025-10-31', isNow: false },
    ])
    expect(await b.codeOf('responsibilities.give', give(bob, '2025-11-05', 'r01'))).toBe(
      'responsibility.held-already',
    )
    expect(await b.codeOf('responsibilities.give', give(ann, '2025-10-20', 'r01'))).toBe(
      'responsibility.held-already',
    )
  })

  it('refuses what cannot be: somebody gone, a later holder, a duty that no pack knows', async () => {
    const { b, ann, bob } = await withPeople()
    await b.call('responsibilities.give', give(ann, '2025-11-10', 'r03'))
    expect(await b.codeOf('responsibilities.give', give(bob, '2025-11-10', 'r03'))).toBe(
      'responsibility.later-holder',
    )
    expect(await b.codeOf('responsibilities.give', give(bob, '2025-11-01', 'r03', 'r04'))).toBe(
      'responsibility.later-holder',
    )
    expect(await holdersOf(b, 'r04')).toEqual([])
    expect(await b.codeOf('responsibilities.give', give(bob, '2025-11-10', 'r99'))).toBe('record.missing')
    expect(await b.codeOf('responsibilities.give', give('nobody', '2025-11-10', 'r04'))).toBe('record.missing')
    await b.call('staff.recordLeaving', { personId: bob, leftOn: day('2025-10-31') })
    expect(await b.codeOf('responsibilities.give', give(bob, '2025-11-01', 'r04'))).toBe(
      'responsibility.after-leaving',
    )
  })

  it('shows what a leaver carried as carried by nobody', async () => {
    const { b, ann } = await withPeople()
    await b.call('responsibilities.give', give(ann, '2025-09-01', 'r05'))
    await b.call('staff.recordLeaving', { personId: ann, leftOn: day('2025-11-19') })
    expect(await holdersOf(b, 'r05')).toMatchObject([{ isNow: false, hasLeft: true }])
    expect(await b.call('responsibilities.chart', {})).toMatchObject({ held: 0 })
  })

  it('changes the days of a holder, not so that somebody carries it twice, and takes back a mistake', async () => {
    const { b, ann } = await withPeople()
    await b.call('responsibilities.give', give(ann, '2025-09-01', 'r06'))
    const [first] = await holdersOf(b, 'r06')
    const id = first?.id ?? ''
    const days = (fromOn: string, untilOn: string | null) => ({
      id,
      fromOn: day(fromOn),
      untilOn: untilOn === null ? null : day(untilOn),
    })
    expect(await b.codeOf('responsibilities.change', days('2025-09-02', '2025-09-01'))).toBe('day.order')
    await b.call('responsibilities.change', { ...days('2025-09-02', '2025-10-01'), note: 'Acting' })
    await b.call('responsibilities.give', give(ann, '2025-10-02', 'r06'))
    expect(await b.codeOf('responsibilities.change', days('2025-09-02', '2025-10-02'))).toBe(
      'responsibility.held-already',
    )
    await b.call('responsibilities.remove', { id })
    expect(await holdersOf(b, 'r06')).toHaveLength(1)
    expect(await b.codeOf('responsibilities.remove', { id })).toBe('record.missing')
  })
})

describe('the chart on paper and in documents', () => {
  it('is drawn with names, every gap, and what it is for', async () => {
    const paper = drawsNothing(() => b)
    const saveTo = join(temporaryFolder(), 'chart.pdf')
    const { b, ann } = await withPeople({
      askSaveFile: () => Promise.resolve(saveTo),
      ...paper.host,
    })
    await b.call('responsibilities.give', give(ann, '2025-09-01', 'r01'))
    expect(await b.call('responsibilities.print', { format: 'print' })).toEqual({ printed: true, fileName: null })
    expect(await b.call('responsibilities.print', { format: 'pdf' })).toEqual({
      printed: false,
      fileName: 'chart.pdf',
    })
    expect(readFileSync(saveTo, 'utf8')).toMatch(/^%PDF/)
    const [report] = paper.reports
    expect(report?.blocks[0]).toEqual({
      kind: 'lead',
      text: '51 responsibilities: 1 carried by somebody, 50 by nobody yet.',
    })
    const rows = report?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])) ?? []
    expect(rows.map(({ cells }) => cells['who']).filter((who) => who !== unbroken(NOBODY))).toEqual([
      unbroken('Ann Able'),
    ])
    expect(rows).toHaveLength(51)
  })

  it('is quoted by a document, and is a gap while nobody carries anything', async () => {
    const { b, ann } = await withPeople()
    const document = await b.call('documents.create', {
      templateId: 'responsibilities-chart',
      title: 'Chart',
      personId: null,
    })
    const quoted = async () => {
      const { values } = await b.call('documents.get', document)
      return values.find(({ name }) => name === 'table.responsibilities')?.table
    }
    expect(await quoted()).toBeNull()
    await b.call('responsibilities.give', give(ann, '2025-09-01', 'r01'))
    expect((await quoted())?.rows.slice(0, 2).map(({ cells }) => cells['who'])).toEqual([
      unbroken('Ann Able'),
      unbroken(NOBODY),
    ])
  })
})
