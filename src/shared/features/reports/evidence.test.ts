import { expect, it } from 'vitest'
import { day } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import { activityTable, evidenceChart } from './evidence'
import type { EventFact } from './facts'

function event(eventId: string, part: Partial<EventFact>): EventFact {
  return {
    eventId,
    title: 'Coaching for reading',
    isCancelled: false,
    providerName: null,
    firstOn: null,
    lastOn: null,
    priorityId: null,
    heads: 0,
    creditedMinutes: 0,
    timePence: pence(0),
    paidPence: pence(0),
    promisedPence: pence(540_00),
    evidenceLevel: null,
    judgement: null,
    decision: null,
    measure: null,
    unit: null,
    baselineValue: null,
    targetValue: null,
    actualValue: null,
    ...part,
  }
}

const nothing = { paidPence: pence(0), promisedPence: pence(0) }

it('tells runs of one activity apart by their days, and leaves what occurs once alone', () => {
  const { rows } = activityTable({
    events: [
      event('1', { firstOn: day('2024-10-01'), lastOn: day('2025-01-14') }),
      event('2', { lastOn: day('2026-01-14') }),
      event('3', {}),
      event('4', { title: 'SEND conference', firstOn: day('2024-12-04') }),
    ],
    schoolWide: nothing,
    codes: [],
    groups: [],
  })
  expect(rows.map((row) => row.note)).toEqual(['from 1 Oct 2024', 'to 14 Jan 2026', 'no day yet', undefined])
})

it('marks the spending that nobody has judged, so that it is not drawn as a result', () => {
  const chart = evidenceChart({
    events: [
      event('1', { evidenceLevel: 5, lastOn: day('2025-01-14') }),
      event('2', { lastOn: day('2025-01-14') }),
    ],
    codes: [{ code: 'E09', name: null, paidPence: pence(0), promisedPence: pence(1080_00) }],
    schoolWide: nothing,
    today: day('2025-11-20'),
  })
  expect(chart?.points.filter((point) => point.isUnknown === true).map((point) => point.label)).toEqual([
    'Not judged yet',
  ])
})
