import { describe, expect, it } from 'vitest'
import { addPeople } from '../../../../tests/fixtures/people'
import { binder, binderWithSchool } from '../../../../tests/fixtures/school'
import { offerDocument } from '../../../shared/features/opportunities/offer-paper'
import { offersForEach, whyNothing } from '../../../shared/features/opportunities/offers'
import { day } from '../../../shared/kernel/dates'
import { sql } from '../../db/handle'

const course = { typeCode: 'COURSE', levelCode: 'individual', provisionCode: 'external' as const }

async function sampleOffer() {
  const b = binder()
  await b.call('school.openSample', {})
  const { opportunities } = await b.call('opportunities.list', {})
  const ids = (title: string) => opportunities.find((one) => one.title.startsWith(title))?.id ?? ''
  return { b, ids }
}

describe('an offer', () => {
  it('goes to groups and people, keeps what they say, and takes a booking for an answer', async () => {
    const { b, ids } = await sampleOffer()
    const people = b.desk.read.all(sql.selectFrom('person').select('id').where('left_on', 'is', null))
    const extra = people.at(-1)?.id ?? ''
    const opportunityIds = [ids('Emergency'), ids('Talk')]
    const bulletin = { kind: 'bulletin' as const, title: 'Spring', sentOn: day('2025-11-20'), opportunityIds }
    const sent = await b.call('offers.send', { ...bulletin, groupIds: ['office'], personIds: [extra] })
    const detail = await b.call('offers.get', { id: sent.id })
    expect(detail).toMatchObject({ people: sent.people, opportunities: 2, silent: sent.people, interested: 0 })
    expect(detail.persons.some(({ personId }) => personId === extra)).toBe(true)
    const [first, second] = detail.persons
    const answer = (personId: string, said: 'no' | 'interested' | null, why: string | null = null) => ({
      personId,
      opportunityId: opportunityIds[0] ?? '',
      answer: said,
      why,
    })
    const [one, two] = [first?.personId ?? '', second?.personId ?? '']
    await b.call('offers.answer', {
      offerId: sent.id,
      answers: [answer(one, 'interested'), answer(two, 'no', 'Away')],
    })
    expect(await b.call('offers.get', { id: sent.id })).toMatchObject({
      interested: 1,
      no: 1,
      silent: sent.people - 2,
    })
    const { eventId } = await b.call('opportunities.makeEvent', { id: opportunityIds[0] ?? '' })
    await b.call('bookings.book', { eventId, personIds: [two] })
    const after = await b.call('offers.get', { id: sent.id })
    expect(after).toMatchObject({ interested: 1, booked: 1, no: 0 })
    expect(after.persons.find(({ personId }) => personId === two)?.answers).toMatchObject([{ isFromBooking: true }])
    await b.call('offers.answer', { offerId: sent.id, answers: [answer(one, null)] })
    expect(await b.call('offers.get', { id: sent.id })).toMatchObject({ interested: 0 })
    const foreign = people.find(({ id }) => !detail.persons.some(({ personId }) => personId === id))?.id ?? ''
    expect(await b.codeOf('offers.answer', { offerId: sent.id, answers: [answer(foreign, 'no')] })).toBe(
      'offer.not-sent',
    )
    expect(await b.codeOf('offers.send', { ...bulletin, groupIds: ['nobody'] })).toBe('offer.nobody')
    expect(await b.codeOf('offers.send', { ...bulletin, groupIds: ['office'], sentOn: '2025-11-21' })).toBe(
      'offer.ahead',
    )
    const { offers } = await b.call('offers.list', {})
    expect(offers.map(({ title }) => title)).toEqual(['Spring', 'What you could go to this term'])
    expect(await b.codeOf('offers.print', { id: sent.id, format: 'docx' })).toBe('host.unavailable')
  })

  it('goes to the people of a team, each once though a group and a name bring them as well', async () => {
    const b = binderWithSchool()
    const [ada = '', ben = ''] = addPeople(b.desk, [
      { name: 'Ada Able', team: 'Infants' },
      { name: 'Ben Brook', post: 'Teaching assistant', group: 'ta', team: 'Infants' },
      { name: 'Cara Cole' },
    ])
    const { id } = await b.call('opportunities.save', { ...course, title: 'First aid' })
    const { teams } = await b.call('opportunities.choices', {})
    expect(teams.map(({ name }) => name)).toEqual(['Infants'])
    const sent = await b.call('offers.send', {
      kind: 'bulletin',
      title: 'For the infants',
      sentOn: day('2025-11-20'),
      opportunityIds: [id],
      teamIds: teams.map((team) => team.id),
      groupIds: ['ta'],
      personIds: [ada],
    })
    const { persons } = await b.call('offers.get', { id: sent.id })
    expect(persons.map(({ personId }) => personId)).toEqual([ada, ben])
  })

  it('takes no booking of an earlier year for an answer, and one of this year for one', async () => {
    const b = binderWithSchool()
    const { id: personId } = await b.call('staff.savePerson', { forename: 'Amy', surname: 'Brown' })
    const { id } = await b.call('opportunities.save', { ...course, title: 'First aid' })
    const bookOn = async (startsOn: string) => {
      const date = await b.call('opportunities.saveDate', { opportunityId: id, startsOn: day(startsOn) })
      const { eventId } = await b.call('opportunities.makeEvent', { id, dateId: date.id })
      await b.call('bookings.book', { eventId, personIds: [personId] })
    }
    const offer = { kind: 'bulletin' as const, opportunityIds: [id], personIds: [personId] }
    const before = await b.call('offers.send', { ...offer, title: 'Two years ago', sentOn: day('2023-10-01') })
    const now = await b.call('offers.send', { ...offer, title: 'This term', sentOn: day('2025-11-01') })
    const booked = async () =>
      Promise.all([before, now].map(async (one) => (await b.call('offers.get', { id: one.id })).booked))
    await bookOn('2024-03-01')
    expect(await booked()).toEqual([1, 0])
    await bookOn('2026-01-14')
    expect(await booked()).toEqual([1, 1])
    expect((await b.call('offers.list', {})).offers.map((one) => one.silent)).toEqual([0])
  })

  it('says on paper what it is, for whom and when, and names nobody', async () => {
    const { b, ids } = await sampleOffer()
    const opportunity = await b.call('opportunities.get', { id: ids('Phonics') })
    const pages = offerDocument({
      kind: 'bulletin',
      title: 'This term',
      words: 'Say yes.',
      sentOn: day('2025-11-20'),
      schoolName: 'Hartwell Park',
      opportunities: [opportunity],
      groupName: (id) => id.toUpperCase(),
    })
    const text = JSON.stringify(pages)
    expect(text).toContain('Our own staff · In person · 90 minutes · Free · For TEACHER, ECT, TA · 15 Dec 2025')
    expect(text).not.toContain(opportunity.expertName ?? 'nobody')
    expect(pages.blocks.map(({ kind }) => kind)).toEqual([
      'lead',
      'heading',
      'note',
      'paragraph',
      'heading',
      'paragraph',
      'table',
    ])
  })
})

describe('who was offered nothing', () => {
  it('is everybody without an offer in the year, with the reason, and each group by its fair share', async () => {
    const b = binderWithSchool()
    const person = async (surname: string, groupId: string, fromOn: string) => {
      const { id } = await b.call('staff.savePerson', { forename: 'A', surname, startedOn: day(fromOn) })
      await b.call('staff.saveHolding', {
        personId: id,
        postTitle: `Post of ${surname}`,
        staffGroupId: groupId,
        fromOn: day(fromOn),
        fteThousandths: 1000,
      })
      return id
    }
    await person('Early', 'teacher', '2024-09-01')
    const second = await person('Second', 'teacher', '2024-09-01')
    await person('Late', 'teacher', '2025-11-01')
    const cook = await person('Cook', 'catering', '2024-09-01')
    const { id } = await b.call('opportunities.save', { ...course, title: 'Phonics', groupIds: ['teacher'] })
    const send = { kind: 'booklet' as const, title: 'Programme', sentOn: day('2025-10-01'), opportunityIds: [id] }
    await b.call('offers.send', { ...send, personIds: [second] })
    await b.call('offers.saveReason', { personId: cook, year: 2025, why: 'Asked for a place at college' })
    const found = await b.call('offers.unoffered', {})
    expect(found).toMatchObject({ startYear: 2025, offers: 1 })
    expect(found.people.map(({ name, why, reason }) => [name, why, reason])).toEqual([
      ['Cook, A', 'not-for-group', 'Asked for a place at college'],
      ['Early, A', 'left-out', null],
      ['Late, A', 'started-later', null],
    ])
    // 1 September to 20 November are 81 days, and 20 of them since the first of November.
    const teachers = found.groups.find(({ groupId }) => groupId === 'teacher')
    expect(teachers).toMatchObject({
      heads: 3,
      offeredHeads: 1,
      offered: 1,
      proRataThousandths: 2000 + Math.round(20000 / 81),
    })
    expect(offersForEach(teachers ?? found.groups[0]!)).toBeCloseTo(1000 / 2247, 6)
    await b.call('offers.saveReason', { personId: cook, year: 2025, why: null })
    expect((await b.call('offers.unoffered', { year: 2025 })).people[0]?.reason).toBeNull()
    expect((await b.call('offers.unoffered', { year: 2024 })).people.map(({ why }) => why)).toEqual([
      'no-offer',
      'no-offer',
      'no-offer',
    ])
  })

  it('gives a reason by the records', () => {
    const offers = [{ sentOn: day('2025-10-01'), groupIds: [['teacher'], []] }]
    expect(whyNothing({ startedOn: null, groupId: 'cook' }, offers)).toBe('left-out')
    expect(whyNothing({ startedOn: day('2025-10-02'), groupId: 'teacher' }, offers)).toBe('started-later')
    expect(whyNothing({ startedOn: null, groupId: null }, [])).toBe('no-offer')
  })
})
