import type { Found } from '../../../../shared/features/packs/library'

const lists: Readonly<Partial<Record<Found['kind'], string>>> = {
  acronym: '/library/acronyms',
  term: '/library/glossary',
  link: '/library/links',
}

/** Where a text is worded anew, and where the school’s wording is compared with theirs. */
export function wordingPlace(text: Pick<Found, 'kind' | 'id'>, page: 'wording' | 'compare'): string {
  return `${placeOf(text)}/${page}`
}

/** Where something of the library is read: its own page, or its entry in a list. */
export function placeOf({ kind, id }: Pick<Found, 'kind' | 'id'>): string {
  const list = lists[kind]
  const key = encodeURIComponent(id)
  return list === undefined ? `/library/${kind}/${key}` : `${list}?entry=${key}`
}
