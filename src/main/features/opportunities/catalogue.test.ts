import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import { aboutOf, aboutText } from '../../../shared/features/opportunities/about-text'
import { durationMinutes, durationWords, priceWords } from '../../../shared/features/opportunities/words'
import { day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'

const course = {
  title: 'Reading for pleasure',
  typeCode: 'COURSE',
  levelCode: 'individual',
  provisionCode: 'external' as const,
  durationCount: 2,
  durationUnit: 'days' as const,
  priceNetPence: pence(18_000),
  priceVatPence: pence(3_600),
  standards: [{ code: 'TS3', framework: 'teachers-standards' }],
}

async function withCourse(b: TestBinder) {
  const provider = await b.call('providers.save', { name: 'Ridgeway Hub' })
  const { id } = await b.call('opportunities.save', { ...course, providerId: provider.id, about: aboutOf('Read.') })
  const date = {
    opportunityId: id,
    startsOn: day('2026-01-14'),
    startsAt: '09:30',
    endsAt: '15:30',
    venue: 'Town Hall',
  }
  const first = await b.call('opportunities.saveDate', date)
  return { id, dateId: first.id, providerId: provider.id }
}

describe('the catalogue', () => {
  it('lists opportunities with their next date, and keeps a change', async () => {
    const b = binderWithSchool()
    const { id } = await withCourse(b)
    await b.call('opportunities.saveDate', { opportunityId: id, startsOn: day('2025-10-01') })
    const { opportunities } = await b.call('opportunities.list', {})
    expect(opportunities).toMatchObject([
      {
        id,
        providerName: 'Ridgeway Hub',
        nextOn: '2026-01-14',
        lastOn: '2026-01-14',
        dates: 2,
        standards: [{ code: 'TS3', framework: 'teachers-standards' }],
      },
    ])
    const kept = await b.call('opportunities.get', { id })
    expect(aboutText(kept.about)).toBe('Read.')
    await b.call('opportunities.save', { ...course, id, title: 'Reading aloud', about: kept.about })
    expect(await b.call('opportunities.get', { id })).toMatchObject({ title: 'Reading aloud', providerName: null })
    await b.call('opportunities.save', {
      ...course,
      title: 'From a file',
      standards: [{ code: 'ts3' }, { code: 'XX9' }],
    })
    const { standards } = await b.call('opportunities.choices', {})
    const named = standards.filter(({ code }) => /^(ts3|xx9)$/i.test(code))
    expect(named).toMatchObject([
      {
        code: 'TS3',
        label: expect.stringMatching(/knowledge/i) as string,
        framework: 'teachers-standards',
        frameworkName: expect.any(String) as string,
      },
      { code: 'XX9', label: null, framework: null, frameworkName: null },
    ])
  })

  it('refuses what does not fit, beside its field', async () => {
    const b = binderWithSchool()
    expect(await b.codeOf('opportunities.save', { ...course, typeCode: 'NONE' })).toBe('input.invalid')
    expect(await b.codeOf('opportunities.save', { ...course, bookingAddress: 'javascript:alert(1)' })).toBe(
      'input.invalid',
    )
    expect(await b.codeOf('opportunities.save', { ...course, durationUnit: null })).toBe('input.invalid')
    const { id } = await b.call('opportunities.save', course)
    const wrongWayRound = { opportunityId: id, startsOn: '2026-02-02', endsOn: '2026-02-01' }
    expect(await b.codeOf('opportunities.saveDate', wrongWayRound)).toBe('input.invalid')
    const person = await b.call('staff.savePerson', { forename: 'Amy', surname: 'Brown' })
    const own = { ...course, expertPersonId: person.id }
    expect(await b.codeOf('opportunities.save', own)).toBe('opportunity.own-staff')
    expect(await b.codeOf('opportunities.save', { ...own, provisionCode: 'within' })).toBe('ok')
  })

  it('makes an event of a date, once, with times, place, provider and price in reach', async () => {
    const b = binderWithSchool()
    const { id, dateId, providerId } = await withCourse(b)
    const { eventId } = await b.call('opportunities.makeEvent', { id, dateId })
    const event = await b.call('activities.event', { id: eventId })
    expect(event).toMatchObject({
      activityTitle: 'Reading for pleasure',
      venue: 'Town Hall',
      status: 'planned',
      activity: { providerId, typeCode: 'COURSE', defaultMinutes: 780, description: 'Read.' },
      sessionList: [{ heldOn: '2026-01-14', startsAt: '09:30', endsAt: '15:30', durationMinutes: 360 }],
    })
    expect(await b.codeOf('opportunities.makeEvent', { id, dateId })).toBe('opportunity.date-made')
    expect(await b.codeOf('opportunities.removeDate', { id: dateId })).toBe('opportunity.date-made')
    const again = await b.call('opportunities.makeEvent', { id })
    expect((await b.call('activities.event', { id: again.eventId })).activityId).toBe(event.activityId)
    expect((await b.call('opportunities.get', { id })).eventList).toHaveLength(2)
    await b.call('opportunities.archive', { ids: [id], isArchived: true })
    expect(await b.codeOf('opportunities.makeEvent', { id })).toBe('opportunity.archived')
    expect((await b.call('opportunities.list', {})).opportunities).toEqual([])
  })

  it('says of a course of several days when it ends, and gives its first day a school day at most', async () => {
    const b = binderWithSchool()
    const { id } = await b.call('opportunities.save', course)
    const long = { opportunityId: id, startsOn: day('2026-01-14'), endsOn: day('2026-03-04'), reference: 'A01' }
    const { id: dateId } = await b.call('opportunities.saveDate', long)
    const { eventId } = await b.call('opportunities.makeEvent', { id, dateId })
    const event = await b.call('activities.event', { id: eventId })
    expect(event.sessionList).toMatchObject([{ heldOn: '2026-01-14', durationMinutes: 390 }])
    expect(event.note).toBe('Runs 14 Jan 2026 to 4 Mar 2026: add its other sessions. Reference A01.')
    await b.call('opportunities.removeDate', {
      id: (await b.call('opportunities.saveDate', { opportunityId: id, startsOn: day('2026-05-01') })).id,
    })
    expect((await b.call('opportunities.get', { id })).dateList).toHaveLength(1)
  })

  it('saves the list as a spreadsheet of exact prices', async () => {
    const place: { path?: string } = {}
    const b = binderWithSchool({ host: { askSaveFile: () => Promise.resolve(place.path) } })
    place.path = join(b.folder, 'list.csv')
    const { id } = await withCourse(b)
    expect(await b.call('opportunities.print', { ids: [id], format: 'csv' })).toEqual({
      printed: false,
      fileName: 'list.csv',
    })
    const text = readFileSync(place.path, 'utf8')
    expect(text).toContain('Reading for pleasure,Ridgeway Hub,')
    expect(text).toContain('216.00')
    await b.call('opportunities.print', { ids: [id], format: 'xlsx' })
    await b.call('opportunities.print', { ids: [id], format: 'docx' })
  })
})

describe('words', () => {
  it('of a price and a length', () => {
    expect(priceWords({ priceNetPence: null, priceVatPence: null })).toBe('')
    expect(priceWords({ priceNetPence: pence(0), priceVatPence: null })).toBe('Free')
    expect(priceWords({ priceNetPence: pence(18_000), priceVatPence: pence(3_600) })).toBe('£180.00 and £36.00 VAT')
    expect(durationWords({ durationCount: 1, durationUnit: 'days' })).toBe('1 day')
    expect(durationMinutes({ durationCount: 1.5, durationUnit: 'hours' }, 390)).toBe(90)
    expect(durationMinutes({ durationCount: 4, durationUnit: 'weeks' }, 390)).toBeNull()
  })

  it('of a part of a description that nobody touched keep their bold letters and links', () => {
    const link = { type: 'link' as const, attrs: { href: 'https://example.org/' } }
    const before = {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Read this', marks: [link] }] },
        {
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: 'Old', marks: [{ type: 'bold' as const }] }],
        },
      ],
    }
    const typed = (aboutText(before) ?? '').replace('Old', 'New')
    expect(aboutOf(`${typed}\n\nMore`, before)?.content).toEqual([
      before.content[0],
      { type: 'paragraph', content: [{ type: 'text', text: 'New' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'More' }] },
    ])
  })

  it('of a description survive the plain box', () => {
    const typed = 'One.\n\n## What you learn\n\n- To read\n- To write'
    expect(aboutText(aboutOf(typed))).toBe(typed)
    expect(aboutOf('  \n ')).toBeNull()
    expect(aboutText(null)).toBeNull()
  })
})
