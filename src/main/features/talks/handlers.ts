import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import type { Day } from '../../../shared/kernel/dates'
import type { QualificationSet } from '../../../shared/features/packs/qualification-content'
import type { talksContract } from '../../../shared/features/talks/contract'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import type { Paper } from '../../documents/paper'
import { aroundTalk, type HistoryOf } from './around'
import { countsOf, listOf, type StaffHere } from './lists'
import { onPaper, paperOf } from './paper'
import { talkRecord } from './repository'
import { agreeTalk, lookBack, raiseFound, removeTalk, saveTalk, type RaiseNeeds } from './service'

export interface TalksNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** Everybody who works at the school on a day. */
  readonly staffOn: (db: ReadDb, on: Day) => readonly StaffHere[]
  readonly historyOf: HistoryOf
  readonly raise: RaiseNeeds
  /** What the packs say of qualifications, of every layer. */
  readonly qualifications: () => Promise<readonly { readonly fields: QualificationSet }[]>
}

type Handlers = HandlersOf<typeof talksContract>

export function talksHandlers(needs: TalksNeeds): Handlers {
  return { ...reading(needs), ...writing(needs) }
}

function reading(needs: TalksNeeds) {
  const { desk, clock, paper, historyOf, staffOn, qualifications } = needs
  const today = () => clock.today()
  const here = () => ({ today: today(), staff: staffOn(desk.read, today()) })
  return {
    'talks.list': (asked) => listOf(desk.read, asked, here()),
    'talks.counts': () => countsOf(desk.read, today()),
    'talks.get': ({ id }) => ({ ...talkRecord(desk.read, id), today: today() }),
    'talks.around': (asked) => aroundTalk(desk.read, asked, historyOf),
    'talks.qualifications': async () => {
      const found = await desk.sameSchoolAfter(qualifications)
      return { sets: found.map(({ fields }) => fields) }
    },
    'talks.print': async (asked) => {
      const found = await desk.sameSchoolAfter(qualifications)
      // The school's own set, where it has one, is the last.
      const report = paperOf(desk.read, asked, { ...here(), set: found.at(-1)?.fields })
      return onPaper(paper, report, asked.format)
    },
  } satisfies Partial<Handlers>
}

function writing({ desk, clock, raise }: TalksNeeds) {
  const today = () => clock.today()
  return {
    'talks.save': ({ talk }) => ({ id: desk.write('talks.save', (db) => saveTalk(db, talk)) }),
    'talks.agree': (asked) => desk.write('talks.agree', (db) => agreeTalk(db, asked, { today: today(), raise })),
    'talks.lookBack': (asked) => {
      desk.write('talks.lookBack', (db) => lookBack(db, asked, today()))
      return { id: asked.id }
    },
    'talks.raise': (asked) => desk.write('talks.raise', (db) => raiseFound(db, asked, raise)),
    'talks.remove': ({ id }) => {
      desk.write('talks.remove', (db) => removeTalk(db, id))
      return {}
    },
  } satisfies Partial<Handlers>
}
