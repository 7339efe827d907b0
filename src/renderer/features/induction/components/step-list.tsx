import { formatDayShort } from '../../../../shared/kernel/dates'
import type { Step } from '../../../../shared/features/induction/model'
import { StatusMark } from '../../../components/chip'
import { CheckBox } from '../../../components/fields/check-box'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { SectionTitle } from '../../../components/page-head'
import { Rows } from '../../../components/rows'
import { useWrite, type OutputFor } from '../../../lib/contract-client'

interface StepListProps {
  readonly induction: OutputFor<'induction.get'>
  readonly onChange: (step: Step) => void
  readonly onLeaveOut: (step: Step) => void
}

/** The steps with a box each: the space bar ticks one as done today, and takes the tick away again. */
export function StepList({ induction, onChange, onLeaveOut }: StepListProps) {
  const { stepList, today } = induction
  const tick = useWrite('induction.tick', { saved: 'Recorded', toastFailure: true })
  const leaveOut = useWrite('induction.leaveOut', { saved: 'The step is in again', toastFailure: true })
  const move = useWrite('induction.moveStep', { toastFailure: true })
  const actions = (step: Step, index: number): MenuAction[] => [
    { key: 'change', title: 'Change it', onAction: () => onChange(step) },
    ...(index === 0
      ? []
      : [{ key: 'up', title: 'Move up', onAction: () => void move.send({ id: step.id, to: 'up' }) }]),
    ...(index === stepList.length - 1
      ? []
      : [{ key: 'down', title: 'Move down', onAction: () => void move.send({ id: step.id, to: 'down' }) }]),
    step.state === 'left-out'
      ? { key: 'in', title: 'Take it in again', onAction: () => void leaveOut.send({ id: step.id, reason: null }) }
      : { key: 'out', title: 'Leave it out', onAction: () => onLeaveOut(step) },
  ]
  return (
    <>
      <SectionTitle level={3}>Steps</SectionTitle>
      <Rows
        label="Steps"
        items={stepList.map((step, index) => ({
          key: step.id,
          title: (
            <CheckBox
              label={step.title}
              value={step.state === 'done'}
              isDisabled={step.state === 'left-out'}
              onChange={(isDone) => void tick.send({ id: step.id, doneOn: isDone === true ? today : null })}
            />
          ),
          about: <AboutStep step={step} />,
          action: <MenuButton look="more" label={`More for ${step.title}`} items={actions(step, index)} />,
        }))}
      />
    </>
  )
}

function AboutStep({ step }: { readonly step: Step }) {
  const { responsible, dueOn, doneOn, leftOutReason, state } = step
  if (leftOutReason !== null) return <>Left out: {leftOutReason}</>
  const who = responsible === null ? 'Nobody named' : responsible.name
  if (doneOn !== null) return <>{`${who} · done ${formatDayShort(doneOn)}`}</>
  const by = dueOn === null ? 'no day' : `by ${formatDayShort(dueOn)}`
  return state === 'overdue' ? (
    <>
      {who} · <StatusMark tone="warn">{`overdue, ${by}`}</StatusMark>
    </>
  ) : (
    <>{`${who} · ${by}`}</>
  )
}
