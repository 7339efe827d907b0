import type { ReactNode } from 'react'
import type { SectionKey } from '../lib/routes'
import { ToneIcon, type Tone } from './tone-icon'
import './chip.css'
import './notice.css'

export interface ChipProps {
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A small fact in a rounded frame: a team, a year, a kind. */
export function Chip({ icon, children }: ChipProps) {
  return (
    <span className="chip">
      {icon}
      {children}
    </span>
  )
}

/** Several chips in a row that may wrap. */
export function Chips({ children }: { readonly children: ReactNode }) {
  return <span className="chips">{children}</span>
}

export interface StatusMarkProps {
  readonly tone: Tone
  /** The word; the colour and the shape only repeat it. */
  readonly children: ReactNode
}

/** How something stands: a shape, a colour and a word. */
export function StatusMark({ tone, children }: StatusMarkProps) {
  return (
    <span className={`status tone-${tone}`}>
      <ToneIcon tone={tone} />
      <span>{children}</span>
    </span>
  )
}

/** The square of a divider's colour beside a line that belongs to it. */
export function SectionMark({ section }: { readonly section: SectionKey }) {
  return <i className="mark" data-section={section} aria-hidden="true" />
}
