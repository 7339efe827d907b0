import type { Day } from '../../../shared/kernel/dates'
import type { MoveInput, NeedState } from '../../../shared/features/needs/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import type { NeedRow } from '../../db/schema'

/** In whose name and on which day something is written down. */
export interface Hand {
  readonly today: Day
  /** Who works in the binder now; null when nobody has said. */
  readonly byPersonId: string | null
}

interface NewStep {
  readonly needId: string
  readonly from: NeedRow['state'] | null
  readonly to: NeedRow['state']
  readonly on: Day
  readonly byPersonId: string | null
  readonly reason?: string | null
  readonly evidence?: string | null
  readonly point?: { readonly kind: 'event' | 'evaluation' | 'document'; readonly id: string } | null
}

/** Keeps one change of how a need stands. */
export function addStep(db: WriteDb, step: NewStep): void {
  db.runOne(
    sql.insertInto('need_step').values({
      id: newId(),
      need_id: step.needId,
      happened_on: step.on,
      from_state: step.from,
      to_state: step.to,
      by_person_id: step.byPersonId,
      reason: step.reason ?? null,
      evidence: step.evidence ?? null,
      evidence_kind: step.point?.kind ?? null,
      evidence_id: step.point?.id ?? null,
    }),
  )
}

/** When, by whom and why a need is moved. */
export interface StepWords extends Hand, Partial<Pick<MoveInput, 'reason' | 'evidence' | 'evidencePoint'>> {
  readonly on: MoveInput['on']
  readonly agreed?: Pick<NeedRow, 'agreed_by_person_id' | 'agreed_on'>
}

/** Moves a need to a state, with the step that tells of it. */
export function step(db: WriteDb, need: NeedRow, to: NeedState, words: StepWords): void {
  db.runOne(
    sql
      .updateTable('need')
      .set({ state: to, state_on: words.on, ...words.agreed })
      .where('id', '=', need.id),
  )
  addStep(db, {
    needId: need.id,
    from: need.state,
    to,
    on: words.on,
    byPersonId: words.byPersonId,
    reason: words.reason ?? null,
    evidence: words.evidence ?? null,
    point: words.evidencePoint ?? null,
  })
}

/** True where an event that is still to come serves a need. */
export function isServed(db: ReadDb, needId: string): boolean {
  return (
    db.first(
      sql
        .selectFrom('need_event as l')
        .innerJoin('event as e', 'e.id', 'l.event_id')
        .select('l.id')
        .where('l.need_id', '=', needId)
        .where('e.status', 'in', ['idea', 'planned']),
    ) !== undefined
  )
}

/**
 * Agrees a need that was only raised, and plans it where an event to come serves it; one that stands otherwise stays as it
 * is. A need that was raised later than the day of agreement is agreed on the day it was raised.
 */
export function agreeNeed(
  db: WriteDb,
  need: NeedRow,
  { by, on }: { readonly by: string | null; readonly on: Day },
  hand: Hand,
): void {
  if (need.state !== 'raised') return
  const agreedOn = need.state_on > on ? need.state_on : on
  const agreed = { agreed_by_person_id: by, agreed_on: agreedOn }
  step(db, need, 'agreed', { ...hand, on: agreedOn, byPersonId: by, agreed })
  if (isServed(db, need.id)) step(db, { ...need, state: 'agreed' }, 'planned', { ...hand, on: agreedOn })
}
