import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'

/** A step of the route as it is typed, but for its title and role. */
export const kept = { id: null, personId: null, isCommentOnly: false, overPence: null } as const

/** A school with a route of three steps. Ann asks; Mary manages her; Lee leads CPD; Hal is head. 20 November 2025. */
export async function withRoute() {
  const b = binderWithSchool()
  const [ann = '', mary = '', lee = '', hal = ''] = addPeople(b.desk, [
    { name: 'Ann Asker' },
    { name: 'Mary Manager' },
    { name: 'Lee Leader' },
    { name: 'Hal Head' },
  ])
  b.desk.write('test.roles', (db) => {
    db.run(sql.updateTable('person').set({ line_manager_id: mary }).where('id', '=', ann))
    db.run(sql.updateTable('person').set({ works_in_binder: 1 }).where('id', 'in', [lee, mary]))
    db.run(sql.updateTable('school').set({ cpd_leader_person_id: lee }))
  })
  const { id: fund } = await b.call('funds.save', { name: 'CPD budget', kind: 'school', isExternal: false })
  const { id: gift } = await b.call('funds.save', { name: 'Friends of the school', kind: 'gift', isExternal: true })
  await b.call('requests.saveRules', {
    noticeDays: 21,
    charges: [],
    steps: [
      { ...kept, title: 'Line manager', role: 'lineManager' },
      { ...kept, title: 'Cover organiser', role: 'other', isCommentOnly: true },
      { ...kept, title: 'CPD leader', role: 'cpdLeader' },
      { ...kept, title: 'Head', role: 'head', personId: hal, overPence: pence(50_000) },
    ],
  })
  const request: InputFor<'requests.save'> = {
    personId: ann,
    receivedOn: day('2025-11-03'),
    title: 'Teaching fractions with bar models',
    providerName: 'Northvale Maths Hub',
    typeCode: 'course',
    wantedOn: day('2025-12-08'),
    expectedChange: 'I plan with bar models in every unit on fractions',
    pupilBenefit: 'More pupils explain how they found a fraction of an amount',
    howMeasured: 'Books and the end of unit test in Year 4',
    measureOn: day('2026-03-20'),
    coverQuarterDays: 4,
    costs: [
      { kindCode: 'fee', netPence: pence(24_999), vatPence: pence(5_000), fundId: fund },
      { kindCode: 'cover-supply', netPence: pence(18_550), vatPence: pence(0), fundId: fund },
      { kindCode: 'travel', netPence: pence(1_235), vatPence: pence(247), fundId: gift },
    ],
  }
  return { b, ann, mary, lee, hal, fund, gift, request }
}

/** A kind of activity of the pack. */
export async function typeCodeOf(b: TestBinder): Promise<string> {
  const { types } = await b.call('packs.typology', {})
  return types[0]?.code ?? ''
}

/** What somebody decided on 10 November 2025. */
export const decision = (
  ids: string[],
  decidedByPersonId: string,
  kind: InputFor<'requests.decide'>['kind'] = 'approve',
  reason: string | null = null,
) => ({ ids, kind, reason, decidedOn: day('2025-11-10'), decidedByPersonId })

/** The fields that are refused, with their codes; the code of the refusal, or ok. */
export async function fieldOf(b: TestBinder, channel: Parameters<TestBinder['codeOf']>[0], input: unknown) {
  const result = await b.dispatch(channel, input)
  return result.ok ? 'ok' : (result.fields?.map(({ path, code }) => `${path} ${code}`).join() ?? result.code)
}
