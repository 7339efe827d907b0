import type { EntryOrigin, OwnList } from '../../../../shared/features/packs/own-lists'

/** What is done with each list at the head of its page. */
export const addWords: Readonly<Record<OwnList, string>> = {
  types: 'Add a kind of activity',
  kinds: 'Add a kind of cost',
  codes: 'Add a finance code',
}

/** What each list is called as a table. */
export const listNames: Readonly<Record<OwnList, string>> = {
  types: 'Kinds of activity',
  kinds: 'Kinds of cost',
  codes: 'Finance codes',
}

/** Where an entry comes from. */
export const originWords: Readonly<Record<EntryOrigin, string>> = {
  pack: 'A pack',
  reworded: 'A pack, in your words',
  own: 'Your school',
}
