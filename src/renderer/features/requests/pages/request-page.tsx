import { useState } from 'react'
import { Gavel } from 'lucide-react'
import { useParams } from 'wouter'
import { isOpen, standingOf } from '../../../../shared/features/requests/rules'
import { costTable } from '../../../../shared/features/requests/tables'
import {
  coverWords,
  happenedWords,
  requestNumber,
  standsSentence,
  stepStateNames,
} from '../../../../shared/features/requests/words'
import { formatDay, formatDayShort } from '../../../../shared/kernel/dates'
import { Button, LinkButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { DefinitionList, type Definition } from '../../../components/definition-list'
import { MenuButton } from '../../../components/menu-button'
import { OnPaper, usualFiles } from '../../../components/on-paper'
import { Block, Columns, PageHead, SectionTitle } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { Rows } from '../../../components/rows'
import { SimpleTable } from '../../../components/simple-table'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { BookPanel } from '../components/book-panel'
import { BuyPanel } from '../components/buy-panel'
import { DecidePanel } from '../components/decide-panel'
import { OrderPanel } from '../components/order-panel'
import { AgainPanel, FundPanel, LeaveOutPanel, StepPanel, WithdrawPanel } from '../components/small-panels'
import { standingTones, stepTones } from '../lib/tones'

type Shown = OutputFor<'requests.get'>
type Panel = 'decide' | 'say' | 'book' | 'order' | 'fund' | 'step' | 'withdraw' | 'again'

/** One request: what it is for, what speaks for and against it, who decided what, and what became of it. */
export function RequestPage() {
  const { id = '' } = useParams<{ id: string }>()
  const read = useRead('requests.get', { id })
  return <ReadState read={read}>{(request) => <OneRequest request={request} />}</ReadState>
}

function OneRequest({ request }: { readonly request: Shown }) {
  const [panel, setPanel] = useState<Panel | undefined>(undefined)
  const [leftOut, setLeftOut] = useState<string | undefined>(undefined)
  const close = () => setPanel(undefined)
  return (
    <>
      <Head request={request} onPanel={setPanel} />
      <Columns split="even">
        <div>
          <Block>
            <DefinitionList items={factsOf(request)} />
          </Block>
          {request.costs.length > 0 && (
            <Block>
              <SimpleTable table={costTable(request)} showsTitle />
            </Block>
          )}
          <Steps request={request} onLeaveOut={setLeftOut} />
          <History request={request} />
        </div>
        <BuyPanel id={request.id} />
      </Columns>
      {panel === 'decide' && <DecidePanel requests={[request]} today={request.today} onClose={close} />}
      {panel === 'say' && <DecidePanel requests={[request]} today={request.today} isComment onClose={close} />}
      {panel === 'order' && <OrderPanel request={request} onClose={close} />}
      {panel === 'book' && <BookPanel request={request} onClose={close} />}
      {panel === 'fund' && <FundPanel request={request} onClose={close} />}
      {panel === 'step' && <StepPanel request={request} onClose={close} />}
      {panel === 'again' && <AgainPanel request={request} onClose={close} />}
      {panel === 'withdraw' && <WithdrawPanel request={request} onClose={close} />}
      {leftOut !== undefined && (
        <LeaveOutPanel stepId={leftOut} request={request} onClose={() => setLeftOut(undefined)} />
      )}
    </>
  )
}

function Head({ request, onPanel }: { readonly request: Shown; readonly onPanel: (panel: Panel) => void }) {
  const title = `${requestNumber(request.number)} ${request.title}`
  const print = useWrite('requests.print', { toastFailure: true })
  return (
    <PageHead
      title={title}
      about={<StatusMark tone={standingTones[standingOf(request)]}>{standsSentence(request)}</StatusMark>}
      trail={[{ title: 'Requests', to: '/requests' }]}
      primary={<NextStep request={request} onPanel={onPanel} />}
      secondary={
        <>
          <OnPaper
            files={usualFiles}
            isBusy={print.isSending}
            ask={(format) => print.send({ of: { kind: 'letter', id: request.id }, format })}
          />
          <MenuButton label="More" items={moreOf(request, onPanel)} />
        </>
      }
    />
  )
}

function NextStep({ request, onPanel }: { readonly request: Shown; readonly onPanel: (panel: Panel) => void }) {
  switch (standingOf(request)) {
    case 'waiting':
      return (
        <Button kind="primary" icon={<Gavel aria-hidden="true" />} onPress={() => onPanel('decide')}>
          Decide
        </Button>
      )
    case 'returned':
      return (
        <LinkButton kind="primary" to={`/requests/${request.id}/edit`}>
          Answer and ask again
        </LinkButton>
      )
    case 'approved':
      return (
        <Button kind="primary" onPress={() => onPanel('book')}>
          Book it
        </Button>
      )
    case 'to-order':
      return (
        <Button kind="primary" onPress={() => onPanel('order')}>
          Order it
        </Button>
      )
    case 'given-back':
    case 'event-cancelled':
      return (
        <Button kind="primary" onPress={() => onPanel('again')}>
          Book it again
        </Button>
      )
    case 'booked':
    case 'wait-listed':
    case 'passed-on':
      return request.booking === null ? null : (
        <LinkButton kind="primary" to={`/activities/${request.booking.eventId}`}>
          Open the event
        </LinkButton>
      )
    default:
      return null
  }
}

function moreOf(request: Shown, onPanel: (panel: Panel) => void) {
  const open = isOpen(request.state)
  const agreed = request.state === 'approved'
  return [
    ...(open ? [{ key: 'change', title: 'Change the request', to: `/requests/${request.id}/edit` }] : []),
    ...(open || agreed ? [{ key: 'fund', title: 'Let another fund pay', onAction: () => onPanel('fund') }] : []),
    ...(open ? [{ key: 'step', title: 'Add a step', onAction: () => onPanel('step') }] : []),
    ...(request.state === 'waiting'
      ? []
      : [{ key: 'say', title: 'Comment on it', onAction: () => onPanel('say') }]),
    ...(open || agreed ? [{ key: 'withdraw', title: 'Take it back', onAction: () => onPanel('withdraw') }] : []),
  ]
}

/** What the event is to the request, by its booking. */
const placeTerms = { booked: 'Booked on', waiting: 'Waits for a place on', cancelled: 'Was booked on' } as const

/** Who has the place now, where it was passed on. */
function takenByOf({ booking }: Shown): Definition[] {
  const other = booking?.takenBy ?? null
  if (other === null) return []
  return [{ term: 'Place passed on to', value: <TextLink to={`/staff/${other.id}`}>{other.name}</TextLink> }]
}

function factsOf(request: Shown): Definition[] {
  const optional = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }])
  return [
    { term: 'Who asks', value: <TextLink to={`/staff/${request.person.id}`}>{request.person.name}</TextLink> },
    { term: 'Asked on', value: formatDay(request.receivedOn) },
    ...(request.eventId !== null && request.eventTitle !== null
      ? [{ term: 'Event', value: <TextLink to={`/activities/${request.eventId}`}>{request.eventTitle}</TextLink> }]
      : []),
    ...(request.bookedEvent !== null && request.bookedEvent.id !== request.eventId
      ? [
          {
            term: placeTerms[request.booking?.state ?? 'booked'],
            value: <TextLink to={`/activities/${request.bookedEvent.id}`}>{request.bookedEvent.name}</TextLink>,
          },
        ]
      : []),
    ...takenByOf(request),
    ...optional('Provider', request.providerName),
    ...optional('Day wanted', request.wantedOn === null ? null : formatDay(request.wantedOn)),
    { term: 'What will be different', value: request.expectedChange },
    { term: 'What pupils will have', value: request.pupilBenefit },
    {
      term: 'How it is measured',
      value:
        request.measureOn === null
          ? request.howMeasured
          : `${request.howMeasured}, by ${formatDay(request.measureOn)}`,
    },
    ...optional('Priority', request.priorityTitle),
    ...(request.need === null
      ? []
      : [{ term: 'Need', value: <TextLink to={`/needs/${request.need.id}`}>{request.need.name}</TextLink> }]),
    ...(request.opportunity === null
      ? []
      : [
          {
            term: 'Opportunity',
            value: <TextLink to={`/opportunities/${request.opportunity.id}`}>{request.opportunity.name}</TextLink>,
          },
        ]),
    ...optional('Why now', request.reason),
    ...optional('How it is shared', request.sharing),
    {
      term: 'Cover',
      value: [coverWords(request.coverQuarterDays), request.coverArranged].filter(Boolean).join(', '),
    },
  ]
}

function Steps({
  request,
  onLeaveOut,
}: {
  readonly request: Shown
  readonly onLeaveOut: (stepId: string) => void
}) {
  return (
    <Block>
      <SectionTitle>Steps</SectionTitle>
      <Rows
        label="Steps"
        items={request.steps.map((step) => ({
          key: step.id,
          title: step.person === null ? step.title : `${step.title}: ${step.person.name}`,
          about: (
            <StatusMark tone={stepTones[step.state]}>
              {step.isCommentOnly && step.state === 'pending' ? 'May comment' : stepStateNames[step.state]}
            </StatusMark>
          ),
          ...(isOpen(request.state) &&
            step.state === 'pending' && {
              action: (
                <Button kind="quiet" size="small" onPress={() => onLeaveOut(step.id)}>
                  {`Leave out ${step.title}`}
                </Button>
              ),
            }),
        }))}
      />
    </Block>
  )
}

function History({ request }: { readonly request: Shown }) {
  return (
    <Block>
      <SectionTitle about="Kept for good: a later word never takes an earlier one away.">History</SectionTitle>
      <Rows
        label="History"
        items={request.history.map((said) => ({
          key: said.id,
          title: `${happenedWords(said)}${said.byName === null ? '' : `: ${said.byName}`}`,
          about: [formatDayShort(said.on), said.words].filter(Boolean).join(' · '),
        }))}
      />
    </Block>
  )
}
