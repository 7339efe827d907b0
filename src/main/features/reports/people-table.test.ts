import { expect, it } from 'vitest'
import { binderWithSchool } from '../../../../tests/fixtures/school'
import { tablesOf } from '../../../shared/kernel/report-table'

it('names each person with the post and the group of their last session, not with parts of several', async () => {
  const b = binderWithSchool()
  const { id } = await b.call('staff.savePerson', { forename: 'Zoë', surname: 'Zebra', startedOn: '2020-09-01' })
  const post = { personId: id, fteThousandths: 1000, isMain: true }
  for (const held of [
    { postTitle: 'Class teacher', staffGroupId: 'teacher', fromOn: '2020-09-01', toOn: '2025-10-31' },
    { postTitle: 'Deputy head', staffGroupId: 'leadership', fromOn: '2025-11-01', toOn: null },
  ] as const)
    await b.call('staff.saveHolding', { ...post, ...held })
  for (const heldOn of ['2025-11-10', '2025-10-06'] as const)
    await b.call('activities.record', {
      title: `Day ${heldOn}`,
      typeCode: 'INSET',
      heldOn,
      durationMinutes: 60,
      personIds: [id],
    })
  const { report } = await b.call('reports.gather', {
    kind: 'governors',
    year: { kind: 'academic', startYear: 2025 },
    options: { names: true },
  })
  const people = tablesOf(report).find(({ key }) => key === 'people')
  const groups = (await b.call('school.staffGroups', {})).groups
  expect(people?.rows.map(({ cells }) => cells)).toEqual([
    {
      name: 'Zoë Zebra',
      post: 'Deputy head',
      group: groups.find((group) => group.id === 'leadership')?.name,
      events: 2,
      creditedMinutes: 120,
    },
  ])
})
