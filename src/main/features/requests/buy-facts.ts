import { sql as raw } from 'kysely'
import { HEAD_MINUTES } from '../../../shared/features/activities/rules'
import type { BuyFacts, FundAsked, ProviderPast } from '../../../shared/features/requests/before-you-buy'
import { knowledgeTest, wordsOfNeed } from '../../../shared/features/needs/serving'
import { noticeGiven } from '../../../shared/features/requests/rules'
import { coverWords } from '../../../shared/features/requests/words'
import { costOf } from '../../../shared/features/costs/rules'
import type { Day } from '../../../shared/kernel/dates'
import { pence, sumPence, type Pence } from '../../../shared/kernel/money'
import type { Period, YearAsked } from '../../../shared/kernel/years'
import { eventTitleSql } from '../../db/event-titles'
import { expertiseOn } from '../../db/expertise-on-day'
import { sql, statement, type ReadDb } from '../../db/handle'
import { personNameSql } from '../../db/person-names'
import type { RequestCostRow, RequestRow } from '../../db/schema'
import { daysOfYear, yearOfDay } from '../../db/school-years'
import { spendOfEvents } from '../../db/spend-of-events'
import { standardIn } from '../../db/standards'
import { costOfRows, costRows, eventIdOf, requestRow } from './repository'
import { noticeDaysOf } from './rules-of-school'

const NAME = raw.raw(personNameSql('p'))

/** What of the budget of a year each fund has, as the budget page says it. */
export interface FundOfYear {
  readonly fundId: string | null
  readonly budgetPence: Pence
  readonly paidPence: Pence
  readonly promisedPence: Pence
}

export interface BuyNeeds {
  readonly today: Day
  /** The funds of a year, as the budget page reckons them. */
  readonly fundsOf: (db: ReadDb, year: YearAsked) => readonly FundOfYear[]
  /** What of the costs of some places is not ordered; belongs to costs. */
  readonly unorderedOfRequests: (
    db: ReadDb,
    requestIds: readonly string[],
  ) => readonly {
    readonly requestId: string
    readonly fundId: string | null
    readonly expectedOn: Day
    readonly pence: Pence
  }[]
  /** What is promised to somebody in an academic year and not yet received or planned. */
  readonly leftOfPromises: (
    db: ReadDb,
    personId: string,
    on: Day,
  ) => { readonly hasPromises: boolean; readonly entitled: BuyFacts['entitled'] }
  /** The marks of effective development that requests are looked at by. */
  readonly marks: readonly { readonly id: string; readonly text: string }[]
  /** The title of the checklist that they come from; null where there is none. */
  readonly marksTitle: string | null
}

/** Everything that is known of a request before anybody agrees to it. Throws Refusal `record.missing`. */
export function buyFacts(db: ReadDb, id: string, needs: BuyNeeds): BuyFacts {
  const row = requestRow(db, id)
  const costs = costRows(db, [id])
  const on = dayOf(db, row)
  const ticked = new Set(JSON.parse(row.features_json) as string[])
  return {
    costPence: costOfRows(costs),
    funds: fundsAsked(db, row, costs, on ?? needs.today, needs),
    withoutFundPence: costOfRows(costs.filter((cost) => cost.fund_id === null)),
    provider: providerOf(db, row, needs.today),
    others: othersOf(db, row),
    experts: expertsFor(db, row, needs.today),
    ...needs.leftOfPromises(db, row.person_id, on ?? needs.today),
    notice: { days: noticeGiven(row.received_on, on), wanted: noticeDaysOf(db), wantedOn: on },
    cover: { on, days: coverWords(row.cover_quarter_days), ...outOn(db, row, on) },
    featuresFrom: needs.marksTitle,
    features: needs.marks.map((mark) => ({ text: mark.text, isThere: ticked.has(mark.id) })),
  }
}

/** The day it is about: the first of the event that is asked for or was booked, else the one that is wished. */
function dayOf(db: ReadDb, row: RequestRow): Day | null {
  const eventId = eventIdOf(db, row)
  if (eventId === null) return row.wanted_on
  const first = sql.selectFrom('session').select((eb) => eb.fn.min<Day | null>('held_on').as('on'))
  return db.first(first.where('event_id', '=', eventId))?.on ?? row.wanted_on
}

function fundsAsked(
  db: ReadDb,
  row: RequestRow,
  costs: readonly RequestCostRow[],
  on: Day,
  needs: BuyNeeds,
): FundAsked[] {
  const ids = [...new Set(costs.flatMap((cost) => (cost.fund_id === null ? [] : [cost.fund_id])))]
  if (ids.length === 0) return []
  const year = yearOfDay(db, on, 'financial')
  const period = daysOfYear(db, year)
  const known = new Map(needs.fundsOf(db, year).map((fund) => [fund.fundId, fund]))
  const names = new Map(db.all(sql.selectFrom('fund').select(['id', 'name'])).map((fund) => [fund.id, fund.name]))
  const others = askedByOthers(db, row.id, period)
  const unordered = unorderedIn(db, period, needs)
  const zero = pence(0)
  return ids.map((fundId) => ({
    name: names.get(fundId) ?? '',
    yearLabel: period.label,
    budgetPence: known.get(fundId)?.budgetPence ?? zero,
    paidPence: known.get(fundId)?.paidPence ?? zero,
    promisedPence: known.get(fundId)?.promisedPence ?? zero,
    agreedPence: pence(others(fundId, ['approved']) + unordered(fundId, (id) => id !== row.id)),
    waitingPence: others(fundId, ['waiting', 'returned']),
    // What is ordered is among what is promised or paid already.
    askedPence:
      row.booking_id === null
        ? costOfRows(costs.filter((cost) => cost.fund_id === fundId))
        : unordered(fundId, (id) => id === row.id),
  }))
}

/** What the places of requests cost a fund in a period and is not ordered: while people wait, and until somebody orders. */
function unorderedIn(db: ReadDb, { startsOn, endsOn }: Period, { unorderedOfRequests }: BuyNeeds) {
  const places = db.all(
    statement(raw<{ id: string }>`
      select r.id from request r join booking b on b.id = r.booking_id join event e on e.id = b.event_id
      where r.given_back_on is null and b.state <> 'cancelled' and e.status <> 'cancelled'`),
  )
  const parts = unorderedOfRequests(
    db,
    places.map(({ id }) => id),
  ).filter(({ expectedOn }) => expectedOn >= startsOn && expectedOn <= endsOn)
  return (fundId: string, isMeant: (requestId: string) => boolean): Pence =>
    sumPence(parts.filter((part) => part.fundId === fundId && isMeant(part.requestId)).map((part) => part.pence))
}

/** What other requests of the same year ask of a fund, by where they stand. */
function askedByOthers(db: ReadDb, id: string, period: Period) {
  const rows = db.all(
    statement(raw<{ fund_id: string; state: string; net: Pence; vat: Pence; back: 0 | 1 }>`
      select c.fund_id, r.state, c.net_pence as net, c.vat_pence as vat, c.is_vat_recoverable as back
      from request r join request_cost c on c.request_id = r.id
      where r.id <> ${id} and r.state in ('waiting', 'returned', 'approved') and c.fund_id is not null
        and coalesce(r.wanted_on, r.received_on) between ${period.startsOn} and ${period.endsOn}`),
  )
  return (fundId: string, states: readonly string[]): Pence =>
    sumPence(
      rows
        .filter((row) => row.fund_id === fundId && states.includes(row.state))
        .map((row) => costOf({ netPence: pence(row.net), vatPence: pence(row.vat) }, row.back === 1)),
    )
}

function providerOf(db: ReadDb, row: RequestRow, today: Day): BuyFacts['provider'] {
  const eventId = eventIdOf(db, row)
  const ofEvent =
    eventId === null
      ? undefined
      : db.first(
          sql
            .selectFrom('event as e')
            .innerJoin('activity as a', 'a.id', 'e.activity_id')
            .innerJoin('provider as v', 'v.id', 'a.provider_id')
            .select(['v.id', 'v.name'])
            .where('e.id', '=', eventId),
        )
  const named = row.provider_name
  const found =
    ofEvent ??
    (named === null
      ? undefined
      : db.first(sql.selectFrom('provider').select(['id', 'name']).where('name', '=', named)))
  if (found === undefined) return named === null ? null : { name: named, past: null }
  return { name: found.name, past: pastOf(db, found, today) }
}

/** What a provider has done for the school up to now. */
function pastOf(db: ReadDb, provider: { readonly id: string; readonly name: string }, today: Day): ProviderPast {
  const events = db.all(
    statement(raw<{ id: string; judgement: keyof ProviderPast['judged'] | null }>`
      select e.id, v.impact_judgement as judgement
      from event e join activity a on a.id = e.activity_id left join evaluation v on v.event_id = e.id
      where a.provider_id = ${provider.id} and e.status <> 'cancelled'
        and exists (select 1 from session s where s.event_id = e.id and s.held_on <= ${today})`),
  )
  const ids = events.map((event) => event.id)
  const spent = spendOfEvents(db, ids)
  const people = db.first(
    statement(raw<{ n: number }>`
      select count(*) as n from (
        select b.person_id from booking b join attendance t on t.booking_id = b.id
        where b.event_id in (select value from json_each(${JSON.stringify(ids)}))
        group by b.person_id having sum(t.credited_minutes) >= ${HEAD_MINUTES})`),
  )
  const judged = { strong: 0, some: 0, none: 0, 'too-early': 0 }
  for (const { judgement } of events) if (judgement !== null) judged[judgement] += 1
  const paidPence = sumPence(ids.map((id) => spent(id, 'paid')))
  return { ...provider, events: events.length, people: people?.n ?? 0, paidPence, judged }
}

/** Who has been to the same activity, or is booked on it: by the event asked for, else by its title. */
function othersOf(db: ReadDb, row: RequestRow): BuyFacts['others'] {
  const eventId = eventIdOf(db, row)
  const same = eventId
    ? raw`a.id = (select activity_id from event where id = ${eventId})`
    : raw`lower(a.title) = lower(${row.title})`
  const rows = db.all(
    statement(raw<{ name: string; minutes: number }>`
      select ${NAME} as name,
        sum(coalesce((select sum(t.credited_minutes) from attendance t where t.booking_id = b.id), 0)) as minutes
      from booking b join event e on e.id = b.event_id join activity a on a.id = e.activity_id
      join person p on p.id = b.person_id
      where ${same} and b.state = 'booked' and e.status <> 'cancelled' and b.person_id <> ${row.person_id}
      group by p.id order by p.surname, p.forename`),
  )
  return {
    went: rows.filter(({ minutes }) => minutes > 0).map(({ name }) => name),
    booked: rows.filter(({ minutes }) => minutes === 0).map(({ name }) => name),
  }
}

/** Who else is out of school on a day, who of the team, who asks for the same day, and what the person has then. */
function outOn(db: ReadDb, row: RequestRow, on: Day | null): Omit<BuyFacts['cover'], 'on' | 'days'> {
  if (on === null) return { out: [], sameTeam: [], alsoAsk: [], own: null }
  const booked = db.all(
    statement(raw<{ person_id: string; name: string; title: string; in_team: 0 | 1 }>`
      select distinct b.person_id, ${NAME} as name, ${raw.raw(eventTitleSql)} as title,
        exists (select 1 from post_holding h join post_holding m on m.team_id = h.team_id
          where h.person_id = b.person_id and m.person_id = ${row.person_id}
            and h.from_on <= ${on} and coalesce(h.to_on, '9999-12-31') >= ${on}
            and m.from_on <= ${on} and coalesce(m.to_on, '9999-12-31') >= ${on}) as in_team
      from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id
      join booking b on b.event_id = e.id join person p on p.id = b.person_id
      where s.held_on = ${on} and s.is_inset_day = 0 and e.status <> 'cancelled' and b.state = 'booked'
        and e.id is not ${eventIdOf(db, row)}
      order by p.surname, p.forename`),
  )
  const asking = db.all(
    statement(raw<{ name: string }>`
      select distinct ${NAME} as name from request r join person p on p.id = r.person_id
      where r.wanted_on = ${on} and r.state in ('waiting', 'returned', 'approved') and r.id <> ${row.id}
        and r.person_id <> ${row.person_id}
      order by p.surname, p.forename`),
  )
  const others = booked.filter(({ person_id }) => person_id !== row.person_id)
  const names = (rows: readonly { readonly name: string }[]) => [...new Set(rows.map(({ name }) => name))]
  return {
    out: names(others),
    sameTeam: names(others.filter(({ in_team }) => in_team === 1)),
    alsoAsk: names(asking),
    own: booked.find(({ person_id }) => person_id === row.person_id)?.title ?? null,
  }
}

/**
 * Colleagues in the register who can train others in what the request asks for, or in what the need that it serves asks
 * for: who knows about it is told as the balance of needs tells it (`needs/serving.ts`). Null while nobody is in the
 * register.
 */
function expertsFor(db: ReadDb, row: RequestRow, today: Day): BuyFacts['experts'] {
  const able = expertiseOn(db, today).filter(({ canTrain }) => canTrain)
  if (able.length === 0) return null
  const need = row.need_id
    ? db.first(
        sql
          .selectFrom('need')
          .select(['title', 'standard_code', 'standard_framework', 'standard_label'])
          .where('id', '=', row.need_id),
      )
    : undefined
  const asked = [wordsOfNeed({ title: row.title, standard: null })]
  if (need) asked.push(wordsOfNeed({ title: need.title, standard: standardIn(need) }))
  return able
    .filter((known) => known.personId !== row.person_id && asked.some(knowledgeTest(known)))
    .map(({ name, subject }) => ({ name, what: subject }))
}
