import type { ImportField } from './model'

const field = (
  key: string,
  label: string,
  required: boolean,
  synonyms: readonly string[] = [],
  kind: ImportField['kind'] = 'text',
): ImportField => ({
  key,
  label,
  synonyms,
  required,
  kind,
})

/** The few columns of a school register ("Get Information about Schools") that fill a school's profile. */
export const giasFields: readonly ImportField[] = [
  field('urn', 'URN', true, ['school_urn'], 'code'),
  field('name', 'EstablishmentName', true, ['School name', 'name']),
  field('authorityName', 'LA (name)', false, ['Local authority', 'Local Authority Name']),
  field('phase', 'PhaseOfEducation (name)', false, ['Phase']),
  field('typeName', 'TypeOfEstablishment (name)', false, ['Type of establishment', 'gias_establishment_type']),
  field('typeGroup', 'EstablishmentTypeGroup (name)', false),
  field('status', 'EstablishmentStatus (name)', false),
  field('pupilsOnRoll', 'NumberOfPupils', false, ['Number of pupils'], 'number'),
  field('town', 'Town', false),
]
/** Maintained or academy by the type of establishment: a free school, a UTC and a studio school are academies. */
export function regimeOfType(typeName: string, typeGroup: string): 'maintained' | 'academy' {
  return /academ|free school|university technical|studio school|city technology/i.test(`${typeName} ${typeGroup}`)
    ? 'academy'
    : 'maintained'
}
