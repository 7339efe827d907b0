import type { Database, Statement } from 'better-sqlite3'
import type { Binder } from '../src/main/compose'
import type { ChannelName } from '../src/shared/contract'
import { benchBinder, LAST_YEAR } from './binder'
import { id } from './data'
import { inTurn, timed, type Line } from './measure'
import type { Size } from './sizes'

export interface Asked {
  readonly name: string
  readonly channel: ChannelName
  readonly input: unknown
  /** How many times the same statements it may take; 1.5 where nothing is said. */
  readonly goal?: number
}

const academic = { kind: 'academic', startYear: LAST_YEAR } as const
const financial = { kind: 'financial', startYear: LAST_YEAR } as const

/** Every list, search and report that a page asks for. */
export const asked: readonly Asked[] = [
  { name: 'staff, today', channel: 'staff.list', input: {} },
  { name: 'staff, all, by text', channel: 'staff.list', input: { who: 'all', text: 'Surname12' } },
  { name: 'staff, choices', channel: 'staff.choices', input: {} },
  { name: 'one person', channel: 'staff.get', input: { id: id('person', 10) } },
  { name: 'CPD of one person', channel: 'activities.ofPerson', input: { personId: id('person', 10) } },
  { name: 'priorities', channel: 'priorities.list', input: { academicYear: LAST_YEAR } },
  { name: 'search', channel: 'search.find', input: { text: 'Surname12' } },
  { name: 'search, many found', channel: 'search.find', input: { text: 'course' } },
  { name: 'today', channel: 'today.view', input: {} },
  { name: 'providers of a year', channel: 'providers.list', input: { year: academic } },
  { name: 'providers, all years', channel: 'providers.list', input: {} },
  { name: 'events of a year', channel: 'activities.events', input: { year: academic } },
  { name: 'events by text', channel: 'activities.events', input: { year: academic, text: 'course 12' } },
  { name: 'activities', channel: 'activities.list', input: {} },
  { name: 'one event', channel: 'activities.event', input: { id: id('event', 10) } },
  { name: 'whom to book', channel: 'bookings.candidates', input: { eventId: id('event', 10) } },
  { name: 'attendance of an event', channel: 'attendance.grid', input: { eventId: id('event', 10) } },
  { name: 'evaluations of a year', channel: 'evaluation.list', input: { year: academic } },
  { name: 'costs of a year', channel: 'costs.list', input: { year: financial } },
  { name: 'costs by text', channel: 'costs.list', input: { year: financial, text: 'number 12' } },
  { name: 'ledger, unmatched', channel: 'ledger.list', input: { status: 'unmatched' } },
  { name: 'requests, all years', channel: 'requests.list', input: {} },
  { name: 'requests of a year', channel: 'requests.list', input: { year: academic } },
  { name: 'needs', channel: 'needs.list', input: {} },
  { name: 'needs, open ones by text', channel: 'needs.list', input: { state: 'open', text: 'reading' } },
  // Beside its rows it compares needs with what is offered: twice the same statements is allowed.
  { name: 'balance of needs', channel: 'needs.balance', input: { year: LAST_YEAR }, goal: 2 },
  { name: 'who can train others', channel: 'expertise.list', input: { canTrain: true } },
  { name: 'funds', channel: 'funds.list', input: {} },
  { name: 'budget', channel: 'budget.view', input: { year: financial } },
  { name: 'money, totals', channel: 'money.totals', input: { year: academic } },
  { name: 'change log', channel: 'changes.list', input: {} },
  { name: 'governors’ report', channel: 'reports.gather', input: { kind: 'governors', year: academic } },
  { name: 'spend report', channel: 'reports.gather', input: { kind: 'spend', year: financial } },
  { name: 'participation report', channel: 'reports.gather', input: { kind: 'participation', year: academic } },
]

/** A statement as it was run: its text, its parameters and how its rows were taken. */
interface Ran {
  readonly sql: string
  readonly method: 'all' | 'get'
  readonly parameters: readonly unknown[]
}

/** Notes what is run on a connection from now on. Statements prepared earlier are not seen. */
function listen(database: Database, onRun: (ran: Ran) => void): void {
  const prepare = database.prepare.bind(database)
  const noting = (sql: string): Statement => {
    const statement = prepare(sql)
    for (const [name, method] of [
      ['all', 'all'],
      ['get', 'get'],
      ['iterate', 'all'],
    ] as const) {
      const real = (statement[name] as (...given: unknown[]) => unknown).bind(statement)
      Object.assign(statement, {
        [name]: (...parameters: unknown[]) => {
          onRun({ sql, method, parameters })
          return real(...parameters)
        },
      })
    }
    return statement
  }
  Object.assign(database, { prepare: noting })
}

/** Asks as the window asks; throws where the answer is no. */
export async function send(binder: Binder, { channel, input }: Asked): Promise<void> {
  const result = await binder.dispatch(channel, input)
  if (!result.ok) throw new Error(`${channel}: ${result.code} ${JSON.stringify(result.fields ?? {})}`)
}

async function statementsOf(path: string, data: string, root: string): Promise<Map<Asked, Ran[]>> {
  const binder = benchBinder(data, root)
  binder.school.openAt(path)
  let now: Ran[] = []
  binder.desk.file.withDatabase((database) => listen(database, (ran) => now.push(ran)))
  const found = new Map<Asked, Ran[]>()
  for (const one of asked) {
    now = []
    await send(binder, one)
    found.set(one, now)
  }
  binder.desk.clear()
  return found
}

export interface QueryLines {
  readonly lines: readonly Line[]
  /** How many queries take less than is judged. */
  readonly quick: number
}

/** A query is judged from this many milliseconds on: below, the clock and the machine decide. */
export const JUDGED_FROM_MS = 5

/** Rounds for a query of so many milliseconds: the slower, the less the clock matters and the longer a round takes. */
export function roundsFor(firstMs: number): number {
  if (firstMs > 2_000) return 1
  if (firstMs > 300) return 3
  // Of a few milliseconds one busy moment is half: more rounds give a median that another run gives again.
  return firstMs > 50 ? 7 : 21
}

/**
 * Every list, search and report query, through the same door as the window, against the very statements it runs,
 * prepared by hand and run with the same parameters on the same connection.
 */
export async function queryLines(size: Size, path: string, data: string, root: string): Promise<QueryLines> {
  const statements = await statementsOf(path, data, root)
  const binder = benchBinder(data, root)
  binder.school.openAt(path)
  const lines: Line[] = []
  let quick = 0
  for (const [one, ran] of statements) {
    const byHand = binder.desk.file.withDatabase((database) =>
      ran.map(({ sql, method, parameters }) => {
        const statement = database.prepare(sql)
        return () => (method === 'all' ? statement.all(...parameters) : statement.get(...parameters))
      }),
    )
    await send(binder, one)
    const first = await timed(() => send(binder, one))
    // What is answered from memory runs no statement and has nothing to be compared with.
    if (first < JUDGED_FROM_MS || ran.length === 0) {
      quick += 1
      continue
    }
    const measured = await inTurn(
      roundsFor(first),
      () => send(binder, one),
      () => byHand.forEach((run) => run()),
    )
    if (measured.oursMs < JUDGED_FROM_MS) quick += 1
    else
      lines.push({
        name: `${size.name}: ${one.name}`,
        ...measured,
        goal: one.goal ?? 1.5,
        note: `${ran.length} statements`,
      })
  }
  binder.desk.clear()
  return { lines, quick }
}
