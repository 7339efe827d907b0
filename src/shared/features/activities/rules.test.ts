import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { formatMinutes, parseMinutes } from '../../kernel/lengths'
import {
  academicYearsOf,
  clashOf,
  creditedMinutes,
  everyoneIn,
  heads,
  minutesBetween,
  phaseOf,
  sessionMinutes,
} from './rules'

describe('how long a session is', () => {
  it('counts from wall times', () => {
    expect(minutesBetween('09:00', '15:30')).toBe(390)
    expect(minutesBetween('15:30', '15:30')).toBeUndefined()
    expect(minutesBetween('16:00', '15:30')).toBeUndefined()
  })
  it('takes what was typed before what the times say', () => {
    expect(sessionMinutes({ startsAt: '09:00', endsAt: '15:30', durationMinutes: 330 })).toBe(330)
    expect(sessionMinutes({ startsAt: '09:00', endsAt: '15:30', durationMinutes: null })).toBe(390)
    expect(sessionMinutes({ startsAt: '09:00', endsAt: null, durationMinutes: null })).toBeUndefined()
  })
  it('reads lengths as people type them and never guesses', () => {
    const read = ['90', '1:30', '1.5h', '1h30', '1 h 30 min', '2', '45 min', '½', '6 hours'].map(parseMinutes)
    expect(read).toEqual([90, 90, 90, 90, 90, 120, 45, 30, 360])
    expect(['', 'soon', '25 h', '1:75', '-1', '1 2'].map(parseMinutes)).toEqual(Array(6).fill(undefined))
  })
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => parseMinutes(formatMinutes(minutes)) === minutes),
    )
  })
})

describe('credit and heads', () => {
  it('credits all, half or none', () => {
    expect(creditedMinutes('present', 75)).toBe(75)
    expect(creditedMinutes('part', 75)).toBe(38)
    expect(creditedMinutes('part', 75, 20)).toBe(20)
    expect(creditedMinutes('absent', 75, 20)).toBe(0)
  })
  it('counts people with at least one credited hour over all their marks', () => {
    const mark = (personId: string, minutes: number) => ({ personId, creditedMinutes: minutes })
    expect(heads([mark('a', 30), mark('a', 30), mark('b', 59), mark('c', 0), mark('d', 360)])).toBe(2)
    expect(heads([])).toBe(0)
  })
})

describe('years and phases', () => {
  it('puts an event into the years of its sessions', () => {
    const days = [day('2026-07-10'), day('2026-09-04'), day('2026-03-30')]
    expect(academicYearsOf(days)).toEqual([2025, 2026])
    expect(academicYearsOf([day('2026-08-31')])).toEqual([2025])
    expect(academicYearsOf([])).toEqual([])
  })
  it('is to come until the last session is over', () => {
    const today = day('2025-11-20')
    expect(phaseOf({ status: 'planned', lastOn: today }, today)).toBe('next')
    expect(phaseOf({ status: 'planned', lastOn: day('2025-11-19') }, today)).toBe('past')
    expect(phaseOf({ status: 'planned', lastOn: null }, today)).toBe('next')
    expect(phaseOf({ status: 'idea', lastOn: day('2025-11-19') }, today)).toBe('idea')
    expect(phaseOf({ status: 'cancelled', lastOn: today }, today)).toBe('cancelled')
  })
})

describe('clashes', () => {
  const at = (heldOn: string, startsAt: string | null, endsAt: string | null) => ({
    heldOn: day(heldOn),
    startsAt,
    endsAt,
  })
  it('tells overlapping from the same day', () => {
    expect(clashOf(at('2025-11-20', '09:00', '12:00'), at('2025-11-20', '11:00', '13:00'))).toBe('time')
    expect(clashOf(at('2025-11-20', '09:00', '12:00'), at('2025-11-20', '12:00', '13:00'))).toBe('day')
    expect(clashOf(at('2025-11-20', null, null), at('2025-11-20', '12:00', '13:00'))).toBe('day')
    expect(clashOf(at('2025-11-20', null, null), at('2025-11-21', null, null))).toBeUndefined()
  })
})

describe('everyone', () => {
  it('means the school, a group or a team', () => {
    const people = [
      { id: 1, staffGroupId: 'teacher', teamIds: ['y1'] },
      { id: 2, staffGroupId: 'ta', teamIds: ['y1', 'y2'] },
      { id: 3, staffGroupId: null, teamIds: [] },
    ]
    const ids = (found: readonly { id: number }[]) => found.map((person) => person.id)
    expect(ids(everyoneIn(people, { kind: 'school' }))).toEqual([1, 2, 3])
    expect(ids(everyoneIn(people, { kind: 'group', groupId: 'ta' }))).toEqual([2])
    expect(ids(everyoneIn(people, { kind: 'team', teamId: 'y1' }))).toEqual([1, 2])
  })
})
