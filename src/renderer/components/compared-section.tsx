import type { ReactNode } from 'react'
import type { ComparedSection } from '../../shared/kernel/compared-text'
import { sideOf } from '../lib/compared-sides'
import { Chip } from './chip'
import './compared-section.css'

type Words = Pick<ComparedSection, 'pieces'>

export interface ComparedSectionProps {
  /** The heading; empty for what stands before the first one. */
  readonly title: string
  /** In a word, what is other. */
  readonly mark: string
  readonly section: Words
  /** What the two sides are called. */
  readonly earlier: string
  readonly later: string
  /** What is to be said or done about it, beneath the two sides. */
  readonly children?: ReactNode
}

/** One section of two texts side by side, with the words that went and came marked. */
export function ComparedSectionView({ title, mark, section, earlier, later, children }: ComparedSectionProps) {
  const heading = title === '' ? 'Beginning' : title
  return (
    <section className="compared" aria-label={heading}>
      <div className="compared-head">
        <h2>{heading}</h2>
        <Chip>{mark}</Chip>
      </div>
      <div className="compared-sides">
        <Side section={section} side="before" title={earlier} />
        <Side section={section} side="after" title={later} />
      </div>
      {children}
    </section>
  )
}

interface SideProps {
  readonly section: Words
  readonly side: 'before' | 'after'
  readonly title: string
}

function Side({ section, side, title }: SideProps) {
  const pieces = sideOf(section, side)
  return (
    <div className="compared-side">
      <h3>{title}</h3>
      {pieces.length === 0 ? (
        <p className="quiet-text">Not in this text.</p>
      ) : (
        <p className="compared-text">
          {pieces.map((piece, index) => {
            const key = `${index}`
            if (piece.what === 'added') return <ins key={key}>{piece.text}</ins>
            if (piece.what === 'removed') return <del key={key}>{piece.text}</del>
            return <span key={key}>{piece.text}</span>
          })}
        </p>
      )}
    </div>
  )
}
