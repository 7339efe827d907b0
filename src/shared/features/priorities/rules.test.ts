import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { formatMeasure, progressSentence, shareOfWay, type Measured } from './rules'

const reading = (value: number) => ({ value, readOn: day('2025-11-01') })
const measured = (facts: Partial<Measured>): Measured => ({
  unit: '%',
  direction: 'up',
  baselineValue: 60,
  targetValue: 80,
  targetOn: day('2026-07-10'),
  latest: null,
  ...facts,
})

describe('how far a priority has come', () => {
  it.each([
    [{}, 'To go from 60% to 80% by 10 July 2026; no reading yet.'],
    [{ baselineValue: null, targetValue: null }, 'No target and no reading yet.'],
    [{ latest: reading(70) }, 'From 60% to 70%: half of the way to 80%.'],
    [{ latest: reading(67.4) }, 'From 60% to 67.4%: about 37 per cent of the way to 80%.'],
    [{ latest: reading(79.9) }, 'From 60% to 79.9%: nearly all of the way to 80%.'],
    [{ latest: reading(80) }, 'The target of 80% is reached.'],
    [{ latest: reading(84) }, 'The target of 80% is passed: now 84%.'],
    [{ latest: reading(60) }, 'Still at 60%, to reach 80%.'],
    [{ latest: reading(55) }, 'Gone the wrong way, from 60% to 55%, to reach 80%.'],
    [{ direction: 'down', targetValue: 40, latest: reading(50) }, 'From 60% to 50%: half of the way to 40%.'],
    [
      { direction: 'down', targetValue: 40, latest: reading(66) },
      'Gone the wrong way, from 60% to 66%, to reach 40%.',
    ],
    [{ targetValue: null, latest: reading(70) }, 'From 60% to 70%.'],
    [{ baselineValue: null, latest: reading(70) }, 'Now 70%, to reach 80%.'],
    [{ baselineValue: null, targetValue: null, latest: reading(70) }, 'Now 70%.'],
  ] as const)('%o: %s', (facts, sentence) => {
    expect(progressSentence(measured(facts))).toBe(sentence)
  })

  it('is 0 at the baseline and 1 at the target, whichever way it is to go', () => {
    const value = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(value, value, (baseline, target) => {
        fc.pre(baseline !== target)
        expect(shareOfWay(baseline, target, baseline)).toBe(0)
        expect(shareOfWay(baseline, target, target)).toBe(1)
        expect(shareOfWay(baseline, target, (baseline + target) / 2)).toBeCloseTo(0.5)
        expect(shareOfWay(-baseline, -target, -target)).toBe(1)
      }),
    )
    expect(shareOfWay(5, 5, 6)).toBeNull()
    expect(shareOfWay(null, 5, 6)).toBeNull()
  })

  it('writes values with their unit', () => {
    expect([formatMeasure(61, '%'), formatMeasure(5.25, 'points'), formatMeasure(-3, null)]).toEqual([
      '61%',
      '5.25 points',
      '−3',
    ])
  })
})
