/** How the contents of the binder are spoken of, on screen and on paper. */
import { partsToCome } from '../packs/pages'
import type { BinderEntry, BinderSection, EntryState } from './model'

/** The word for each state; the reason says the rest. */
export const stateWords: Readonly<Record<EntryState, string>> = {
  'in-use': 'In use',
  due: 'Due',
  empty: 'Empty',
  draft: 'Draft',
  'to-read': 'To read',
  own: 'Your own wording',
  'to-come': 'To come',
  missing: 'Not in your packs',
}

/** How an entry stands, in words: "Due: 2 evaluations wait", "Comes with the calendar". */
export function stateSentence({ state, reason, later }: BinderEntry): string {
  if (state === 'to-come' && later !== null) return `Comes with ${partsToCome[later]}`
  return reason === '' ? stateWords[state] : `${stateWords[state]}: ${reason}`
}

/** What else there is to say of an entry: its note, where its Word file is, and what will come. */
export function aboutEntry({ note, isWordVersion, route, state, later }: BinderEntry): string {
  const parts = [
    note,
    isWordVersion && route !== null ? 'There, choose “Save as”, then “Word document”' : null,
    later !== null && state !== 'to-come' ? `More comes with ${partsToCome[later]}` : null,
  ]
  return parts.filter((part) => part !== null).join('. ')
}

/** How many entries of an order stand how: "63 entries: 9 in use, 3 due, 29 to read, 22 to come". */
export function summaryOf(sections: readonly BinderSection[]): string {
  const entries = sections.flatMap((section) => section.entries)
  const parts = counted.flatMap(([states, words]) => {
    const count = entries.filter(({ state }) => states.includes(state)).length
    return count === 0 ? [] : [`${count} ${words}`]
  })
  return `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}: ${parts.join(', ')}`
}

const counted: readonly (readonly [readonly EntryState[], string])[] = [
  [['in-use'], 'in use'],
  [['due'], 'due'],
  [['draft'], 'in draft'],
  [['empty'], 'empty'],
  [['to-read'], 'to read'],
  [['own'], 'in your own wording'],
  [['to-come'], 'to come'],
  [['missing'], 'not in your packs'],
]
