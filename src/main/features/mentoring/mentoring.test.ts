import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { InputFor } from '../../../shared/contract'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

/** A school with three people and, between the first two, a pair since September. Today is 20 November 2025. */
async function withPair() {
  const b = binderWithSchool()
  const [guide = '', person = '', other = ''] = addPeople(b.desk, [
    { name: 'Gail Guide' },
    { name: 'Pat Person' },
    { name: 'Olga Other' },
  ])
  const pair: InputFor<'mentoring.savePair'> = {
    kind: 'coaching',
    guidePersonId: guide,
    personId: person,
    focus: 'Questions that make pupils think',
    startedOn: day('2025-09-08'),
  }
  const { id } = await b.call('mentoring.savePair', pair)
  return { b, guide, person, other, pair, id }
}

const met = (pairId: string, heldOn: string, state: 'held' | 'missed' = 'held') => ({
  pairId,
  heldOn: day(heldOn),
  state,
})
const meeting = (pairId: string, heldOn: string, state: 'held' | 'missed' | 'planned') => ({
  ...met(pairId, heldOn),
  state,
  durationMinutes: 30,
  note: null,
})

async function fieldOf(b: TestBinder, channel: Parameters<TestBinder['codeOf']>[0], input: unknown) {
  const result = await b.dispatch(channel, input)
  return result.ok ? 'ok' : result.fields?.map(({ path, code }) => `${path} ${code}`).join()
}

describe('a pair', () => {
  it('is listed with how often they met, of everybody and of each of the two', async () => {
    const { b, id, guide, other } = await withPair()
    await b.call('mentoring.saveMeeting', meeting(id, '2025-09-15', 'held'))
    await b.call('mentoring.metOn', met(id, '2025-09-29'))
    await b.call('mentoring.metOn', met(id, '2025-10-13', 'missed'))
    await b.call('mentoring.saveMeeting', { ...meeting(id, '2025-11-17', 'planned'), durationMinutes: 60 })
    await b.call('mentoring.saveMeeting', meeting(id, '2025-12-01', 'planned'))
    const { pairs, counts } = await b.call('mentoring.list', {})
    expect(counts).toEqual({ running: 1, ended: 0 })
    expect(pairs).toMatchObject([
      {
        guide: { name: 'Gail Guide' },
        person: { name: 'Pat Person' },
        held: 2,
        missed: 1,
        planned: 1,
        unsaid: 1,
        heldMinutes: 60,
        lastHeldOn: '2025-09-29',
        nextOn: '2025-12-01',
        isRunning: true,
        leftName: null,
      },
    ])
    expect((await b.call('mentoring.list', { personId: guide })).pairs).toHaveLength(1)
    expect((await b.call('mentoring.list', { personId: other })).pairs).toEqual([])
    const { meetings } = await b.call('mentoring.get', { id })
    expect(meetings.map(({ heldOn, state }) => `${heldOn} ${state}`)).toEqual([
      '2025-12-01 planned',
      '2025-11-17 planned',
      '2025-10-13 missed',
      '2025-09-29 held',
      '2025-09-15 held',
    ])
  })

  it('is of two different people who are at the school, and once at a time', async () => {
    const { b, id, pair, guide, other } = await withPair()
    expect(await fieldOf(b, 'mentoring.savePair', { ...pair, personId: guide })).toBe(
      'personId mentoring.same-person',
    )
    expect(await fieldOf(b, 'mentoring.savePair', pair)).toBe('personId mentoring.pair-there')
    expect(await b.codeOf('mentoring.savePair', { ...pair, personId: 'nobody' })).toBe('record.missing')
    expect(await b.codeOf('mentoring.savePair', { ...pair, kind: 'mentoring' })).toBe('ok')
    await b.call('staff.recordLeaving', { personId: other, leftOn: day('2025-10-31') })
    const late = { ...pair, personId: other, startedOn: day('2025-11-03') }
    expect(await fieldOf(b, 'mentoring.savePair', late)).toBe('personId mentoring.after-leaving')
    expect(await b.codeOf('mentoring.savePair', { ...late, startedOn: day('2025-10-31') })).toBe('ok')
    await b.call('mentoring.endPair', { id, endedOn: day('2025-10-01') })
    expect(await b.codeOf('mentoring.savePair', { ...pair, startedOn: day('2025-10-01') })).toBe(
      'mentoring.pair-there',
    )
    expect(await b.codeOf('mentoring.savePair', { ...pair, startedOn: day('2025-10-02') })).toBe('ok')
    expect(await b.codeOf('mentoring.endPair', { id, endedOn: null })).toBe('mentoring.pair-there')
  })

  it('says who of the two has left, while nobody has ended it', async () => {
    const { b, id, person } = await withPair()
    await b.call('staff.recordLeaving', { personId: person, leftOn: day('2025-11-19') })
    expect((await b.call('mentoring.list', {})).pairs).toMatchObject([{ leftName: 'Pat Person' }])
    await b.call('mentoring.endPair', { id, endedOn: day('2025-11-19') })
    expect((await b.call('mentoring.list', { who: 'ended' })).pairs).toMatchObject([
      { leftName: null, isRunning: false },
    ])
  })

  it('ends on a day, with what was planned after it; undo puts all of that back', async () => {
    const { b, id } = await withPair()
    await b.call('mentoring.planMeetings', {
      pairId: id,
      firstOn: day('2025-11-24'),
      everyWeeks: 2,
      count: 3,
      durationMinutes: 45,
    })
    await b.call('mentoring.metOn', met(id, '2025-11-10'))
    const end = (on: string) => ({ id, endedOn: day(on) })
    expect(await b.codeOf('mentoring.endPair', end('2025-09-01'))).toBe('day.order')
    expect(await b.codeOf('mentoring.endPair', end('2025-11-09'))).toBe('mentoring.meetings-outside')
    expect(await b.call('mentoring.endPair', end('2025-11-30'))).toEqual({ removed: 2 })
    expect((await b.call('mentoring.get', { id })).meetings).toHaveLength(2)
    await b.call('changes.undo', {})
    const again = await b.call('mentoring.get', { id })
    expect(again).toMatchObject({ endedOn: null, planned: 3 })
    await b.call('mentoring.endPair', end('2025-11-10'))
    await b.call('mentoring.endPair', { id, endedOn: null })
    expect(await b.call('mentoring.get', { id })).toMatchObject({ endedOn: null, isRunning: true, planned: 0 })
  })

  it('cannot begin after its meetings, and goes with them when it was a mistake', async () => {
    const { b, id, pair } = await withPair()
    await b.call('mentoring.metOn', met(id, '2025-09-09'))
    const later = { ...pair, id, startedOn: day('2025-09-10') }
    expect(await fieldOf(b, 'mentoring.savePair', later)).toBe('startedOn mentoring.meetings-outside')
    await b.call('mentoring.savePair', { ...pair, id, focus: null, startedOn: day('2025-09-09') })
    expect(await b.call('mentoring.get', { id })).toMatchObject({ focus: null, startedOn: '2025-09-09', held: 1 })
    await b.call('mentoring.removePair', { id })
    expect(await b.codeOf('mentoring.get', { id })).toBe('record.missing')
    await b.call('changes.undo', {})
    expect((await b.call('mentoring.get', { id })).meetings).toHaveLength(1)
  })
})

describe('a meeting', () => {
  it('lies within the days of its pair, and is held or missed by today', async () => {
    const { b, id } = await withPair()
    expect(await fieldOf(b, 'mentoring.saveMeeting', meeting(id, '2025-09-07', 'held'))).toBe(
      'heldOn mentoring.before-start',
    )
    expect(await fieldOf(b, 'mentoring.saveMeeting', meeting(id, '2025-11-21', 'held'))).toBe(
      'state mentoring.ahead',
    )
    expect(await b.codeOf('mentoring.metOn', met(id, '2025-11-21'))).toBe('mentoring.ahead')
    expect(
      await b.codeOf('mentoring.saveMeeting', { ...meeting(id, '2025-11-19', 'held'), durationMinutes: 0 }),
    ).toBe('input.invalid')
    await b.call('mentoring.endPair', { id, endedOn: day('2025-11-01') })
    expect(await fieldOf(b, 'mentoring.saveMeeting', meeting(id, '2025-11-02', 'held'))).toBe(
      'heldOn mentoring.after-end',
    )
  })

  it('that was planned for the day is marked by saying that they met, and keeps its length', async () => {
    const { b, id } = await withPair()
    const planned = await b.call('mentoring.saveMeeting', {
      ...meeting(id, '2025-11-20', 'planned'),
      durationMinutes: 75,
    })
    expect(await b.call('mentoring.metOn', met(id, '2025-11-20'))).toEqual(planned)
    expect(await b.codeOf('mentoring.metOn', met(id, '2025-11-20'))).toBe('mentoring.met-already')
    await b.call('mentoring.metOn', met(id, '2025-11-19'))
    const { meetings } = await b.call('mentoring.get', { id })
    expect(meetings.map(({ state, durationMinutes }) => `${state} ${durationMinutes}`)).toEqual([
      'held 75',
      'held 75',
    ])
  })

  it('is planned every so many weeks, once a day and not beyond the end of the pair', async () => {
    const { b, id } = await withPair()
    const plan = { pairId: id, firstOn: day('2025-11-24'), everyWeeks: 2, count: 4, durationMinutes: 40 }
    await b.call('mentoring.saveMeeting', meeting(id, '2025-12-08', 'planned'))
    expect(await b.call('mentoring.planMeetings', plan)).toEqual({ planned: 3 })
    expect(await b.call('mentoring.planMeetings', plan)).toEqual({ planned: 0 })
    await b.call('mentoring.endPair', { id, endedOn: day('2025-12-10') })
    expect(await b.call('mentoring.planMeetings', { ...plan, firstOn: day('2025-11-25') })).toEqual({ planned: 2 })
    expect(await b.codeOf('mentoring.planMeetings', { ...plan, firstOn: day('2025-12-11') })).toBe(
      'mentoring.after-end',
    )
  })

  it('is changed and removed, and each is undone', async () => {
    const { b, id } = await withPair()
    const made = await b.call('mentoring.saveMeeting', meeting(id, '2025-11-03', 'held'))
    await b.call('mentoring.saveMeeting', { ...meeting(id, '2025-11-04', 'missed'), ...made, note: 'Illness' })
    expect((await b.call('mentoring.get', { id })).meetings).toMatchObject([
      { heldOn: '2025-11-04', state: 'missed', note: 'Illness' },
    ])
    await b.call('mentoring.removeMeeting', made)
    await b.call('changes.undo', {})
    await b.call('changes.undo', {})
    expect((await b.call('mentoring.get', { id })).meetings).toMatchObject([{ heldOn: '2025-11-03', note: null }])
    expect(await b.codeOf('mentoring.saveMeeting', { ...meeting('0'.repeat(8), '2025-11-03', 'held') })).toBe(
      'input.invalid',
    )
  })
})

describe('pairs in a document', () => {
  it('are quoted without what they are about, and only those of the person it is about', async () => {
    const { b, id, guide, other } = await withPair()
    await b.call('mentoring.saveMeeting', { ...meeting(id, '2025-11-03', 'held'), note: 'Very private' })
    const quoted = async (personId: string | null) => {
      const document = await b.call('documents.create', { templateId: null, title: 'Ours', personId })
      const { values } = await b.call('documents.fields', document)
      return values.find(({ name }) => name === 'table.mentoringPairs')
    }
    const everybody = await quoted(null)
    expect(everybody?.table?.rows.map(({ cells }) => cells)).toEqual([
      { person: 'Pat Person', guide: 'Gail Guide', kind: 'Coaching', startedOn: '2025-09-08', held: 1 },
    ])
    expect(JSON.stringify(everybody)).not.toMatch(/private|Questions/)
    expect((await quoted(guide))?.table?.rows).toHaveLength(1)
    expect((await quoted(other))?.table).toBeNull()
  })
})
