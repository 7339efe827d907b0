import { useState } from 'react'
import type { Evaluation } from '../../../../shared/features/evaluation/contract'
import { formatDay } from '../../../../shared/kernel/dates'
import { Finding } from '../../../components/figures'
import { Notice } from '../../../components/notice'
import { Block, Columns, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead } from '../../../lib/contract-client'
import { outcomeSentence } from '../words'
import { JudgeForm } from './judge-form'
import { PlanForm } from './plan-form'

/** The evaluation of one event: the plan before, the judgement after. */
export function EventEvaluation({ eventId }: { readonly eventId: string }) {
  const read = useRead('evaluation.get', { eventId })
  return <ReadState read={read}>{(evaluation) => <Parts evaluation={evaluation} />}</ReadState>
}

/** A session that was moved since does not make the baseline timely. */
function LateNotice({ evaluation: { baselineRecordedOn, firstOn } }: { readonly evaluation: Evaluation }) {
  if (baselineRecordedOn === null || firstOn === null) return null
  return (
    <Notice tone="warn" title="The baseline was written down late">
      {baselineRecordedOn > firstOn
        ? `It was recorded on ${formatDay(baselineRecordedOn)}, after the first session on ${formatDay(firstOn)}.`
        : `When it was first recorded, the first session had been held; that session has been moved to ${formatDay(firstOn)} since.`}{' '}
      Whoever reads the result should know.
    </Notice>
  )
}

function Parts({ evaluation }: { readonly evaluation: Evaluation }) {
  const [isPlanUnsaved, setPlanUnsaved] = useState(false)
  const outcome = outcomeSentence(evaluation)
  return (
    <>
      {outcome !== undefined && (
        <Finding>
          <em>{outcome.said}:</em> {outcome.figures}.
        </Finding>
      )}
      {evaluation.isBaselineLate && <LateNotice evaluation={evaluation} />}
      <Columns split="even">
        <Block>
          <SectionTitle about="Best agreed when people are booked, before anyone knows how it went.">
            Before: what should change
          </SectionTitle>
          <PlanForm evaluation={evaluation} onUnsaved={setPlanUnsaved} />
        </Block>
        <Block>
          <SectionTitle about="Some weeks later, when practice has had time to change.">
            After: what came of it
          </SectionTitle>
          {evaluation.isHeld ? (
            <JudgeForm evaluation={evaluation} isPlanUnsaved={isPlanUnsaved} />
          ) : (
            <p>It has not begun yet. Come back when its first session has been held.</p>
          )}
        </Block>
      </Columns>
    </>
  )
}
