import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import { foldText } from '../../../../shared/kernel/fold-text'
import { SearchField } from '../../../components/fields/search-field'
import { MenuButton, type MenuAction } from '../../../components/menu-button'
import { announce } from '../../../lib/announcer'
import { plural } from '../../../lib/format'
import { useQueryParam } from '../../../lib/navigation'
import { byLetter, letterOf } from '../lib/letters'

/** One line of a list of the library. */
export interface Entry {
  readonly id: string
  readonly name: string
  /** Drawn in place of the name: a link. */
  readonly title?: ReactNode
  readonly meaning: ReactNode
  /** Everything that the filter looks through. */
  readonly words: string
  readonly marks?: ReactNode
  readonly actions: readonly MenuAction[]
}

interface EntryListProps {
  /** "Find an acronym" */
  readonly findLabel: string
  /** "acronym", "acronyms" */
  readonly counted: readonly [one: string, many: string]
  readonly entries: readonly Entry[]
  /** To the right of the filter. */
  readonly tools: ReactNode
}

/** A long list by letters, with a filter; `?entry=` in the address shows one of its lines. */
export function EntryList({ findLabel, counted, entries, tools }: EntryListProps) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useQueryParam('entry')
  const words = useDeferredValue(typed)
  const shown = useMemo(() => narrowed(entries, words), [entries, words])
  const [one, many] = counted
  useEffect(() => {
    if (words !== '') announce(plural(shown.length, `${one} found`, `${many} found`))
  }, [words, shown.length, one, many])
  useEffect(() => {
    if (asked !== undefined) showEntry(asked)
  }, [asked])
  const find = (text: string) => {
    setTyped(text)
    setAsked(undefined)
  }
  const letters = byLetter(shown)
  return (
    <>
      <div className="library-tools">
        <SearchField label={findLabel} value={typed} onChange={find} />
        {tools}
      </div>
      <Letters all={entries} shown={letters.map(({ letter }) => letter)} />
      {shown.length === 0 && <p className="library-none">No {one} has these words. Try part of it.</p>}
      {letters.map((group) => (
        <section key={group.letter} className="entry-letter" aria-labelledby={`letter-${group.letter}`}>
          <h2 id={`letter-${group.letter}`} tabIndex={-1}>
            {group.letter}
          </h2>
          <dl>
            {group.entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} isAsked={entry.id === asked} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function EntryLine({ entry, isAsked }: { readonly entry: Entry; readonly isAsked: boolean }) {
  return (
    <div className={isAsked ? 'entry entry-asked' : 'entry'}>
      <dt id={idOf(entry.id)} tabIndex={-1}>
        {entry.title ?? entry.name}
      </dt>
      <dd>
        {entry.meaning}
        {entry.marks}
      </dd>
      {entry.actions.length > 0 && (
        <dd className="entry-menu">
          <MenuButton look="more" label={`More for ${entry.name}`} items={entry.actions} />
        </dd>
      )}
    </div>
  )
}

/** The alphabet: a letter without an entry is not pressed. */
function Letters({ all, shown }: { readonly all: readonly Entry[]; readonly shown: readonly string[] }) {
  const letters = [...new Set(all.map(({ name }) => letterOf(name)))].sort()
  if (all.length < 30) return null
  return (
    <nav className="entry-letters" aria-label="Letters">
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          disabled={!shown.includes(letter)}
          onClick={() => goTo(document.getElementById(`letter-${letter}`))}
        >
          {letter}
        </button>
      ))}
    </nav>
  )
}

function narrowed(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter((entry) => {
    const text = foldText(entry.words)
    return words.every((word) => text.includes(word))
  })
}

const idOf = (id: string) => `entry-${id}`

function showEntry(id: string): void {
  goTo(document.getElementById(idOf(id)))
}

function goTo(target: HTMLElement | null): void {
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
