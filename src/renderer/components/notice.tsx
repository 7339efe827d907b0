import type { ReactNode } from 'react'
import { ToneIcon, type Tone } from './tone-icon'
import './notice.css'

export interface NoticeProps {
  readonly tone: Tone
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Something that stays on the page: what happened, what it means for the data, what to do next. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <ToneIcon tone={tone} />
      <div className="notice-words">
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
      {action}
    </div>
  )
}
