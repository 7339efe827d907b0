import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawsNothing } from '../../../../tests/fixtures/hidden-window'
import { eventWithPeople } from '../../../../tests/fixtures/money'
import { addPeople } from '../../../../tests/fixtures/people'
import { binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import type { InputFor } from '../../../shared/contract'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'

type RuleInput = InputFor<'entitlements.saveRule'>
const hours: RuleInput = {
  fromYear: 2025,
  title: 'Thirty hours',
  who: { groupIds: ['teacher'] },
  what: 'hours',
  amount: 1800,
  per: 'academicYear',
  isProRata: true,
  counts: { by: 'everything' },
  why: 'Everybody learns',
}
const talk: RuleInput = {
  ...hours,
  title: 'A talk',
  what: 'meetings',
  amount: 1,
  isProRata: false,
  counts: { by: 'ticks' },
}

/** Seven teachers and two assistants, all there since 2020. */
function school(options: Parameters<typeof binderWithSchool>[0] = {}): { b: TestBinder; ids: string[] } {
  const b = binderWithSchool(options)
  const names = ['Amy Ash', 'Ben Bell', 'Cat Cole', 'Dan Day', 'Eve Elm', 'Fay Fox', 'Gus Gray']
  const ids = addPeople(b.desk, [
    ...names.map((name) => ({ name, team: 'Infants' })),
    { name: 'Hal Hill', group: 'ta', post: 'Teaching assistant' },
    { name: 'Ida Ink', group: 'ta', post: 'Teaching assistant' },
  ])
  return { b, ids }
}

describe('the rules of a school', () => {
  it('are copied from packs with their source, and what is adopted is offered no more', async () => {
    const { b } = school()
    const before = await b.call('entitlements.rules', {})
    expect(before.rules).toEqual([])
    const offer = before.offered.find(({ ruleId }) => ruleId === 'hours-teachers')
    expect(offer).toMatchObject({ packId: 'toolkit-core', amount: 1800, counts: { by: 'everything' } })
    const rules = [
      { packId: 'toolkit-core', ruleId: 'hours-teachers' },
      { packId: 'england-2026', ruleId: 'read-part-one' },
      { packId: 'toolkit-core', ruleId: 'own-choice' },
    ]
    expect(await b.call('entitlements.adopt', { rules, fromYear: 2025 })).toEqual({ adopted: 3 })
    expect(await b.call('entitlements.adopt', { rules, fromYear: 2025 })).toEqual({ adopted: 0 })
    const after = await b.call('entitlements.rules', {})
    expect(after.offered.length).toBe(before.offered.length - 3)
    expect(after.rules.map(({ title }) => title)).toEqual([
      'Thirty hours of development in the year',
      'Reading part one of the safeguarding guidance',
      'One activity of the person’s own choice',
    ])
    expect(after.rules[1]).toMatchObject({
      origin: { packId: 'england-2026', isChangedHere: false, now: null, isToBeChecked: true },
      sources: [{ asOf: '2026-11-22' }, { asOf: '2026-11-22' }],
    })
    expect(after.rules[2]?.counts).toBeNull()
    expect(await b.codeOf('entitlements.adopt', { rules: [{ packId: 'x', ruleId: 'y' }], fromYear: 2025 })).toBe(
      'record.missing',
    )
  })

  it('say when the school has made something else of a rule', async () => {
    const { b } = school()
    await b.call('entitlements.adopt', {
      rules: [{ packId: 'toolkit-core', ruleId: 'hours-teachers' }],
      fromYear: 2025,
    })
    const [rule] = (await b.call('entitlements.rules', {})).rules
    if (!rule) throw new Error('nothing was adopted')
    const { id, fromYear, title, who, what, per, isProRata, counts, why } = rule
    await b.call('entitlements.saveRule', {
      id,
      fromYear,
      title,
      who,
      what,
      per,
      isProRata,
      counts,
      why,
      amount: 1500,
    })
    const [changed] = (await b.call('entitlements.rules', {})).rules
    expect(changed).toMatchObject({ id, amount: 1500, origin: { isChangedHere: true, now: null } })
  })

  it('change from a year on and leave the year before as it was', async () => {
    const { b } = school()
    const { id } = await b.call('entitlements.saveRule', { ...hours, fromYear: 2024 })
    const later = await b.call('entitlements.saveRule', { ...hours, id, fromYear: 2025, amount: 600 })
    expect(later.id).not.toBe(id)
    const entitledIn = async (year: number) =>
      (await b.call('entitlements.list', { year })).people[0]?.lines.map(({ entitled }) => entitled)
    expect([await entitledIn(2023), await entitledIn(2024), await entitledIn(2025)]).toEqual([[], [1800], [600]])
    const { rules, others } = await b.call('entitlements.rules', {})
    expect([rules.map((rule) => rule.id), others.map((rule) => rule.untilYear)]).toEqual([[later.id], [2024]])
    expect(await b.codeOf('entitlements.saveRule', { ...hours, id: later.id, fromYear: 2024 })).toBe(
      'entitlement.years-overlap',
    )
    expect(await b.codeOf('entitlements.endRule', { id, lastYear: 2025 })).toBe('entitlement.years-overlap')
    expect(await b.codeOf('entitlements.removeRule', { id })).toBe('entitlement.has-versions')
    await b.call('entitlements.removeRule', { id: later.id })
    expect([await entitledIn(2024), await entitledIn(2025)]).toEqual([[1800], [1800]])
    await b.call('entitlements.endRule', { id, lastYear: 2024 })
    expect([await entitledIn(2024), await entitledIn(2025)]).toEqual([[1800], []])
  })

  it('are refused where their parts do not fit, beside the field', async () => {
    const { b } = school()
    expect(
      await b.codeOf('entitlements.saveRule', { ...hours, counts: { by: 'pairs', kinds: ['coaching'] } }),
    ).toBe('input.invalid')
    const result = await b.dispatch('entitlements.saveRule', { ...hours, per: 'once', withinWeeks: 4 })
    expect(result).toMatchObject({ ok: false, fields: [{ path: 'isProRata', code: 'entitlement.once-whole' }] })
    const weeks = await b.dispatch('entitlements.saveRule', { ...hours, withinWeeks: 4 })
    expect(weeks).toMatchObject({ ok: false, fields: [{ path: 'withinWeeks', code: 'entitlement.weeks-once' }] })
  })

  it('offers what they can be made of', async () => {
    const { b } = school()
    const choices = await b.call('entitlements.choices', {})
    expect(choices.groups[0]).toEqual({ id: 'leadership', name: 'Senior leaders' })
    expect(choices.types.map(({ code }) => code)).toContain('INSET')
  })
})

describe('a pack that says something else than it did', () => {
  it('is told beside the rule that was taken from it', async () => {
    const { b } = school()
    const rules = [{ packId: 'toolkit-core', ruleId: 'hours-teachers' }]
    await b.call('entitlements.adopt', { rules, fromYear: 2025 })
    b.desk.write('test', (db) => {
      const row = db.first(sql.selectFrom('entitlement_rule').select('pack_rule_json'))
      const before = { ...(JSON.parse(row?.pack_rule_json ?? '{}') as object), amount: 25 }
      db.run(sql.updateTable('entitlement_rule').set({ pack_rule_json: JSON.stringify(before) }))
    })
    const [rule] = (await b.call('entitlements.rules', {})).rules
    expect(rule?.origin).toMatchObject({ isChangedHere: true, now: { ruleId: 'hours-teachers', amount: 1800 } })
  })
})

describe('ticks', () => {
  it('are given to many at once, are undone as one change, and count for the year they are of', async () => {
    const { b, ids } = school()
    const { id: ruleId } = await b.call('entitlements.saveRule', { ...talk, fromYear: 2024 })
    const [amy = '', ben = ''] = ids
    const ask = { ruleId, personIds: [amy, ben], doneOn: day('2025-10-01') }
    expect(await b.call('entitlements.tick', ask)).toEqual({ ticked: 2 })
    expect(await b.call('entitlements.tick', ask)).toEqual({ ticked: 0 })
    await b.call('entitlements.tick', { ruleId, personIds: [amy], doneOn: day('2025-07-01'), note: 'With Ms Cole' })
    const now = await b.call('entitlements.ticks', { ruleId })
    expect(now.people.map(({ received }) => received)).toEqual([1, 1, 0, 0, 0, 0, 0])
    const before = await b.call('entitlements.ticks', { ruleId, year: 2024 })
    expect(before.people.flatMap(({ ticks }) => ticks.map(({ note }) => note))).toEqual(['With Ms Cole'])
    expect(await b.codeOf('entitlements.removeRule', { id: ruleId })).toBe('entitlement.has-ticks')
    expect(await b.codeOf('entitlements.tick', { ...ask, doneOn: '2026-01-01' })).toBe('entitlement.tick-ahead')
    const [tick] = now.people[0]?.ticks ?? []
    expect(await b.call('entitlements.untick', { ids: [tick?.id ?? ''] })).toEqual({ taken: 1 })
    await b.call('changes.undo', {})
    expect((await b.call('entitlements.ticks', { ruleId })).people[0]?.ticks).toHaveLength(1)
  })

  it('follow a rule into its later version, and are for ticked rules alone', async () => {
    const { b, ids } = school()
    const { id } = await b.call('entitlements.saveRule', { ...talk, per: 'once', fromYear: 2019 })
    await b.call('entitlements.tick', { ruleId: id, personIds: [ids[0] ?? ''], doneOn: day('2020-10-01') })
    const later = await b.call('entitlements.saveRule', { ...talk, per: 'once', id, fromYear: 2025, title: 'Talk' })
    const { people } = await b.call('entitlements.ticks', { ruleId: later.id, year: 2025 })
    // Who had it in time is told no more; the others are asked for since the rule holds.
    expect(people).toEqual([])
    const other = await b.call('entitlements.saveRule', hours)
    expect(await b.codeOf('entitlements.ticks', { ruleId: other.id })).toBe('entitlement.not-ticked')
  })
})

describe('what a person sees', () => {
  it('says nothing of a rule until somebody has said what counts', async () => {
    const { b, ids } = school()
    await b.call('entitlements.saveRule', { ...hours, counts: null })
    const { lines } = await b.call('entitlements.ofPerson', { personId: ids[0] ?? '' })
    expect(lines).toMatchObject([
      {
        entitled: 1800,
        received: null,
        planned: null,
        left: null,
        expected: null,
        standing: 'unknown',
        records: [],
      },
    ])
  })

  it('has the records behind each number, and nobody for somebody without a post', async () => {
    const { b, ids } = school()
    await b.call('entitlements.saveRule', hours)
    const { eventId } = eventWithPeople(b, { Zed: 60 })
    b.desk.write('test', (db) =>
      db.run(
        sql
          .updateTable('booking')
          .set({ person_id: ids[0] ?? '' })
          .where('event_id', '=', eventId),
      ),
    )
    const { lines } = await b.call('entitlements.ofPerson', { personId: ids[0] ?? '' })
    expect(lines[0]).toMatchObject({
      received: 60,
      left: 1740,
      records: [{ kind: 'session', state: 'received', amount: 60, route: `/activities/${eventId}` }],
    })
    expect(await b.call('entitlements.ofPerson', { personId: 'nobody' })).toMatchObject({ person: null, lines: [] })
  })
})

describe('documents', () => {
  it('quote what everybody is entitled to, and what the person they are about has had', async () => {
    const { b, ids } = school()
    const { id } = await b.call('documents.create', {
      templateId: null,
      title: 'A letter',
      personId: ids[0] ?? null,
    })
    const tableOf = async (name: string) =>
      (await b.call('documents.fields', { id })).values.find((value) => value.name === name)?.table
    expect([await tableOf('table.entitlements'), await tableOf('table.personEntitlements')]).toEqual([null, null])
    await b.call('entitlements.saveRule', hours)
    await b.call('entitlements.saveRule', talk)
    expect((await tableOf('table.entitlements'))?.rows.map(({ cells }) => cells)).toEqual([
      {
        title: 'Thirty hours',
        who: 'Teachers',
        much: '30 h a year, in proportion to the post',
        due: 'by the end of the year',
      },
      { title: 'A talk', who: 'Teachers', much: '1 meeting a year', due: 'by the end of the year' },
    ])
    expect((await tableOf('table.personEntitlements'))?.rows[0]?.cells).toMatchObject({
      entitled: '30 h',
      received: '0 min',
      left: '30 h',
      standing: 'Falling behind',
    })
  })
})

describe('fairness', () => {
  it('names nobody and leaves parts of fewer than five out, with another one where it would be alone', async () => {
    const { b } = school()
    await b.call('entitlements.saveRule', { ...hours, who: { groupIds: null } })
    const { whole, views, smallest } = await b.call('entitlements.fairness', {})
    expect([smallest, whole.people, whole.promises]).toEqual([5, 9, 9])
    const of = (key: string) =>
      views.find((view) => view.key === key)?.cells.map(({ title, people }) => [title, people])
    expect(of('group')).toEqual([
      ['Teachers', null],
      ['Teaching assistants', null],
    ])
    expect(of('fte')).toEqual([['Full time', 9]])
    expect(JSON.stringify(views)).not.toContain('Ash')
  })
})

describe('events to book', () => {
  it('are those to come that count, with who has a place', async () => {
    const { b } = school()
    const { id: ruleId } = await b.call('entitlements.saveRule', {
      ...hours,
      counts: { by: 'types', types: ['course'] },
    })
    const { eventId } = eventWithPeople(b, { Zed: null }, { heldOn: day('2026-02-03'), title: 'Phonics' })
    eventWithPeople(b, { Yan: null }, { heldOn: day('2025-10-03') })
    b.desk.write('test', (db) => db.run(sql.updateTable('event').set({ status: 'planned' })))
    const { events } = await b.call('entitlements.eventsFor', { ruleId })
    expect(events).toMatchObject([
      { id: eventId, title: 'Phonics', firstOn: '2026-02-03', minutes: 360, booked: 1 },
    ])
    expect(events[0]?.personIds).toHaveLength(1)
    const ticked = await b.call('entitlements.saveRule', talk)
    expect((await b.call('entitlements.eventsFor', { ruleId: ticked.id })).events).toEqual([])
  })
})

describe('statements', () => {
  /** A school whose print window says what it was given to draw. */
  function printingSchool(saveTo: string) {
    const paper = drawsNothing(() => b)
    const { b, ids } = school({ host: { askSaveFile: () => Promise.resolve(saveTo), ...paper.host } })
    return { b, ids, drawn: paper.reports }
  }

  it('are printed for one person, and for everybody with a page each', async () => {
    const { b, ids, drawn } = printingSchool(join(temporaryFolder(), 'all.pdf'))
    await b.call('entitlements.saveRule', hours)
    const one = { kind: 'person' as const, personId: ids[0] ?? '' }
    expect(await b.call('entitlements.print', { of: one, format: 'print' })).toEqual({
      printed: true,
      fileName: null,
    })
    expect(drawn[0]).toMatchObject({ title: 'Amy Ash', running: 'CPD entitlement, 2025/26' })
    const all = await b.call('entitlements.print', { of: { kind: 'everybody' }, format: 'pdf' })
    expect(all.fileName).toBe('all.pdf')
    const pages = drawn[1]?.blocks.filter(({ kind }) => kind === 'page-break')
    expect(pages).toHaveLength(7)
    expect(
      await b.codeOf('entitlements.print', { of: { kind: 'person', personId: 'nobody' }, format: 'pdf' }),
    ).toBe('record.missing')
  })

  it('are one table in a spreadsheet, in hours and not in minutes', async () => {
    const file = join(temporaryFolder(), 'all.csv')
    const { b } = printingSchool(file)
    await b.call('entitlements.saveRule', hours)
    await b.call('entitlements.print', { of: { kind: 'everybody' }, format: 'csv' })
    const lines = readFileSync(file, 'utf8').split('\r\n')
    expect(lines[1]).toBe('Amy Ash,Class teacher,Teachers,Thirty hours,hours,30,0,0,30,2026-08-31,Falling behind')
    await b.call('entitlements.print', { of: { kind: 'everybody' }, format: 'xlsx' })
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })
})
