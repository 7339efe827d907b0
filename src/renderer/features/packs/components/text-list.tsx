import type { Found, LibraryLine } from '../../../../shared/features/packs/library'
import { kindNames } from '../../../../shared/features/packs/words'
import { hrefTo, withQuery } from '../../../lib/navigation'
import type { Group } from '../lib/groups'
import { markWords } from '../lib/mark-words'
import { placeOf } from '../lib/places'
import { Marks } from './marks'

/** The texts in their groups; `selected` is the one that is read beside them. */
export function TextList({
  groups,
  selected,
}: {
  readonly groups: readonly Group[]
  readonly selected: string | undefined
}) {
  return groups.map((group) => (
    <section key={group.key} className="library-group" aria-labelledby={`group-${group.key}`}>
      <h2 id={`group-${group.key}`}>{group.title}</h2>
      <ul>
        {group.lines.map((line) => (
          <li key={`${line.kind} ${line.id}`}>
            <TextLine line={line} isSelected={selected === `${line.kind} ${line.id}`} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function TextLine({ line, isSelected }: { readonly line: LibraryLine; readonly isSelected: boolean }) {
  return (
    <div className={isSelected ? 'library-line library-line-open' : 'library-line'}>
      <a href={hrefTo(withQuery(placeOf(line)))} aria-current={isSelected ? 'true' : undefined}>
        {line.title}
      </a>
      <p>{line.summary}</p>
      <Marks from={line.from} theirs={line.theirs} />
    </div>
  )
}

interface FoundListProps {
  readonly found: readonly Found[]
  /** What was asked for: set apart in the excerpts. */
  readonly words: string
  readonly selected: string | undefined
}

/** What a search found in texts and lists, each with the words around it. */
export function FoundList({ found, words, selected }: FoundListProps) {
  return (
    <ul className="library-found">
      {found.map((one) => {
        const isSelected = selected === `${one.kind} ${one.id}`
        const place = placeOf(one)
        return (
          <li key={`${one.kind} ${one.id}`}>
            <div className={isSelected ? 'library-line library-line-open' : 'library-line'}>
              <a
                href={hrefTo(place.includes('?') ? place : withQuery(place))}
                aria-current={isSelected ? 'true' : undefined}
              >
                {one.title}
              </a>
              <small>{kindNames[one.kind]}</small>
              <p>
                {markWords(one.excerpt, words).map(({ text, isMarked }, index) =>
                  isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
                )}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
