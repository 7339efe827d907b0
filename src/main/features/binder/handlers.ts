import type { Clock } from '../../../shared/kernel/clock'
import type { Day } from '../../../shared/kernel/dates'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { academicYearOf, type Period } from '../../../shared/kernel/years'
import type { binderContract } from '../../../shared/features/binder/contract'
import type { Waiting } from '../../../shared/features/binder/states'
import type { BinderTexts } from '../../../shared/features/binder/texts'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { contentsOf, type Standing } from './contents'
import { recordFacts } from './live-facts'

export interface BinderNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly texts: () => Promise<BinderTexts>
  /** What waits for a person, as Today has it, so that the two cannot differ. */
  readonly waiting: (db: ReadDb, today: Day, year: Period) => readonly Waiting[]
}

export function binderHandlers(needs: BinderNeeds): HandlersOf<typeof binderContract> {
  return {
    'binder.contents': async ({ order }) => contentsOf(await standingOf(needs), order),
  }
}

async function standingOf({ desk, clock, texts, waiting }: BinderNeeds): Promise<Standing> {
  const found = await desk.sameSchoolAfter(texts)
  const db = desk.read
  const today = clock.today()
  const year = daysOfYear(db, { kind: 'academic', startYear: academicYearOf(today) })
  return {
    texts: found,
    facts: {
      ...recordFacts(db, today, year),
      texts: found.lines.length,
      packs: found.packs,
      lists: found.lists,
    },
    waiting: waiting(db, today, year),
  }
}
