import { formatCount } from '../../../lib/format'

interface CutListProps {
  readonly shown: number
  /** How many fit beyond those shown. */
  readonly more: number
  /** In the plural: "costs". */
  readonly what: string
}

/** Under a list that is cut: how many of how many are shown, and whose the totals are. Nothing under a whole one. */
export function CutList({ shown, more, what }: CutListProps) {
  if (more === 0) return null
  return (
    <p className="muted">
      The newest {formatCount(shown)} of {formatCount(shown + more)} {what} are listed; the totals are of all{' '}
      {formatCount(shown + more)}. Narrow the list to see the others.
    </p>
  )
}
