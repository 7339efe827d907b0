import type { DecideInput, RequestStep } from '../../../shared/features/requests/model'
import { waitingStep } from '../../../shared/features/requests/rules'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { personName } from '../../db/person-names'
import type { RequestRow } from '../../db/schema'
import { whoOnDay } from '../../db/staff-on-day'
import { requestRow, stepsOf } from './repository'
import { note } from './history'
import { leaveOpenSteps } from './steps'

/** What came of a decision on several requests. */
export interface Decided {
  readonly decided: number
  /** Agreed by the last who had to. */
  readonly agreed: number
  /** For whom the others wait now. */
  readonly waitFor: string[]
}

/**
 * Decides on requests, all or none, each in the step that it waits for. Throws Refusals `record.missing`,
 * `request.not-waiting`, `request.own` (says who can decide instead), `request.ahead`, `request.before-asked`.
 */
export function decide(db: WriteDb, input: DecideInput, today: Day): Decided {
  if (input.decidedOn > today)
    throw new Refusal('request.ahead', undefined, [{ path: 'decidedOn', code: 'request.ahead' }])
  if (!whoOnDay(db, input.decidedByPersonId, input.decidedOn)) throw new Refusal('record.missing')
  const ids = [...new Set(input.ids)]
  for (const id of ids) decideOne(db, id, input)
  const rows = ids.map((id) => requestRow(db, id))
  const waiting = rows.map((row) => waitingStep(row.state, stepsOf(db, row.id))?.title)
  return {
    decided: ids.length,
    agreed: rows.filter((row) => row.state === 'approved').length,
    waitFor: [...new Set(waiting.filter((title) => title !== undefined))],
  }
}

function decideOne(db: WriteDb, id: string, input: DecideInput): void {
  const row = requestRow(db, id)
  const steps = stepsOf(db, id)
  const step = waitingStep(row.state, steps)
  refuseUnfit(db, row, input, step)
  const about = { happened_on: input.decidedOn, person_id: input.decidedByPersonId, words: input.reason }
  if (input.kind === 'comment' || step === undefined) {
    const own = steps.find(({ state, isCommentOnly, person }) => {
      const isTheirs = person === null || person.id === input.decidedByPersonId
      return state === 'pending' && isCommentOnly && isTheirs
    })
    if (own) setStep(db, own.id, 'commented')
    note(db, id, { kind: 'comment', ...about, request_step_id: own?.id ?? null })
    return
  }
  note(db, id, { kind: input.kind, ...about, request_step_id: step.id })
  if (input.kind === 'ask-again') {
    db.runOne(sql.updateTable('request').set({ state: 'returned' }).where('id', '=', id))
    return
  }
  const isAgreed = input.kind !== 'decline'
  setStep(db, step.id, isAgreed ? 'approved' : 'declined')
  if (isAgreed && waitingStep('waiting', stepsOf(db, id))) return
  leaveOpenSteps(db, id)
  const state = isAgreed ? 'approved' : 'declined'
  db.runOne(sql.updateTable('request').set({ state, decided_on: input.decidedOn }).where('id', '=', id))
}

function setStep(db: WriteDb, id: string, state: 'approved' | 'declined' | 'commented'): void {
  db.runOne(sql.updateTable('request_step').set({ state }).where('id', '=', id))
}

function refuseUnfit(db: ReadDb, row: RequestRow, input: DecideInput, step: RequestStep | undefined): void {
  const name = whoOnDay(db, row.person_id, row.received_on)?.name ?? ''
  if (input.decidedOn < row.received_on)
    throw new Refusal('request.before-asked', { title: row.title, on: formatDay(row.received_on) }, [
      { path: 'decidedOn', code: 'request.before-asked' },
    ])
  if (input.kind === 'comment') return
  if (!step) throw new Refusal('request.not-waiting', { title: row.title, name })
  if (input.decidedByPersonId === row.person_id) {
    const facts = { name, others: whoElse(db, row, step) }
    throw new Refusal('request.own', facts, [{ path: 'decidedByPersonId', code: 'request.own', facts }])
  }
}

/** Who can decide instead of the person who asks: whoever the step names, the other steps, those who work in the binder. */
function whoElse(db: ReadDb, row: RequestRow, step: RequestStep): string {
  const ofSteps = [step, ...stepsOf(db, row.id)].flatMap(({ person, isCommentOnly }) =>
    person === null || isCommentOnly || person.id === row.person_id ? [] : [person.name],
  )
  const working = db.all(
    sql
      .selectFrom('person')
      .select(['forename', 'surname', 'known_as'])
      .where('works_in_binder', '=', 1)
      .where('is_archived', '=', 0)
      .where('id', '<>', row.person_id)
      .orderBy('surname')
      .limit(5),
  )
  const names = [...new Set([...ofSteps, ...working.map(personName)])].slice(0, 5)
  if (names.length === 0) return 'Anybody else'
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}
