import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { InputFor } from '../../../shared/contract'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binder, binderWithSchool } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

const reading: InputFor<'priorities.save'> = {
  academicYear: 2025,
  level: 'school',
  title: 'Every child reads fluently',
  measure: 'At the expected rate',
  unit: '%',
  baselineValue: 60,
  baselineOn: day('2025-09-10'),
  targetValue: 80,
  targetOn: day('2026-07-10'),
}

describe('priorities', () => {
  it('stand by year and level, with the way gone by the latest reading', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('priorities.save', reading)
    await b.call('priorities.save', { academicYear: 2025, level: 'national', title: 'Keep children safe' })
    await b.call('priorities.saveReading', { priorityId: id, readOn: day('2025-11-10'), value: 70 })
    await b.call('priorities.saveReading', { priorityId: id, readOn: day('2025-10-10'), value: 65 })
    const list = await b.call('priorities.list', {})
    expect(list.academicYear).toBe(2025)
    expect(list.years).toEqual([2026, 2025])
    expect(list.priorities.map((p) => [p.level, p.wayShare, p.latest?.value, p.status])).toEqual([
      ['national', null, undefined, 'not-started'],
      ['school', 0.5, 70, 'in-progress'],
    ])
    expect((await b.call('priorities.list', { level: 'school' })).priorities).toHaveLength(1)
    expect((await b.call('priorities.list', { academicYear: 2024 })).priorities).toEqual([])
  })

  it('cost what their events cost, those put away too, as in the report', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('priorities.save', reading)
    const { eventId } = eventWithPeople(b, { Ada: 0 })
    b.desk.write('test', (db) =>
      db.run(sql.updateTable('event').set({ priority_id: id }).where('id', '=', eventId)),
    )
    await b.call('costs.save', costInput({ eventId, start: { kind: 'paid', movedOn: day('2025-10-20') } }))
    await b.call('activities.archiveEvent', { id: eventId, isArchived: true })
    const one = await b.call('priorities.get', { id })
    expect(one).toMatchObject({ events: 1, paidPence: 20_000, servedBy: [{ eventId, paidPence: 20_000 }] })
    expect((await b.call('priorities.list', {})).priorities).toMatchObject([{ events: 1, paidPence: 20_000 }])
    const { report } = await b.call('reports.gather', {
      kind: 'governors',
      year: { kind: 'academic', startYear: 2025 },
    })
    const rows = report.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.key === 'priorities' ? block.table.rows : [],
    )
    expect(rows.find((row) => row.key === id)?.cells['fullPence']).toBe(20_000)
  })

  it('are changed, judged, put away and taken out again', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('priorities.save', reading)
    await b.call('priorities.save', { ...reading, id, title: 'Every child reads', targetValue: 90 })
    await b.call('priorities.setStatus', { id, status: 'partly-met' })
    expect(await b.call('priorities.get', { id })).toMatchObject({
      title: 'Every child reads',
      targetValue: 90,
    })
    await b.call('priorities.archive', { id, isArchived: true })
    expect((await b.call('priorities.list', {})).priorities).toEqual([])
    expect((await b.call('priorities.list', { withArchived: true })).priorities).toHaveLength(1)
    await b.call('priorities.archive', { id, isArchived: false })
    expect(await b.codeOf('priorities.save', { ...reading, targetOn: '2025-09-01' })).toBe('day.order')
    expect(await b.codeOf('priorities.save', { ...reading, title: ' ' })).toBe('input.invalid')
    expect(await b.codeOf('priorities.setStatus', { id: 'none', status: 'met' })).toBe('record.missing')
  })

  it('keeps readings: changed, removed, never from a day to come', async () => {
    const b = binderWithSchool()
    const { id: priorityId } = await b.call('priorities.save', reading)
    const first = await b.call('priorities.saveReading', {
      priorityId,
      readOn: day('2025-10-01'),
      value: 61,
      note: 'Autumn',
    })
    await b.call('priorities.saveReading', { id: first.id, priorityId, readOn: day('2025-10-02'), value: 62 })
    expect((await b.call('priorities.get', { id: priorityId })).readings).toEqual([
      { id: first.id, readOn: '2025-10-02', value: 62, note: null },
    ])
    const ahead = { priorityId, readOn: '2026-01-01', value: 1 }
    expect(await b.codeOf('priorities.saveReading', ahead)).toBe('priority.reading-ahead')
    await b.call('priorities.removeReading', { id: first.id })
    expect((await b.call('priorities.get', { id: priorityId })).latest).toBeNull()
    expect(await b.codeOf('priorities.removeReading', { id: first.id })).toBe('record.missing')
  })

  it('carries the unfinished ones of last year over once, from where they stood', async () => {
    const b = binderWithSchool()
    const old = { ...reading, academicYear: 2024, baselineOn: day('2024-09-10'), targetOn: day('2025-07-10') }
    const { id } = await b.call('priorities.save', old)
    await b.call('priorities.saveReading', { priorityId: id, readOn: day('2025-07-01'), value: 72 })
    const met = await b.call('priorities.save', { ...old, title: 'Calm corridors' })
    await b.call('priorities.setStatus', { id: met.id, status: 'met' })
    expect((await b.call('priorities.list', {})).toCarryOver).toBe(1)
    expect(await b.call('priorities.carryOver', { intoYear: 2025 })).toEqual({ copied: 1 })
    expect(await b.call('priorities.carryOver', { intoYear: 2025 })).toEqual({ copied: 0 })
    const { priorities } = await b.call('priorities.list', {})
    expect(priorities).toMatchObject([
      {
        title: old.title,
        baselineValue: 72,
        baselineOn: '2025-07-01',
        targetValue: 80,
        targetOn: null,
        status: 'not-started',
      },
    ])
  })

  it('shows what served each priority and what it cost, agreeing between list and page', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const { priorities } = await b.call('priorities.list', {})
    const busy = priorities.find((p) => p.events > 0)
    const page = await b.call('priorities.get', { id: busy?.id ?? '' })
    expect(page).toMatchObject({ ...busy })
    expect(page.servedBy.length).toBeGreaterThan(0)
    expect(priorities.reduce((sum, p) => sum + p.paidPence, 0)).toBeGreaterThan(0)
  })
})
