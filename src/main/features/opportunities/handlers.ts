import type { EventInput } from '../../../shared/features/activities/model'
import type { opportunitiesContract } from '../../../shared/features/opportunities/contract'
import { cataloguePages, catalogueTable } from '../../../shared/features/opportunities/list-paper'
import type { Typology } from '../../../shared/features/packs/model'
import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { listOpportunities, opportunityOf } from './catalogue'
import { choicesOf } from './choices'
import { onPaper } from './paper'
import { archiveOpportunities, makeEvent, removeDate, saveDate, saveOpportunity } from './service'

export interface OpportunitiesNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly typology: Typology
  /** The activities feature's way of keeping an event. */
  readonly keepEvent: (db: WriteDb, event: EventInput) => string
}

type Handlers = HandlersOf<typeof opportunitiesContract>

export function opportunitiesHandlers(needs: OpportunitiesNeeds): Handlers {
  const { desk, clock, typology } = needs
  const today = () => clock.today()
  return {
    'opportunities.list': (asked) => ({
      today: today(),
      opportunities: listOpportunities(desk.read, today(), asked),
    }),
    'opportunities.get': ({ id }) => opportunityOf(desk.read, id, today()),
    'opportunities.choices': () => choicesOf(desk.read, today()),
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
  }
}

function schoolDayMinutesOf(db: ReadDb): number {
  return db.first(sql.selectFrom('school').select('school_day_minutes'))?.school_day_minutes ?? 390
}

/** What a staff group is called; its id where there is none of that id. */
function groupNamesOf(db: ReadDb): (id: string) => string {
  const names = new Map(
    db.all(sql.selectFrom('staff_group').select(['id', 'name'])).map(({ id, name }) => [id, name]),
  )
  return (id) => names.get(id) ?? id
}
