import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { binderWithSchool, type TestBinder } from '../../../../tests/fixtures/school'
import type { OutputFor } from '../../../shared/contract'
import { addDays, day } from '../../../shared/kernel/dates'
import type { RuleInput } from '../../../shared/features/entitlements/model'
import { sql, statement } from '../../db/handle'
import {
  eventsByHand,
  eventsOnce,
  hasWord,
  inductionSteps,
  isEarlyCareer,
  isNotEarlyCareer,
  mentoringMeetings,
  minutesByHand,
  moneyByHand,
  onceByHand,
  ticksByHand,
  ticksOnce,
} from '../../../../tests/fixtures/entitlements-by-hand'
import { fillStaffOf120, NOW, PEOPLE, YEAR } from '../../../../tests/fixtures/staff-of-120'

const everybody = { groupIds: null, postWords: [], isEarlyCareer: null, minFteThousandths: null }
const yearly: Omit<RuleInput, 'title' | 'what' | 'amount' | 'counts'> = {
  id: null,
  fromYear: YEAR,
  who: everybody,
  per: 'academicYear',
  isProRata: true,
  withinWeeks: null,
  why: 'Because it is promised',
  note: null,
  documentId: null,
}
const once = { ...yearly, per: 'once', isProRata: false } as const
const inGroups = (...ids: readonly string[]) => ({ ...everybody, groupIds: [...ids] })
const ofGroups = (...ids: readonly string[]) => `p.staff_group_id in (${ids.map((id) => `'${id}'`).join(', ')})`
const all = '1'

interface Case {
  readonly rule: Omit<RuleInput, 'title'>
  readonly byHand: (ruleId: string) => string
}

const year = { per: 'year', isProRata: true } as const
const DAY_MINUTES = 390

const cases: Readonly<Record<string, Case>> = {
  'hours of teachers, in proportion': {
    rule: {
      ...yearly,
      who: inGroups('leadership', 'teacher', 'ect'),
      what: 'hours',
      amount: 1800,
      counts: { by: 'everything' },
    },
    byHand: () =>
      minutesByHand({ ...year, posts: ofGroups('leadership', 'teacher', 'ect'), amount: 1800, which: all }),
  },
  'hours of assistants with half a post': {
    rule: {
      ...yearly,
      who: { ...inGroups('ta'), minFteThousandths: 500 },
      what: 'hours',
      amount: 1200,
      counts: { by: 'types', types: ['INSET', 'TWI'] },
    },
    byHand: () =>
      minutesByHand({
        ...year,
        posts: ofGroups('ta'),
        minFte: 500,
        amount: 1200,
        which: `a.type_code in ('INSET', 'TWI')`,
      }),
  },
  'hours in each term': {
    rule: {
      ...yearly,
      per: 'term',
      what: 'hours',
      amount: 333,
      counts: { by: 'activities', activityIds: ['a0001', 'a0004'] },
    },
    byHand: () =>
      minutesByHand({ posts: all, per: 'term', isProRata: true, amount: 333, which: `a.id in ('a0001', 'a0004')` }),
  },
  'training days of all but early career teachers': {
    rule: {
      ...yearly,
      who: { ...everybody, isEarlyCareer: false },
      what: 'days',
      amount: 350,
      counts: { by: 'training-days' },
    },
    byHand: () =>
      minutesByHand({
        ...year,
        posts: isNotEarlyCareer,
        amount: (350 * DAY_MINUTES) / 100,
        which: 's.is_inset_day = 1',
      }),
  },
  'activities in proportion, in whole ones': {
    rule: { ...yearly, what: 'activities', amount: 3, counts: { by: 'everything' } },
    byHand: () => eventsByHand({ ...year, posts: all, amount: 3, which: all }),
  },
  'visits of early career teachers in each term': {
    rule: {
      ...yearly,
      who: { ...everybody, isEarlyCareer: true },
      per: 'term',
      isProRata: false,
      what: 'activities',
      amount: 2,
      counts: { by: 'types', types: ['OBSV', 'VISIT'] },
    },
    byHand: () =>
      eventsByHand({
        posts: isEarlyCareer,
        per: 'term',
        isProRata: false,
        amount: 2,
        which: `a.type_code in ('OBSV', 'VISIT')`,
      }),
  },
  'a sum for everybody': {
    rule: { ...yearly, isProRata: false, what: 'money', amount: 10_000, counts: { by: 'everything' } },
    byHand: () => moneyByHand({ ...year, isProRata: false, posts: all, amount: 10_000, which: all }),
  },
  'a talk that is ticked off': {
    rule: { ...yearly, isProRata: false, what: 'meetings', amount: 1, counts: { by: 'ticks' } },
    byHand: (id) => ticksByHand({ ...year, isProRata: false, posts: all, amount: 1, which: all }, id),
  },
  'meetings with the mentor within 13 weeks': {
    rule: {
      ...once,
      who: inGroups('teacher', 'ect', 'ta'),
      withinWeeks: 13,
      what: 'meetings',
      amount: 4,
      counts: { by: 'pairs', kinds: ['mentoring'] },
    },
    byHand: () =>
      onceByHand(
        { posts: ofGroups('teacher', 'ect', 'ta'), amount: 4, weeks: 13, since: '2023-09-01' },
        mentoringMeetings,
        true,
      ),
  },
  'steps of induction within 6 weeks': {
    rule: { ...once, withinWeeks: 6, what: 'steps', amount: 5, counts: { by: 'induction' } },
    byHand: () => onceByHand({ posts: all, amount: 5, weeks: 6, since: '2023-09-01' }, inductionSteps, false),
  },
  'activities of new leaders, promised since the year before': {
    rule: {
      ...once,
      fromYear: YEAR - 1,
      who: { ...everybody, postWords: ['head', 'Leader'] },
      withinWeeks: 39,
      what: 'activities',
      amount: 2,
      counts: { by: 'types', types: ['COURSE', 'VISIT'] },
    },
    byHand: () =>
      onceByHand(
        { posts: `(${hasWord('head')} or ${hasWord('leader')})`, amount: 2, weeks: 39, since: '2022-09-01' },
        eventsOnce(`a.type_code in ('COURSE', 'VISIT')`),
        true,
      ),
  },
  'read once, by the end of the first year': {
    rule: { ...once, fromYear: YEAR - 1, what: 'steps', amount: 1, counts: { by: 'ticks' } },
    byHand: (id) => onceByHand({ posts: all, amount: 1, weeks: null, since: '2022-09-01' }, ticksOnce(id), false),
  },
  'received, with nobody on a post of that name': {
    rule: {
      ...yearly,
      who: { ...everybody, postWords: ['reception'] },
      what: 'hours',
      amount: 600,
      counts: { by: 'everything' },
    },
    byHand: () => minutesByHand({ ...year, posts: hasWord('reception'), amount: 600, which: all }),
  },
}

interface Row {
  readonly person: string
  readonly entitled: number
  readonly received: number
  readonly planned: number
  readonly gone: number
  readonly days: number
  readonly last_on: string
  readonly due_on?: string
}

/** How a person stands, worked out once more from the numbers of a row. */
function standing(row: Row, isThings: boolean): string {
  const { entitled, received, planned } = row
  if (received >= entitled) return 'met'
  if (row.last_on < '2024-03-20') return 'ended'
  if (row.due_on !== undefined && row.due_on < '2024-03-20') return 'short'
  if (received + planned >= entitled) return 'arranged'
  const expected = Math.floor((2 * entitled * row.gone + row.days) / (2 * row.days))
  return (expected - received - planned) * (isThings ? 1 : 10) > (isThings ? 0 : entitled) ? 'behind' : 'on-course'
}

async function schoolOf120(): Promise<{
  b: TestBinder
  ids: Map<string, string>
  list: OutputFor<'entitlements.list'>
}> {
  const b = binderWithSchool({ now: NOW })
  b.desk.write('test', fillStaffOf120)
  const ids = new Map<string, string>()
  for (const [title, { rule }] of Object.entries(cases)) {
    const { id } = await b.call('entitlements.saveRule', { ...rule, title })
    ids.set(title, id)
  }
  fillTicks(b, [
    ids.get('a talk that is ticked off') ?? '',
    ids.get('read once, by the end of the first year') ?? '',
  ])
  return { b, ids, list: await b.call('entitlements.list', { year: YEAR }) }
}

function fillTicks(b: TestBinder, rules: readonly string[]): void {
  b.desk.write('test', (db) => {
    rules.forEach((rule, which) => {
      for (let index = which; index < PEOPLE; index += 2)
        db.run(
          sql.insertInto('entitlement_tick').values({
            id: `t${which}${index}`,
            rule_id: rule,
            person_id: `p${String(index).padStart(4, '0')}`,
            done_on: addDays(day('2022-12-01'), index * 4),
            note: null,
          }),
        )
    })
  })
}

describe('every number of every one of 120 people', () => {
  it('agrees with SQL written by hand, rule by rule', async () => {
    const { b, ids, list } = await schoolOf120()
    expect(list.people.length).toBeGreaterThan(105)
    let compared = 0
    for (const [title, { rule, byHand }] of Object.entries(cases)) {
      const ruleId = ids.get(title) ?? ''
      const isThings = rule.what === 'activities' || rule.what === 'meetings' || rule.what === 'steps'
      const rows = b.desk.read.all(statement(raw<Row>`${raw.raw(byHand(ruleId))}`))
      const expected = rows.map((row) => {
        const { person, entitled, received, planned } = row
        const left = Math.min(entitled, Math.max(0, entitled - received - planned))
        return { person, entitled, received, planned, left, standing: standing(row, isThings) }
      })
      const reckoned = list.people
        .flatMap(({ personId: person, lines }) =>
          lines
            .filter((line) => line.ruleId === ruleId)
            .map(({ entitled, received, planned, left, standing: stands }) => ({
              person,
              entitled,
              received,
              planned,
              left,
              standing: stands,
            })),
        )
        .sort((one, other) => (one.person < other.person ? -1 : 1))
      expect(reckoned, title).toEqual(expected)
      compared += expected.length
      // A rule under which nothing happens would prove nothing.
      if (!title.includes('nobody')) {
        expect(new Set(expected.map((line) => line.standing)).size, title).toBeGreaterThan(1)
        expect(expected.filter((line) => line.received > 0).length, title).toBeGreaterThan(3)
      } else expect(expected).toEqual([])
    }
    expect(compared).toBeGreaterThan(700)
  })

  it('is the sum of the records behind it', async () => {
    const { b, list } = await schoolOf120()
    for (const { personId, lines } of list.people.filter((_person, index) => index % 10 === 0)) {
      const shown = await b.call('entitlements.ofPerson', { personId, year: YEAR })
      expect(shown.lines.map(({ records: _records, ...line }) => line)).toEqual(lines)
      for (const { records, received, planned } of shown.lines) {
        const sum = (state: string) =>
          records.filter((record) => record.state === state).reduce((total, { amount }) => total + amount, 0)
        expect([sum('received'), sum('planned')]).toEqual([received, planned])
      }
    }
  })
})
