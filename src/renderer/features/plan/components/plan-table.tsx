import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment } from 'react'
import type { Plan, PlanLine } from '../../../../shared/features/plan/model'
import { isCosted, isMeasured, type Drawn, type Placed } from '../../../../shared/features/plan/rules'
import { daysWords, requestWords, whenWords, whoWords } from '../../../../shared/features/plan/words'
import { formatPence } from '../../../../shared/kernel/money'
import { IconButton, TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { useWrite } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { planAt } from '../lib/use-plan-year'
import { MakeEventPanel } from './make-event-panel'
import { useOpenRow } from '../../../components/use-open-row'

interface PlanTableProps {
  readonly plan: Plan
  readonly drawn: Drawn<PlanLine>
}

/** The lines in their order with the running total, and the line where the money ends. */
export function PlanTable({ plan, drawn }: PlanTableProps) {
  const isDraft = plan.state === 'draft'
  const event = useOpenRow(plan.lines)
  const firstBelow = drawn.placed.findIndex(({ isAbove }) => !isAbove)
  const musts = plan.lines.filter(({ isMust }) => isMust).length
  return (
    <div className="table-scroll">
      <table className="simple-table plan-table">
        <caption className="visually-hidden">Lines of the plan, in the order in which they are paid for</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">For whom</th>
            <th scope="col">When</th>
            <th scope="col" className="number">
              Cost
            </th>
            <th scope="col" className="number">
              Running total
            </th>
            <td>
              <span className="visually-hidden">Move and more</span>
            </td>
          </tr>
        </thead>
        <tbody>
          {drawn.placed.map((placed, index) => (
            <Fragment key={placed.line.id}>
              {index === firstBelow && <TheLine drawn={drawn} />}
              <LineRow
                plan={plan}
                placed={placed}
                isDraft={isDraft}
                isFirst={index === 0 || index === musts}
                isLast={index === drawn.placed.length - 1 || index === musts - 1}
                onEvent={() => event.open(placed.line)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      <MakeEventPanel line={event.row} isOpen={event.isOpen} onClose={event.close} />
    </div>
  )
}

function TheLine({ drawn }: { readonly drawn: Drawn<PlanLine> }) {
  const left = drawn.leftPence ?? 0
  const fitting = drawn.placed.filter(({ wouldFit }) => wouldFit).length
  return (
    <tr className="plan-line-drawn">
      <th scope="row" colSpan={6}>
        The money ends here
        <small>
          {left < 0
            ? ' What must happen costs more than the budget.'
            : ` ${formatPence(drawn.leftPence ?? drawn.abovePence)} is left.`}
          {fitting > 0 && ` ${plural(fitting, 'line', 'lines')} below would still fit: move what you want up.`}
        </small>
      </th>
    </tr>
  )
}

interface LineRowProps {
  readonly plan: Plan
  readonly placed: Placed<PlanLine>
  readonly isDraft: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onEvent: () => void
}

function LineRow({ plan, placed, isDraft, isFirst, isLast, onEvent }: LineRowProps) {
  const { line, isAbove, wouldFit, runningPence } = placed
  const request = requestWords(line)
  return (
    <tr className={isAbove ? undefined : 'plan-below'}>
      <th scope="row">
        <TextLink to={planAt(`/plan/lines/${line.id}`, plan.academicYear)}>{line.title}</TextLink>
        <small>
          {[line.priorityTitle, line.lead === null ? null : `led by ${line.lead}`, line.providerName]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <span className="plan-marks">
          {line.isMust && <StatusMark tone="info">Must happen</StatusMark>}
          {hasEvent(line) && <StatusMark tone="good">In the diary</StatusMark>}
          {line.eventStatus === 'cancelled' && <StatusMark tone="warn">Cancelled</StatusMark>}
          {request !== undefined && <StatusMark tone="warn">{request}</StatusMark>}
          {!isCosted(line) && <StatusMark tone="warn">No cost yet</StatusMark>}
          {!isMeasured(line) && <StatusMark tone="warn">No measure of success</StatusMark>}
          {wouldFit && <StatusMark tone="none">Would still fit</StatusMark>}
        </span>
      </th>
      <td className="plan-who">{whoWords(line, { names: true, most: 3 })}</td>
      <td>
        {whenWords(line)}
        {line.coverQuarterDays > 0 && <small>{daysWords(line.coverQuarterDays)} of cover</small>}
      </td>
      <td className="number">{isCosted(line) ? formatPence(line.costPence) : '–'}</td>
      <td className="number">{formatPence(runningPence)}</td>
      <td className="plan-moves">
        {isDraft && <Moves line={line} isFirst={isFirst} isLast={isLast} />}
        <More plan={plan} line={line} isDraft={isDraft} onEvent={onEvent} />
      </td>
    </tr>
  )
}

function Moves({
  line,
  isFirst,
  isLast,
}: {
  readonly line: PlanLine
  readonly isFirst: boolean
  readonly isLast: boolean
}) {
  const move = useWrite('plan.move', { toastFailure: true })
  const go = (to: 'up' | 'down') => void move.send({ id: line.id, to })
  return (
    <>
      <IconButton
        label={`Move up: ${line.title}`}
        icon={<ArrowUp aria-hidden="true" />}
        isDisabled={isFirst}
        onPress={() => go('up')}
      />
      <IconButton
        label={`Move down: ${line.title}`}
        icon={<ArrowDown aria-hidden="true" />}
        isDisabled={isLast}
        onPress={() => go('down')}
      />
    </>
  )
}

/** It stands in the diary; what was cancelled does not. */
const hasEvent = ({ eventId, eventStatus }: PlanLine) => eventId !== null && eventStatus !== 'cancelled'

/** Where a line leads: to its event, to its request, which is decided and booked there, or to an event yet to be made. */
function leadsOn(line: PlanLine, onEvent: () => void): MenuAction[] {
  const { eventId, requestId, requestNumber } = line
  const request = { key: 'request', title: `Open its request R${requestNumber}`, to: `/requests/${requestId}` }
  const title = eventId === null ? 'Make an event of it' : 'Make another event of it'
  return [
    ...(eventId === null ? [] : [{ key: 'event', title: 'Open its event', to: `/activities/${eventId}` }]),
    ...(requestId === null ? [] : [request]),
    ...(hasEvent(line) || requestId !== null ? [] : [{ key: 'make', title, onAction: onEvent }]),
  ]
}

type MoreProps = Pick<LineRowProps, 'plan' | 'isDraft' | 'onEvent'> & { readonly line: PlanLine }

function More({ plan, line, isDraft, onEvent }: MoreProps) {
  const move = useWrite('plan.move', { toastFailure: true })
  const mark = useWrite('plan.markMust', { toastFailure: true })
  const remove = useWrite('plan.removeLine', { saved: 'Line taken out', toastFailure: true })
  const { id } = line
  const changing: MenuAction[] = [
    { key: 'top', title: 'Move to the top', onAction: () => void move.send({ id, to: 'top' }) },
    { key: 'bottom', title: 'Move to the end', onAction: () => void move.send({ id, to: 'bottom' }) },
    {
      key: 'must',
      title: line.isMust ? 'It is a wish' : 'It must happen',
      onAction: () => void mark.send({ id, isMust: !line.isMust }),
    },
    { key: 'remove', title: 'Take it out', isDanger: true, onAction: () => void remove.send({ id }) },
  ]
  const items: MenuAction[] = [
    { key: 'open', title: isDraft ? 'Change' : 'Look at it', to: planAt(`/plan/lines/${id}`, plan.academicYear) },
    ...leadsOn(line, onEvent),
    ...(isDraft ? changing : []),
  ]
  return <MenuButton look="more" label={`More for ${line.title}`} items={items} />
}
