import { expect, it } from 'vitest'
import { costInput, eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { day } from '../../../shared/kernel/dates'

const year = { kind: 'academic', startYear: 2025 } as const

it('counts the money of a cancelled event, and never the event as one that was held or can be judged', async () => {
  const b = binderWithSchool()
  const { eventId: held } = eventWithPeople(b, { Ada: 60 }, { title: 'Coaching' })
  const { eventId } = eventWithPeople(b, { Bea: null }, { title: 'SEND conference' })
  for (const id of [held, eventId])
    await b.call('costs.save', costInput({ eventId: id, start: { kind: 'paid', movedOn: day('2025-10-09') } }))
  await b.call('activities.cancelEvent', { id: eventId, reason: 'No trainer' })

  const { report } = await b.call('reports.gather', { kind: 'governors', year })
  expect(report.totals).toMatchObject({ events: 1, allCashPaidPence: 400_00 })
  const words = JSON.stringify(report.blocks)
  expect(words).toContain('The one event that is over has not been judged yet')
  expect(words).toContain('£200 for events that are over and £200 for events that were cancelled.')
  const { events, sentence } = await b.call('evaluation.list', { year })
  expect(events.map((event) => event.eventId)).toEqual([held])
  expect(sentence).toContain('The one event that is over')
})

it('names the school year of a priority in the cell where two meet, so that CSV and JSON tell them apart', async () => {
  const b = binderWithSchool()
  for (const academicYear of [2024, 2025])
    await b.call('priorities.save', { academicYear, level: 'school', title: 'Calm lessons' })
  const namesOf = async (kind: 'academic' | 'financial') => {
    const { report } = await b.call('reports.gather', { kind: 'governors', year: { kind, startYear: 2025 } })
    return report.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.key === 'priorities'
        ? block.table.rows.map((row) => row.cells['priority'])
        : [],
    )
  }
  expect(await namesOf('financial')).toEqual(['Calm lessons (2024/25)', 'Calm lessons (2025/26)'])
  expect(await namesOf('academic')).toEqual(['Calm lessons'])
})
