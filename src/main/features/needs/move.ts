import { formatDay } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { EvidencePoint, MoveInput, NeedState } from '../../../shared/features/needs/model'
import { canMove, needsEvidence, needsReason } from '../../../shared/features/needs/rules'
import { stateNames } from '../../../shared/features/needs/words'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import type { NeedRow } from '../../db/schema'
import { refuseAt } from './raise'
import { needRow } from './repository'
import { isServed, step, type Hand } from './steps'

/**
 * Moves needs from one state to another, each with a step that says when, by whom and why; all of them or none. An agreed
 * need that an event to come serves already is planned at once. Returns how many were moved. Throws Refusals
 * `needs.not-from`, `needs.evidence-missing`, `needs.reason-missing`, `needs.ahead`, `needs.before-step` and
 * `record.missing`.
 */
export function moveNeeds(db: WriteDb, input: MoveInput, hand: Hand): number {
  const ids = [...new Set(input.ids)]
  if (input.on > hand.today) throw refuseAt('needs.ahead', 'on')
  if (needsEvidence(input.to) && input.evidence === null) throw refuseAt('needs.evidence-missing', 'evidence')
  if (input.evidencePoint !== null) findPoint(db, input.evidencePoint)
  for (const id of ids) moveNeed(db, needRow(db, id), input, hand)
  return ids.length
}

function moveNeed(db: WriteDb, need: NeedRow, input: MoveInput, hand: Hand): void {
  if (!canMove(need.state, input.to))
    throw new Refusal('needs.not-from', { title: need.title, state: stateNames[need.state].toLowerCase() })
  if (needsReason(need.state, input.to) && input.reason === null) throw refuseAt('needs.reason-missing', 'reason')
  if (input.on < need.state_on) throw refuseAt('needs.before-step', 'on', { on: formatDay(need.state_on) })
  const to = input.to === 'reopen' ? reopened(db, need) : input.to
  const isAgreeing = need.state === 'raised' && to === 'agreed'
  const agreedBy = input.agreedByPersonId ?? hand.byPersonId
  step(db, need, to, {
    ...hand,
    ...input,
    byPersonId: isAgreeing ? agreedBy : hand.byPersonId,
    ...(isAgreeing && { agreed: { agreed_by_person_id: agreedBy, agreed_on: input.on } }),
  })
  if (isAgreeing && isServed(db, need.id))
    step(db, { ...need, state: 'agreed' }, 'planned', { ...hand, on: input.on })
}

/** Where a closed need stands when it is taken up again. */
function reopened(db: ReadDb, need: NeedRow): NeedState {
  if (need.agreed_on === null) return 'raised'
  return isServed(db, need.id) ? 'planned' : 'agreed'
}

function findPoint(db: ReadDb, { kind, id }: EvidencePoint): void {
  if (db.first(sql.selectFrom(kind).select('id').where('id', '=', id)) === undefined)
    throw new Refusal('record.missing')
}

/**
 * Puts needs down as planned: for a request that was approved, or a line of the plan. Raised ones are agreed by the same
 * hand first, planned and closed ones stay as they are. Returns how many were moved. Throws Refusal `record.missing`.
 */
export function planNeeds(db: WriteDb, { needIds, reason, agreedByPersonId }: PlanNeeds, hand: Hand): number {
  let moved = 0
  for (const id of new Set(needIds)) {
    const need = needRow(db, id)
    const on = need.state_on > hand.today ? need.state_on : hand.today
    const words = { ...hand, on, reason }
    if (need.state === 'raised') {
      const by = agreedByPersonId ?? hand.byPersonId
      step(db, need, 'agreed', { ...words, byPersonId: by, agreed: { agreed_by_person_id: by, agreed_on: on } })
    }
    if (need.state !== 'raised' && need.state !== 'agreed') continue
    step(db, { ...need, state: 'agreed' }, 'planned', words)
    moved += 1
  }
  return moved
}

export interface PlanNeeds {
  readonly needIds: readonly string[]
  /** Where it is planned: "In the training plan of 2026/27". */
  readonly reason: string
  /** Who agreed, for needs that were only raised. */
  readonly agreedByPersonId?: string | null
}
