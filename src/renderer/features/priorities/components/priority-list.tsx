import { TextLink } from '../../../components/button'
import { Block, SectionTitle } from '../../../components/page-head'
import { plural } from '../../../lib/format'
import { formatPence, formatPounds, pence } from '../../../../shared/kernel/money'
import { levels, type PriorityLine } from '../../../../shared/features/priorities/model'
import { levelNames, progressSentence } from '../../../../shared/features/priorities/rules'
import { ProgressMark } from './progress-mark'
import { PriorityStatus } from './priority-status'
import './priority-list.css'

/** The priorities of a year under their levels, each with where it stands. */
export function PriorityList({ priorities }: { readonly priorities: readonly PriorityLine[] }) {
  return (
    <>
      {levels
        .map((level) => ({ level, own: priorities.filter((priority) => priority.level === level) }))
        .filter(({ own }) => own.length > 0)
        .map(({ level, own }) => (
          <Block key={level}>
            <SectionTitle>{levelNames[level]}</SectionTitle>
            <ul className="priorities">
              {own.map((priority) => (
                <PriorityItem key={priority.id} priority={priority} />
              ))}
            </ul>
          </Block>
        ))}
    </>
  )
}

function PriorityItem({ priority }: { readonly priority: PriorityLine }) {
  const sentence = progressSentence(priority)
  return (
    <li>
      <div className="priority-words">
        <h3>
          {priority.code !== null && <small>{priority.code}</small>}{' '}
          <TextLink to={`/priorities/${priority.id}`}>{priority.title}</TextLink>
        </h3>
        <p className="priority-about">
          <PriorityStatus status={priority.status} />
          {[priority.teamName, priority.leadName].filter(Boolean).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
      </div>
      <div className="priority-way">
        <p>{priority.measure === null ? sentence : `${priority.measure}. ${sentence}`}</p>
        <ProgressMark measured={priority} isSpoken={false} />
      </div>
      <PriorityCost priority={priority} />
    </li>
  )
}

function PriorityCost({ priority }: { readonly priority: PriorityLine }) {
  const whole = pence(priority.paidPence + priority.promisedPence)
  const words = `${plural(priority.events, 'event', 'events')}, ${formatPounds(whole)} paid and promised`
  return (
    <p className="priority-cost">
      <TextLink to={`/priorities/${priority.id}`} label={`${priority.title}: ${words}`} title={formatPence(whole)}>
        {formatPounds(whole)}
      </TextLink>
      <small>{plural(priority.events, 'event', 'events')}</small>
    </p>
  )
}
