import type { Day } from '../../shared/kernel/dates'
import { yearLabel } from '../../shared/kernel/years'
import { useRead } from '../lib/contract-client'

/** The school's crest (its logo, else its initials), its name, and where we are in the year. */
export function SchoolPlate() {
  const status = useRead('school.status', {})
  const hasLogo = status.data?.hasLogo === true
  const logo = useRead('school.logo', {}, { enabled: hasLogo })
  const name = status.data?.profile?.name ?? 'CPD Binder'
  const source = hasLogo ? logo.data?.dataUrl : undefined
  return (
    <div className="plate">
      {typeof source === 'string' ? (
        <img className="plate-crest plate-logo" src={source} alt="" />
      ) : (
        <span className="plate-crest" aria-hidden="true">
          {initialsOf(name)}
        </span>
      )}
      <p className="plate-words">
        <b title={name}>{name}</b>
        {status.data !== undefined && <span>{termLine(status.data.today, status.data.academicYear)}</span>}
      </p>
    </div>
  )
}

/** HP for Hartwell Park Primary School: the first letters of the first two words that name the school. */
export function initialsOf(name: string): string {
  const plain = name
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]/.test(word) && !/^(the|of|and|school|primary|church)$/i.test(word))
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
