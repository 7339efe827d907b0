import { addDays, formatDay, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { GiveInput, HolderInput } from '../../../shared/features/responsibilities/model'
import { sql, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personName } from '../../db/person-names'
import { whoOnDay } from '../../db/staff-on-day'

function refuse(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

function staffOn(db: ReadDb, personId: string, on: Day): string {
  const person = whoOnDay(db, personId, on)
  if (!person) throw new Refusal('record.missing')
  if (!person.isStaff) throw refuse('responsibility.after-leaving', 'personId', { name: person.name })
  return person.name
}

/** Who holds a responsibility on a day or later. */
function holdersFrom(db: ReadDb, roleId: string, dutyId: string, fromOn: Day) {
  return db.all(
    sql
      .selectFrom('responsibility_holder as h')
      .innerJoin('person as p', 'p.id', 'h.person_id')
      .select(['h.id', 'h.person_id', 'h.from_on', 'h.until_on', 'p.forename', 'p.surname', 'p.known_as'])
      .where('h.role_id', '=', roleId)
      .where('h.duty_id', '=', dutyId)
      .where((eb) => eb.or([eb('h.until_on', 'is', null), eb('h.until_on', '>=', fromOn)])),
  )
}

/**
 * Gives responsibilities to a person from a day on. What is theirs already is passed over; those before end the day
 * before, unless it is shared. Throws Refusals `responsibility.held-already` (when there is nothing left to give),
 * `responsibility.later-holder`, `responsibility.after-leaving` and `record.missing`.
 */
export function giveDuties(db: WriteDb, input: GiveInput): { given: number; ended: number } {
  const name = staffOn(db, input.personId, input.fromOn)
  let [given, ended] = [0, 0]
  for (const { roleId, dutyId } of input.duties) {
    const holders = holdersFrom(db, roleId, dutyId, input.fromOn)
    if (holders.some((holder) => holder.person_id === input.personId)) continue
    if (input.takesOver) ended += endBefore(db, holders, input.fromOn)
    db.runOne(
      sql.insertInto('responsibility_holder').values({
        id: newId(),
        role_id: roleId,
        duty_id: dutyId,
        person_id: input.personId,
        from_on: input.fromOn,
        until_on: null,
        note: input.note,
      }),
    )
    given += 1
  }
  if (given === 0) throw refuse('responsibility.held-already', 'personId', { name })
  return { given, ended }
}

function endBefore(db: WriteDb, holders: ReturnType<typeof holdersFrom>, fromOn: Day): number {
  for (const holder of holders) {
    if (holder.from_on >= fromOn) {
      const facts = { name: personName(holder), on: formatDay(holder.from_on) }
      throw refuse('responsibility.later-holder', 'fromOn', facts)
    }
    db.runOne(
      sql
        .updateTable('responsibility_holder')
        .set({ until_on: addDays(fromOn, -1) })
        .where('id', '=', holder.id),
    )
  }
  return holders.length
}

/**
 * Changes from when until when somebody carries a responsibility. Throws Refusals `day.order`,
 * `responsibility.held-already` (the same person twice at a time), `responsibility.after-leaving` and `record.missing`.
 */
export function changeHolder(db: WriteDb, { id, fromOn, untilOn, note }: HolderInput): void {
  const row = db.first(sql.selectFrom('responsibility_holder').selectAll().where('id', '=', id))
  if (!row) throw new Refusal('record.missing')
  if (untilOn !== null && untilOn < fromOn) throw refuse('day.order', 'untilOn')
  const name = staffOn(db, row.person_id, fromOn)
  const isTwice = holdersFrom(db, row.role_id, row.duty_id, fromOn).some(
    (other) => other.id !== id && other.person_id === row.person_id && other.from_on <= (untilOn ?? '9999-12-31'),
  )
  if (isTwice) throw refuse('responsibility.held-already', 'fromOn', { name })
  db.runOne(
    sql.updateTable('responsibility_holder').set({ from_on: fromOn, until_on: untilOn, note }).where('id', '=', id),
  )
}

/** Throws Refusal `record.missing`. */
export function removeHolder(db: WriteDb, id: string): void {
  db.runOne(sql.deleteFrom('responsibility_holder').where('id', '=', id))
}
