import { dateKey, timelessKey, type CourseIdentity } from '../../../shared/features/opportunities/course-identity'
import type { CatalogueRow } from '../../../shared/features/opportunities/import-model'

/** A date of a course of ours that came in with a catalogue. */
export interface DateThere {
  opportunityId: string
  sourceKey: string
}

/** The dates that were there and those that an import has made. */
export class KnownDates<T extends DateThere> {
  readonly #known: Map<string, T>
  readonly #said: ReadonlySet<string>
  readonly #keyOf: (course: CourseIdentity) => string

  constructor(there: readonly T[], rows: readonly CatalogueRow[], keyOf: (course: CourseIdentity) => string) {
    this.#known = new Map(there.map((date) => [dateKey(date.sourceKey, date.opportunityId), date]))
    this.#keyOf = keyOf
    this.#said = new Set(rows.flatMap(({ course, date }) => (date ? [this.#inFile(course, date.sourceKey)] : [])))
  }

  #inFile(course: CourseIdentity, sourceKey: string): string {
    return dateKey(sourceKey, this.#keyOf(course))
  }

  /**
   * The date of a course that a row means. One of that day and place whose time nobody could read or knew is the same one,
   * unless the file speaks of it as well; it is known by its time from then on.
   */
  find(course: CourseIdentity, sourceKey: string, courseId: string): T | undefined {
    const known = this.#known.get(dateKey(sourceKey, courseId))
    if (known !== undefined) return known
    const timeless = timelessKey(sourceKey)
    if (timeless === undefined || this.#said.has(this.#inFile(course, timeless))) return undefined
    const key = dateKey(timeless, courseId)
    const found = this.#known.get(key)
    this.#known.delete(key)
    return found
  }

  /** Keeps a date under what it is known by now. */
  add(date: T): void {
    this.#known.set(dateKey(date.sourceKey, date.opportunityId), date)
  }
}
