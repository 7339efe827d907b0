/** Text as it is compared: case, accents, punctuation and spacing do not count. */
export function wordsKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A person's name as it is compared. */
export function nameKey(forename: string, surname: string): string {
  return wordsKey(`${forename} ${surname}`)
}

/** Jane Smith: for text. A person known only by a user name has it as surname. */
export function fullName(person: {
  readonly forename: string
  readonly surname: string
  readonly knownAs?: string | null
}): string {
  return `${person.knownAs ?? person.forename} ${person.surname}`.trim()
}

/** Smith, Jane: for lists in order of surname. */
export function listName(person: {
  readonly forename: string
  readonly surname: string
  readonly knownAs?: string | null
}): string {
  const first = person.knownAs ?? person.forename
  return first === '' ? person.surname : person.surname === '' ? first : `${person.surname}, ${first}`
}

/** "Smith, Jane" as "Jane Smith"; anything else as it is. */
export function forenameFirst(text: string): string {
  const match = /^([^,]+),\s*([^,]+)$/.exec(text.trim())
  return match ? `${match[2]} ${match[1]}` : text.trim()
}
