import { z } from 'zod'
import {
  zImportance,
  zOwnerKind,
  zSource,
  states,
  type NeedLine,
  type NeedState,
} from '../../../../shared/features/needs/model'
import { DUE_WITHIN_DAYS, isOpen, isOverdue } from '../../../../shared/features/needs/rules'
import { addDays, type Day } from '../../../../shared/kernel/dates'
import { useQueryParam } from '../../../lib/navigation'
import type { InputFor } from '../../../lib/contract-client'

const zStanding = z.enum(['open', 'overdue', 'due', 'evidence', ...states])

/** How needs stand, as the list is narrowed. */
export type Standing = 'open' | 'overdue' | 'due' | 'evidence' | NeedState

/** What the list is narrowed to, kept in the route so that every figure can be a door to it. */
export function useNeedFilter() {
  const [state, setState] = useQueryParam('state')
  const [owner, setOwner] = useQueryParam('owner')
  const [source, setSource] = useQueryParam('source')
  const [priority, setPriority] = useQueryParam('priority')
  const [group, setGroup] = useQueryParam('group')
  const [importance] = useQueryParam('importance')
  const [like, setLike] = useQueryParam('like')
  const [unserved, setUnserved] = useQueryParam('unserved')
  const [person] = useQueryParam('person')
  const [year] = useQueryParam('year')
  const known = zStanding.safeParse(state)
  const standing: Standing | undefined = known.success ? known.data : undefined
  const ownerKind = zOwnerKind.safeParse(owner)
  const sourceCode = zSource.safeParse(source)
  const howImportant = zImportance.safeParse(Number(importance))
  const filter: InputFor<'needs.list'> = {
    ...(ownerKind.success && { ownerKind: ownerKind.data }),
    ...(sourceCode.success && { sourceCode: sourceCode.data }),
    ...(priority !== undefined && { priorityId: priority }),
    ...(group !== undefined && { staffGroupId: group }),
    ...(howImportant.success && { importance: howImportant.data }),
    ...(like !== undefined && { likeId: like }),
    ...(unserved === 'yes' && { unserved: true }),
    ...(person !== undefined && { personId: person }),
    ...(year !== undefined && /^\d{4}$/.test(year) && { year: Number(year) }),
  }
  return { filter, standing, setState, setOwner, setSource, setPriority, setGroup, setLike, setUnserved }
}
export type NeedFilterParams = ReturnType<typeof useNeedFilter>

/** Whether a need stands as asked; the channel says the same of a list. */
export function standsSo(standing: Standing | undefined, need: NeedLine, today: Day): boolean {
  switch (standing) {
    case undefined:
      return true
    case 'open':
      return isOpen(need.state)
    case 'overdue':
      return isOverdue(need, today)
    case 'due':
      return (
        (need.state === 'raised' || need.state === 'agreed') &&
        need.dueOn !== null &&
        need.dueOn <= addDays(today, DUE_WITHIN_DAYS)
      )
    case 'evidence':
      return need.state === 'planned' && need.eventsDone > 0 && need.eventsDone === need.events
    default:
      return need.state === standing
  }
}
