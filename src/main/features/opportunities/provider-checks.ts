import { sql as raw } from 'kysely'
import type {
  CheckInput,
  ProviderCheck,
  ProviderValue,
} from '../../../shared/features/opportunities/provider-checks'
import { groupBy } from '../../../shared/kernel/group-by'
import { pence, sumPence } from '../../../shared/kernel/money'
import { Refusal } from '../../../shared/kernel/result'
import { sql, statement, type ReadDb, type WriteDb } from '../../db/handle'
import { newId } from '../../db/ids'
import { personNameSql } from '../../db/person-names'
import { spendOfEvents } from '../../db/spend-of-events'

/** Each time a provider was gone through, newest first. */
export function checksOf(db: ReadDb, providerId: string): ProviderCheck[] {
  const rows = db.all(
    sql
      .selectFrom('provider_check as c')
      .leftJoin('person as p', 'p.id', 'c.checked_by_person_id')
      .select(['c.id', 'c.checked_on', 'c.note', raw<string | null>`${raw.raw(personNameSql('p'))}`.as('by_name')])
      .where('c.provider_id', '=', providerId)
      .orderBy('c.checked_on', 'desc')
      .orderBy('c.id', 'desc'),
  )
  const answers = groupBy(
    db.all(
      sql
        .selectFrom('provider_check_answer as a')
        .innerJoin('provider_check as c', 'c.id', 'a.check_id')
        .selectAll('a')
        .where('c.provider_id', '=', providerId),
    ),
    (row) => row.check_id,
  )
  return rows.map((row) => ({
    id: row.id,
    checkedOn: row.checked_on,
    checkedByName: row.by_name,
    note: row.note,
    answers: (answers.get(row.id) ?? []).map(({ item_key, answer, note }) => ({ item: item_key, answer, note })),
  }))
}

/** Keeps a check with its answers, in place of those that it had. */
export function saveCheck(
  db: WriteDb,
  input: CheckInput,
  about: { readonly checklistId: string; readonly actingPersonId: string | null },
): string {
  const known = db.first(sql.selectFrom('provider').select('id').where('id', '=', input.providerId))
  if (!known) throw new Refusal('record.missing')
  const columns = {
    provider_id: input.providerId,
    checked_on: input.checkedOn,
    checked_by_person_id: input.checkedByPersonId ?? about.actingPersonId,
    note: input.note,
  }
  const id = input.id ?? newId()
  if (input.id === null)
    db.runOne(sql.insertInto('provider_check').values({ id, ...columns, checklist_id: about.checklistId }))
  else {
    db.runOne(sql.updateTable('provider_check').set(columns).where('id', '=', id))
    db.run(sql.deleteFrom('provider_check_answer').where('check_id', '=', id))
  }
  const answers = new Map(input.answers.map((answer) => [answer.item, answer]))
  for (const { item, answer, note } of answers.values())
    db.runOne(
      sql.insertInto('provider_check_answer').values({ id: newId(), check_id: id, item_key: item, answer, note }),
    )
  return id
}

/** Takes a check away with its answers. Throws Refusal `record.missing`. */
export function removeCheck(db: WriteDb, id: string): void {
  db.run(sql.deleteFrom('provider_check_answer').where('check_id', '=', id))
  db.runOne(sql.deleteFrom('provider_check').where('id', '=', id))
}

interface EventRow {
  readonly provider_id: string
  readonly id: string
  readonly impact: 'strong' | 'some' | 'none' | 'too-early' | null
  readonly level: number | null
  readonly minutes: number
}

const eventsOfProviders = (which: ReturnType<typeof raw>) =>
  statement(raw<EventRow>`
    select a.provider_id, e.id, v.impact_judgement as impact, v.evidence_level as level,
      coalesce((select sum(t.credited_minutes) from session s join attendance t on t.session_id = s.id
        where s.event_id = e.id), 0) as minutes
    from event e join activity a on a.id = e.activity_id left join evaluation v on v.event_id = e.id
    where a.provider_id is not null and e.status <> 'cancelled' and ${which}`)

/** What came of the events of a provider, in all years. */
export function valueOf(db: ReadDb, providerId: string): ProviderValue {
  const events = db.all(eventsOfProviders(raw`a.provider_id = ${providerId}`))
  const count = (impact: EventRow['impact']) => events.filter((event) => event.impact === impact).length
  const [strong, some, none] = [count('strong'), count('some'), count('none')]
  const spent = spendOfEvents(
    db,
    events.map(({ id }) => id),
  )
  return {
    events: events.length,
    judged: strong + some + none,
    strong,
    some,
    none,
    evidence: [1, 2, 3, 4, 5].map((level) => events.filter((event) => event.level === level).length),
    creditedMinutes: events.reduce((sum, { minutes }) => sum + minutes, 0),
    paidPence: pence(sumPence(events.map(({ id }) => spent(id, 'paid')))),
  }
}

/** How much of each provider's judged work made a difference: 1 all strongly, −1 none; nothing for who was never judged. */
export function pastValues(db: ReadDb): Map<string, number> {
  const rows = db.all(
    statement(raw<{ provider_id: string; strong: number; some: number; none: number }>`
      select a.provider_id, sum(v.impact_judgement = 'strong') as strong, sum(v.impact_judgement = 'some') as some,
        sum(v.impact_judgement = 'none') as none
      from evaluation v join event e on e.id = v.event_id join activity a on a.id = e.activity_id
      where a.provider_id is not null and v.impact_judgement in ('strong', 'some', 'none') group by a.provider_id`),
  )
  return new Map(
    rows.map(({ provider_id, strong, some, none }) => [
      provider_id,
      (strong + some * 0.4 - none) / (strong + some + none),
    ]),
  )
}
