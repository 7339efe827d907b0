import type { Clock } from '../shared/kernel/clock'
import { zNeedFilter } from '../shared/features/needs/model'
import type { ProgramData } from '../shared/features/packs/data'
import type { ReportFacts } from '../shared/features/reports/facts'
import type { YearAsked } from '../shared/kernel/years'
import type { Day } from '../shared/kernel/dates'
import type { ReadDb, WriteDb } from './db/handle'
import type { SchoolDesk } from './db/school-desk'
import type { Paper } from './documents/paper'
import { peopleOn } from './features/activities/people-on-day'
import { bookAll, makePlannedRun } from './features/activities/planned-run'
import { addCost } from './features/costs/service'
import { expectMeasured } from './features/evaluation/service'
import { serveNeeds } from './features/needs/events'
import { planNeeds } from './features/needs/move'
import { listNeeds } from './features/needs/repository'
import { readAlive } from './features/packs/data-in-use'
import { planHandlers } from './features/plan/handlers'
import { keepPlainVersion } from './features/plan/plain-version'
import { providerNamed } from './features/provision/service'
import { gatherFacts } from './features/reports/gather'

export interface PlanningNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly data: () => ProgramData
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
}

/** The plan reads needs, requests and funds, and writes what becomes of its lines through the features that own it. */
export function planningHandlers({ desk, clock, paper, data, factsOf }: PlanningNeeds) {
  const { financeCodes, typology } = readAlive(data)
  const open = zNeedFilter.parse({ state: 'open' })
  return planHandlers({
    desk,
    clock,
    paper,
    typology,
    codes: financeCodes,
    termEnds: () => data().terms.ends,
    fundsOf: (db, startYear) => factsOf(db, { kind: 'academic', startYear }).funds,
    staffOf: (db) => peopleOn(db, clock.today()),
    openNeeds: (db) => listNeeds(db, open, clock.today()),
    makeRun: (db, run) => makePlannedRun(db, run, { typology, today: clock.today() }),
    bookAll: (db, eventId, personIds) => bookAll(db, eventId, personIds, clock.today()),
    addCost: (db, cost, start) => addCost(db, cost, start, financeCodes),
    expectMeasured,
    providerNamed,
    serveNeeds,
    planNeeds: (db, needIds, reason, hand) => planNeeds(db, { needIds, reason }, hand),
  })
}

interface PlainApproval {
  readonly on: Day
  readonly by: string
  readonly at: string
}

/** Keeps a plan of the sample school as approved, with the files that need no window. */
export function approveOnPaper(
  clock: Clock,
  { typology, financeCodes, terms }: Pick<ProgramData, 'typology' | 'financeCodes' | 'terms'>,
) {
  return (db: WriteDb, planId: string, approval: PlainApproval): void => {
    const fundsOf = (from: ReadDb, startYear: number) => {
      const year = { kind: 'academic', startYear } as const
      const ask = { kind: 'governors', year, options: { names: false } } as const
      return gatherFacts(from, ask, { clock, financeCodes: () => financeCodes }).funds
    }
    const staff = peopleOn(db, clock.today())
    keepPlainVersion(db, planId, approval, {
      typology,
      codes: financeCodes,
      fundsOf,
      staff,
      termEnds: terms.ends,
      today: clock.today(),
    })
  }
}
