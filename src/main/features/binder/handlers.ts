import type { Clock } from '../../../shared/kernel/clock'
import type { Day } from '../../../shared/kernel/dates'
import type { HandlersOf } from '../../../shared/kernel/channel'
import { academicYearOf, type Period } from '../../../shared/kernel/years'
import type { binderContract } from '../../../shared/features/binder/contract'
import type { Waiting } from '../../../shared/features/binder/states'
import { binderAsReport } from '../../../shared/features/binder/as-report'
import type { BinderTexts } from '../../../shared/features/binder/texts'
import type { LibraryItem, OnPaper, PaperFormat } from '../../../shared/features/packs/library'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear, profileOn } from '../../db/school-years'
import type { Paper } from '../../documents/paper'
import { safeFileName } from '../../lib/files'
import { contentsOf, orderOf, textsBehind, type Standing } from './contents'
import { recordFacts } from './live-facts'

export interface BinderNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly texts: () => Promise<BinderTexts>
  /** Every text by its kind and id: "guide what-is-cpd". */
  readonly items: () => Promise<ReadonlyMap<string, LibraryItem>>
  readonly paper: Paper
  /** What waits for a person, as Today has it, so that the two cannot differ. */
  readonly waiting: (db: ReadDb, today: Day, year: Period) => readonly Waiting[]
}

export function binderHandlers(needs: BinderNeeds): HandlersOf<typeof binderContract> {
  return {
    'binder.contents': async ({ order }) => contentsOf(await standingOf(needs), order),
    'binder.print': ({ order, format }) => binderOnPaper(needs, order, format),
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
    today,
  }
}

/** Prints the binder or saves it. Throws Refusals `cancelled`, `print.failed`, `record.changed`, `file.*`. */
async function binderOnPaper(needs: BinderNeeds, orderId: string, format: PaperFormat): Promise<OnPaper> {
  const { desk, clock, paper } = needs
  const items = await desk.sameSchoolAfter(needs.items)
  const standing = await standingOf(needs)
  const today = clock.today()
  const report = binderAsReport(
    contentsOf(standing, orderId),
    textsBehind(orderOf(standing.texts, orderId), items),
    { schoolName: profileOn(desk.read, today)?.name ?? '', today },
  )
  if (format === 'print') return { printed: await paper.print(report), fileName: null }
  const content = await paper.bytes(report, format)
  const suggestedName = `${safeFileName(`${report.schoolName}, CPD binder`)}.${format}`
  return {
    printed: false,
    fileName: await paper.saveAs(content, { title: 'Save the binder', suggestedName, format }),
  }
}
