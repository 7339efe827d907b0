import { useLocation } from 'wouter'
import { useRead } from '../../../lib/contract-client'
import { formatCount } from '../../../lib/format'
import { hrefTo } from '../../../lib/navigation'
import './library.css'

/** The parts of the library, each a page, with how much is in it. */
export function LibraryNav() {
  const [location] = useLocation()
  const { data } = useRead('library.contents', {})
  const parts = [
    { to: '/library', title: 'Texts', count: data?.lines.length },
    { to: '/library/acronyms', title: 'Acronyms', count: data?.counts.acronyms },
    { to: '/library/glossary', title: 'Glossary', count: data?.counts.terms },
    { to: '/library/links', title: 'Web links', count: data?.counts.links },
    { to: '/library/packs', title: 'Packs', count: undefined },
  ]
  const current = parts.findLast(({ to }) => location.startsWith(to))?.to
  return (
    <nav className="library-nav" aria-label="Library">
      <ul>
        {parts.map(({ to, title, count }) => (
          <li key={to}>
            <a href={hrefTo(to)} aria-current={to === current ? 'page' : undefined}>
              {title}
              {count !== undefined && <small>{formatCount(count)}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
