/** How requests are spoken of. */
import { formatDay } from '../../kernel/dates'
import type {
  DecisionKind,
  HistoryKind,
  HistoryLine,
  RequestLine,
  RequestState,
  StepRole,
  StepState,
} from './model'
import { standingOf, type Standing } from './rules'

export const stateNames: Readonly<Record<RequestState, string>> = {
  waiting: 'Waiting',
  returned: 'Sent back',
  approved: 'Agreed',
  booked: 'Booked',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

/** Where a request stands, with what became of its place. */
export const standingNames: Readonly<Record<Standing, string>> = {
  ...stateNames,
  'wait-listed': 'Waiting list',
  'to-order': 'To be ordered',
  'passed-on': 'Place passed on',
  'given-back': 'Place given back',
  'event-cancelled': 'Event cancelled',
}

/** "Booked", "Waiting list". */
export const standsTitle = (line: Pick<RequestLine, 'state' | 'booking'>): string => standingNames[standingOf(line)]

export const roleNames: Readonly<Record<StepRole, string>> = {
  lineManager: 'Line manager',
  cpdLeader: 'CPD leader',
  budgetHolder: 'Budget holder',
  head: 'Head',
  other: 'Somebody else',
}

export const stepStateNames: Readonly<Record<StepState, string>> = {
  pending: 'To come',
  approved: 'Agreed',
  declined: 'Declined',
  commented: 'Commented',
  'not-needed': 'Not needed',
}

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  approve: 'Agree',
  'approve-if': 'Agree, with a condition',
  decline: 'Decline',
  'ask-again': 'Ask again: send it back with a question',
  comment: 'Comment only',
}

const happened: Readonly<Record<HistoryKind, string>> = {
  asked: 'Asked for it',
  'asked-again': 'Asked again',
  approve: 'Agreed',
  'approve-if': 'Agreed with a condition',
  decline: 'Declined',
  'ask-again': 'Sent it back with a question',
  comment: 'Commented',
  'step-added': 'Added a step',
  'step-left-out': 'Left a step out',
  'fund-changed': 'Changed the fund',
  withdrawn: 'Took it back',
  booked: 'Booked it',
  ordered: 'Ordered it',
}

/** "Agreed with a condition (Head)". */
export function happenedWords({ kind, stepTitle }: Pick<HistoryLine, 'kind' | 'stepTitle'>): string {
  return stepTitle === null ? happened[kind] : `${happened[kind]} (${stepTitle})`
}

/** What people call a request by: R12. */
export const requestNumber = (number: number): string => `R${number}`

/** "Head: Amy Brown"; the step alone where nobody is named. */
export function waitsForWords({ waitsFor }: Pick<RequestLine, 'waitsFor'>): string {
  if (waitsFor === null) return ''
  return waitsFor.person === null ? waitsFor.title : `${waitsFor.title}: ${waitsFor.person.name}`
}

/** Days of cover from quarter days: 0.25, 1.5, 2. */
export const coverDays = (quarterDays: number): number => quarterDays / 4

/** "half a day", "1 day", "1.5 days", "none". */
export function coverWords(quarterDays: number): string {
  if (quarterDays === 0) return 'none'
  if (quarterDays === 2) return 'half a day'
  return quarterDays === 4 ? '1 day' : `${coverDays(quarterDays)} days`
}

const passedOn = ({ booking }: Pick<RequestLine, 'booking'>, went: string): string =>
  booking?.takenBy ? `${went} to ${booking.takenBy.name}` : ''

/** Where a request stands, in a sentence. */
export function standsSentence(request: Pick<RequestLine, 'state' | 'decidedOn' | 'waitsFor' | 'booking'>): string {
  const on = request.decidedOn === null ? '' : ` on ${formatDay(request.decidedOn)}`
  switch (standingOf(request)) {
    case 'waiting':
      return `It waits for ${waitsForWords(request) || 'a decision'}.`
    case 'returned':
      return 'It was sent back with a question and waits for an answer of the person who asked.'
    case 'approved':
      return `It was agreed${on} and is still to be booked.`
    case 'booked':
      return `It was agreed${on} and is booked.`
    case 'wait-listed':
      return `It was agreed${on} and waits for a place: the event is full. Nothing is ordered yet.`
    case 'to-order':
      return `It was agreed${on} and has a place${passedOn(request, ', which went')}. What it costs is still to be ordered.`
    case 'passed-on':
      return `It was agreed${on} and booked; the place went${passedOn(request, '')}.`
    case 'given-back':
      return `It was agreed${on} and booked; the place was given back.`
    case 'event-cancelled':
      return `It was agreed${on} and booked; the event was cancelled.`
    case 'declined':
      return `It was declined${on}.`
    case 'withdrawn':
      return `It was taken back${on}.`
  }
}
