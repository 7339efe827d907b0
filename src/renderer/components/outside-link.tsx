import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { opensOutside } from '../lib/outside'
import './outside-link.css'

export interface OutsideLinkProps {
  readonly href: string
  readonly children: ReactNode
}

/**
 * A link to the web. It opens in the person's own browser where the program leads there; an address that it does not
 * know stands behind the words as text, to be copied by whoever trusts it.
 */
export function OutsideLink({ href, children }: OutsideLinkProps) {
  if (!opensOutside(href))
    return (
      <>
        {children} <span className="outside-address">{href}</span>
      </>
    )
  return (
    <a className="text-link outside-link" href={href} target="_blank" rel="noreferrer" title={href}>
      {children}
      {/* The space that does not break keeps the mark on the line of the last word. */}
      <span className="outside-mark" aria-hidden="true">
        {'\u00a0'}
        <ExternalLink />
      </span>
      <span className="visually-hidden"> (opens in your browser)</span>
    </a>
  )
}
