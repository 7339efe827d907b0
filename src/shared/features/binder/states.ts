import { formatDay, type Day } from '../../kernel/dates'
import type { BinderPage } from '../packs/pages'
import type { EntryState } from './model'

/** What the records say today, counted. "This year" is the academic year. */
export interface LiveFacts {
  /** Staff of today. */
  readonly people: number
  readonly teams: number
  readonly dayRates: number
  /** What the school promises its people this year. */
  readonly promises: number
  /** Running pairs. */
  readonly pairs: number
  /** Inductions with a step that is still open. */
  readonly inductions: number
  /** Responsibilities that somebody carries today. */
  readonly dutiesHeld: number
  /** Of this year. */
  readonly priorities: number
  /** Rounds of forms that began this year. */
  readonly rounds: number
  readonly openNeeds: number
  /** Lines of the training plan of this year. */
  readonly planLines: number
  /** Planned or held this year. */
  readonly events: number
  /** What is on offer. */
  readonly activities: number
  readonly providers: number
  /** Events of this year that were judged. */
  readonly judged: number
  readonly funds: number
  readonly costLines: number
  readonly ledgerLines: number
  /** Sessions from today on. */
  readonly sessionsToCome: number
  /** When each kind of report was issued last; the key is the kind. */
  readonly issuedOn: Readonly<Partial<Record<string, Day>>>
  /** The newest document begun from each template, by the template's id. */
  readonly documents: ReadonlyMap<string, DocumentFact>
  readonly texts: number
  readonly packs: number
  readonly lists: Readonly<Record<'acronyms' | 'terms' | 'links', { readonly count: number; readonly own: number }>>
}

/** A document as far as its entry tells of it. */
export interface DocumentFact {
  readonly id: string
  readonly status: 'draft' | 'for-approval' | 'approved'
  /** The version in force; null while none was approved. */
  readonly version: number | null
  readonly reviewOn: Day | null
}

/** How a document stands: due when its review is, in use when a version is in force. */
export function stateOfDocument(document: DocumentFact | undefined, today: Day): State {
  if (document === undefined) return { state: 'empty', reason: 'not begun yet' }
  const { status, version, reviewOn } = document
  if (version === null) return { state: 'draft', reason: status === 'for-approval' ? 'waits for approval' : '' }
  if (status === 'approved' && reviewOn !== null && reviewOn <= today)
    return { state: 'due', reason: `to be looked at again since ${formatDay(reviewOn)}` }
  return { state: 'in-use', reason: `version ${version} in force` }
}

/** Something that waits for a person, as Today tells it. */
export interface Waiting {
  readonly kind: string
  readonly count: number
}

export interface State {
  readonly state: EntryState
  readonly reason: string
}

/** How a page stands: due where Today has a task for it, in use when it holds something, else empty. */
export function stateOfPage(page: BinderPage, facts: LiveFacts, waiting: readonly Waiting[]): State {
  const due = (waits[page] ?? []).flatMap(([kind, one, many]) => {
    const count = waiting.find((task) => task.kind === kind)?.count ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return due.length > 0 ? { state: 'due', reason: due.join('; ') } : held[page](facts)
}

type Words = readonly [kind: string, one: string, many: string]

/** Tasks of Today by the page on which they are done. */
const waits: Readonly<Partial<Record<BinderPage, readonly Words[]>>> = {
  '/staff': [['names-missing', 'person has no name yet', 'people have no name yet']],
  '/induction': [['induction-overdue', 'step is overdue', 'steps are overdue']],
  '/mentoring': [['meeting-unsaid', 'meeting is not marked', 'meetings are not marked']],
  '/priorities': [['reading-missing', 'priority waits for a reading', 'priorities wait for a reading']],
  '/needs': [
    ['need-due', 'need is not planned', 'needs are not planned'],
    ['need-evidence', 'need waits for evidence', 'needs wait for evidence'],
  ],
  '/plan': [
    ['plan-waiting', 'plan is not approved', 'plans are not approved'],
    ['plan-unmeasured', 'line has no measure', 'lines have no measure'],
  ],
  '/activities': [
    ['attendance-unmarked', 'event waits to be marked', 'events wait to be marked'],
    ['nobody-booked', 'event has nobody booked', 'events have nobody booked'],
  ],
  '/impact': [['evaluation-missing', 'evaluation waits', 'evaluations wait']],
  '/money/costs': [['payment-late', 'invoice is late', 'invoices are late']],
  '/money/ledger': [['ledger-unmatched', 'line is not matched', 'lines are not matched']],
}

const held: Readonly<Record<BinderPage, (facts: LiveFacts) => State>> = {
  '/': ({ sessionsToCome }) =>
    counted(sessionsToCome, 'session to come', 'sessions to come', 'nothing planned yet'),
  '/staff': ({ people }) => counted(people, 'person', 'people', 'nobody recorded yet'),
  '/staff/structure/posts': ({ teams }) => counted(teams, 'team', 'teams', 'no team yet'),
  '/entitlements': promised,
  '/entitlements/rules': promised,
  '/entitlements/fairness': promised,
  '/mentoring': ({ pairs }) => counted(pairs, 'pair', 'pairs', 'no pair yet'),
  '/induction': ({ inductions }) => counted(inductions, 'under way', 'under way', 'none under way'),
  '/responsibilities': ({ dutiesHeld }) =>
    counted(dutiesHeld, 'responsibility given', 'responsibilities given', 'none given yet'),
  '/school/day-rates': ({ dayRates }) => counted(dayRates, 'rate', 'rates', 'no rate yet'),
  '/priorities': ({ priorities }) =>
    counted(priorities, 'priority this year', 'priorities this year', 'none for this year yet'),
  '/needs/finding': ({ openNeeds }) => counted(openNeeds, 'open need', 'open needs', 'no open need'),
  '/needs/forms': ({ rounds }) => counted(rounds, 'round this year', 'rounds this year', 'no round yet'),
  '/needs': ({ openNeeds }) => counted(openNeeds, 'open need', 'open needs', 'no open need'),
  '/plan': planned,
  '/plan/actual': planned,
  '/activities': ({ events }) => counted(events, 'event this year', 'events this year', 'nothing recorded yet'),
  '/activities/offered': ({ activities }) => counted(activities, 'activity', 'activities', 'nothing recorded yet'),
  '/providers': ({ providers }) => counted(providers, 'provider', 'providers', 'no provider yet'),
  '/money': ({ costLines }) => counted(costLines, 'cost', 'costs', 'nothing recorded yet'),
  '/money/funds': ({ funds }) => counted(funds, 'fund', 'funds', 'no fund yet'),
  '/money/costs': ({ costLines }) => counted(costLines, 'cost', 'costs', 'nothing recorded yet'),
  '/money/ledger': ({ ledgerLines }) => counted(ledgerLines, 'line', 'lines', 'no ledger yet'),
  '/impact': ({ judged }) =>
    counted(judged, 'event judged this year', 'events judged this year', 'nothing judged yet'),
  '/reports': (facts) => issued(facts, ...Object.keys(facts.issuedOn)),
  '/reports/governors': (facts) => issued(facts, 'governors'),
  '/reports/spend': (facts) => issued(facts, 'spend'),
  '/reports/participation': (facts) => issued(facts, 'participation'),
  '/library': ({ texts }) => ({ state: 'to-read', reason: `${texts} texts` }),
  '/library/acronyms': ({ lists }) => listed(lists.acronyms, 'acronyms'),
  '/library/glossary': ({ lists }) => listed(lists.terms, 'words'),
  '/library/links': ({ lists }) => listed(lists.links, 'addresses'),
  '/library/packs': ({ packs }) => ({ state: 'in-use', reason: `${packs} packs` }),
}

function counted(count: number, one: string, many: string, none: string): State {
  if (count === 0) return { state: 'empty', reason: none }
  return { state: 'in-use', reason: `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}` }
}

function planned({ planLines }: LiveFacts): State {
  return counted(planLines, 'line this year', 'lines this year', 'nothing planned for this year yet')
}

function promised({ promises }: LiveFacts): State {
  return counted(promises, 'promise this year', 'promises this year', 'nothing promised yet')
}

function issued({ issuedOn }: LiveFacts, ...kinds: readonly string[]): State {
  const newest = kinds
    .flatMap((kind) => issuedOn[kind] ?? [])
    .sort()
    .at(-1)
  return newest === undefined
    ? { state: 'empty', reason: 'not issued yet' }
    : { state: 'in-use', reason: `issued on ${formatDay(newest)}` }
}

function listed({ count, own }: { readonly count: number; readonly own: number }, many: string): State {
  const all = `${count.toLocaleString('en-GB')} ${many}`
  return own === 0 ? { state: 'to-read', reason: all } : { state: 'own', reason: `${all}, ${own} of your own` }
}
