import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../../../shared/kernel/dates'
import type { Step } from '../../../../shared/features/induction/model'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { Block } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, type OutputFor } from '../../../lib/contract-client'
import { arrivedAtRecord } from '../../../lib/navigation'
import { progressWords, standingOf } from '../words'
import { ChangePanel } from './change-panel'
import { LeaveOutPanel, StepPanel } from './step-panels'
import { StepList } from './step-list'

type Shown = OutputFor<'induction.get'>
type Panel = { readonly kind: 'change' } | { readonly kind: 'step' | 'leave-out'; readonly step: Step | undefined }

/** One induction: who, since when, and its steps to be ticked. */
export function InductionPane({ id }: { readonly id: string }) {
  const read = useRead('induction.get', { id })
  return <ReadState read={read}>{(induction) => <InductionRecord induction={induction} />}</ReadState>
}

function InductionRecord({ induction }: { readonly induction: Shown }) {
  const [panel, setPanel] = useState<Panel | undefined>(undefined)
  const close = () => setPanel(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = `Induction of ${induction.person.name}`
  useEffect(() => arrivedAtRecord(title, heading.current), [title])
  const standing = standingOf(induction)
  return (
    <>
      <Block>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>
          <StatusMark
            tone={standing.tone}
          >{`${progressWords(induction)}; ${standing.word.toLowerCase()}`}</StatusMark>
        </p>
        <div className="form-actions">
          <Button onPress={() => setPanel({ kind: 'step', step: undefined })}>Add a step</Button>
          <Button onPress={() => setPanel({ kind: 'change' })}>Change</Button>
          <LinkButton to={`/documents/new?template=induction-plan&for=person:${induction.person.id}`}>
            Write the plan
          </LinkButton>
        </div>
      </Block>
      <Block>
        <DefinitionList items={factsOf(induction)} />
      </Block>
      <Block>
        <StepList
          induction={induction}
          onChange={(step) => setPanel({ kind: 'step', step })}
          onLeaveOut={(step) => setPanel({ kind: 'leave-out', step })}
        />
      </Block>
      {panel?.kind === 'change' && <ChangePanel induction={induction} onClose={close} />}
      {panel?.kind === 'step' && <StepPanel induction={induction} step={panel.step} onClose={close} />}
      {panel?.kind === 'leave-out' && panel.step && <LeaveOutPanel step={panel.step} onClose={close} />}
    </>
  )
}

function factsOf({ person, startedOn, responsible, note }: Shown): Definition[] {
  return [
    { term: 'Person', value: <TextLink to={`/staff/${person.id}`}>{person.name}</TextLink> },
    { term: 'First day', value: formatDay(startedOn) },
    {
      term: 'Sees to it',
      value:
        responsible === null ? (
          'Nobody yet'
        ) : (
          <TextLink to={`/staff/${responsible.id}`}>{responsible.name}</TextLink>
        ),
    },
    ...(note === null ? [] : [{ term: 'Note', value: note }]),
  ]
}
