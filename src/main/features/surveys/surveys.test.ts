import { readdirSync, readFileSync } from 'node:fs'
import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import type { Answers } from '../../../shared/features/surveys/answers'
import { statement } from '../../db/handle'
import { addPeople } from '../../../../tests/fixtures/people'
import { beginSurvey, everybody, key, schoolOfTwelve, survey, tenSheets } from './surveys.fixture'

describe('a round', () => {
  it('copies its questions and says how far it is', async () => {
    const { b } = schoolOfTwelve()
    const offered = await b.call('surveys.forms', {})
    expect(offered.forms.map(({ kind }) => kind)).toHaveLength(5)
    expect(offered.groups.map(({ name, people }) => `${name} ${people}`)).toEqual([
      'Senior leaders 1',
      'Teachers 8',
      'Teaching assistants 3',
    ])
    const id = await beginSurvey(b)
    const round = await b.call('surveys.round', { id })
    expect(round).toMatchObject({ state: 'open', asked: 12, returned: 0, isAnonymous: true, missing: [] })
    expect(round.groups.map(({ isLeaders }) => isLeaders)).toEqual([true, false, false])
    await b.call('surveys.change', {
      id,
      title: 'Winter survey',
      opensOn: day('2025-11-01'),
      closesOn: day('2025-11-19'),
    })
    expect((await b.call('surveys.list', {})).rounds).toMatchObject([{ title: 'Winter survey', state: 'to-close' }])
    await b.call('surveys.remove', { id })
    expect((await b.call('surveys.list', {})).rounds).toEqual([])
    await b.call('changes.undo', {})
    expect((await b.call('surveys.list', {})).rounds).toHaveLength(1)
  })

  it('is refused with its reason', async () => {
    const { b } = schoolOfTwelve()
    const input = { formId: survey, title: 'T', isAnonymous: false, audience: everybody, opensOn: '2025-11-01' }
    expect(await b.codeOf('surveys.begin', input)).toBe('survey.names-never')
    expect(
      await b.codeOf('surveys.begin', { ...input, formId: 'skills-and-expertise-audit', isAnonymous: true }),
    ).toBe('survey.names-always')
    expect(await b.codeOf('surveys.begin', { ...input, formId: 'standards-self-assessment' })).toBe(
      'survey.framework-missing',
    )
    const nobody = { kind: 'teams', ids: ['none'] }
    expect(await b.codeOf('surveys.begin', { ...input, isAnonymous: true, audience: nobody })).toBe(
      'survey.nobody-asked',
    )
    expect(await b.codeOf('surveys.begin', { ...input, isAnonymous: true, closesOn: '2025-10-01' })).toBe(
      'day.order',
    )
    expect(await b.codeOf('surveys.begin', { ...input, formId: 'none' })).toBe('record.missing')
  })

  it('of a standard has two rows for each statement of the framework that was chosen', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b, {
      formId: 'standards-self-assessment',
      frameworkId: 'teachers-standards',
      isAnonymous: false,
    })
    const { form, missing } = await b.call('surveys.round', { id })
    expect(form.framework?.name).toBe('Teachers’ Standards')
    const keys = form.sections[0]?.questions[0]?.rows.map((row) => row.key)
    expect(keys?.slice(0, 2)).toEqual(['standards.TS1.now', 'standards.TS1.next'])
    expect(keys).toHaveLength(18)
    expect(missing).toHaveLength(12)
  })
})

describe('a sheet that is keyed in', () => {
  it('is kept, corrected, taken out, and put back by undo', async () => {
    const { b, people } = schoolOfTwelve()
    const roundId = await beginSurvey(b, { formId: 'audit-of-cpd-activity', isAnonymous: false })
    const personId = people[1] ?? ''
    const { id, number } = await b.call('surveys.saveSheet', { roundId, personId, answers: { hours: 4 } })
    expect(number).toBe(1)
    await b.call('surveys.saveSheet', { id: id ?? '', roundId, answers: { hours: 5 } })
    expect(await b.call('surveys.sheet', { id: id ?? '' })).toMatchObject({
      groupId: 'teacher',
      answers: { hours: 5 },
      person: { id: personId },
    })
    expect(await b.codeOf('surveys.remove', { id: roundId })).toBe('survey.has-answers')
    await b.call('surveys.removeSheet', { id: id ?? '' })
    await b.call('changes.undo', {})
    expect((await b.call('surveys.round', { id: roundId })).sheets).toHaveLength(1)
    expect(await b.codeOf('surveys.close', { id: roundId })).toBe('survey.with-names')
  })

  it('is refused where it does not fit', async () => {
    const { b, people } = schoolOfTwelve()
    const roundId = await beginSurvey(b)
    const refuse = (change: object) => b.codeOf('surveys.saveSheet', { roundId, answers: { asked: 4 }, ...change })
    expect(await refuse({ answers: {} })).toBe('survey.no-answer')
    expect(await refuse({ answers: { asked: 6 } })).toBe('input.invalid')
    expect(await refuse({ answers: { unknown: 1 } })).toBe('input.invalid')
    expect(await refuse({ groupId: 'office' })).toBe('survey.group-unknown')
    const named = await beginSurvey(b, { formId: 'audit-of-cpd-activity', isAnonymous: false })
    const inNamed = (change: object) =>
      b.codeOf('surveys.saveSheet', { roundId: named, answers: { hours: 12 }, ...change })
    expect(await inNamed({})).toBe('survey.person-missing')
    expect(await inNamed({ personId: people[1] })).toBe('ok')
    expect(await inNamed({ personId: people[1] })).toBe('survey.sheet-there')
    expect(await inNamed({ personId: 'nobody' })).toBe('record.missing')
    const group = { kind: 'groups', ids: ['ta'] }
    const { id } = await b.call('surveys.begin', {
      formId: 'audit-of-cpd-activity',
      title: 'Assistants',
      isAnonymous: false,
      audience: { kind: 'groups', ids: group.ids },
      opensOn: day('2025-11-01'),
    })
    expect(await inNamed({ roundId: id, personId: people[1] })).toBe('survey.not-asked')
  })
})

describe('the summary of a round', () => {
  it('agrees with SQL written by hand, and hides groups of fewer than five and what would tell of them', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await tenSheets(b, id)
    await b.call('surveys.close', { id })
    const report = await b.call('surveys.summary', { id })
    const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    const asked = tables
      .flatMap(({ rows }) => rows)
      .find((row) => row.cells['question'] === 'Somebody has asked me what I need to learn, and listened')
    const byHand = b.desk.read.first(
      statement(raw<{ n: number; mean: number }>`
        select count(*) as n, avg(json_extract(answers_json, '$.asked')) as mean from survey_slip
        where json_extract(answers_json, '$.asked') is not null`),
    )
    expect(byHand?.n).toBe(10)
    expect(asked?.cells).toMatchObject({ answered: byHand?.n, mean: byHand?.mean, level2: 3, level4: 6, level5: 1 })
    const returned = tables.find((table) => table.key === 'returned')
    // One leader and three assistants are too few, together as well: the six teachers go with them.
    expect(returned?.rows.map(({ cells }) => cells['sheets'])).toEqual([null, null, null])
    expect(JSON.stringify(report.blocks)).not.toContain('means by group')
  })

  it('leaves whoever gave no group out of leaders and others, and shows no words of fewer than five', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b, { formId: 'audit-of-cpd-arrangements' })
    const answer = (groupId: string | null, level: number, more: Answers = {}) =>
      key(b, id, groupId, { 'l-vision': level, ...more })
    const words = (await b.call('surveys.round', { id })).form.sections
      .flatMap(({ questions }) => questions)
      .filter(({ kind }) => kind === 'words')
      .map((question) => question.id)
    const [first = '', second = ''] = words
    for (let count = 0; count < 5; count += 1) await answer('leadership', 4, { [first]: `All five ${count}` })
    for (let count = 0; count < 5; count += 1)
      await answer('teacher', 2, count < 4 ? { [second]: 'Only four' } : {})
    for (let count = 0; count < 5; count += 1) await answer(null, 1)
    await b.call('surveys.close', { id })
    const { blocks } = await b.call('surveys.summary', { id })
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
    const vision = rows.find((row) => 'leaders' in row.cells)
    expect(vision?.cells).toMatchObject({ leaders: 4, others: 2, apart: 2, answered: 15 })
    const text = JSON.stringify(blocks)
    expect(text).toContain('All five 4')
    expect(text).not.toContain('Only four')
    expect(text).toContain('Fewer than 5 wrote something')
  })

  it('with names shows every group, and leaders beside the others', async () => {
    const { b, people } = schoolOfTwelve()
    const id = await beginSurvey(b, { formId: 'audit-of-cpd-arrangements', isAnonymous: false })
    for (const [index, personId] of people.entries())
      await b.call('surveys.saveSheet', { roundId: id, personId, answers: { 'l-vision': index === 0 ? 4 : 1 } })
    const { blocks } = await b.call('surveys.summary', { id })
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
    const vision = rows.find((row) => 'leaders' in row.cells)
    expect(vision?.cells).toMatchObject({ leaders: 4, others: 1, apart: 3, answered: 12 })
    expect(rows.find((row) => row.key === 'l-vision' && 'ta' in row.cells)?.cells).toMatchObject({
      leadership: 4,
      ta: 1,
    })
    expect(JSON.stringify(blocks)).not.toContain('Tess')
  })

  it('goes to paper, Word, Excel and CSV, as the empty form does to paper', async () => {
    const { b, places, drawn } = schoolOfTwelve()
    const id = await beginSurvey(b)
    await tenSheets(b, id)
    await b.call('surveys.close', { id })
    expect(await b.call('surveys.print', { id, format: 'print' })).toEqual({ printed: true, fileName: null })
    expect(drawn[0]).toMatchObject({ title: 'Autumn survey', schoolName: 'Northgate Primary School' })
    expect(JSON.stringify(drawn[0]?.blocks)).toContain('I work as')
    expect(await b.call('surveys.print', { id, format: 'docx' })).toMatchObject({ fileName: 'Autumn survey.docx' })
    for (const format of ['pdf', 'docx', 'xlsx', 'csv'] as const) {
      const { fileName } = await b.call('surveys.printSummary', { id, format })
      expect(fileName).toBe(`Autumn survey, summary.${format}`)
    }
    expect(readFileSync(places.save, 'utf8')).toContain('Somebody has asked me what I need to learn')
    expect(await b.call('surveys.printSummary', { id, format: 'print' })).toEqual({ printed: true, fileName: null })
    expect(readdirSync(places.folder)).toHaveLength(5)
  })
})

describe('gaps', () => {
  it('of a self-assessment become needs of people and of the school, each once', async () => {
    const { b, people } = schoolOfTwelve()
    const id = await beginSurvey(b, {
      formId: 'standards-self-assessment',
      frameworkId: 'teachers-standards',
      isAnonymous: false,
    })
    const levels = (now: number, next: number) => ({ 'standards.TS6.now': now, 'standards.TS6.next': next })
    await b.call('surveys.saveSheet', { roundId: id, personId: people[1] ?? '', answers: levels(1, 3) })
    await b.call('surveys.saveSheet', { roundId: id, personId: people[2] ?? '', answers: levels(3, 3) })
    const { gaps } = await b.call('surveys.gaps', { id })
    expect(gaps.map(({ owner, now, target, gap }) => [owner.kind, now, target, gap])).toEqual([
      ['person', 1, 3, 2],
      ['school', 2, 3, 1],
      ['group', 2, 3, 1],
    ])
    const ask = { id, keys: gaps.map(({ key: one }) => one), dueOn: day('2026-07-01'), importance: 3 as const }
    expect(await b.call('surveys.raise', ask)).toEqual({ raised: 3, already: 0 })
    expect(await b.call('surveys.raise', ask)).toEqual({ raised: 0, already: 3 })
    expect((await b.call('surveys.gaps', { id })).gaps.every(({ isRaised }) => isRaised)).toBe(true)
    const { needs } = await b.call('needs.list', { personId: people[1] ?? '' })
    expect(needs).toMatchObject([
      {
        title: 'Make accurate and productive use of assessment',
        sourceCode: 'selfReview',
        standard: { code: 'TS6' },
        nowLevel: 1,
        targetLevel: 3,
        importance: 3,
      },
    ])
  })

  it('of a team are one need of the team: of those in it, and of a round that asked it alone', async () => {
    const { b } = schoolOfTwelve()
    const [ann = '', bob = ''] = addPeople(b.desk, [
      { name: 'Ann Year', team: 'Year 3' },
      { name: 'Bob Year', team: 'Year 3' },
    ])
    const levels = (now: number, next: number) => ({ 'standards.TS6.now': now, 'standards.TS6.next': next })
    const form = { formId: 'standards-self-assessment', frameworkId: 'teachers-standards', isAnonymous: false }
    const answer = async (roundId: string) => {
      await b.call('surveys.saveSheet', { roundId, personId: ann, answers: levels(1, 3) })
      await b.call('surveys.saveSheet', { roundId, personId: bob, answers: levels(2, 3) })
      return (await b.call('surveys.gaps', { id: roundId })).gaps.filter(({ owner }) => owner.kind !== 'person')
    }
    const all = await answer(await beginSurvey(b, form))
    expect(all.map(({ owner, now, answered }) => [owner.kind, now, answered])).toEqual([
      ['school', 1.5, 2],
      ['group', 1.5, 2],
      ['team', 1.5, 2],
    ])
    const teamId = (await b.call('needs.choices', {})).teams[0]?.id ?? ''
    const { id } = await b.call('surveys.begin', {
      ...form,
      title: 'Year 3',
      audience: { kind: 'teams', ids: [teamId] },
      opensOn: day('2025-11-01'),
    })
    const [gap, ...others] = await answer(id)
    expect(gap).toMatchObject({ owner: { kind: 'team', name: 'Year 3' }, isRaised: false })
    expect(others).toEqual([])
    expect(await b.call('surveys.raise', { id, keys: [gap?.key ?? ''] })).toEqual({ raised: 1, already: 0 })
    expect((await b.call('surveys.gaps', { id })).gaps.find(({ key: one }) => one === gap?.key)?.isRaised).toBe(
      true,
    )
    expect((await b.call('needs.list', {})).needs).toMatchObject([{ owner: { kind: 'team', name: 'Year 3' } }])
  })

  it('of a round without names are of the school and of groups that are shown, never of a person', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    for (let count = 0; count < 6; count += 1) await key(b, id, 'teacher', { asked: 2 })
    await b.call('surveys.close', { id })
    const { gaps, offers } = await b.call('surveys.gaps', { id })
    expect(gaps.map(({ owner, now, target, answered }) => [owner.kind, now, target, answered])).toEqual([
      ['school', 2, 4, 6],
      ['group', 2, 4, 6],
    ])
    expect(offers).toEqual([])
    await b.call('surveys.raise', { id, keys: [gaps[0]?.key ?? ''] })
    const { needs } = await b.call('needs.list', {})
    expect(needs).toMatchObject([{ sourceCode: 'survey', nowLevel: null, importance: 2 }])
  })

  it('of a round without names are of no group that was not said', async () => {
    const { b } = schoolOfTwelve()
    const id = await beginSurvey(b)
    for (const group of ['teacher', null])
      for (let count = 0; count < 6; count += 1) await key(b, id, group, { asked: 2 })
    await b.call('surveys.close', { id })
    const { gaps } = await b.call('surveys.gaps', { id })
    expect(gaps.map(({ owner }) => ('name' in owner ? owner.name : owner.kind))).toEqual(['school', 'Teachers'])
    expect(await b.call('surveys.raise', { id, keys: gaps.map((gap) => gap.key) })).toEqual({
      raised: 2,
      already: 0,
    })
  })

  it('what people offer to share goes into the register of expertise', async () => {
    const { b, people } = schoolOfTwelve()
    const id = await beginSurvey(b, { formId: 'skills-and-expertise-audit', isAnonymous: false })
    const answers = { 'skills.S2.now': 4, 'share.S2': true, 'share.S3': true, 'how.talk': true } as const
    await b.call('surveys.saveSheet', { roundId: id, personId: people[1] ?? '', answers })
    const { offers } = await b.call('surveys.gaps', { id })
    expect(offers.map(({ name, state, level }) => [name, state, level])).toEqual([
      ['Tess Teacher0', 'new', 4],
      ['Tess Teacher0', 'new', 3],
    ])
    const keys = offers.map((offer) => offer.key)
    expect(await b.call('surveys.recordExpertise', { id, keys })).toEqual({ recorded: 2 })
    expect((await b.call('surveys.gaps', { id })).offers.map(({ state }) => state)).toEqual(['same', 'same'])
    const { lines } = await b.call('expertise.list', {})
    expect(lines.map(({ standard, level, canTrain, source }) => [standard?.code, level, canTrain, source])).toEqual(
      [
        ['S3', 3, true, 'audit'],
        ['S2', 4, true, 'audit'],
      ],
    )
  })
})
