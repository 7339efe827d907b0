import { Target } from 'lucide-react'
import { Button, LinkButton } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { Block, PageHead } from '../../../components/page-head'
import { ReadState } from '../../../components/read-state'
import { YearPicker } from '../../../components/year-picker'
import { useRead, useWrite, type OutputFor } from '../../../lib/contract-client'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { yearLabel } from '../../../../shared/kernel/years'
import { PriorityList } from '../components/priority-list'
import { PriorityPicture } from '../components/priority-picture'

/** What the school works towards this year, at every level, and how far it has come. */
export function PrioritiesPage() {
  const [asked, setYear] = useQueryParam('year')
  const year = asked === undefined || !/^\d{4}$/.test(asked) ? undefined : Number(asked)
  const read = useRead('priorities.list', year === undefined ? {} : { academicYear: year }, { keepPrevious: true })
  const newRoute = year === undefined ? '/priorities/new' : `/priorities/new?year=${year}`
  return (
    <>
      <PageHead
        title="Priorities"
        about="What the school works towards, each with a measure: where it started, where it stands, where it is to get to."
        secondary={
          <>
            <LinkButton to="/needs">Needs</LinkButton>
            <LinkButton to="/requests">Requests</LinkButton>
          </>
        }
        primary={
          <LinkButton kind="primary" to={newRoute} icon={<Target aria-hidden="true" />}>
            Add a priority
          </LinkButton>
        }
      />
      <ReadState read={read}>
        {(list) => (
          <>
            <Block>
              <YearPicker
                value={{ kind: 'academic', startYear: list.academicYear }}
                years={list.years}
                kindFixed
                onChange={(next) => setYear(String(next.startYear))}
              />
            </Block>
            {list.priorities.length === 0 ? (
              <NoPriority list={list} newRoute={newRoute} />
            ) : (
              <>
                {list.toCarryOver > 0 && <CarryOverNotice list={list} />}
                <PriorityList priorities={list.priorities} />
              </>
            )}
          </>
        )}
      </ReadState>
    </>
  )
}

type List = OutputFor<'priorities.list'>

function CarryOver({ list }: { readonly list: List }) {
  const carry = useWrite('priorities.carryOver', {
    saved: ({ copied }) => `${plural(copied, 'priority', 'priorities')} carried over`,
    toastFailure: true,
  })
  return (
    <Button isBusy={carry.isSending} onPress={() => void carry.send({ intoYear: list.academicYear })}>
      {`Carry over ${plural(list.toCarryOver, 'priority', 'priorities')} from ${yearLabel(list.academicYear - 1)}`}
    </Button>
  )
}

function CarryOverNotice({ list }: { readonly list: List }) {
  const last = yearLabel(list.academicYear - 1)
  return (
    <Notice
      tone="info"
      title={`${plural(list.toCarryOver, 'priority', 'priorities')} of ${last} ${list.toCarryOver === 1 ? 'was' : 'were'} not met`}
      action={<CarryOver list={list} />}
    >
      Carried over, each starts from where it stood last.
    </Notice>
  )
}

function NoPriority({ list, newRoute }: { readonly list: List; readonly newRoute: string }) {
  return (
    <EmptyState
      title={`What is ${yearLabel(list.academicYear)} about?`}
      about="Three to six priorities from the school’s improvement plan are enough. Events are then planned for a priority, so that the year’s CPD and its cost can be shown by what it was for."
      picture={<PriorityPicture />}
      primary={<LinkButton to={newRoute}>Type in the first priority</LinkButton>}
      secondary={list.toCarryOver > 0 && <CarryOver list={list} />}
    />
  )
}
