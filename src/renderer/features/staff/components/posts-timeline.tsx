import { Button } from '../../../components/button'
import { MenuButton } from '../../../components/menu-button'
import { useRead, useWrite } from '../../../lib/contract-client'
import { addDays, daysBetween, earlierOf, formatDayShort, laterOf, type Day } from '../../../../shared/kernel/dates'
import type { Holding, Person } from '../../../../shared/features/staff/model'
import { formatFte, formatWorkingDays, isHeldOn, knownStart } from '../../../../shared/features/staff/rules'
import './posts-timeline.css'

/** A start that is not known is drawn this far back. */
const A_YEAR = 365

export interface PostsTimelineProps {
  readonly person: Person
  readonly onOpen: (holding: Holding) => void
  readonly onAdd: () => void
}

/** The posts held and their time, newest first: the words say everything, the bars show what overlapped. */
export function PostsTimeline({ person, onOpen, onAdd }: PostsTimelineProps) {
  const status = useRead('school.status', {})
  const remove = useWrite('staff.removeHolding', { saved: 'Post removed', toastFailure: true })
  const today = status.data?.today
  const [newest] = person.holdings
  if (newest === undefined || today === undefined) {
    return (
      <div className="posts-none">
        <p>No post yet. Without one, this person counts in no staff group.</p>
        <Button onPress={onAdd}>Add a post</Button>
      </div>
    )
  }
  const startOf = (holding: Holding) => knownStart(holding.fromOn, person.startedOn)
  const starts = person.holdings.map((h) => startOf(h) ?? earlierOf(h.toOn ?? today, addDays(today, -A_YEAR)))
  const first = starts.reduce<Day>(earlierOf, today)
  const last = person.holdings.reduce<Day>((day, h) => laterOf(day, h.toOn ?? today), today)
  return (
    <ol className="posts">
      {person.holdings.map((holding) => (
        <li key={holding.id}>
          <div className="posts-words">
            <b>{holding.postTitle}</b>
            {person.holdings.length > 1 && holding.isMain && <small>Main post</small>}
            <span>{describe(holding)}</span>
          </div>
          <div className="posts-time">
            <span className="posts-track" aria-hidden="true">
              <i
                className={isHeldOn(holding, today) ? 'posts-bar' : 'posts-bar posts-bar-past'}
                style={placeOf(holding, startOf(holding) ?? first, first, addDays(last, 1))}
              />
            </span>
            <span>{spanOf(holding, startOf(holding))}</span>
          </div>
          <MenuButton
            look="more"
            label={`More for ${holding.postTitle}`}
            items={[
              { key: 'change', title: 'Change or end', onAction: () => onOpen(holding) },
              {
                key: 'remove',
                title: 'Remove (never held)',
                isDanger: true,
                onAction: () => void remove.send({ id: holding.id }),
              },
            ]}
          />
        </li>
      ))}
    </ol>
  )
}

function describe(holding: Holding): string {
  const hours = holding.weeklyMinutes === null ? null : `${Math.round(holding.weeklyMinutes / 6) / 10} hours a week`
  const days = holding.workingDays === null ? null : formatWorkingDays(holding.workingDays)
  return [holding.staffGroupName, holding.teamName, `FTE ${formatFte(holding.fteThousandths)}`, hours, days]
    .filter((part) => part !== null)
    .join(' · ')
}

function spanOf(holding: Holding, from: Day | null): string {
  if (from === null) return holding.toOn === null ? 'Start not known' : `Until ${formatDayShort(holding.toOn)}`
  const to = holding.toOn === null ? 'today' : formatDayShort(holding.toOn)
  return `${formatDayShort(from)} – ${to}`
}

function placeOf(
  holding: Holding,
  from: Day,
  first: Day,
  end: Day,
): { readonly left: string; readonly width: string } {
  const whole = Math.max(1, daysBetween(first, end))
  const to = holding.toOn === null ? end : addDays(holding.toOn, 1)
  const share = (days: number) => `${Math.round((days / whole) * 1000) / 10}%`
  return {
    left: share(daysBetween(first, from)),
    width: share(Math.max(1, daysBetween(from, to))),
  }
}
