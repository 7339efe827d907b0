import type { ReactNode } from 'react'
import './empty-state.css'

export interface EmptyStateProps {
  readonly title: string
  /** What this page is for, in one or two sentences. */
  readonly about: ReactNode
  /** What it looks like when it is filled; decoration, hidden from screen readers. */
  readonly picture?: ReactNode
  /** The first way to start: type one in. */
  readonly primary?: ReactNode
  /** The second: import, or take from the pack. */
  readonly secondary?: ReactNode
}

/** An empty page teaches: what it is for, what it looks like filled, two ways to start. */
export function EmptyState({ title, about, picture, primary, secondary }: EmptyStateProps) {
  return (
    <div className={picture === undefined ? 'empty empty-plain' : 'empty'}>
      <div>
        <h2>{title}</h2>
        <p>{about}</p>
        <div className="empty-ways">
          {primary}
          {secondary}
        </div>
      </div>
      {picture !== undefined && (
        <div className="empty-picture" aria-hidden="true" inert>
          {picture}
        </div>
      )}
    </div>
  )
}
