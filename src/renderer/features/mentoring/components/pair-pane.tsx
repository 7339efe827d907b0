import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../../../shared/kernel/dates'
import { guideNames, metSentence, pairKindNames } from '../../../../shared/features/mentoring/words'
import { Button, TextLink } from '../../../components/button'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { SidePanel } from '../../../components/dialog'
import { Finding } from '../../../components/figures'
import { MenuButton } from '../../../components/menu-button'
import { Notice } from '../../../components/notice'
import { Block } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { arrivedAtRecord, navigate } from '../../../lib/navigation'
import { EndPanel } from './end-panel'
import { MeetingPanel } from './meeting-panel'
import { Meetings } from './meetings'
import { PairForm } from './pair-form'
import { PlanPanel } from './plan-panel'

type Shown = OutputFor<'mentoring.get'>
type Panel = 'change' | 'end' | 'plan' | 'meeting'

/** One pair: who, since when, how often they met, and the meetings. */
export function PairPane({ id }: { readonly id: string }) {
  const read = useRead('mentoring.get', { id })
  return <ReadState read={read}>{(pair) => <PairRecord pair={pair} />}</ReadState>
}

function PairRecord({ pair }: { readonly pair: Shown }) {
  const [panel, setPanel] = useState<Panel | undefined>(undefined)
  const close = () => setPanel(undefined)
  return (
    <>
      <PairHead pair={pair} onPanel={setPanel} />
      {pair.leftName !== null && (
        <Notice tone="warn" title={`${pair.leftName} has left the school`}>
          End the pair on the day of the last meeting; what was held stays.
        </Notice>
      )}
      <Block>
        <Finding>{metSentence(pair)}.</Finding>
        <DefinitionList items={factsOf(pair)} />
      </Block>
      <Block>
        <Meetings pair={pair} />
      </Block>
      {panel === 'change' && (
        <SidePanel title="Change the pair" isOpen onClose={close}>
          <PairForm pair={pair} onClose={close} />
        </SidePanel>
      )}
      {panel === 'meeting' && <MeetingPanel pair={pair} meeting={undefined} onClose={close} />}
      {panel === 'plan' && <PlanPanel pair={pair} onClose={close} />}
      {panel === 'end' && <EndPanel pair={pair} onClose={close} />}
    </>
  )
}

function PairHead({ pair, onPanel }: { readonly pair: Shown; readonly onPanel: (panel: Panel) => void }) {
  const title = `${pair.person.name} with ${pair.guide.name}`
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => arrivedAtRecord(title, heading.current), [title])
  const met = useWrite('mentoring.metOn', { saved: 'Recorded that they met today', toastFailure: true })
  const goOn = useWrite('mentoring.endPair', { saved: 'The pair goes on', toastFailure: true })
  const remove = useWrite('mentoring.removePair', { saved: 'Pair removed', toastFailure: true })
  const more = [
    { key: 'change', title: 'Change the pair', onAction: () => onPanel('change') },
    pair.endedOn === null
      ? { key: 'end', title: 'End the pair', onAction: () => onPanel('end') }
      : {
          key: 'go-on',
          title: 'Let the pair go on',
          onAction: () => void goOn.send({ id: pair.id, endedOn: null }),
        },
    {
      key: 'remove',
      title: 'Remove it (entered by mistake)',
      isDanger: true,
      onAction: () =>
        void remove.send({ id: pair.id }).then((result) => (result.ok ? navigate('/mentoring') : undefined)),
    },
  ]
  return (
    <Block>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <div className="form-actions">
        {pair.isRunning && (
          <Button
            icon={<Check aria-hidden="true" />}
            isBusy={met.isSending}
            onPress={() => void met.send({ pairId: pair.id, heldOn: pair.today, state: 'held' })}
          >
            They met today
          </Button>
        )}
        <Button onPress={() => onPanel('meeting')}>Record a meeting</Button>
        {pair.isRunning && <Button onPress={() => onPanel('plan')}>Plan meetings</Button>}
        <MenuButton label="More" items={more} />
      </div>
    </Block>
  )
}

function factsOf(pair: Shown): Definition[] {
  const person = ({ id, name }: Shown['guide']) => <TextLink to={`/staff/${id}`}>{name}</TextLink>
  return [
    { term: 'Kind', value: pairKindNames[pair.kind] },
    { term: guideNames[pair.kind], value: person(pair.guide) },
    { term: 'Colleague', value: person(pair.person) },
    { term: 'Focus', value: pair.focus ?? 'Not said' },
    { term: 'Began', value: formatDay(pair.startedOn) },
    ...(pair.endedOn === null ? [] : [{ term: 'Ended', value: formatDay(pair.endedOn) }]),
  ]
}
