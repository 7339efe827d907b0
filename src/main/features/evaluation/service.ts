import type { Evaluation } from '../../../shared/features/evaluation/contract'
import type { JudgeInput, PlanInput } from '../../../shared/features/evaluation/model'
import { isBaselineLate, isBaselineLocked } from '../../../shared/features/evaluation/rules'
import { formatDay, type Day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { ReadDb, WriteDb } from '../../db/handle'
import type { EvaluationRow } from '../../db/schema'
import { evaluationRow, eventDays, keepEvaluation, type EventDays } from './repository'

/** Keeps what should be different after an event, said when booking: the start of its evaluation. */
export function expectChange(db: WriteDb, eventId: string, text: string): void {
  keepEvaluation(db, eventId, { question: text })
}

/**
 * Keeps what was said in a request as the start of an event's evaluation: the change expected, how it is measured and
 * when. What stands there already stays.
 */
export function expectMeasured(
  db: WriteDb,
  eventId: string,
  wanted: { readonly question: string; readonly measure: string; readonly targetOn: Day | null },
): void {
  const row = evaluationRow(db, eventId)
  keepEvaluation(db, eventId, {
    question: row?.question ?? wanted.question,
    measure: row?.measure ?? wanted.measure,
    target_on: row?.target_on ?? wanted.targetOn,
  })
}

function eventOf(db: ReadDb, eventId: string): EventDays {
  const event = eventDays(db, eventId)
  if (!event) throw new Refusal('record.missing')
  return event
}

function baselineOf(event: EventDays, row: EvaluationRow | undefined) {
  return {
    firstOn: event.firstOn,
    baselineValue: row?.baseline_value ?? null,
    baselineRecordedOn: row?.baseline_recorded_on ?? null,
    wasLate: row?.is_baseline_late === 1,
  }
}

/** The evaluation of one event, empty before it is planned. Throws Refusal `record.missing`. */
export function evaluationOf(db: ReadDb, eventId: string, today: Day): Evaluation {
  const event = eventOf(db, eventId)
  const row = evaluationRow(db, eventId)
  const baseline = baselineOf(event, row)
  return {
    eventId,
    eventTitle: event.title,
    firstOn: event.firstOn,
    lastOn: event.lastOn,
    today,
    isHeld: event.firstOn !== null && event.firstOn <= today,
    isBaselineLocked: isBaselineLocked(baseline, today),
    isBaselineLate: isBaselineLate(baseline),
    question: row?.question ?? null,
    measure: row?.measure ?? null,
    unit: row?.unit ?? null,
    direction: row?.direction ?? 'up',
    baselineValue: row?.baseline_value ?? null,
    baselineOn: row?.baseline_on ?? null,
    baselineRecordedOn: row?.baseline_recorded_on ?? null,
    targetValue: row?.target_value ?? null,
    targetOn: row?.target_on ?? null,
    actualValue: row?.actual_value ?? null,
    actualOn: row?.actual_on ?? null,
    evidenceLevel: row?.evidence_level ?? null,
    evidenceNote: row?.evidence_note ?? null,
    otherCauses: row?.other_causes ?? null,
    impactJudgement: row?.impact_judgement ?? null,
    decision: row?.decision ?? null,
    judgementReason: row?.judgement_reason ?? null,
    judgedByPersonId: row?.judged_by_person_id ?? null,
    judgedOn: row?.judged_on ?? null,
  }
}

/**
 * Keeps the plan. A baseline is written down on the day it is first given or changed; once the first session is over
 * it stands fast. A first one after that is kept and known as late. Throws Refusal `evaluation.baseline-locked`.
 */
export function planEvaluation(db: WriteDb, input: PlanInput, today: Day): string {
  const event = eventOf(db, input.eventId)
  const row = evaluationRow(db, input.eventId)
  const before = { value: row?.baseline_value ?? null, on: row?.baseline_on ?? null }
  // Without a day a value that was there keeps its own, a new one is of today.
  const usual = input.baselineValue === before.value ? before.on : null
  const on = input.baselineValue === null ? null : (input.baselineOn ?? usual ?? today)
  const isChanged = input.baselineValue !== before.value || on !== before.on
  if (isChanged && isBaselineLocked(baselineOf(event, row), today)) {
    throw new Refusal('evaluation.baseline-locked', { day: formatDay(event.firstOn ?? today) }, [
      { path: 'baselineValue', code: 'evaluation.baseline-locked' },
    ])
  }
  const recordedOn = input.baselineValue === null ? null : isChanged ? today : (row?.baseline_recorded_on ?? today)
  const baseline = { ...baselineOf(event, row), baselineValue: input.baselineValue, baselineRecordedOn: recordedOn }
  return keepEvaluation(db, input.eventId, {
    question: input.question,
    measure: input.measure,
    unit: input.unit,
    direction: input.direction,
    baseline_value: input.baselineValue,
    baseline_on: on,
    baseline_recorded_on: recordedOn,
    is_baseline_late: baseline.wasLate || isBaselineLate(baseline) ? 1 : 0,
    target_value: input.targetValue,
    target_on: input.targetOn,
  })
}

/** Keeps what came of it. Throws Refusals `evaluation.not-held`, `evaluation.future`. */
export function judgeEvaluation(db: WriteDb, input: JudgeInput, today: Day): string {
  const event = eventOf(db, input.eventId)
  if (event.firstOn === null || event.firstOn > today) throw new Refusal('evaluation.not-held')
  for (const path of ['actualOn', 'judgedOn'] as const) {
    const on = input[path]
    if (on !== null && on > today) throw new Refusal('evaluation.future', {}, [{ path, code: 'evaluation.future' }])
  }
  return keepEvaluation(db, input.eventId, {
    actual_value: input.actualValue,
    actual_on: input.actualValue === null ? null : (input.actualOn ?? today),
    evidence_level: input.evidenceLevel,
    evidence_note: input.evidenceNote,
    other_causes: input.otherCauses,
    impact_judgement: input.impactJudgement,
    decision: input.decision,
    judgement_reason: input.judgementReason,
    judged_by_person_id: input.judgedByPersonId,
    judged_on: input.impactJudgement === null ? null : (input.judgedOn ?? today),
  })
}
