import type { EventInput } from '../../../shared/features/activities/model'
import type { opportunitiesContract } from '../../../shared/features/opportunities/contract'
import { cataloguePages, catalogueTable } from '../../../shared/features/opportunities/list-paper'
import type { Typology } from '../../../shared/features/packs/model'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import { listOpportunities, opportunityOf } from './catalogue'
import { choicesOf, groupNamesOf, type StandardChoice } from './choices'
import { offersHandlers, type OffersNeeds } from './offers-handlers'
import { onPaper } from './paper'
import { matchingHandlers, partnersHandlers, providerChecksHandlers, type AroundNeeds } from './partner-handlers'
import { archiveOpportunities, makeEvent, removeDate, saveDate, saveOpportunity } from './service'

export interface OpportunitiesNeeds extends OffersNeeds, AroundNeeds {
  readonly typology: Typology
  /** The statements of the frameworks that packs bring. */
  readonly standards: () => Promise<readonly StandardChoice[]>
  /** The activities feature's way of keeping an event. */
  readonly keepEvent: (db: WriteDb, event: EventInput) => string
}

type Handlers = HandlersOf<typeof opportunitiesContract>

/** Everything about opportunities: the catalogue, offers, what serves a need, providers and partner schools. */
export function opportunitiesHandlers(needs: OpportunitiesNeeds): Handlers {
  return {
    ...catalogueHandlers(needs),
    ...offersHandlers(needs),
    ...matchingHandlers(needs),
    ...partnersHandlers(needs),
    ...providerChecksHandlers(needs),
  }
}

function catalogueHandlers(needs: OpportunitiesNeeds) {
  const { desk, clock, typology } = needs
  const today = () => clock.today()
  return {
    'opportunities.list': (asked) => ({
      today: today(),
      opportunities: listOpportunities(desk.read, today(), asked),
    }),
    'opportunities.get': ({ id }) => opportunityOf(desk.read, id, today()),
    'opportunities.choices': async () => {
      const statements = await desk.sameSchoolAfter(needs.standards)
      return choicesOf(desk.read, today(), statements)
    },
    'opportunities.save': (input) => ({
      id: desk.write('opportunities.save', (db) => saveOpportunity(db, input, typology)),
    }),
    'opportunities.archive': ({ ids, isArchived }) => ({
      count: desk.write('opportunities.archive', (db) => archiveOpportunities(db, ids, isArchived)),
    }),
    'opportunities.saveDate': (input) => ({
      id: desk.write('opportunities.saveDate', (db) => saveDate(db, input)),
    }),
    'opportunities.removeDate': ({ id }) => {
      desk.write('opportunities.removeDate', (db) => removeDate(db, id))
      return {}
    },
    'opportunities.makeEvent': (asked) =>
      desk.write('opportunities.makeEvent', (db) =>
        makeEvent(db, asked, { ...needs, schoolDayMinutes: schoolDayMinutesOf(db) }),
      ),
    'opportunities.print': ({ ids, format }) => {
      const wanted = new Set(ids)
      const all = listOpportunities(desk.read, today(), { includeArchived: true })
      const lines = all.filter(({ id }) => wanted.has(id))
      const schoolName = profileOn(desk.read, today())?.name ?? ''
      return onPaper(needs, {
        pages: cataloguePages(lines, { schoolName, today: today() }),
        table: catalogueTable(lines, { groupName: groupNamesOf(desk.read) }),
        format,
        createdAtUtc: clock.nowUtc(),
      })
    },
  } satisfies Partial<Handlers>
}

function schoolDayMinutesOf(db: ReadDb): number {
  return db.first(sql.selectFrom('school').select('school_day_minutes'))?.school_day_minutes ?? 390
}
