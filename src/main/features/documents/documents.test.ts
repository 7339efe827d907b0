import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../../shared/kernel/dates'
import { plainText, type RichText } from '../../../shared/kernel/rich-text'
import { binder, binderWithSchool, temporaryFolder, type TestBinder } from '../../../../tests/fixtures/school'
import { compareTexts } from '../../lib/compare-texts'
import { templateSections } from './templates'

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function policy(b: TestBinder): Promise<string> {
  return (await b.call('documents.create', { templateId: 'cpd-policy', title: 'Our CPD policy' })).id
}

describe('a template', () => {
  it('is cut at its headings, with what it says about writing each beside it', () => {
    const [first, second] = templateSections(
      '## Aims {#aims}\n\n> Guidance: Keep it short.\n\nWe **want** this.\n\n## Roles\n\nWho.\n',
    )
    expect(first).toMatchObject({ key: 'aims', title: 'Aims' })
    expect(first && plainText(first.body)).toBe('We want this.')
    expect(first?.guidance && plainText(first.guidance)).toBe('Keep it short.')
    expect(second).toMatchObject({ key: null, title: 'Roles', guidance: null })
  })

  it('of the program begins a document, each with at least two sections', async () => {
    const b = binderWithSchool()
    const { templates } = await b.call('documents.templates', {})
    expect(templates.length).toBeGreaterThan(20)
    // A person is asked for where the text speaks of one.
    const isAboutPerson = (id: string) => templates.find((one) => one.id === id)?.isAboutPerson
    expect(isAboutPerson('annual-letter')).toBe(true)
    expect(isAboutPerson('cpd-policy')).toBe(false)
    for (const { id, title } of templates) {
      const made = await b.call('documents.create', { templateId: id, title })
      const { sections, unfinished } = await b.call('documents.get', made)
      expect([title, sections.length >= 2, unfinished.unknown]).toEqual([title, true, []])
    }
    const { documents } = await b.call('documents.list', {})
    expect(documents).toHaveLength(templates.length)
  })
})

describe('the working text', () => {
  it('quotes the school, and shows what it has not recorded as missing', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    const before = await b.call('documents.get', { id })
    const value = (name: string) => before.values.find((one) => one.name === name)
    expect(value('school.name')).toMatchObject({ text: 'Northgate Primary School', to: '/school' })
    expect(value('school.headteacher')?.text).toBeNull()
    expect(before.unfinished.empty).toContain('school.headteacher')
    await b.call('documents.saveFact', { name: 'school.headteacher', value: 'Dr Ada Hill' })
    const after = await b.call('documents.get', { id })
    expect(after.unfinished.empty).not.toContain('school.headteacher')
    expect((await b.call('documents.facts', {})).facts).toContainEqual({
      name: 'school.headteacher',
      value: 'Dr Ada Hill',
    })
    const { values } = await b.call('documents.fields', { id })
    expect(values.find(({ name }) => name === 'school.headteacher')?.text).toBe('Dr Ada Hill')
    expect(values.map(({ name }) => name)).toContain('table.priorities')
    // Nothing entered is a gap: neither a budget of £0.00 nor a list of priorities without one.
    for (const empty of ['figure.budget', 'table.priorities', 'school.cpdLeader'])
      expect(values.find(({ name }) => name === empty)).toMatchObject({ text: null, table: null })
    const leader = await b.call('staff.savePerson', { forename: 'Jo', surname: 'Reed' })
    const settings = await b.call('school.settings', {})
    await b.call('school.saveSettings', { ...settings, cpdLeaderPersonId: leader.id })
    const named = (await b.call('documents.get', { id })).values
    expect(named.find(({ name }) => name === 'school.cpdLeader')).toMatchObject({ text: 'Jo Reed', to: '/school' })
    expect(values.map(({ name }) => name)).toContain('person.name')
  })

  it('has sections that are written, added, moved, left out with a reason, and undone', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    const titles = async () => (await b.call('documents.get', { id })).sections.map(({ title }) => title)
    const [first, second] = (await b.call('documents.get', { id })).sections
    if (!first || !second) throw new Error('no sections')
    const added = await b.call('documents.addSection', { documentId: id, afterId: first.id, title: 'Ours alone' })
    expect((await titles()).slice(0, 3)).toEqual([first.title, 'Ours alone', second.title])
    await b.call('documents.moveSection', { id: added.id, to: 0 })
    expect((await titles())[0]).toBe('Ours alone')
    await b.call('documents.saveSection', { id: added.id, title: 'Just ours', body: words('We do this.') })
    await b.call('documents.leaveOut', { id: second.id, reason: 'We are too small for it.' })
    const { sections } = await b.call('documents.get', { id })
    expect(sections.find((section) => section.id === second.id)).toMatchObject({
      isLeftOut: true,
      leftOutReason: 'We are too small for it.',
    })
    expect(await b.codeOf('documents.removeSection', { id: second.id })).toBe('document.section-of-template')
    await b.call('documents.removeSection', { id: added.id })
    expect(await titles()).not.toContain('Just ours')
    await b.call('changes.undo', {})
    expect((await titles())[0]).toBe('Just ours')
  })

  it('refuses nodes, marks and addresses that a text cannot have', async () => {
    const b = binderWithSchool()
    const { sections } = await b.call('documents.get', { id: await policy(b) })
    const section = { id: sections[0]?.id ?? '', title: 'Aims' }
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const bodies: unknown[] = [
      { type: 'doc', content: [{ type: 'codeBlock' }] },
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] },
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [link] }] }] },
      { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'color:red' } }] },
    ]
    for (const body of bodies)
      expect(await b.codeOf('documents.saveSection', { ...section, body })).toBe('input.invalid')
  })

  it('names a field that does not exist in the list of documents', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    const { sections } = await b.call('documents.get', { id })
    const body: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mergeField', attrs: { name: 'school.motto' } }] }],
    }
    await b.call('documents.saveSection', { id: sections[0]?.id ?? '', title: 'Aims', body })
    const { documents } = await b.call('documents.list', {})
    expect(documents[0]?.unfinished.unknown).toEqual(['school.motto'])
  })
})

describe('the life of a document', () => {
  it('goes from draft to approval and back, and only by its steps', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    const { sections } = await b.call('documents.get', { id })
    expect(await b.codeOf('documents.return', { id })).toBe('document.not-that-step')
    await b.call('documents.submit', { id })
    const waiting = (await b.call('today.view', {})).tasks.find(({ kind }) => kind === 'document-waiting')
    expect(waiting).toMatchObject({ count: 1, first: 'Our CPD policy' })
    const save = { id: sections[0]?.id ?? '', title: 'Aims', body: words('Too late') }
    expect(await b.codeOf('documents.saveSection', save)).toBe('document.not-a-draft')
    expect(await b.codeOf('documents.reopen', { id })).toBe('document.not-that-step')
    await b.call('documents.return', { id, note: 'Name the fund.' })
    await b.call('documents.saveSection', save)
    const { steps, status } = await b.call('documents.get', { id })
    expect(status).toBe('draft')
    expect(steps.map(({ what, note }) => [what, note])).toEqual([
      ['begun', null],
      ['submitted', null],
      ['returned', 'Name the fund.'],
    ])
  })

  it('is not approved while something is unfinished, unless gaps are allowed', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    await b.call('documents.submit', { id })
    const approval = { id, approvedBy: 'Governing body', approvedOn: day('2025-11-19') }
    expect(await b.codeOf('documents.approve', approval)).toBe('document.unfinished')
    // No window here draws its pages.
    expect(await b.codeOf('documents.approve', { ...approval, withGaps: true })).toBe('host.unavailable')
    expect((await b.call('documents.get', { id })).versions).toEqual([])
  })

  it('is renamed and put away', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    await b.call('documents.rename', { id, title: 'The policy', reviewMonths: 24 })
    await b.call('documents.archive', { id, isArchived: true })
    expect((await b.call('documents.list', {})).documents).toEqual([])
    const { documents } = await b.call('documents.list', { includeArchived: true })
    expect(documents.map(({ title, isArchived }) => [title, isArchived])).toEqual([['The policy', true]])
  })

  it('is attached to something that is there, once, and let go', async () => {
    const b = binderWithSchool()
    const id = await policy(b)
    const priority = await b.call('priorities.save', { academicYear: 2025, level: 'school', title: 'Reading' })
    const link = { id, target: 'priority', targetId: priority.id } as const
    const made = await b.call('documents.attach', link)
    expect(await b.call('documents.attach', link)).toEqual(made)
    expect(await b.codeOf('documents.attach', { ...link, targetId: 'nobody' })).toBe('record.missing')
    expect((await b.call('documents.get', { id })).links).toEqual([
      {
        id: made.id,
        target: 'priority',
        targetId: priority.id,
        title: 'Reading',
        to: `/priorities/${priority.id}`,
      },
    ])
    const attached = await b.call('documents.attachedTo', { target: 'priority', targetId: priority.id })
    expect(attached.documents).toEqual([
      { id, title: 'Our CPD policy', kind: 'policy', status: 'draft', linkId: made.id },
    ])
    await b.call('documents.detach', { id: made.id })
    expect(await b.codeOf('documents.detach', { id: made.id })).toBe('record.missing')
  })
})

describe('a document begun for something', () => {
  it('is attached to it in the same change', async () => {
    const b = binderWithSchool()
    const priority = await b.call('priorities.save', { academicYear: 2025, level: 'school', title: 'Reading' })
    const attachTo = { target: 'priority', targetId: priority.id } as const
    const { id } = await b.call('documents.create', { templateId: null, title: 'Our way', attachTo })
    expect((await b.call('documents.get', { id })).links.map(({ title }) => title)).toEqual(['Reading'])
    await b.call('changes.undo', {})
    expect((await b.call('documents.attachedTo', attachTo)).documents).toEqual([])
    expect(await b.codeOf('documents.get', { id })).toBe('record.missing')
    const lost = { templateId: null, title: 'Our way', attachTo: { target: 'event', targetId: 'nobody' } }
    expect(await b.codeOf('documents.create', lost)).toBe('record.missing')
    expect((await b.call('documents.list', {})).documents).toEqual([])
  })

  it('is with the person whom it is about, with nothing to take off, until it is put away', async () => {
    const b = binder()
    await b.call('school.openSample', {})
    const [person] = (await b.call('staff.choices', {})).people
    const personId = person?.id ?? ''
    const { id } = await b.call('documents.create', { templateId: 'annual-letter', title: 'Letter', personId })
    const target = { target: 'person', targetId: personId } as const
    const about = { id, title: 'Letter', kind: 'letter', status: 'draft' }
    expect((await b.call('documents.attachedTo', target)).documents).toEqual([{ ...about, linkId: null }])
    const { id: linkId } = await b.call('documents.attach', { id, ...target })
    expect((await b.call('documents.attachedTo', target)).documents).toEqual([{ ...about, linkId }])
    await b.call('documents.archive', { id, isArchived: true })
    expect((await b.call('documents.attachedTo', target)).documents).toEqual([])
  })
})

describe('a document on paper', () => {
  it('is saved as plain text with its fields as their values and its gaps to be seen', async () => {
    const path = join(temporaryFolder(), 'policy.txt')
    const b = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(path) } })
    const id = await policy(b)
    const asked = { id, version: null, format: 'txt' } as const
    expect(await b.call('documents.export', asked)).toEqual({ fileName: 'policy.txt' })
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^Our CPD policy\r\n/)
    expect(text).toContain('Northgate Primary School')
    expect(text).toContain('[[The headteacher]]')
    expect(text).not.toContain('{{')
    expect(text).not.toContain('Guidance:')
    expect(await b.codeOf('documents.export', { ...asked, version: 1 })).toBe('record.missing')
    expect(await b.codeOf('documents.print', { id, version: null })).toBe('host.unavailable')
    expect(await b.codeOf('documents.compare', { id, from: 1, to: null })).toBe('record.missing')
  })
})

describe('two texts compared', () => {
  const text = (markdown: Readonly<Record<string, string>>): RichText => ({
    type: 'doc',
    content: Object.entries(markdown).flatMap(([title, body]) => [
      { type: 'heading' as const, attrs: { level: 2 as const }, content: [{ type: 'text' as const, text: title }] },
      ...words(body).content,
    ]),
  })

  it('show words that came and went, section by section', () => {
    const compared = compareTexts(
      text({ Aims: 'We aim high.', Gone: 'Old words.', Roles: 'The head decides.' }),
      text({ Aims: 'We aim very high.', Roles: 'The head decides.', New: 'Fresh.' }),
    )
    expect(compared.map(({ title, what }) => `${title} ${what}`)).toEqual([
      'Aims changed',
      'Gone removed',
      'Roles same',
      'New added',
    ])
    const [aims] = compared
    const join = (skip: string) =>
      aims?.pieces
        .filter(({ what }) => what !== skip)
        .map((piece) => piece.text)
        .join('')
    expect(join('added')).toBe('We aim high.')
    expect(join('removed')).toBe('We aim very high.')
  })
})
