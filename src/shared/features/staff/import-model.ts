import type { Day } from '../../kernel/dates'
import type { ErrorCode } from '../../kernel/error-codes'
import type { ErrorFacts } from '../../kernel/result'

/** One post of an imported person. A field that is undefined was not in the file, or blank: it clears nothing. */
export interface ImportedPost {
  /** Title of the post. Without one, the facts go to the one post the person holds, or a post named after the group is made. */
  readonly title?: string | undefined
  /** Id, name or synonym of a staff group. Without one, the group of a post with this title, else a guess from the title. */
  readonly staffGroup?: string | undefined
  /** What the file says of the career stage: one of an early career teacher puts the post in their staff group. */
  readonly careerStage?: string | undefined
  /** Name of a team; made when there is none of that name. */
  readonly team?: string | undefined
  readonly fromOn?: Day | undefined
  readonly toOn?: Day | undefined
  readonly fteThousandths?: number | undefined
  readonly weeklyMinutes?: number | undefined
  /** Seven marks, Monday first: 1111100. See `workingDaysFrom`. */
  readonly workingDays?: string | undefined
  readonly isMain?: boolean | undefined
}

/** One row of a staff file, cleaned. Several rows for the same person add up (a row for each post). */
export interface ImportedPerson {
  /** Where it stood in the file, for telling the outcome. */
  readonly row: number
  readonly staffCode?: string | undefined
  readonly userName?: string | undefined
  readonly title?: string | undefined
  readonly forename?: string | undefined
  readonly surname?: string | undefined
  readonly knownAs?: string | undefined
  readonly workEmail?: string | undefined
  readonly startedOn?: Day | undefined
  readonly leftOn?: Day | undefined
  /** Staff code, user name, email or full name ("Jane Smith", "Smith, Jane") of the line manager. */
  readonly lineManager?: string | undefined
  readonly posts?: readonly ImportedPost[] | undefined
}

/** A person as the binder has them; names of fields are those of the file. */
export interface StaffPersonFacts {
  readonly id: string
  readonly staffCode: string | null
  readonly userName: string | null
  readonly title: string | null
  readonly forename: string
  readonly surname: string
  readonly knownAs: string | null
  readonly workEmail: string | null
  readonly startedOn: Day | null
  readonly leftOn: Day | null
  readonly lineManagerId: string | null
  readonly isNameMissing: boolean
  readonly isArchived: boolean
}

/** One dated holding of a post. `fteThousandths`: 600 is 0.6 of a full post. */
export interface HoldingFacts {
  readonly id: string
  readonly personId: string
  readonly postId: string
  readonly teamId: string | null
  readonly fromOn: Day
  readonly toOn: Day | null
  readonly fteThousandths: number
  readonly weeklyMinutes: number | null
  readonly workingDays: string | null
  readonly isMain: boolean
}

/** A holding while an import is worked out; `origin` tells what has to be written. */
export interface HoldingDraft extends HoldingFacts {
  readonly origin: 'there' | 'changed' | 'new'
}

export interface PostFacts {
  readonly id: string
  readonly title: string
  readonly staffGroupId: string
}

export interface TeamFacts {
  readonly id: string
  readonly name: string
}

/** A staff group with what other systems call it. */
export interface GroupWords {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
}

/** By what a file's career stage is known for that of an early career teacher, and the staff groups of those. */
export interface EarlyCareerWords {
  readonly groups: readonly string[]
  readonly stages: readonly string[]
}

/** The staff as they stand before an import. */
export interface StaffSnapshot {
  readonly people: readonly StaffPersonFacts[]
  readonly holdings: readonly HoldingFacts[]
  readonly posts: readonly PostFacts[]
  readonly teams: readonly TeamFacts[]
  readonly groups: readonly GroupWords[]
  readonly earlyCareer: EarlyCareerWords
}

/** One field that an import changes, as text for the preview. `before` is null where there was nothing. */
export interface ImportedChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** Something about one field that did not stop the row. */
export interface ImportNote {
  readonly field: string
  readonly code: ErrorCode
  /** What its sentence needs. */
  readonly facts?: ErrorFacts
}

/**
 * What became (or would become) of one row. `personId` of a new person is the id that this plan gives; a later plan
 * gives another, so keep it only from what was applied. A refused row has `refusal` and changes nothing.
 */
export interface StaffRowOutcome {
  readonly row: number
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  readonly personId: string | null
  /** What the person was found by; null for a new one. */
  readonly matchedBy: 'staffCode' | 'userName' | 'workEmail' | 'name' | null
  readonly name: string
  readonly changes: readonly ImportedChange[]
  readonly notes: readonly ImportNote[]
  readonly refusal: ImportNote | null
}

/** Everything that an import would write, and what to tell about it. */
export interface StaffImportPlan {
  readonly outcomes: readonly StaffRowOutcome[]
  /** Current staff whom no row was about: listed, never changed. */
  readonly absent: readonly { readonly personId: string; readonly name: string }[]
  readonly newTeams: readonly TeamFacts[]
  readonly newPosts: readonly PostFacts[]
  readonly newPeople: readonly StaffPersonFacts[]
  readonly changedPeople: readonly StaffPersonFacts[]
  readonly newHoldings: readonly HoldingFacts[]
  readonly changedHoldings: readonly HoldingFacts[]
}
