import { sql as raw } from 'kysely'
import type { Day } from '../../../shared/kernel/dates'
import {
  answersWords,
  zNewExpertise,
  type ExpertiseInput,
  type ExpertiseLine,
  type NewExpertise,
  type WeighedExpertise,
} from '../../../shared/features/needs/expertise'
import type { Origin } from '../../../shared/features/needs/model'
import { titleKey } from '../../../shared/features/needs/rules'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personListName, personName } from '../../db/person-names'
import type { ExpertiseRow, PersonRow } from '../../db/schema'
import { isStaffOn } from '../../db/staff-on-day'
import { standardColumns, standardIn } from '../../db/standards'
import { refuseAt } from './raise'
import { mainGroups } from './repository'

export interface ExpertiseAsked {
  readonly personId?: string | undefined
  /** Only those who can train others. */
  readonly canTrain?: boolean | undefined
  /** Those who have left and what has ended too. */
  readonly withPast?: boolean | undefined
  /** "Who can train in …". */
  readonly text?: string | undefined
}

type Row = ExpertiseRow &
  Pick<PersonRow, 'forename' | 'surname' | 'known_as'> & { group_name: string | null; is_staff: 0 | 1 }

/** The register, who knows most first within a subject. */
export function listExpertise(db: ReadDb, asked: ExpertiseAsked, today: Day): ExpertiseLine[] {
  const rows = db.all(
    statement(raw<Row>`
      select x.*, w.forename, w.surname, w.known_as, g.name as group_name, ${isStaffOn(today, 'w')} as is_staff
      from expertise x join person w on w.id = x.person_id
      left join ${mainGroups(today)} m on m.person_id = x.person_id
      left join staff_group g on g.id = m.staff_group_id
      where w.is_archived = 0 and (${asked.personId ?? null} is null or x.person_id = ${asked.personId ?? null})
      order by x.subject collate nocase, x.level desc, w.surname, w.forename, x.id`),
  )
  return rows
    .map((row) => rowToLine(row, today))
    .filter(
      (line) =>
        (asked.withPast === true || line.isCurrent) &&
        (asked.canTrain !== true || line.canTrain) &&
        answersWords(line, asked.text ?? ''),
    )
}

function rowToLine(row: Row, today: Day): ExpertiseLine {
  return {
    id: row.id,
    personId: row.person_id,
    name: personName(row),
    listName: personListName(row),
    groupName: row.group_name,
    subject: row.subject,
    standard: standardIn(row),
    level: row.level,
    canTrain: row.can_train === 1,
    source: row.source,
    fromOn: row.from_on,
    untilOn: row.until_on,
    note: row.note,
    isCurrent: row.is_staff === 1 && (row.until_on === null || row.until_on >= today),
  }
}

/** Somebody's expertise in the same subject, however it is written. */
function sameExpertise(db: ReadDb, personId: string, subject: string): ExpertiseRow | undefined {
  const key = titleKey(subject)
  return db
    .all(sql.selectFrom('expertise').selectAll().where('person_id', '=', personId))
    .find((row) => titleKey(row.subject) === key)
}

/** Adds to the register or changes what is there. Throws Refusals `expertise.there`, `day.order` and `record.missing`. */
export function saveExpertise(db: WriteDb, input: ExpertiseInput): string {
  if (input.untilOn !== null && input.untilOn < input.fromOn) throw refuseAt('day.order', 'untilOn')
  const there = sameExpertise(db, input.personId, input.subject)
  if (there && there.id !== input.id) {
    const person = db.first(sql.selectFrom('person').selectAll().where('id', '=', input.personId))
    throw refuseAt('expertise.there', 'subject', { name: person ? personName(person) : '' })
  }
  if (input.id !== undefined) {
    db.runOne(
      sql
        .updateTable('expertise')
        .set({ ...columns(input), is_by_hand: 1 })
        .where('id', '=', input.id),
    )
    return input.id
  }
  return insert(db, input, { origin: null, isByHand: true })
}

function insert(
  db: WriteDb,
  input: ExpertiseInput,
  { origin, isByHand }: { readonly origin: Origin | null; readonly isByHand: boolean },
): string {
  const id = newId()
  db.runOne(
    sql.insertInto('expertise').values({
      id,
      ...columns(input),
      origin_kind: origin?.kind ?? null,
      origin_id: origin?.id ?? null,
      is_by_hand: isByHand ? 1 : 0,
    }),
  )
  return id
}

function columns(input: ExpertiseInput) {
  return {
    person_id: input.personId,
    subject: input.subject,
    ...standardColumns(input.standard),
    level: input.level,
    can_train: input.canTrain ? (1 as const) : (0 as const),
    source: input.source,
    from_on: input.fromOn,
    until_on: input.untilOn,
    note: input.note,
  }
}

/** What the register says already of what a form found out, in the order of what was found. */
export function weighExpertise(db: ReadDb, found: readonly NewExpertise[]): WeighedExpertise[] {
  return found.map((one) => {
    const input = zNewExpertise.parse(one)
    const there = sameExpertise(db, input.personId, input.subject)
    return { state: stateOf(input, there), wasLevel: there?.level ?? null }
  })
}

function stateOf(input: ExpertiseInput, there: ExpertiseRow | undefined): WeighedExpertise['state'] {
  if (there === undefined) return 'new'
  if (there.is_by_hand === 1) return 'by-hand'
  const isSame =
    there.level === input.level &&
    (there.can_train === 1) === input.canTrain &&
    there.standard_code === (input.standard?.code ?? null) &&
    there.standard_framework === (input.standard?.framework ?? null)
  if (isSame) return 'same'
  return there.from_on <= input.fromOn ? 'changed' : 'older'
}

/**
 * Takes what a form found out into the register, for the audits: somebody's expertise in a subject is there once. What
 * somebody entered or corrected by hand stays as it is; of two forms the later word holds. Returns how many lines are new
 * or changed. Throws Refusal `record.missing`.
 */
export function recordExpertise(db: WriteDb, found: readonly NewExpertise[]): number {
  let written = 0
  for (const one of found) {
    const input = zNewExpertise.parse(one)
    const there = sameExpertise(db, input.personId, input.subject)
    const state = stateOf(input, there)
    if (state !== 'new' && state !== 'changed') continue
    if (there === undefined) insert(db, input, { origin: input.origin, isByHand: false })
    else {
      const origin = { origin_kind: input.origin?.kind ?? null, origin_id: input.origin?.id ?? null }
      const kept = columns({ ...input, note: input.note ?? there.note })
      db.runOne(
        sql
          .updateTable('expertise')
          .set({ ...kept, ...origin })
          .where('id', '=', there.id),
      )
    }
    written += 1
  }
  return written
}

/** Takes a line out of the register. Throws Refusal `record.missing`. */
export function removeExpertise(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('expertise').where('id', '=', id))
}
