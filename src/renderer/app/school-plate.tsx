import { useRead } from '../lib/contract-client'
import { initialsOf, termLine } from './school-words'

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
