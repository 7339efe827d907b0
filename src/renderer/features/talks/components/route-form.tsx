import { useWatch } from 'react-hook-form'
import type { QualificationSet } from '../../../../shared/features/packs/qualification-content'
import type { TalkOf } from '../../../../shared/features/talks/model'
import { zRoute } from '../../../../shared/features/talks/route'
import { routeAdvice, stepNames } from '../../../../shared/features/talks/route-words'
import { Button } from '../../../components/button'
import { useZodForm } from '../../../components/form'
import { Notice } from '../../../components/notice'
import { ReadState } from '../../../components/read-state'
import { Steps } from '../../../components/steps'
import { useRead } from '../../../lib/contract-client'
import { useQueryParam } from '../../../lib/navigation'
import { startRoute, type Beginning } from '../lib/start-values'
import { PracticeStep } from './route-practice'
import { EndStep, NeedStep, ReasonStep, WayStep } from './route-steps'
import { TalkForm } from './talk-form'

interface RouteFormProps {
  readonly kept: TalkOf<'route'> | undefined
  readonly begin: Beginning
}

/** The five steps to a qualification, one at a time: each is saved before the next, and can be gone back to. */
export function RouteForm(props: RouteFormProps) {
  const read = useRead('talks.qualifications', {})
  return <ReadState read={read}>{({ sets }) => <StepForm {...props} set={sets.at(-1)} />}</ReadState>
}

function StepForm({ kept, begin, set }: RouteFormProps & { readonly set: QualificationSet | undefined }) {
  const [asked, setStep] = useQueryParam('step')
  const furthest = kept === undefined ? 1 : 5
  const step = Math.min(Math.max(Number(asked ?? kept?.step ?? 1) || 1, 1), furthest)
  const isLast = step === 5
  const form = useZodForm(zRoute, startRoute(kept, begin))
  return (
    <>
      <Steps steps={[...stepNames]} current={step - 1} />
      <TalkForm
        kind="route"
        form={form}
        id={kept?.id ?? null}
        toSend={(route) => ({ ...route, step: Math.max(route.step, Math.min(step + 1, 5)) })}
        goOn={(id) => (isLast ? `/needs/routes/${id}` : `/needs/routes/${id}?do=change&step=${step + 1}`)}
        submit={isLast ? 'Save and look at it' : 'Save and go on'}
        extra={
          step > 1 && (
            <Button kind="quiet" onPress={() => setStep(String(step - 1))}>
              Back a step
            </Button>
          )
        }
      >
        <h2>{`Step ${step}: ${stepNames[step - 1] ?? ''}`}</h2>
        {step === 1 && <ReasonStep />}
        {step === 2 && <NeedStep />}
        {step === 3 && <WayStep set={set} />}
        {step === 4 && <PracticeStep />}
        {step === 5 && <EndStep />}
        <Advice set={set} step={step} />
      </TalkForm>
    </>
  )
}

/** What the form says to what was entered; on the steps where something can still be done about it. */
function Advice({ set, step }: { readonly set: QualificationSet | undefined; readonly step: number }) {
  const route = zRoute.safeParse(useWatch())
  if (!route.success || step < 2) return null
  const advice = routeAdvice(route.data, set)
  if (advice.length === 0) return null
  return (
    <Notice tone="info" title="Worth a thought">
      <ul>
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
