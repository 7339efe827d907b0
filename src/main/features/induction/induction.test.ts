import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

async function addPerson(b: TestBinder, forename: string, startedOn: string | null): Promise<string> {
  const from = startedOn === null ? null : day(startedOn)
  const post = from && { postTitle: 'Cook', staffGroupId: 'catering', fromOn: from, fteThousandths: 600 }
  const person = { forename, surname: 'Starter', startedOn: from, firstPost: post }
  return (await b.call('staff.savePerson', person)).id
}

const steps = [
  { title: 'Keys and passwords', dueOn: day('2025-11-03') },
  { title: 'Safeguarding', dueOn: day('2025-11-03') },
  { title: 'A talk after six weeks', dueOn: day('2025-12-15') },
]

/** A school with a starter of 3 November and their induction in three steps. Today is 20 November 2025. */
async function withInduction() {
  const b = binderWithSchool()
  const person = await addPerson(b, 'Nina', '2025-11-03')
  const { id } = await b.call('induction.begin', { personId: person, startedOn: day('2025-11-03'), steps })
  const stepIds = (await b.call('induction.get', { id })).stepList.map((step) => step.id)
  return { b, person, id, stepIds }
}

describe('starters', () => {
  it('are those who began within the last year, or will, until they have an induction', async () => {
    const b = binderWithSchool()
    const nina = await addPerson(b, 'Nina', '2025-11-03')
    await addPerson(b, 'Old', '2024-11-20')
    await addPerson(b, 'Unknown', null)
    const soon = await addPerson(b, 'Soon', '2026-01-05')
    const gone = await addPerson(b, 'Gone', '2025-09-01')
    await b.call('staff.recordLeaving', { personId: gone, leftOn: day('2025-10-31') })
    const { starters } = await b.call('induction.list', {})
    expect(starters.map(({ name, startedOn }) => `${name} ${startedOn}`)).toEqual([
      'Soon Starter 2026-01-05',
      'Nina Starter 2025-11-03',
    ])
    expect(starters[1]?.post).toBe('Cook')
    await b.call('induction.begin', { personId: nina, startedOn: day('2025-11-03'), steps })
    expect((await b.call('induction.list', { personId: nina })).starters).toEqual([])
    expect((await b.call('induction.list', {})).starters.map(({ id }) => id)).toEqual([soon])
  })
})

describe('the lists of steps', () => {
  it('begin with the checklist whose points say when, and hold what others had', async () => {
    const { b, stepIds } = await withInduction()
    await b.call('induction.leaveOut', { id: stepIds[1] ?? '', reason: 'Done in the summer' })
    const { lists } = await b.call('induction.lists', {})
    expect(lists[0]).toMatchObject({ key: 'checklist induction-new-member-of-staff' })
    expect(lists[0]?.steps[0]?.weeks).toBe(-1)
    expect(lists[0]?.steps.every(({ weeks }) => weeks !== null)).toBe(true)
    expect(lists[1]).toMatchObject({
      title: 'As for Nina Starter',
      steps: [
        { title: 'Keys and passwords', weeks: 0 },
        { title: 'A talk after six weeks', weeks: 6 },
      ],
    })
    expect(lists.length).toBeGreaterThan(5)
  })
})

describe('an induction', () => {
  it('says what is done, left out, overdue and next', async () => {
    const { b, id, stepIds } = await withInduction()
    const [keys = '', safeguarding = '', talk = ''] = stepIds
    expect((await b.call('induction.list', {})).inductions).toMatchObject([
      { steps: 3, done: 0, overdue: 2, state: 'open', next: { title: 'Keys and passwords', dueOn: '2025-11-03' } },
    ])
    await b.call('induction.tick', { id: keys, doneOn: day('2025-11-01') })
    await b.call('induction.leaveOut', { id: safeguarding, reason: 'Did it at their last school' })
    expect(await b.call('induction.get', { id })).toMatchObject({ steps: 2, done: 1, leftOut: 1, overdue: 0 })
    await b.call('induction.tick', { id: talk, doneOn: day('2025-11-20') })
    expect((await b.call('induction.list', {})).counts).toEqual({ open: 0, finished: 1 })
    await b.call('induction.tick', { id: talk, doneOn: null })
    await b.call('induction.leaveOut', { id: safeguarding, reason: null })
    expect((await b.call('induction.get', { id })).stepList.map(({ state }) => state)).toEqual([
      'done',
      'overdue',
      'open',
    ])
    expect(await b.codeOf('induction.tick', { id: talk, doneOn: day('2025-11-21') })).toBe('induction.ahead')
    expect(await b.codeOf('induction.leaveOut', { id: talk, reason: ' ' })).toBe('input.invalid')
  })

  it('is one at a time for each person, of whom is at the school, with a step at least', async () => {
    const { b, person, stepIds } = await withInduction()
    const again = { personId: person, startedOn: day('2025-11-10'), steps }
    expect(await b.codeOf('induction.begin', again)).toBe('induction.open-already')
    for (const id of stepIds) await b.call('induction.tick', { id, doneOn: day('2025-11-10') })
    expect(await b.codeOf('induction.begin', again)).toBe('ok')
    await b.call('changes.undo', {})
    expect(await b.codeOf('induction.begin', { ...again, steps: [] })).toBe('input.invalid')
    expect(await b.codeOf('induction.begin', { ...again, personId: 'nobody' })).toBe('record.missing')
    await b.call('staff.recordLeaving', { personId: person, leftOn: day('2025-11-12') })
    expect(await b.codeOf('induction.begin', { ...again, startedOn: day('2025-11-13') })).toBe(
      'induction.after-leaving',
    )
  })

  it('of somebody who left is over, whatever is open, and waits for nobody', async () => {
    const { b, person, id } = await withInduction()
    await b.call('staff.recordLeaving', { personId: person, leftOn: day('2025-11-12') })
    expect(await b.call('induction.get', { id })).toMatchObject({ state: 'left', overdue: 0 })
    expect((await b.call('induction.list', { who: 'finished' })).inductions).toHaveLength(1)
  })

  it('moves the days of its open steps with its first day, in one change', async () => {
    const { b, id, stepIds } = await withInduction()
    await b.call('induction.tick', { id: stepIds[0] ?? '', doneOn: day('2025-11-03') })
    const moved = { id, startedOn: day('2025-11-10'), responsiblePersonId: null, note: 'Later' }
    expect(await b.call('induction.save', moved)).toEqual({ moved: 2 })
    const due = async () => (await b.call('induction.get', { id })).stepList.map(({ dueOn }) => dueOn)
    expect(await due()).toEqual(['2025-11-03', '2025-11-10', '2025-12-22'])
    await b.call('changes.undo', {})
    expect(await due()).toEqual(['2025-11-03', '2025-11-03', '2025-12-15'])
    expect(await b.call('induction.get', { id })).toMatchObject({ startedOn: '2025-11-03', note: null })
  })

  it('takes more steps, changes them and puts them in order', async () => {
    const { b, person, id, stepIds } = await withInduction()
    const made = await b.call('induction.saveStep', { inductionId: id, title: 'Fire drill' })
    await b.call('induction.moveStep', { ...made, to: 'up' })
    await b.call('induction.moveStep', { id: stepIds[0] ?? '', to: 'up' })
    const first = { id: stepIds[0], inductionId: id, title: 'Keys', responsiblePersonId: person, dueOn: null }
    await b.call('induction.saveStep', first)
    const { stepList } = await b.call('induction.get', { id })
    expect(stepList.map(({ title }) => title)).toEqual([
      'Keys',
      'Safeguarding',
      'Fire drill',
      'A talk after six weeks',
    ])
    expect(stepList[0]).toMatchObject({ responsible: { name: 'Nina Starter' }, dueOn: null, state: 'open' })
    expect(await b.codeOf('induction.saveStep', { ...first, inductionId: made.id })).toBe('record.missing')
  })

  it('is quoted by a document about its person, without the steps that were left out', async () => {
    const { b, person, stepIds } = await withInduction()
    await b.call('induction.leaveOut', { id: stepIds[1] ?? '', reason: 'Had it' })
    await b.call('induction.tick', { id: stepIds[0] ?? '', doneOn: day('2025-11-04') })
    const quoted = async (personId: string | null) => {
      const document = await b.call('documents.create', {
        templateId: 'induction-plan',
        title: 'Plan',
        personId,
      })
      const { values } = await b.call('documents.fields', document)
      return values.find(({ name }) => name === 'table.inductionSteps')?.table
    }
    expect((await quoted(person))?.rows.map(({ cells }) => cells)).toEqual([
      { step: 'Keys and passwords', who: null, dueOn: '2025-11-03', done: '4 Nov 2025' },
      { step: 'A talk after six weeks', who: null, dueOn: '2025-12-15', done: 'Not yet' },
    ])
    expect(await quoted(null)).toBeNull()
  })
})
