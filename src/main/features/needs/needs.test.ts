import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { InputFor } from '../../../shared/contract'
import { addPeople } from '../../../../tests/fixtures/people'
import { eventWithPeople } from '../../../../tests/fixtures/money'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { sql } from '../../db/handle'
import { planNeeds } from './move'
import { raiseNeeds } from './raise'

/** A school with three people in two groups, and what all their needs say. Today is 20 November 2025. */
function school() {
  const b = binderWithSchool()
  const [ada = '', ben = '', cara = ''] = addPeople(b.desk, [
    { name: 'Ada Able', team: 'Infants' },
    { name: 'Ben Brook', post: 'Teaching assistant', group: 'ta' },
    { name: 'Cara Cole' },
  ])
  return { b, ada, ben, cara }
}

const words = { title: 'Questions that make pupils think', sourceCode: 'review' } as const

const ofPerson = (personId: string) => ({ kind: 'person', personId }) as const

async function raised(b: TestBinder, personId: string, more: Partial<InputFor<'needs.raise'>> = {}) {
  const { ids } = await b.call('needs.raise', { ...words, owners: [ofPerson(personId)], ...more })
  return ids[0] ?? ''
}

const move = (id: string, to: InputFor<'needs.move'>['to'], more: Partial<InputFor<'needs.move'>> = {}) => ({
  ids: [id],
  to,
  on: day('2025-11-20'),
  ...more,
})

async function fieldOf(b: TestBinder, channel: Parameters<TestBinder['codeOf']>[0], input: unknown) {
  const result = await b.dispatch(channel, input)
  return result.ok ? 'ok' : `${result.code} ${result.fields?.map(({ path }) => path).join() ?? ''}`.trim()
}

describe('a need', () => {
  it('is of a person, a team, a staff group or the school, and is listed with whose it is', async () => {
    const { b, ada, ben } = school()
    const team = b.desk.read.first(sql.selectFrom('team').select('id'))?.id ?? ''
    await b.call('needs.raise', {
      ...words,
      owners: [
        ofPerson(ada),
        ofPerson(ben),
        { kind: 'team', teamId: team },
        { kind: 'postFamily', staffGroupId: 'ta' },
        { kind: 'school' },
      ],
      importance: 3,
      dueOn: day('2026-03-31'),
    })
    const { needs } = await b.call('needs.list', {})
    expect(needs.map(({ owner, groupId, state }) => [owner.kind, owner.name, groupId, state])).toEqual(
      expect.arrayContaining([
        ['person', 'Ada Able', 'teacher', 'raised'],
        ['person', 'Ben Brook', 'ta', 'raised'],
        ['team', 'Infants', null, 'raised'],
        ['postFamily', 'Teaching assistants', 'ta', 'raised'],
        ['school', 'Whole school', null, 'raised'],
      ]),
    )
    const count = async (filter: InputFor<'needs.list'>) => (await b.call('needs.list', filter)).needs.length
    expect(await count({ staffGroupId: 'ta' })).toBe(2)
    expect(await count({ personId: ada })).toBe(1)
    expect(await count({ teamId: team })).toBe(1)
    expect(await count({ ownerKind: 'school' })).toBe(1)
    expect(await count({ sourceCode: 'survey' })).toBe(0)
    expect(await count({ priorityId: 'none', importance: 3, year: 2025, unserved: true })).toBe(5)
    expect(await count({ year: 2024 })).toBe(0)
    expect(await count({ text: 'ada QUESTIONS' })).toBe(1)
    expect(await count({ state: 'closed' })).toBe(0)
    expect(await count({ state: 'overdue' })).toBe(0)
  })

  it('is raised once: who has the same one open keeps it, and undo takes all of a raising back', async () => {
    const { b, ada, ben } = school()
    const id = await raised(b, ada)
    const again = { ...words, title: 'Pupils think: make questions!', owners: [ofPerson(ada), ofPerson(ben)] }
    const both = await b.call('needs.raise', again)
    expect(both).toMatchObject({ raised: 1, already: 1 })
    expect(both.ids[0]).toBe(id)
    await b.call('changes.undo', {})
    expect((await b.call('needs.list', {})).needs.map((need) => need.id)).toEqual([id])
    await b.call('needs.move', move(id, 'withdrawn', { reason: 'Entered twice' }))
    expect(await b.call('needs.raise', again)).toMatchObject({ raised: 2, already: 0 })
  })

  it('refuses a level to reach below where it stands, and days that cannot be', async () => {
    const { b, ada } = school()
    const raise = (more: object) => fieldOf(b, 'needs.raise', { ...words, owners: [ofPerson(ada)], ...more })
    expect(await raise({ nowLevel: 3, targetLevel: 2 })).toBe('needs.level-order targetLevel')
    expect(await raise({ raisedOn: '2025-11-21' })).toBe('needs.ahead raisedOn')
    expect(await raise({ dueOn: '2025-11-19' })).toBe('needs.due-before dueOn')
    expect(await raise({ title: ' ' })).toBe('input.invalid title')
    expect(await raise({ owners: [] })).toBe('input.invalid owners')
    expect(await raise({ owners: [ofPerson('nobody')] })).toBe('record.missing')
    expect(await raise({ nowLevel: 2, targetLevel: 2, dueOn: '2025-11-20' })).toBe('ok')
  })

  it('is kept beside another of the same standard in words of its own, whichever form found it', async () => {
    const { b, ada } = school()
    const standard = { code: 'TS5', label: 'Adapt teaching' }
    const first = await raised(b, ada, { standard, title: 'Pupils who find writing hard' })
    const second = await raised(b, ada, {
      standard,
      title: 'Pupils who learn English',
      description: 'Three new ones',
    })
    const again = await raised(b, ada, { standard, title: 'Pupils who find writing hard' })
    expect(second).not.toBe(first)
    expect(again).toBe(first)
    expect((await b.call('needs.get', { id: second })).description).toBe('Three new ones')
    // They still stand together where needs of one standard are counted.
    expect((await b.call('needs.list', { likeId: first })).needs).toHaveLength(2)
  })

  it('is known again by its words where it stands from before frameworks were kept, and keeps the framework from then on', async () => {
    const { b, ada } = school()
    const old = await raised(b, ada, { standard: { code: 'TS5', framework: null, label: 'Adapt teaching' } })
    const standard = { code: 'TS5', framework: 'teachers-standards', label: 'Adapt teaching' }
    expect(await raised(b, ada, { standard })).toBe(old)
    expect(await b.call('needs.get', { id: old })).toMatchObject({ standard })
    const other = { ...standard, framework: 'headteachers-standards' }
    expect(await raised(b, ada, { standard: other })).not.toBe(old)
  })

  it('is changed, and handed to somebody else', async () => {
    const { b, ada, ben } = school()
    const id = await raised(b, ada, { standard: { code: 'TS5', label: 'Adapt teaching' } })
    const input = { ...words, id, owner: ofPerson(ben), title: 'Reading aloud', typeCode: 'COURSE' }
    await b.call('needs.save', input)
    expect(await b.call('needs.get', { id })).toMatchObject({
      title: 'Reading aloud',
      owner: { id: ben },
      standard: null,
      typeCode: 'COURSE',
      typeName: expect.stringMatching(/course/i),
      raisedOn: '2025-11-20',
    })
    expect(await b.codeOf('needs.save', { ...input, id: ben })).toBe('record.missing')
  })
})

describe('what a need is made of', () => {
  it('offers who is here, their groups and teams, and standards in the words they were named in last', async () => {
    const { b, ada } = school()
    await raised(b, ada, { standard: { code: 'TS5', label: 'Adapts' } })
    await raised(b, ada, { title: 'Second', standard: { code: 'TS5b', label: 'Other' } })
    const fromOn = day('2025-11-01')
    const known = { personId: ada, subject: 'Reading', level: 3, canTrain: true, source: 'self', fromOn } as const
    await b.call('expertise.save', { ...known, standard: { code: 'TS5', label: 'Adapt teaching' } })
    b.desk.actAs(ada)
    expect(await b.call('needs.choices', {})).toMatchObject({
      actingPersonId: ada,
      people: [{ name: 'Ada Able', groupId: 'teacher' }, { name: 'Ben Brook' }, { name: 'Cara Cole' }],
      teams: [{ name: 'Infants' }],
    })
    expect((await b.call('needs.standards', {})).standards).toEqual(
      expect.arrayContaining([
        {
          code: 'TS5',
          framework: 'teachers-standards',
          label: expect.stringMatching(/^Adapt teaching to respond/),
        },
        { code: 'TS5b', framework: null, label: 'Other' },
      ]),
    )
    const { eventId } = eventWithPeople(b, { Dot: 0 })
    eventWithPeople(b, {}, { title: 'Long ago', heldOn: day('2024-10-07') })
    expect(await b.call('needs.events', {})).toEqual({
      events: [{ id: eventId, title: 'Makaton foundation', firstOn: '2025-10-07' }],
    })
  })
})

describe('how a need stands', () => {
  it('goes from raised to met, each step with its day, hand and words', async () => {
    const { b, ada, cara } = school()
    b.desk.actAs(cara)
    const id = await raised(b, ada, { raisedOn: day('2025-09-15') })
    await b.call('needs.move', move(id, 'agreed', { on: day('2025-10-01'), agreedByPersonId: ada }))
    await b.call('needs.move', move(id, 'planned', { on: day('2025-10-02') }))
    const document = await b.call('documents.create', { templateId: null, title: 'What we saw', personId: null })
    await b.call(
      'needs.move',
      move(id, 'met', {
        evidence: 'Three lessons seen: open questions in each',
        evidencePoint: { kind: 'document', id: document.id },
      }),
    )
    const need = await b.call('needs.get', { id })
    expect(need).toMatchObject({ state: 'met', stateOn: '2025-11-20', agreedByName: 'Ada Able' })
    expect(need.steps.map(({ happenedOn, from, to, byName }) => [happenedOn, from, to, byName])).toEqual([
      ['2025-09-15', null, 'raised', 'Cara Cole'],
      ['2025-10-01', 'raised', 'agreed', 'Ada Able'],
      ['2025-10-02', 'agreed', 'planned', 'Cara Cole'],
      ['2025-11-20', 'planned', 'met', 'Cara Cole'],
    ])
    expect(need.steps[3]).toMatchObject({
      evidence: 'Three lessons seen: open questions in each',
      point: { title: 'What we saw', route: `/documents/${document.id}` },
    })
  })

  it('is closed by evidence or a reason, never without; taken up again with a reason', async () => {
    const { b, ada } = school()
    const id = await raised(b, ada)
    expect(await fieldOf(b, 'needs.move', move(id, 'met', { evidence: 'Seen' }))).toBe('needs.not-from')
    await b.call('needs.move', move(id, 'agreed'))
    expect(await fieldOf(b, 'needs.move', move(id, 'met'))).toBe('needs.evidence-missing evidence')
    expect(await fieldOf(b, 'needs.move', move(id, 'partly', { evidence: ' ' }))).toBe(
      'needs.evidence-missing evidence',
    )
    expect(await fieldOf(b, 'needs.move', move(id, 'notMet'))).toBe('needs.reason-missing reason')
    const gone = { kind: 'event', id: 'none' } as const
    expect(await fieldOf(b, 'needs.move', move(id, 'met', { evidence: 'Seen', evidencePoint: gone }))).toBe(
      'record.missing',
    )
    await b.call('needs.move', move(id, 'partly', { evidence: 'In one lesson of two' }))
    expect((await b.call('needs.list', { state: 'closed' })).needs).toHaveLength(1)
    expect(await fieldOf(b, 'needs.move', move(id, 'reopen'))).toBe('needs.reason-missing reason')
    await b.call('needs.move', move(id, 'reopen', { reason: 'The second lesson fell short' }))
    expect(await b.call('needs.get', { id })).toMatchObject({ state: 'agreed' })
    await b.call('changes.undo', {})
    expect(await b.call('needs.get', { id })).toMatchObject({ state: 'partly' })
  })

  it('moves forwards in time, and for many at once or for none', async () => {
    const { b, ada, ben } = school()
    const first = await raised(b, ada, { raisedOn: day('2025-10-01') })
    const second = await raised(b, ben)
    const both = { ids: [first, second, first], to: 'agreed' as const }
    expect(await fieldOf(b, 'needs.move', { ...both, on: '2025-10-15' })).toBe('needs.before-step on')
    expect(await fieldOf(b, 'needs.move', { ...both, on: '2025-11-21' })).toBe('needs.ahead on')
    expect((await b.call('needs.list', { state: 'raised' })).needs).toHaveLength(2)
    expect(await b.call('needs.move', { ...both, on: day('2025-11-20') })).toEqual({ moved: 2 })
    await b.call('needs.move', {
      ...both,
      to: 'withdrawn',
      on: day('2025-11-20'),
      reason: 'Covered by the INSET day',
    })
    expect((await b.call('needs.list', { state: 'withdrawn' })).needs).toHaveLength(2)
  })
})

describe('events that serve needs', () => {
  it('make an agreed need planned; a raised one waits to be agreed; taken away again it is to be planned', async () => {
    const { b, ada, ben } = school()
    const { eventId } = eventWithPeople(b, { Dot: 0 })
    const [agreed, open] = [await raised(b, ada), await raised(b, ben)]
    await b.call('needs.move', move(agreed, 'agreed'))
    expect(await b.call('needs.serve', { needIds: [agreed, open], eventId })).toEqual({ added: 2 })
    expect(await b.call('needs.serve', { needIds: [agreed], eventId })).toEqual({ added: 0 })
    expect(await b.call('needs.get', { id: agreed })).toMatchObject({
      state: 'planned',
      events: 1,
      servedBy: [{ eventId, isBooked: false }],
    })
    expect((await b.call('needs.list', { eventId })).needs).toHaveLength(2)
    expect(await b.call('needs.get', { id: open })).toMatchObject({ state: 'raised' })
    await b.call('needs.letGo', { needId: agreed, eventId })
    expect(await b.call('needs.get', { id: agreed })).toMatchObject({ state: 'agreed', events: 0 })
    expect(await b.codeOf('needs.letGo', { needId: agreed, eventId })).toBe('record.missing')
  })

  it('are not cancelled, and not put to what is closed', async () => {
    const { b, ada } = school()
    const { eventId } = eventWithPeople(b, { Dot: 0 })
    const id = await raised(b, ada)
    await b.call('needs.move', move(id, 'withdrawn', { reason: 'Not now' }))
    expect(await b.codeOf('needs.serve', { needIds: [id], eventId })).toBe('needs.closed')
    await b.call('needs.move', move(id, 'reopen', { reason: 'Now after all' }))
    expect(await b.call('needs.get', { id })).toMatchObject({ state: 'raised' })
    await b.call('activities.cancelEvent', { id: eventId, reason: 'Trainer ill' })
    expect(await b.codeOf('needs.serve', { needIds: [id], eventId })).toBe('needs.event-cancelled')
    expect(await b.codeOf('needs.serve', { needIds: [id], eventId: id })).toBe('record.missing')
  })
})

describe('a need whose event is cancelled', () => {
  it('is to be planned again, with the reason, unless another event serves it; and follows an event that takes place after all', async () => {
    const { b, ada, ben } = school()
    const newActivity = {
      title: 'Talk',
      typeCode: 'COURSE',
      levelCode: 'individual',
      provisionCode: 'external' as const,
    }
    const { id: first } = await b.call('activities.saveEvent', { newActivity, status: 'planned' })
    const { activityId } = await b.call('activities.event', { id: first })
    const { id: second } = await b.call('activities.saveEvent', { activityId, status: 'planned' })
    const [one, two] = [await raised(b, ada), await raised(b, ben, { dueOn: day('2025-12-01') })]
    await b.call('needs.move', { ...move(one, 'agreed'), ids: [one, two] })
    await b.call('needs.serve', { needIds: [one, two], eventId: first })
    await b.call('needs.serve', { needIds: [one], eventId: second })
    await b.call('activities.cancelEvent', { id: first, reason: 'Mrs Brown is ill' })
    const states = async () => Promise.all([one, two].map(async (id) => (await b.call('needs.get', { id })).state))
    expect(await states()).toEqual(['planned', 'agreed'])
    expect((await b.call('needs.get', { id: two })).steps.at(-1)?.reason).toBe('The event was cancelled')
    expect((await b.call('today.view', {})).tasks.find(({ kind }) => kind === 'need-due')).toMatchObject({
      count: 1,
    })
    await b.call('needs.letGo', { needId: one, eventId: second })
    expect(await states()).toEqual(['agreed', 'agreed'])
    await b.call('activities.saveEvent', { id: first, activityId, status: 'planned' })
    expect(await states()).toEqual(['planned', 'planned'])
  })
})

describe('needs that wait for somebody', () => {
  it('are told by Today and found by their title', async () => {
    const { b, ada, ben, cara } = school()
    const { eventId } = eventWithPeople(b, { Dot: 0 })
    const [late, due, done] = [
      await raised(b, ada, { raisedOn: day('2025-10-01'), dueOn: day('2025-11-19') }),
      await raised(b, ben, { title: 'Signs for everyday routines', dueOn: day('2025-12-20') }),
      await raised(b, cara, { dueOn: day('2025-12-01') }),
    ]
    await raised(b, cara, { title: 'Later', dueOn: day('2025-12-21') })
    await b.call('needs.move', move(done, 'agreed'))
    await b.call('needs.serve', { needIds: [done], eventId })
    const { tasks } = await b.call('today.view', {})
    expect(tasks.filter(({ kind }) => kind.startsWith('need-')).map(({ kind, count }) => [kind, count])).toEqual([
      ['need-due', 2],
      ['need-evidence', 1],
    ])
    const ids = async (state: InputFor<'needs.list'>['state']) =>
      (await b.call('needs.list', { state })).needs.map(({ id }) => id).sort()
    expect(await ids('due')).toEqual([late, due].sort())
    expect(await ids('evidence')).toEqual([done])
    expect(await ids('overdue')).toEqual([late])
    const { found } = await b.call('search.find', { text: 'everyday' })
    expect(found).toMatchObject([{ kind: 'need', note: 'Need, Ben Brook', route: `/needs/record/${due}` }])
  })
})

describe('what other parts do with needs', () => {
  it('raise them as agreed with what they were found in, once', () => {
    const { b, ada } = school()
    const hand = { today: day('2025-11-20'), byPersonId: null }
    const need = {
      ...words,
      owner: ofPerson(ada),
      origin: { kind: 'review', id: 'r1' },
      agreed: { byPersonId: ada, on: day('2025-11-20') },
    }
    const raise = () => b.desk.write('test', (db) => raiseNeeds(db, [need, need], hand))
    const [first, second] = raise()
    expect([first?.isNew, second?.isNew, second?.id === first?.id]).toEqual([true, false, true])
    expect(raise().map(({ isNew }) => isNew)).toEqual([false, false])
    const row = b.desk.read.first(sql.selectFrom('need').selectAll())
    expect(row).toMatchObject({ state: 'agreed', agreed_by_person_id: ada, origin_kind: 'review', origin_id: 'r1' })
  })

  it('put them down as planned, agreeing what was only raised', async () => {
    const { b, ada, ben, cara } = school()
    const hand = { today: day('2025-11-20'), byPersonId: null }
    const ids = [await raised(b, ada), await raised(b, ben), await raised(b, cara)]
    await b.call('needs.move', move(ids[2] ?? '', 'withdrawn', { reason: 'Not now' }))
    const plan = { needIds: ids, reason: 'Approved request', agreedByPersonId: cara }
    expect(b.desk.write('test', (db) => planNeeds(db, plan, hand))).toBe(2)
    const { needs } = await b.call('needs.list', { state: 'planned' })
    expect(needs.map((need) => [need.owner.name, need.agreedByName])).toEqual([
      ['Ada Able', 'Cara Cole'],
      ['Ben Brook', 'Cara Cole'],
    ])
  })
})
