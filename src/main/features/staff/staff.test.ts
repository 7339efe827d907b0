import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { ChannelName, InputFor } from '../../../shared/contract'
import { binder, binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'

type Post = NonNullable<InputFor<'staff.savePerson'>['firstPost']>

const teacher: Post = {
  postTitle: 'Class teacher',
  staffGroupId: 'teacher',
  teamName: 'Key stage 2',
  fromOn: day('2021-09-01'),
  fteThousandths: 600,
  workingDays: '1110000',
}
const addJane = async (b: TestBinder) =>
  (
    await b.call('staff.savePerson', {
      forename: 'Jane',
      surname: 'Smith',
      staffCode: 'JSM',
      startedOn: day('2021-09-01'),
      firstPost: teacher,
    })
  ).id

describe('the staff register', () => {
  it('adds someone with a first post, shows them, and finds them by group, team and text', async () => {
    const b = binderWithSchool()
    const id = await addJane(b)
    const all = await b.call('staff.list', {})
    expect(all.people).toMatchObject([
      {
        id,
        name: 'Smith, Jane',
        posts: ['Class teacher'],
        teams: ['Key stage 2'],
        staffGroupName: 'Teachers',
        fteThousandths: 600,
      },
    ])
    expect(all.counts).toEqual({ current: 1, leavers: 0 })
    const [team] = all.teams
    expect(all.groups).toEqual([{ id: 'teacher', name: 'Teachers', count: 1 }])
    for (const [asked, heads] of [
      [{ staffGroupId: 'teacher', teamId: team?.id }, 1],
      [{ staffGroupId: 'ta' }, 0],
      [{ text: 'key stage' }, 1],
      [{ text: 'jsm' }, 1],
      [{ text: 'zebra' }, 0],
      [{ who: 'leavers' }, 0],
    ] as const) {
      expect((await b.call('staff.list', asked)).people).toHaveLength(heads)
    }
  })

  it('lets no post start before its holder did, and says so beside the day', async () => {
    const b = binderWithSchool()
    const start = { startedOn: day('2025-09-01') }
    const early = { ...teacher, fromOn: day('2025-05-12') }
    const ann = { forename: 'Ann', surname: 'Bell', firstPost: early }
    const refusalOf = async (channel: ChannelName, input: object) => {
      const result = await b.dispatch(channel, input)
      return result.ok ? 'kept' : result.fields?.[0]
    }
    const at = (path: string) => ({ path, code: 'staff.post-before-start' })
    expect(await refusalOf('staff.savePerson', { ...ann, ...start })).toEqual(at('firstPost.fromOn'))
    const { id } = await b.call('staff.savePerson', ann)
    const edited = { id, forename: 'Ann', surname: 'Bell', ...start }
    expect(await refusalOf('staff.savePerson', edited)).toEqual(at('startedOn'))
    const [post] = (await b.call('staff.get', { id })).holdings
    await b.call('staff.saveHolding', {
      ...teacher,
      ...start,
      id: post?.id,
      personId: id,
      fromOn: day('2025-09-01'),
    })
    await b.call('staff.savePerson', edited)
    expect(await refusalOf('staff.saveHolding', { ...early, personId: id })).toEqual(at('fromOn'))
  })

  it('counts whose posts have all ended as a leaver, here and on the first page alike', async () => {
    const b = binderWithSchool()
    const save = async (surname: string, toOns: readonly (string | null)[]) => {
      const { id: personId } = await b.call('staff.savePerson', { forename: 'Ann', surname })
      for (const toOn of toOns)
        await b.call('staff.saveHolding', { ...teacher, personId, toOn: toOn === null ? null : day(toOn) })
      return personId
    }
    const ended = await save('Ended', ['2024-08-31', '2025-07-18'])
    await save('Partly', [null, '2024-08-31'])
    await save('Today', ['2025-11-20'])
    await save('Postless', [])
    const names = async (who: 'current' | 'leavers', on?: string) =>
      (await b.call('staff.list', { who, ...(on !== undefined && { on: day(on) }) })).people.map((p) => p.name)
    expect(await names('current')).toEqual(['Partly, Ann', 'Postless, Ann', 'Today, Ann'])
    expect(await names('leavers')).toEqual(['Ended, Ann'])
    expect(await names('leavers', '2025-07-18')).toEqual([])
    const [leaver] = (await b.call('staff.list', { who: 'leavers' })).people
    expect(leaver).toMatchObject({ leftOn: '2025-07-18', posts: ['Class teacher'] })
    expect((await b.call('staff.get', { id: ended })).isCurrent).toBe(false)
    expect((await b.call('today.view', {})).year.people).toBe(3)
    expect((await b.call('staff.choices', {})).people).toHaveLength(3)
  })

  it('calls somebody by the name they are known by, in the log, the choice of who is working and a refused undo too', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('staff.savePerson', {
      forename: 'William',
      knownAs: 'Bill',
      surname: 'Brown',
      worksInBinder: true,
    })
    const made = (await b.call('changes.list', { limit: 1 })).changes[0]?.id ?? ''
    expect((await b.call('pc.actingPerson', {})).choices).toEqual([{ personId: id, name: 'Bill Brown' }])
    await b.call('pc.actAs', { personId: id })
    await b.call('priorities.save', { academicYear: 2025, level: 'school', title: 'Reading', leadPersonId: id })
    expect((await b.call('changes.list', { limit: 1 })).changes[0]?.actingName).toBe('Bill Brown')
    await b.call('staff.recordLeaving', { personId: id, leftOn: day('2026-01-31') })
    expect(await b.dispatch('changes.undo', { changeId: made })).toMatchObject({
      records: [{ title: 'Bill Brown' }],
    })
    expect((await b.call('priorities.list', { academicYear: 2025 })).priorities[0]?.leadName).toBe('Bill Brown')
  })

  it('refuses a second person with the same code, and warns about the same name until told to keep both', async () => {
    const b = binderWithSchool()
    await addJane(b)
    expect(await b.codeOf('staff.savePerson', { forename: 'Jo', surname: 'Bell', staffCode: 'jsm' })).toBe(
      'staff.code-taken',
    )
    const twin = { forename: 'jane', surname: 'SMITH' }
    expect(await b.codeOf('staff.savePerson', twin)).toBe('staff.same-name')
    expect(await b.codeOf('staff.savePerson', { ...twin, keepSameName: true })).toBe('ok')
    expect(await b.codeOf('staff.savePerson', { forename: 'Jo', surname: ' ' })).toBe('input.invalid')
  })

  it('holds several posts at once, one of them the main one', async () => {
    const b = binderWithSchool()
    const personId = await addJane(b)
    const second = await b.call('staff.saveHolding', {
      personId,
      postTitle: 'Teaching assistant',
      staffGroupId: 'ta',
      fromOn: day('2024-09-01'),
      fteThousandths: 300,
      isMain: true,
    })
    const person = await b.call('staff.get', { id: personId })
    expect(person.holdings.map((h) => [h.postTitle, h.isMain])).toEqual([
      ['Teaching assistant', true],
      ['Class teacher', false],
    ])
    expect(person.fteThousandths).toBe(900)
    expect((await b.call('staff.get', { id: personId, on: day('2024-08-31') })).fteThousandths).toBe(600)
    const year = { kind: 'academic', startYear: 2024 } as const
    const { report } = await b.call('reports.gather', { kind: 'governors', year })
    const fairness = report.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.key === 'fairness' ? block.table.rows : [],
    )
    expect(Object.fromEntries(fairness.map((row) => [row.key, row.cells['posts']]))).toEqual({
      teacher: 0.6,
      ta: 0.3,
    })
    await b.call('staff.removeHolding', { id: second.id })
    expect((await b.call('staff.get', { id: personId })).holdings).toHaveLength(1)
    expect(await b.codeOf('staff.removeHolding', { id: second.id })).toBe('record.missing')
    const wrong = {
      personId,
      postTitle: 'X',
      staffGroupId: 'ta',
      fromOn: '2025-02-01',
      toOn: '2025-01-01',
      fteThousandths: 1,
    }
    expect(await b.codeOf('staff.saveHolding', wrong)).toBe('day.order')
    expect(await b.codeOf('staff.saveHolding', { ...wrong, toOn: null, staffGroupId: 'none' })).toBe(
      'record.missing',
    )
  })

  it('keeps a leaver, ends open posts, and takes them back', async () => {
    const b = binderWithSchool()
    const personId = await addJane(b)
    expect(await b.codeOf('staff.recordLeaving', { personId, leftOn: '2020-01-01' })).toBe('day.order')
    expect(await b.call('staff.recordLeaving', { personId, leftOn: day('2025-08-31') })).toEqual({ postsEnded: 1 })
    expect((await b.call('staff.list', {})).people).toEqual([])
    const [left] = (await b.call('staff.list', { who: 'leavers' })).people
    expect(left).toMatchObject({ posts: ['Class teacher'], fteThousandths: 600, leftOn: '2025-08-31' })
    expect(await b.codeOf('staff.saveHolding', { ...teacher, personId, fromOn: '2025-10-01' })).toBe(
      'staff.post-after-leaving',
    )
    expect(await b.codeOf('staff.recordReturn', { personId, returnedOn: '2025-08-31' })).toBe('day.order')
    expect(await b.call('staff.recordReturn', { personId, returnedOn: day('2025-11-03') })).toEqual({
      postsStarted: 1,
    })
    const back = await b.call('staff.get', { id: personId })
    expect(back.isCurrent).toBe(true)
    expect(back.holdings.map((h) => [h.fromOn, h.toOn])).toEqual([
      ['2025-11-03', null],
      ['2021-09-01', '2025-08-31'],
    ])
    expect(await b.codeOf('staff.recordReturn', { personId, returnedOn: '2025-11-04' })).toBe('staff.not-left')
  })

  it('knows line managers both ways and refuses a loop', async () => {
    const b = binderWithSchool()
    const jane = await addJane(b)
    const ravi = (await b.call('staff.savePerson', { forename: 'Ravi', surname: 'Patel', lineManagerId: jane })).id
    expect((await b.call('staff.get', { id: jane })).manages).toEqual([{ id: ravi, name: 'Ravi Patel' }])
    expect((await b.call('staff.get', { id: ravi })).lineManager).toEqual({ id: jane, name: 'Jane Smith' })
    const loop = { id: jane, forename: 'Jane', surname: 'Smith', lineManagerId: ravi }
    expect(await b.codeOf('staff.savePerson', loop)).toBe('staff.manager-loop')
    expect(await b.codeOf('staff.savePerson', { ...loop, lineManagerId: jane })).toBe('staff.manager-loop')
  })

  it('keeps teams and posts, each once, and puts them away', async () => {
    const b = binderWithSchool()
    await addJane(b)
    const [team] = (await b.call('staff.teams', {})).teams
    expect(team).toMatchObject({ name: 'Key stage 2', members: 1 })
    const { id } = await b.call('staff.saveTeam', { name: 'Office' })
    expect(await b.codeOf('staff.saveTeam', { id, name: 'key stage 2' })).toBe('team.name-taken')
    await b.call('staff.saveTeam', { id, name: 'Front office' })
    await b.call('staff.archiveTeam', { id, isArchived: true })
    expect((await b.call('staff.choices', {})).teams.map((t) => t.name)).toEqual(['Key stage 2'])
    const post = await b.call('staff.savePost', { title: 'Caretaker', staffGroupId: 'site' })
    expect(await b.codeOf('staff.savePost', { title: 'CARETAKER', staffGroupId: 'site' })).toBe('post.title-taken')
    await b.call('staff.savePost', { id: post.id, title: 'Site manager', staffGroupId: 'site' })
    await b.call('staff.archivePost', { id: post.id, isArchived: true })
    expect((await b.call('staff.posts', {})).posts.map((p) => [p.title, p.holders, p.isArchived])).toEqual([
      ['Class teacher', 1, false],
      ['Site manager', 0, true],
    ])
  })

  it('puts away someone entered by mistake', async () => {
    const b = binderWithSchool()
    const id = await addJane(b)
    await b.call('staff.archivePerson', { id, isArchived: true })
    expect((await b.call('staff.list', { who: 'all' })).people).toEqual([])
    // What is changed in their record does not take them out again.
    await b.call('staff.savePerson', { id, forename: 'Jane', surname: 'Smith', knownAs: 'Jay' })
    expect(await b.call('staff.get', { id })).toMatchObject({ knownAs: 'Jay', isArchived: true })
    await b.call('staff.savePerson', { id, forename: 'Jane', surname: 'Smith' })
    await b.call('staff.archivePerson', { id, isArchived: false })
    expect((await b.call('staff.choices', {})).people).toEqual([{ id, name: 'Smith, Jane', note: 'Class teacher' }])
  })

  it('shows the CPD of the year: the register and the person agree in the sample school', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const { people, groups, counts } = await b.call('staff.list', {})
    expect(counts.current).toBe(people.length)
    expect(groups.length).toBeGreaterThan(3)
    const busiest = [...people].sort((x, y) => y.creditedMinutes - x.creditedMinutes)[0]
    const person = await b.call('staff.get', { id: busiest?.id ?? '' })
    expect(person.cpd.creditedMinutes).toBeGreaterThan(0)
    expect(person.cpd.creditedMinutes).toBe(busiest?.creditedMinutes)
    expect(person.cpd.lines.reduce((sum, line) => sum + line.creditedMinutes, 0)).toBe(person.cpd.creditedMinutes)
  })
})
