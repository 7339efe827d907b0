import {
  courseKeys,
  dateKey,
  isUnique,
  type CourseIdentity,
  type CourseKeys,
} from '../../../shared/features/opportunities/course-identity'
import type { CatalogueRow } from '../../../shared/features/opportunities/import-model'
import { titleKey } from '../../../shared/features/needs/rules'
import { groupBy } from '../../../shared/kernel/group-by'

/** A course that came in with a catalogue before. */
export interface CameBefore {
  readonly id: string
  readonly identity: CourseIdentity
}

interface CourseDate {
  readonly opportunityId: string
  readonly sourceKey: string
}

/** The courses that a file means, among those that are there. */
export interface KnownCourses<T extends CameBefore> {
  readonly keyOf: CourseKeys['keyOf']
  /** The course of a row: by its key, or under the title that it had before. */
  readonly find: (course: CourseIdentity) => T | undefined
}

/**
 * Finds courses again. Under one identifier, a title that is new and a title that no row says any more are one course that
 * was renamed: when dates that are known say so, or when the identifier stood for that course alone, stands for one alone
 * now, and a row about the course itself says it. Where an identifier stands for many, one may have gone and another come.
 */
export function knownCourses<T extends CameBefore>(
  there: readonly T[],
  dates: readonly CourseDate[],
  rows: readonly CatalogueRow[],
): KnownCourses<T> {
  const { keyOf, familyOf } = courseKeys([
    ...there.map(({ identity }) => identity),
    ...rows.map(({ course }) => course),
  ])
  const byKey = new Map(there.map((course) => [keyOf(course.identity), course]))
  const said = new Set(rows.map(({ course }) => keyOf(course)))
  const fresh = groupBy(
    rows.filter(({ course }) => course.id !== null && !byKey.has(keyOf(course))),
    ({ course }) => familyOf(course) ?? '',
  )
  const unsaid = groupBy(
    there.filter(({ identity }) => identity.id !== null && !said.has(keyOf(identity))),
    ({ identity }) => familyOf(identity) ?? '',
  )
  const before = groupBy(
    there.filter(({ identity }) => identity.id !== null),
    ({ identity }) => familyOf(identity) ?? '',
  )
  const saidIn = groupBy(
    rows.filter(({ course }) => course.id !== null),
    ({ course }) => familyOf(course) ?? '',
  )
  const held = new Set(dates.map(({ opportunityId, sourceKey }) => `${opportunityId} ${dateKey(sourceKey, '')}`))
  for (const [family, of] of fresh) {
    const left = new Set(unsaid.get(family))
    const titles = groupBy(of, ({ course }) => keyOf(course))
    const now = new Set(saidIn.get(family)?.map(({ course }) => keyOf(course)))
    const isOnly = now.size === 1 && before.get(family)?.length === 1
    for (const [key, rowsOf] of titles) {
      const found = renamed([...left], rowsOf, { held, isOnly })
      if (found === undefined) continue
      left.delete(found)
      byKey.set(key, found)
    }
  }
  return { keyOf, find: (course) => byKey.get(keyOf(course)) }
}

interface Among {
  /** Which course has which date: "id of the course, key of the date". */
  readonly held: ReadonlySet<string>
  /** The identifier stood for one course before, and stands for one now. */
  readonly isOnly: boolean
}

/** Which of the courses that no row says any more is meant by rows under a new title. */
function renamed<T extends CameBefore>(
  left: readonly T[],
  rows: readonly CatalogueRow[],
  { held, isOnly }: Among,
): T | undefined {
  const able = left.filter(({ identity }) => rows.some(({ course }) => isOneSource(identity, course)))
  const byDates = able.filter(({ id }) =>
    rows.some(({ date }) => date !== null && held.has(`${id} ${dateKey(date.sourceKey, '')}`)),
  )
  if (byDates.length === 1) return byDates[0]
  const isSaid = isOnly && rows.some(({ isAboutCourse }) => isAboutCourse)
  return byDates.length === 0 && isSaid && left.length === 1 ? able[0] : undefined
}

/**
 * True where the same identifier can only be the same course's: nobody else gives it, or the same provider does. Where no
 * provider is named, two catalogues may both begin with 1: then the titles must have a word in common.
 */
function isOneSource(known: CourseIdentity, said: CourseIdentity): boolean {
  if (said.id !== null && isUnique(said.id)) return true
  if (known.provider !== said.provider) return false
  const words = new Set(titleKey(known.title).split(' '))
  return (
    said.provider !== '' ||
    titleKey(said.title)
      .split(' ')
      .some((word) => words.has(word))
  )
}
