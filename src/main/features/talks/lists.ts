import type { OutputFor } from '../../../shared/contract'
import type { Day } from '../../../shared/kernel/dates'
import { academicYearOf, yearsOffered } from '../../../shared/kernel/years'
import { talkKinds, type TalkKind } from '../../../shared/features/talks/model'
import { sql, type ReadDb } from '../../db/handle'
import { daysOfYear } from '../../db/school-years'
import { daysOfTalks, listTalks } from './repository'

/** Somebody who works at the school. */
export interface StaffHere {
  readonly personId: string
  readonly name: string
  readonly postTitle: string | null
}

interface ListNeeds {
  readonly today: Day
  readonly staff: readonly StaffHere[]
}

/** The talks of a kind in an academic year or of one person; with reviews of a year, who of today's staff had none. */
export function listOf(
  db: ReadDb,
  asked: { readonly kind: TalkKind; readonly year?: number | undefined; readonly personId?: string | undefined },
  { today, staff }: ListNeeds,
): OutputFor<'talks.list'> {
  const { kind, personId } = asked
  const year = asked.year ?? academicYearOf(today)
  const days = daysOfYear(db, { kind: 'academic', startYear: year })
  const lines = listTalks(db, kind, personId === undefined ? days : { personId })
  const reviewed = new Set(lines.flatMap(({ talk }) => ('personId' in talk ? [talk.personId] : [])))
  const years = [...new Set(daysOfTalks(db, kind).map((on) => academicYearOf(on)))]
  return {
    today,
    year,
    years: yearsOffered(years, academicYearOf(today)),
    lines,
    without:
      kind === 'review' && personId === undefined
        ? staff
            .filter((person) => !reviewed.has(person.personId))
            .map((person) => ({ id: person.personId, name: person.name, postTitle: person.postTitle }))
        : [],
    staff: staff.length,
  }
}

/** How many there are of each kind in the academic year of a day. */
export function countsOf(db: ReadDb, today: Day): OutputFor<'talks.counts'> {
  const { startsOn, endsOn } = daysOfYear(db, { kind: 'academic', startYear: academicYearOf(today) })
  const rows = db.all(
    sql
      .selectFrom('talk')
      .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
      .where('held_on', '>=', startsOn)
      .where('held_on', '<=', endsOn)
      .groupBy('kind'),
  )
  const of = (kind: TalkKind) => rows.find((row) => row.kind === kind)?.n ?? 0
  const [review, meeting, walk, voice, route] = talkKinds.map(of)
  return {
    counts: {
      review: review ?? 0,
      meeting: meeting ?? 0,
      walk: walk ?? 0,
      voice: voice ?? 0,
      route: route ?? 0,
    },
  }
}
