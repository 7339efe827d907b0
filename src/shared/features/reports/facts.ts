import type { Day } from '../../kernel/dates'
import type { Pence } from '../../kernel/money'
import type { Period, Regime } from '../../kernel/years'
import type { TextSection } from './model'

/** An amount, paid in the year and promised (committed or invoiced, not yet paid). */
export interface Spend {
  readonly paidPence: Pence
  readonly promisedPence: Pence
}

export interface CodeFact extends Spend {
  /** Null where a cost has no code yet. */
  readonly code: string | null
  readonly name: string | null
}

export interface KindFact extends Spend {
  readonly kindCode: string
  readonly name: string
  readonly isCover: boolean
}

export interface FundFact extends Spend {
  /** Null for spending without a fund. */
  readonly fundId: string | null
  readonly name: string | null
  readonly isExternal: boolean
  /** What is available in the year: amounts for a longer time count by their days in it. */
  readonly budgetPence: Pence
}

export interface GroupFact {
  /** Null for people whose group is not known. */
  readonly groupId: string | null
  readonly name: string | null
  /** People who held a post of this group at any time of the year. */
  readonly peopleInPost: number
  /** Σ FTE in thousandths × days in post within the year. */
  readonly postThousandthDays: number
  /** People with at least one credited hour. */
  readonly heads: number
  readonly creditedMinutes: number
  /** Credited minutes that count as our own time in the full cost, and what they cost. */
  readonly countedMinutes: number
  readonly timePence: Pence
}

export interface PriorityFact extends Spend {
  readonly priorityId: string
  /** A priority is of an academic year; a financial year touches two of them. */
  readonly academicYear: number
  readonly code: string | null
  readonly title: string
  readonly level: 'national' | 'authority' | 'school' | 'team'
  readonly measure: string | null
  readonly unit: string | null
  readonly direction: 'up' | 'down'
  readonly baselineValue: number | null
  readonly targetValue: number | null
  readonly latestValue: number | null
  readonly latestOn: Day | null
  readonly timePence: Pence
  /** The strongest evidence of any of its events, 1–5. */
  readonly evidenceLevel: number | null
}

export interface EventFact extends Spend {
  readonly eventId: string
  readonly title: string
  readonly isCancelled: boolean
  readonly providerName: string | null
  /** The first day in the year; null when none of it was held or planned in the year. */
  readonly firstOn: Day | null
  /** The last day of all its sessions, be it in another year. */
  readonly lastOn: Day | null
  readonly priorityId: string | null
  /** People with any credit on it. */
  readonly heads: number
  readonly creditedMinutes: number
  readonly timePence: Pence
  readonly evidenceLevel: number | null
  readonly judgement: 'strong' | 'some' | 'none' | 'too-early' | null
  readonly decision: 'repeat' | 'change' | 'stop' | 'share' | null
  readonly measure: string | null
  readonly unit: string | null
  readonly baselineValue: number | null
  readonly targetValue: number | null
  readonly actualValue: number | null
}

export interface PersonFact {
  readonly personId: string
  readonly name: string
  readonly groupName: string | null
  readonly postTitle: string | null
  readonly creditedMinutes: number
  readonly events: number
}

/** Everything a report is computed from: gathered by SQL, nothing else is read. */
export interface ReportFacts {
  readonly schoolName: string
  readonly cpdLeaderTitle: string
  readonly regime: Regime
  readonly period: Period
  readonly today: Day
  readonly pupilsOnRoll: number | null
  readonly schoolDayMinutes: number
  readonly coveredHoursExcluded: boolean
  /** E09, BAE090: the codes for staff development. */
  readonly trainingCodes: readonly string[]
  readonly codes: readonly CodeFact[]
  readonly kinds: readonly KindFact[]
  readonly funds: readonly FundFact[]
  readonly groups: readonly GroupFact[]
  /** People with at least one credited hour, each counted once whatever their groups. */
  readonly heads: number
  readonly priorities: readonly PriorityFact[]
  readonly events: readonly EventFact[]
  /** Spending that belongs to no event. */
  readonly schoolWide: Spend
  /** Named people, only when a report with names was asked for. */
  readonly people: readonly PersonFact[]
  readonly texts: Readonly<Partial<Record<TextSection, string>>>
}
