import type { BinderEntry, BinderSection } from '../../../../shared/features/binder/model'
import { aboutEntry, stateSentence } from '../../../../shared/features/binder/words'
import { TextLink } from '../../../components/button'
import { StatusMark } from '../../../components/chip'
import { plural } from '../../../lib/format'
import { stateTones } from '../tones'
import './divider-list.css'

/** The sections of an order, each a divider with its tab and the entries behind it. */
export function DividerList({ sections }: { readonly sections: readonly BinderSection[] }) {
  return sections.map((section, index) => <Divider key={section.id} section={section} number={index + 1} />)
}

function Divider({ section, number }: { readonly section: BinderSection; readonly number: number }) {
  const titleId = `divider-${section.id}`
  return (
    <section className="divider" data-section={section.divider ?? 'documents'} aria-labelledby={titleId}>
      <header className="divider-tab">
        <h2 id={titleId}>
          <span className="divider-number">{number}</span> {section.title}
        </h2>
        <p>{plural(section.entries.length, 'entry', 'entries')}</p>
      </header>
      <ul className="divider-entries">
        {section.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function Entry({ entry }: { readonly entry: BinderEntry }) {
  const about = aboutEntry(entry)
  return (
    <li>
      <span className="divider-title">
        {entry.route === null ? entry.title : <TextLink to={entry.route}>{entry.title}</TextLink>}
        {about !== '' && <small>{about}</small>}
      </span>
      <span className="divider-state" data-state={entry.state}>
        <StatusMark tone={stateTones[entry.state]}>{stateSentence(entry)}</StatusMark>
      </span>
    </li>
  )
}
