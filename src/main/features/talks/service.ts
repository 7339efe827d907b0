import { formatDay, type Day } from '../../../shared/kernel/dates'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import { openStates, type NewNeed, type Owner } from '../../../shared/features/needs/model'
import type { Talk } from '../../../shared/features/talks/model'
import type { FoundNeed } from '../../../shared/features/talks/parts'
import { faultOf, foundNeeds, isAgreedByTwo, lookOnOf, sourceOf } from '../../../shared/features/talks/rules'
import { sql, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { whoOnDay } from '../../db/staff-on-day'
import { columnsOfTalk } from '../../db/talk-columns'
import { talkOf, talkRow } from './repository'

/** The needs feature's way of raising needs: in the order asked, each raised now or found open already. */
export type RaiseNeeds = (db: WriteDb, needs: readonly NewNeed[]) => readonly { readonly isNew: boolean }[]

export interface Raised {
  readonly raised: number
  readonly already: number
}

/** A refusal that stands at one field. */
function refuse(code: ErrorCode, path: string, facts?: ErrorFacts): Refusal {
  return new Refusal(code, facts, [{ path, code, ...(facts && { facts }) }])
}

/**
 * Keeps a talk. Throws Refusals `talks.agreed`, `talks.kind-differs`, `talks.after-leaving`, `record.missing` and what
 * `faultOf` finds.
 */
export function saveTalk(db: WriteDb, talk: Talk): string {
  const fault = faultOf(talk)
  if (fault) throw refuse(fault.code, fault.path, fault.facts)
  const before = talk.id === null ? undefined : talkRow(db, talk.id)
  if (before && before.kind !== talk.kind) throw new Refusal('talks.kind-differs')
  if (before?.agreed_on != null) throw new Refusal('talks.agreed', { on: formatDay(before.agreed_on) })
  expectPeople(db, talk)
  if (before) {
    db.runOne(sql.updateTable('talk').set(columnsOfTalk(talk)).where('id', '=', before.id))
    return before.id
  }
  const id = newId()
  db.runOne(
    sql.insertInto('talk').values({
      id,
      ...columnsOfTalk(talk),
      agreed_on: null,
      looked_back_on: null,
      look_back: null,
      looked_back_for: null,
    }),
  )
  return id
}

function expectPeople(db: WriteDb, talk: Talk): void {
  if ('personId' in talk)
    for (const path of ['personId', 'withPersonId'] as const) {
      const person = whoOnDay(db, talk[path], talk.heldOn)
      if (!person) throw new Refusal('record.missing')
      if (!person.isStaff) throw refuse('talks.after-leaving', path, { name: person.name })
    }
  if (talk.kind === 'meeting' && talk.teamId !== null) {
    const team = db.first(sql.selectFrom('team').select('id').where('id', '=', talk.teamId))
    if (!team) throw new Refusal('record.missing')
  }
}

/**
 * Records that both agreed to a review or a route, and raises its needs for the person, agreed on that day; without a
 * day the agreement is taken back, and the needs and what was found when looking back stay. Throws Refusals `talks.not-for-two`, `talks.before-talk`,
 * `talks.ahead`, `record.missing` and those of raising needs.
 */
export function agreeTalk(
  db: WriteDb,
  { id, agreedOn }: { readonly id: string; readonly agreedOn: Day | null },
  { today, raise }: { readonly today: Day; readonly raise: RaiseNeeds },
): Raised {
  const row = talkRow(db, id)
  const talk = talkOf(row)
  if (!isAgreedByTwo(talk.kind) || !('personId' in talk)) throw new Refusal('talks.not-for-two')
  if (agreedOn !== null) expectDay(agreedOn, talk.heldOn, today, 'agreedOn')
  db.runOne(sql.updateTable('talk').set({ agreed_on: agreedOn }).where('id', '=', id))
  if (agreedOn === null) return { raised: 0, already: 0 }
  const owner = { kind: 'person' as const, personId: talk.personId }
  return counted(
    raise(
      db,
      foundNeeds(talk).map((need) => ({
        ...asNew(talk, id, need, owner),
        raisedOn: talk.heldOn,
        agreed: { byPersonId: talk.withPersonId, on: agreedOn },
      })),
    ),
  )
}

function expectDay(on: Day, heldOn: Day, today: Day, path: string): void {
  if (on < heldOn) throw refuse('talks.before-talk', path, { on: formatDay(heldOn) })
  if (on > today) throw refuse('talks.ahead', path)
}

const asNew = (talk: Talk, id: string, need: FoundNeed, owner: Owner): NewNeed => ({
  ...need,
  owner,
  sourceCode: sourceOf(talk),
  impactOnPractice: talk.kind === 'route' ? (talk.impactOnPractice?.slice(0, 1000) ?? null) : null,
  origin: { kind: talk.kind, id },
})

function counted(raised: readonly { readonly isNew: boolean }[]): Raised {
  const fresh = raised.filter(({ isNew }) => isNew).length
  return { raised: fresh, already: raised.length - fresh }
}

/** Raises chosen needs of a talk. Throws Refusal `record.missing` and those of raising needs. */
export function raiseFound(
  db: WriteDb,
  asked: { readonly id: string; readonly owner: Owner; readonly needs: readonly FoundNeed[] },
  raise: RaiseNeeds,
): Raised {
  const talk = talkOf(talkRow(db, asked.id))
  return counted(
    raise(
      db,
      asked.needs.map((need) => asNew(talk, asked.id, need, asked.owner)),
    ),
  )
}

/**
 * Keeps what two people found when they looked back. Throws Refusals `talks.not-agreed`, `talks.before-talk`,
 * `talks.ahead` and `record.missing`.
 */
export function lookBack(
  db: WriteDb,
  { id, on, text }: { readonly id: string; readonly on: Day; readonly text: string },
  today: Day,
): void {
  const row = talkRow(db, id)
  if (row.agreed_on === null) throw new Refusal('talks.not-agreed')
  expectDay(on, row.held_on, today, 'on')
  const found = { looked_back_on: on, look_back: text, looked_back_for: lookOnOf(talkOf(row)) }
  db.runOne(sql.updateTable('talk').set(found).where('id', '=', id))
}

/** Removes a talk. Throws Refusals `talks.has-needs`, `talks.agreed` and `record.missing`. */
export function removeTalk(db: WriteDb, id: string): void {
  const row = talkRow(db, id)
  if (row.agreed_on !== null) throw new Refusal('talks.agreed', { on: formatDay(row.agreed_on) })
  const found = db.first(
    sql
      .selectFrom('need')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('origin_kind', '=', row.kind)
      .where('origin_id', '=', id)
      .where('state', 'in', [...openStates]),
  )
  if (found && found.n > 0) throw new Refusal('talks.has-needs', { count: found.n })
  db.runOne(sql.deleteFrom('talk').where('id', '=', id))
}
