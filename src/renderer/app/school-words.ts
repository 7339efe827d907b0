import type { Day } from '../../shared/kernel/dates'
import { yearLabel } from '../../shared/kernel/years'

/** HP for Hartwell Park Primary School: the first letters of the first two words that name the school. */
export function initialsOf(name: string): string {
  const plain = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(the|of|and|school|primary|church)$/i.test(word))
  return plain
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

/** The season of the school year, until the school's own term dates are kept. */
export function termLine(today: Day, academicYear: number): string {
  const month = Number(today.slice(5, 7))
  const term = month >= 9 ? 'Autumn' : month <= 3 ? 'Spring' : 'Summer'
  return `${term} term, ${yearLabel(academicYear)}`
}
