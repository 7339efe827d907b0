import { academicYearOf } from '../../../shared/kernel/years'
import { earlierOf, laterOf, type Day } from '../../../shared/kernel/dates'
import type { DetailedLine, Rule } from '../../../shared/features/entitlements/model'
import { reckonRule, type FoundRecords } from '../../../shared/features/entitlements/reckon'
import {
  academicYear,
  promiseFor,
  type EntitlementPolicy,
  type PromiseNeeds,
  type Span,
} from '../../../shared/features/entitlements/rules'
import { sql, type ReadDb } from '../../db/handle'
import { peopleHolding, type PersonHolding } from './people'
import { recordsByPerson } from './records'
import { rulesInForce } from './repository'

/** A person with every rule that is for them. */
export interface EntitledPerson extends PersonHolding {
  readonly lines: readonly DetailedLine[]
}

/** How everybody stands in an academic year. */
export interface Entitlements {
  readonly startYear: number
  readonly today: Day
  readonly schoolDayMinutes: number
  readonly rules: readonly Rule[]
  /** Everybody who holds a post in the year, by surname; also those to whom nothing is promised. */
  readonly people: readonly EntitledPerson[]
}

export interface GatherNeeds {
  readonly db: ReadDb
  readonly today: Day
  readonly policy: EntitlementPolicy
  /** By its first calendar year; this academic year when left out. */
  readonly startYear?: number | undefined
  readonly personId?: string | undefined
}

/** How many minutes the school's day has. */
export function schoolDayMinutesOf(db: ReadDb): number {
  return db.first(sql.selectFrom('school').select('school_day_minutes'))?.school_day_minutes ?? 390
}

/**
 * Reckons the entitlement of everybody, or of one person, in a year: a query for each kind of record that the rules
 * count, whatever the number of people, and the rules' arithmetic on what they find.
 */
export function gatherEntitlements({ db, today, policy, startYear: asked, personId }: GatherNeeds): Entitlements {
  const startYear = asked ?? academicYearOf(today)
  const year = academicYear(startYear)
  const schoolDayMinutes = schoolDayMinutesOf(db)
  const rules = rulesInForce(db, startYear)
  const on = laterOf(year.startsOn, earlierOf(today, year.endsOn))
  const holding = peopleHolding(db, year, on, personId)
  const reckoning = { startYear, today, schoolDayMinutes, policy }
  const time = timeNeeded(rules, holding, reckoning, year)
  const recordsOf = recordsByPerson(db, { time, today, kinds: kindsNeeded(rules), personId })
  const people = holding.map((person) => {
    const records = recordsOf(person.personId)
    return { ...person, lines: rules.flatMap((rule) => reckonRule(rule, person, records, reckoning) ?? []) }
  })
  return { startYear, today, schoolDayMinutes, rules, people }
}

/** The kinds of record that any of the rules counts. */
function kindsNeeded(rules: readonly Rule[]): ReadonlySet<keyof FoundRecords> {
  return new Set(
    rules.flatMap(({ counts, what }): (keyof FoundRecords)[] => {
      switch (counts?.by) {
        case undefined:
          return []
        case 'pairs':
          return ['meetings']
        case 'induction':
          return ['steps']
        case 'ticks':
          return ['ticks']
        default:
          return [what === 'money' ? 'costs' : 'sessions']
      }
    }),
  )
}

/** The year, and where something is promised once the time since the first of those who are still to get it started. */
function timeNeeded(
  rules: readonly Rule[],
  people: readonly PersonHolding[],
  reckoning: PromiseNeeds,
  year: Span,
): Span {
  const starts = rules
    .filter(({ per, counts }) => per === 'once' && counts !== null && counts.by !== 'ticks')
    .flatMap((rule) => people.flatMap((person) => promiseFor(rule, person, reckoning)?.window[0]?.startsOn ?? []))
  const startsOn = starts.reduce((first, start) => earlierOf(first, start), year.startsOn)
  return { startsOn, endsOn: year.endsOn }
}
