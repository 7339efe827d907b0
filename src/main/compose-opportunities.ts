import type { Clock } from '../shared/kernel/clock'
import type { ProgramData } from '../shared/features/packs/data'
import type { ReportFacts } from '../shared/features/reports/facts'
import { budgetLeft } from '../shared/features/reports/rules'
import { academicYearOf, type YearAsked } from '../shared/kernel/years'
import type { ReadDb } from './db/handle'
import type { SchoolDesk } from './db/school-desk'
import type { Paper } from './documents/paper'
import { keepEvent } from './features/activities/events-service'
import { peopleOn } from './features/activities/people-on-day'
import { addCost, removeCost, reviseEstimate } from './features/costs/service'
import { opportunitiesHandlers } from './features/opportunities/handlers'
import { readAlive } from './features/packs/data-in-use'
import type { Shelf } from './features/packs/shelf'
import { standardsOfPacks } from './standards-of-packs'

export interface OfferedNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly data: () => ProgramData
  readonly shelf: Shelf
  readonly factsOf: (db: ReadDb, year: YearAsked) => ReportFacts
}

/** What people could go to: events and money are written as the features that own them write them. */
export function offeredHandlers({ data, shelf, factsOf, ...needs }: OfferedNeeds) {
  const { typology, financeCodes } = readAlive(data)
  const today = () => needs.clock.today()
  return opportunitiesHandlers({
    ...needs,
    typology,
    peopleOn,
    standards: () => standardsOfPacks(shelf),
    checklists: async () =>
      (await shelf.all(['checklist'])).map(({ id, fields: { title, items } }) => ({ id, title, items })),
    keepEvent: (db, event) => keepEvent(db, event, today(), typology),
    money: { addCost: (db, cost, start) => addCost(db, cost, start, financeCodes), reviseEstimate, removeCost },
    budgetLeft: (db) => budgetLeft(factsOf(db, { kind: 'academic', startYear: academicYearOf(today()) })),
  })
}
