import type { offersContract } from '../../../shared/features/opportunities/offers-contract'
import { offerDocument } from '../../../shared/features/opportunities/offer-paper'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { earlierOf, type Day } from '../../../shared/kernel/dates'
import { academicYearOf } from '../../../shared/kernel/years'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear, profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { opportunityOf } from './catalogue'
import { groupNamesOf } from './choices'
import { keepAnswers, listOffers, offerOf, sendOffer, type PersonHere } from './offers'
import { onPaper } from './paper'
import { keepReason, unofferedIn } from './unoffered'

export interface OffersNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** Everybody who works at the school on a day, with the group of their main post. */
  readonly peopleOn: (db: ReadDb, on: Day) => readonly PersonHere[]
}

export function offersHandlers(needs: OffersNeeds): HandlersOf<typeof offersContract> {
  const { desk, clock, peopleOn } = needs
  const yearAsked = (year: number | undefined) => {
    const thisYear = academicYearOf(clock.today())
    const startYear = year ?? thisYear
    return { startYear, thisYear, span: daysOfYear(desk.read, { kind: 'academic', startYear }) }
  }
  const groupOf = (on: Day): ((personId: string) => string | null) => {
    const name = groupNamesOf(desk.read)
    const groups = new Map(peopleOn(desk.read, on).map((one) => [one.personId, one.staffGroupId]))
    return (personId) => {
      const id = groups.get(personId)
      return id === undefined || id === null ? null : name(id)
    }
  }
  return {
    'offers.list': ({ year }) => {
      const { span, ...years } = yearAsked(year)
      return { ...years, offers: listOffers(desk.read, span) }
    },
    'offers.get': ({ id }) => offerOf(desk.read, id, groupOf(clock.today())),
    'offers.send': (input) =>
      desk.write('offers.send', (db) =>
        sendOffer(db, input, peopleOn(db, input.sentOn), desk.actingPersonId ?? null, clock.today()),
      ),
    'offers.answer': (input) => ({
      count: desk.write('offers.answer', (db) => keepAnswers(db, input, clock.today())),
    }),
    'offers.print': ({ id, format }) => printOffer(needs, id, format),
    'offers.unoffered': ({ year }) => {
      const { span, ...years } = yearAsked(year)
      // Of a year that runs, the days that have been.
      const soFar = { startsOn: span.startsOn, endsOn: earlierOf(span.endsOn, clock.today()) }
      return { ...years, ...unofferedIn(desk.read, years.startYear, soFar) }
    },
    'offers.saveReason': (input) => {
      desk.write('offers.saveReason', (db) => keepReason(db, input))
      return {}
    },
  }
}

function printOffer(needs: OffersNeeds, id: string, format: 'print' | 'pdf' | 'docx') {
  const { desk, clock } = needs
  const offer = offerOf(desk.read, id, () => null)
  const pages = offerDocument({
    ...offer,
    schoolName: profileOn(desk.read, clock.today())?.name ?? '',
    opportunities: offer.items.map(({ opportunityId }) => opportunityOf(desk.read, opportunityId, offer.sentOn)),
    groupName: groupNamesOf(desk.read),
  })
  return onPaper(needs, { pages, table: undefined, format, createdAtUtc: clock.nowUtc() })
}
