import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { isBaselineLate, isBaselineLocked, outcomeOf, stateOf } from './rules'

const firstOn = day('2025-10-06')

describe('the baseline', () => {
  it('stands fast from the day after the first session', () => {
    const facts = { firstOn, baselineValue: 61, baselineRecordedOn: firstOn, wasLate: false }
    expect(isBaselineLocked(facts, firstOn)).toBe(false)
    expect(isBaselineLocked(facts, day('2025-10-07'))).toBe(true)
    expect(isBaselineLocked({ ...facts, baselineValue: null }, day('2025-10-07'))).toBe(false)
    expect(isBaselineLocked({ ...facts, firstOn: null }, day('2025-10-07'))).toBe(false)
  })
  it('is late when it was written down after the first session’s day', () => {
    expect(isBaselineLate({ firstOn, baselineValue: 61, baselineRecordedOn: firstOn, wasLate: false })).toBe(false)
    expect(
      isBaselineLate({ firstOn, baselineValue: 61, baselineRecordedOn: day('2025-10-07'), wasLate: false }),
    ).toBe(true)
    const moved = {
      firstOn: day('2025-12-01'),
      baselineValue: 61,
      baselineRecordedOn: day('2025-10-07'),
      wasLate: true,
    }
    expect(isBaselineLate(moved)).toBe(true)
    expect(isBaselineLate({ firstOn: null, baselineValue: 61, baselineRecordedOn: firstOn, wasLate: false })).toBe(
      false,
    )
  })
})

describe('what the figures say', () => {
  const measured = { direction: 'up' as const, baselineValue: 60, targetValue: 70, actualValue: 72 }
  it('reads a target in its direction', () => {
    expect(outcomeOf(measured)).toBe('met')
    expect(outcomeOf({ ...measured, direction: 'down' })).toBe('missed')
    expect(outcomeOf({ ...measured, direction: 'down', targetValue: 72 })).toBe('met')
  })
  it('reads the movement where there is no target, and nothing without an actual', () => {
    expect(outcomeOf({ ...measured, targetValue: null })).toBe('better')
    expect(outcomeOf({ ...measured, targetValue: null, direction: 'down' })).toBe('worse')
    expect(outcomeOf({ ...measured, targetValue: null, actualValue: 60 })).toBe('same')
    expect(outcomeOf({ ...measured, targetValue: null, baselineValue: null })).toBeUndefined()
    expect(outcomeOf({ ...measured, actualValue: null })).toBeUndefined()
  })
})

describe('where an evaluation stands', () => {
  const today = day('2025-11-20')
  const state = (lastOn: string | null, isPlanned: boolean, judgement: 'some' | 'too-early' | null = null) =>
    stateOf({ lastOn: lastOn === null ? null : day(lastOn), isPlanned, judgement }, today)
  it('looks at the end of the event, the plan and the judgement', () => {
    expect(state('2025-12-01', true)).toBe('planned')
    expect(state(null, false)).toBe('unplanned')
    expect(state('2025-11-20', true)).toBe('planned')
    expect(state('2025-11-01', true)).toBe('waiting')
    expect(state('2025-10-30', true)).toBe('due')
    expect(state('2025-11-19', false)).toBe('missing')
    expect(state('2025-10-30', true, 'some')).toBe('judged')
    expect(state('2025-10-30', true, 'too-early')).toBe('due')
  })
})
