import { Menu as MenuIcon, Search, X } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyHint } from '../components/key-hint'
import { formatCount } from '../lib/format'
import { hrefTo } from '../lib/navigation'
import { ActingPerson } from './acting-person'
import { DisplayMenu } from './display-menu'
import { dividers, features, type Divider } from './routes'
import { SchoolPlate } from './school-plate'
import './spine.css'

export interface SpineProps {
  /** The divider that is open. */
  readonly section: string | undefined
  readonly onFind: () => void
  readonly onHelp: () => void
}

/** The binder's dividers in the order of the year. On a narrow window it is a bar with a menu. */
export function Spine({ section, onFind, onHelp }: SpineProps) {
  const [location] = useLocation()
  // The menu belongs to the place where it was opened: going somewhere closes it.
  const [openAt, setOpenAt] = useState<string | undefined>(undefined)
  const isOpen = openAt === location
  return (
    <header className={isOpen ? 'spine spine-open' : 'spine'}>
      <div className="spine-top">
        <SchoolPlate />
        <button
          type="button"
          className="spine-toggle"
          aria-expanded={isOpen}
          aria-controls="spine-body"
          onClick={() => setOpenAt(isOpen ? undefined : location)}
        >
          {isOpen ? <X aria-hidden="true" /> : <MenuIcon aria-hidden="true" />}
          Menu
        </button>
      </div>
      <div className="spine-body" id="spine-body">
        <nav aria-label="Binder">
          <ul>
            {dividers.map((divider) => (
              <Tab key={divider.key} divider={divider} isCurrent={divider.key === section} />
            ))}
          </ul>
        </nav>
        <div className="spine-foot">
          <button type="button" className="tab" onClick={onFind}>
            <Search aria-hidden="true" />
            <span className="tab-word">Find anything</span>
            <KeyHint keys="Ctrl+K" />
          </button>
          <ActingPerson />
          <DisplayMenu onHelp={onHelp} />
          <FootLines />
        </div>
      </div>
    </header>
  )
}

function Tab({ divider, isCurrent }: { readonly divider: Divider; readonly isCurrent: boolean }) {
  const Icon = divider.icon
  const counter = features.find((feature) => feature.section === divider.key && feature.useCount !== undefined)
  return (
    <li>
      <a
        className="tab"
        href={hrefTo(divider.home)}
        data-section={divider.key}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon aria-hidden="true" />
        <span className="tab-word">{divider.title}</span>
        {counter?.useCount !== undefined && <Count use={counter.useCount} />}
      </a>
    </li>
  )
}

/** Each divider keeps the same hook for life, so the rule of hooks holds. */
function Count({ use }: { readonly use: () => number | undefined }) {
  const count = use()
  return count === undefined || count === 0 ? null : <span className="tab-count">{formatCount(count)}</span>
}

function FootLines() {
  const lines = features.flatMap((feature) => (feature.SpineLine === undefined ? [] : [feature.SpineLine]))
  return (
    <div className="spine-saved">
      {lines.length === 0 && (
        <p>
          <i className="spine-dot" aria-hidden="true" /> Everything is saved
        </p>
      )}
      {lines.map((Line, index) => (
        <Line key={index} />
      ))}
    </div>
  )
}
