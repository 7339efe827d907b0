import type { Day } from '../../kernel/dates'
import type { Pence } from '../../kernel/money'
import type { CourseIdentity } from './course-identity'
import type { CourseMode, DurationUnit } from './model'

/** A date as a catalogue gives it. */
export interface CatalogueDate {
  /** Which date it is: its identifier in the catalogue, else day, time and place. */
  readonly sourceKey: string
  readonly startsOn: Day
  /** The first day where the file says that it ends then; null where it does not say. */
  readonly endsOn: Day | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly venue: string | null
  readonly ledBy: string | null
  readonly mode: CourseMode | null
  readonly placesLeft: number | null
  readonly reference: string | null
  readonly bookingAddress: string | null
}

/** What a row says of a course; null and empty lists are what it does not say. */
export interface CatalogueFacts {
  readonly title: string
  readonly providerName: string | null
  readonly mode: CourseMode | null
  /** Rich text as JSON. */
  readonly aboutJson: string | null
  readonly durationCount: number | null
  readonly durationUnit: DurationUnit | null
  readonly priceNetPence: Pence | null
  readonly priceVatPence: Pence | null
  readonly places: number | null
  readonly reference: string | null
  readonly bookingAddress: string | null
  readonly groupIds: readonly string[]
  readonly standards: readonly string[]
  readonly subjects: readonly string[]
  readonly ages: readonly string[]
}

/** A row of a catalogue: a course, one of its dates, or both. */
export interface CatalogueRow extends CatalogueFacts {
  readonly course: CourseIdentity
  readonly sourceName: string
  /** False for a row that only tells of one run: it fills in what nobody has said yet, and changes nothing. */
  readonly isAboutCourse: boolean
  readonly date: CatalogueDate | null
}

export interface CatalogueOutcome {
  readonly status: 'new' | 'changed' | 'same'
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[]
}
