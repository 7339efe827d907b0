import { fullName, listName } from '../../shared/features/staff/names'

/*
 * What a person is called wherever one is named: by the name they are known by, else the forename, then the surname.
 * Once for rows and once for SQL, so that nobody has two names in the binder.
 */

interface NamedRow {
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
}

/** Jane Smith, from a row: for text. */
export function personName({ forename, surname, known_as }: NamedRow): string {
  return fullName({ forename, surname, knownAs: known_as })
}

/** Smith, Jane, from a row: for lists in order of surname. */
export function personListName({ forename, surname, known_as }: NamedRow): string {
  return listName({ forename, surname, knownAs: known_as })
}

/** The same of somebody who was joined and may not be there: null then. */
export function joinedName(row: {
  readonly forename: string | null
  readonly surname: string | null
  readonly known_as: string | null
}): string | null {
  return row.surname === null ? null : personName({ ...row, forename: row.forename ?? '', surname: row.surname })
}

/** The same as SQL, of the person `alias`; null where a join found nobody. */
export const personNameSql = (alias: string): string =>
  `trim(coalesce(${alias}.known_as, ${alias}.forename) || ' ' || ${alias}.surname)`
