import { useEffect, useRef, type ReactNode } from 'react'
import { arrivedAt } from '../lib/navigation'
import { TextLink } from './button'
import './page-head.css'

export interface TrailStep {
  readonly title: string
  readonly to: string
}

export interface PageHeadProps {
  /** The page's one h1; also names the window and is announced on arrival. */
  readonly title: string
  /** One sentence: what this page is for. */
  readonly about?: ReactNode
  /** The way back, outermost first; the page itself is not in it. */
  readonly trail?: readonly TrailStep[]
  /** The one primary action. */
  readonly primary?: ReactNode
  /** Other actions, plain or quiet, drawn before the primary one. */
  readonly secondary?: ReactNode
}

/** Title, one sentence, one primary action. Every page starts with it, once. */
export function PageHead({ title, about, trail, primary, secondary }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => arrivedAt(title, heading.current), [title])
  const hasActions = primary !== undefined || secondary !== undefined
  return (
    <>
      {trail !== undefined && trail.length > 0 && <Trail steps={trail} />}
      <header className="page-head">
        <h1 id="page-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className="page-about">{about}</p>}
        {hasActions && (
          <div className="page-actions">
            {secondary}
            {primary}
          </div>
        )}
      </header>
    </>
  )
}

function Trail({ steps }: { readonly steps: readonly TrailStep[] }) {
  return (
    <nav className="trail" aria-label="Trail">
      <ol>
        {steps.map((step) => (
          <li key={step.to}>
            <TextLink to={step.to}>{step.title}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface SectionTitleProps {
  readonly children: ReactNode
  readonly about?: ReactNode
  /** To the right of the title: a chip, a small action. */
  readonly aside?: ReactNode
  readonly level?: 2 | 3
  readonly id?: string
}

/** The title of a part of a page. */
export function SectionTitle({ children, about, aside, level = 2, id }: SectionTitleProps) {
  const Tag = level === 2 ? 'h2' : 'h3'
  return (
    <div className="section-title">
      <Tag id={id}>{children}</Tag>
      {aside}
      {about !== undefined && <p className="section-about">{about}</p>}
    </div>
  )
}

/** A part of a page with space beneath. */
export function Block({ children }: { readonly children: ReactNode }) {
  return <section className="block">{children}</section>
}

export interface ColumnsProps {
  readonly split?: 'five-four' | 'even' | 'wide-left'
  readonly children: ReactNode
}

/** Two columns on a wide window, one on a narrow one. */
export function Columns({ split = 'five-four', children }: ColumnsProps) {
  return <div className={split === 'five-four' ? 'columns' : `columns columns-${split}`}>{children}</div>
}
