/** The letter under which a name stands; figures and signs stand together. */
export function letterOf(name: string): string {
  const first = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .charAt(0)
    .toLocaleUpperCase('en-GB')
  return /[A-Z]/.test(first) ? first : '0–9'
}

/** Entries in the order of their names, under their letters. */
export function byLetter<T extends { readonly name: string }>(
  entries: readonly T[],
): { readonly letter: string; readonly entries: readonly T[] }[] {
  const letters = new Map<string, T[]>()
  for (const entry of [...entries].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))) {
    const letter = letterOf(entry.name)
    const group = letters.get(letter) ?? []
    letters.set(letter, [...group, entry])
  }
  return [...letters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letter, group]) => ({ letter, entries: group }))
}
