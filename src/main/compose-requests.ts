import type { Clock } from '../shared/kernel/clock'
import type { ProgramData } from '../shared/features/packs/data'
import type { ReportFacts } from '../shared/features/reports/facts'
import type { YearAsked } from '../shared/kernel/years'
import type { Day } from '../shared/kernel/dates'
import type { ReadDb } from './db/handle'
import type { SchoolDesk } from './db/school-desk'
import type { Paper } from './documents/paper'
import { activitiesHandlers } from './features/activities/handlers'
import { cancelOne, placeFor } from './features/activities/place'
import { chargedFor, costsOfPlace, giveUpCosts, passCostsOn, type WhosePlace } from './features/costs/give-up'
import { orderPlace, unorderedOfRequests } from './features/costs/order-place'
import { addCost } from './features/costs/service'
import { leftOfPromises } from './features/entitlements/left'
import { expectChange, expectMeasured } from './features/evaluation/service'
import { followEvent, serveNeeds } from './features/needs/events'
import { handOf } from './features/needs/handlers'
import { needGivenUp } from './features/needs/given-up'
import { planNeeds } from './features/needs/move'
import { readAlive } from './features/packs/data-in-use'
import { providerNamed } from './features/provision/service'
import { placeBookedAgain } from './features/requests/place-again'
import type { BookNeeds } from './features/requests/book'
import { passRequestOn } from './features/requests/places'
import { requestsHandlers } from './features/requests/handlers'
import { applyRequests, planRequests } from './features/requests/import'
import type { EntitlementPolicy } from '../shared/features/entitlements/rules'
import type { RequestsPort } from './features/imports/ports'
import type { Shelf } from './features/packs/shelf'

interface Desk {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly data: () => ProgramData
}

export interface RequestNeeds extends Desk {
  readonly paper: Paper
  readonly shelf: Shelf
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
  readonly policy: () => EntitlementPolicy
}

/** Requests write what becomes of them through the features that own it. */
export function requestHandlers({ desk, clock, data, shelf, factsOf, paper, policy }: RequestNeeds) {
  const { financeCodes, typology } = readAlive(data)
  return requestsHandlers({
    desk,
    clock,
    paper,
    codes: financeCodes,
    placeFor: (db, where, personId) =>
      placeFor(db, where, personId, { today: clock.today(), typology, providerNamed, expectChange }),
    addCost: (db, cost, start) => addCost(db, cost, start, financeCodes),
    expectMeasured,
    serveNeed: serveNeedBy({ desk, clock }),
    costsOfPlace: (db, place) => costsOfPlace(db, place, financeCodes),
    chargedFor,
    giveUpCosts: (db, place: WhosePlace & { percent: number; on: Day }) => giveUpCosts(db, place, financeCodes),
    needGivenUp: (db, { needId, eventId }) => needGivenUp(db, needId, eventId, handOf(desk, clock)),
    cancelBooking: (db, place) => cancelOne(db, place, clock.today()),
    orderPlace,
    unorderedOfRequests,
    fundsOf: (db, year) => factsOf(db, year).funds,
    leftOfPromises: (db, personId, on) =>
      leftOfPromises({ db, today: clock.today(), policy: policy(), personId }, on),
    checklists: () => shelf.all(['checklist']),
  })
}

/** A need is planned, and served by an event, by whoever sits at the desk. */
function serveNeedBy({ desk, clock }: Pick<Desk, 'desk' | 'clock'>): BookNeeds['serveNeed'] {
  return (db, { needId, eventId, reason }) => {
    const hand = handOf(desk, clock)
    planNeeds(db, { needIds: [needId], reason }, hand)
    serveNeeds(db, [needId], eventId, hand)
  }
}

/** Filled-in requests are taken in by the feature that owns them. */
export function requestsImport({ desk, clock, data }: Desk): RequestsPort {
  const hand = () => ({
    codes: data().financeCodes,
    today: clock.today(),
    actingPersonId: desk.actingPersonId,
  })
  return {
    plan: (db, rows) => planRequests(db, rows, hand()),
    apply: (db, rows) => applyRequests(db, rows, hand()),
  }
}

/** A place that is passed on takes its request and its costs with it; one that is booked again is its request's again. */
export function activityHandlers({ desk, clock, data }: Desk) {
  return activitiesHandlers({
    desk,
    clock,
    typology: () => data().typology,
    providerNamed,
    expectChange,
    passOn: (db, from, to) => {
      passRequestOn(db, from, to, clock.today())
      passCostsOn(db, from, to)
    },
    bookedAgain: (db, bookingId) => {
      const codes = data().financeCodes
      placeBookedAgain(db, bookingId, {
        codes,
        today: clock.today(),
        actingPersonId: desk.actingPersonId,
        addCost: (to, cost, start) => addCost(to, cost, start, codes),
        serveNeed: serveNeedBy({ desk, clock }),
        chargedFor,
      })
    },
    eventTurned: (db, eventId, turn) => followEvent(db, eventId, turn, handOf(desk, clock)),
  })
}
