import type { ReactNode } from 'react'
import { formatDayShort } from '../../../../shared/kernel/dates'
import type { NeedLine } from '../../../../shared/features/needs/model'
import { importanceNames, stateNames } from '../../../../shared/features/needs/words'
import { TextLink } from '../../../components/button'
import { Rows } from '../../../components/rows'

interface NeedRowsProps {
  readonly needs: readonly NeedLine[]
  /** On a person's own page nobody has to be told whose they are. */
  readonly withOwner: boolean
  readonly action?: (need: NeedLine) => ReactNode
}

/** A few needs, each a door to its record. */
export function NeedRows({ needs, withOwner, action }: NeedRowsProps) {
  return (
    <Rows
      label="Needs"
      items={needs.map((need) => ({
        key: need.id,
        title: <TextLink to={`/needs/record/${need.id}`}>{need.title}</TextLink>,
        about: aboutOf(need, withOwner),
        ...(action && { action: action(need) }),
      }))}
    />
  )
}

function aboutOf(need: NeedLine, withOwner: boolean): string {
  return [
    ...(withOwner ? [need.owner.name] : []),
    stateNames[need.state],
    importanceNames[need.importance],
    ...(need.dueOn === null ? [] : [`by ${formatDayShort(need.dueOn)}`]),
  ].join(' · ')
}
