import Database from 'better-sqlite3'
import type { Period } from '../../src/shared/kernel/years'

/*
 * The books of a school kept a second time, from the raw tables alone: no view, no query and no rule of the
 * application. It follows the words of the model, one record after the other, with whole numbers and fractions.
 */

type Row = Readonly<Record<string, string | number | null>>

/** A fraction, so that nothing is rounded before the end. */
class Fraction {
  constructor(
    readonly top: bigint,
    readonly bottom: bigint = 1n,
  ) {}
  static of(value: number): Fraction {
    return new Fraction(BigInt(value))
  }
  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom).lowest()
  }
  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom).lowest()
  }
  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top).lowest()
  }
  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom))
  }
  atLeastNothing(): Fraction {
    return this.top < 0n ? new Fraction(0n) : this
  }
  lowest(): Fraction {
    let [a, b] = [this.top < 0n ? -this.top : this.top, this.bottom]
    while (b > 0n) [a, b] = [b, a % b]
    return a === 0n ? new Fraction(0n) : new Fraction(this.top / a, this.bottom / a)
  }
  /** To the nearest whole number, a half away from nothing. */
  whole(): number {
    const away = this.top < 0n ? -1n : 1n
    return Number(away * ((2n * this.top * away + this.bottom) / (2n * this.bottom)))
  }
}
const NONE = new Fraction(0n)

const numberOf = (row: Row, key: string): number => Number(row[key] ?? 0)
const textOf = (row: Row, key: string): string => String(row[key] ?? '')
const add = (map: Map<string, number>, key: string, value: number) => map.set(key, (map.get(key) ?? 0) + value)
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const dayNumber = (value: string) => Date.parse(`${value}T00:00:00Z`) / 86_400_000
const daysBetween = (first: string, last: string) => dayNumber(last) - dayNumber(first) + 1
const later = (...days: string[]) => days.reduce((a, b) => (a > b ? a : b))
const earlier = (...days: string[]) => days.reduce((a, b) => (a < b ? a : b))

/** Paid and still promised, in pence. */
export interface Sums {
  readonly paid: number
  readonly promised: number
}

/** The raw tables of a closed school file and what they say of one year. */
export class Books {
  readonly #tables = new Map<string, readonly Row[]>()
  readonly #period: Period

  constructor(path: string, period: Period) {
    this.#period = period
    const database = new Database(path, { readonly: true })
    const names = 'school staff_group band_rate post person post_holding event session booking attendance priority'
    const money = 'fund fund_amount cost_line cost_movement cost_fund cost_share'
    for (const name of `${names} ${money}`.split(' '))
      this.#tables.set(name, database.prepare<[], Row>(`select * from ${name}`).all())
    database.close()
  }

  #all(table: string): readonly Row[] {
    return this.#tables.get(table) ?? []
  }

  #movementsOf(line: Row): readonly Row[] {
    return this.#all('cost_movement').filter(
      (move) => move['cost_line_id'] === line['id'] && move['kind'] !== 'estimated',
    )
  }

  /** What a line had paid and still promised at the end of a day. */
  #standing(line: Row, on: string): Sums {
    const found = { committed: 0, invoiced: 0, paid: 0, credited: 0 }
    for (const move of this.#movementsOf(line)) {
      if (textOf(move, 'moved_on') > on) continue
      const vat = numberOf(line, 'is_vat_recoverable') === 1 ? 0 : numberOf(move, 'vat_pence')
      found[textOf(move, 'kind') as keyof typeof found] += numberOf(move, 'net_pence') + vat
    }
    const owed = Math.max(found.committed, found.invoiced)
    const promised = Math.max(0, owed - found.paid + found.credited)
    return { promised, paid: Math.max(owed, found.paid) + found.credited - promised }
  }

  /** The steps by which a line was paid in the year, and what it promises if the promise was made in it. */
  #spending(line: Row): { steps: number[]; promised: number } {
    if (line['kind_code'] === 'income') return { steps: [], promised: 0 }
    const { startsOn, endsOn } = this.#period
    const moves = this.#movementsOf(line)
    const days = [...new Set(moves.map((move) => textOf(move, 'moved_on')))].sort()
    let before = 0
    const steps: number[] = []
    for (const day of days) {
      const { paid } = this.#standing(line, day)
      if (day >= startsOn && day <= endsOn) steps.push(paid - before)
      before = paid
    }
    const asked = moves.filter((move) => move['kind'] === 'committed' || move['kind'] === 'invoiced')
    const promisedOn = later('', ...asked.map((move) => textOf(move, 'moved_on')))
    const isOurs = promisedOn >= startsOn && promisedOn <= endsOn
    return { steps, promised: isOurs ? this.#standing(line, '9999-12-31').promised : 0 }
  }

  /** Spending by what `keyOf` says of a line; lines without spending leave no key. */
  spendBy(keyOf: (line: Row) => string): Map<string, Sums> {
    const result = new Map<string, Sums>()
    for (const line of this.#all('cost_line')) {
      const { steps, promised } = this.#spending(line)
      if (promised === 0 && steps.every((step) => step === 0)) continue
      const had = result.get(keyOf(line)) ?? { paid: 0, promised: 0 }
      result.set(keyOf(line), { paid: had.paid + sum(steps), promised: had.promised + promised })
    }
    return result
  }

  /** Spending by fund, each step shared to the penny: spare pennies to the largest remainders. */
  spendByFund(): Map<string, Sums> {
    const paid = new Map<string, number>()
    const promised = new Map<string, number>()
    for (const line of this.#all('cost_line')) {
      const funds = this.#all('cost_fund').filter((fund) => fund['cost_line_id'] === line['id'])
      const weights = new Map(funds.map((fund) => [textOf(fund, 'fund_id'), numberOf(fund, 'weight')]))
      if (weights.size === 0) weights.set('', 1)
      const spending = this.#spending(line)
      for (const step of spending.steps) for (const [fund, part] of shared(step, weights)) add(paid, fund, part)
      for (const [fund, part] of shared(spending.promised, weights)) add(promised, fund, part)
    }
    const ids = new Set([...paid.keys(), ...promised.keys()])
    return new Map([...ids].map((id) => [id, { paid: paid.get(id) ?? 0, promised: promised.get(id) ?? 0 }]))
  }

  /** Each fund with what it has for the year: an amount counts by its days in it. */
  funds(): { id: string; name: string; isExternal: boolean; budget: number }[] {
    return this.#all('fund').map((fund) => {
      const amounts = this.#all('fund_amount').filter((amount) => amount['fund_id'] === fund['id'])
      const budget = sum(
        amounts.map((amount) => {
          const [from, to] = [textOf(amount, 'from_on'), textOf(amount, 'to_on')]
          const days = daysBetween(later(from, this.#period.startsOn), earlier(to, this.#period.endsOn))
          if (days <= 0) return 0
          return Fraction.of(numberOf(amount, 'amount_pence') * days)
            .over(Fraction.of(daysBetween(from, to)))
            .whole()
        }),
      )
      const isExternal = fund['is_external'] === 1
      return { id: textOf(fund, 'id'), name: textOf(fund, 'name'), isExternal, budget }
    })
  }

  /** Attendance of the year with credit, beside its session and booking. */
  #held(): { attendance: Row; session: Row; booking: Row }[] {
    const sessions = new Map(this.#all('session').map((row) => [row['id'], row]))
    const bookings = new Map(this.#all('booking').map((row) => [row['id'], row]))
    return this.#all('attendance').flatMap((attendance) => {
      const session = sessions.get(attendance['session_id'] ?? null)
      const booking = bookings.get(attendance['booking_id'] ?? null)
      if (!session || !booking || numberOf(attendance, 'credited_minutes') <= 0) return []
      const on = textOf(session, 'held_on')
      return on >= this.#period.startsOn && on <= this.#period.endsOn ? [{ attendance, session, booking }] : []
    })
  }

  /** Our own staff's time, by event: minutes, minutes without bought cover, and what they cost. */
  time(): Map<string, { credited: number; counted: number; pence: number }> {
    const left = this.#withoutCover()
    const schoolDay = numberOf(this.#all('school')[0] ?? {}, 'school_day_minutes')
    const cells = new Map<string, { event: string; rate: number; counted: Fraction; credited: number }>()
    for (const { attendance, session, booking } of this.#held()) {
      const event = textOf(booking, 'event_id')
      const rate = this.#dayRate(textOf(booking, 'staff_group_id'), textOf(session, 'held_on'))
      const minutes = numberOf(attendance, 'credited_minutes')
      const key = `${event} ${textOf(booking, 'staff_group_id')} ${rate}`
      const had = cells.get(key) ?? { event, rate, counted: NONE, credited: 0 }
      const part = left.get(textOf(booking, 'id')) ?? NONE
      const counted = had.counted.plus(part.times(Fraction.of(minutes)))
      cells.set(key, { ...had, counted, credited: had.credited + minutes })
    }
    const result = new Map<string, { credited: number; counted: number; pence: number }>()
    for (const { event, rate, counted, credited } of cells.values()) {
      const had = result.get(event) ?? { credited: 0, counted: 0, pence: 0 }
      const pence = counted.times(Fraction.of(rate)).over(Fraction.of(schoolDay)).whole()
      result.set(event, {
        credited: had.credited + credited,
        counted: had.counted + counted.whole(),
        pence: had.pence + pence,
      })
    }
    return result
  }

  #dayRate(group: string, on: string): number {
    const rates = this.#all('band_rate').filter((rate) => rate['staff_group_id'] === group)
    rates.sort((a, b) => (textOf(a, 'valid_from') < textOf(b, 'valid_from') ? -1 : 1))
    const rate = rates.filter((one) => textOf(one, 'valid_from') <= on).at(-1) ?? rates[0]
    if (!rate) return 0
    const cost = Fraction.of(numberOf(rate, 'annual_cost_pence'))
    return cost.over(Fraction.of(numberOf(rate, 'days_per_year'))).whole()
  }

  /** The part of each booking's minutes for which no cover was bought, of 1. */
  #withoutCover(): Map<string, Fraction> {
    const credited = new Map<string, number>()
    for (const row of this.#all('attendance'))
      add(credited, textOf(row, 'booking_id'), numberOf(row, 'credited_minutes'))
    const [own, whole] = this.#cover()
    const left = new Map<string, Fraction>()
    const leftOfEvent = new Map<string, Fraction>()
    const bookings = this.#all('booking').filter((row) => (credited.get(textOf(row, 'id')) ?? 0) > 0)
    for (const row of bookings) {
      const id = textOf(row, 'id')
      const minutes = Fraction.of(credited.get(id) ?? 0)
        .minus(own.get(id) ?? NONE)
        .atLeastNothing()
      left.set(id, minutes)
      const event = textOf(row, 'event_id')
      leftOfEvent.set(event, (leftOfEvent.get(event) ?? NONE).plus(minutes))
    }
    return new Map(
      bookings.map((row) => {
        const [id, event] = [textOf(row, 'id'), textOf(row, 'event_id')]
        const part = (left.get(id) ?? NONE).over(Fraction.of(credited.get(id) ?? 1))
        const covered = whole.get(event)
        const ofEvent = leftOfEvent.get(event) ?? NONE
        if (covered === undefined || ofEvent.top === 0n) return [id, part]
        return [id, part.times(Fraction.of(1).minus(Fraction.of(covered).over(ofEvent)).atLeastNothing())]
      }),
    )
  }

  /** Minutes of bought cover: of a booking, and of a whole event. */
  #cover(): [Map<string, Fraction>, Map<string, number>] {
    const own = new Map<string, Fraction>()
    const whole = new Map<string, number>()
    for (const line of this.#all('cost_line')) {
      const minutes = numberOf(line, 'covered_minutes')
      if (minutes === 0 || !this.#isBought(line)) continue
      const shares = this.#all('cost_share').filter((share) => share['cost_line_id'] === line['id'])
      const booking = line['booking_id']
      const parts =
        booking === null
          ? line['share_basis'] === 'named'
            ? shares
            : []
          : [{ booking_id: booking ?? '', weight: 1 }]
      const weights = sum(parts.map((part) => numberOf(part, 'weight')))
      for (const part of parts) {
        const id = textOf(part, 'booking_id')
        const share = Fraction.of(minutes * numberOf(part, 'weight')).over(Fraction.of(weights))
        own.set(id, (own.get(id) ?? NONE).plus(share))
      }
      if (parts.length === 0 && line['event_id'] !== null) add(whole, textOf(line, 'event_id'), minutes)
    }
    return [own, whole]
  }

  #isBought(line: Row): boolean {
    const of = (kind: string) =>
      sum(
        this.#movementsOf(line)
          .filter((move) => move['kind'] === kind)
          .map((move) => numberOf(move, 'net_pence') + numberOf(move, 'vat_pence')),
      )
    return Math.max(of('committed'), of('invoiced'), of('paid')) + of('credited') > 0
  }

  /** Everybody with an hour or more in the year. */
  heads(): Set<string> {
    const minutes = new Map<string, number>()
    for (const { attendance, booking } of this.#held())
      add(minutes, textOf(booking, 'person_id'), numberOf(attendance, 'credited_minutes'))
    return new Set([...minutes].filter(([, value]) => value >= 60).map(([person]) => person))
  }

  /** By staff group: people in post, thousandths of posts × days, heads and credited minutes. */
  groups(): Map<string, { people: number; thousandthDays: number; heads: number; credited: number }> {
    const heads = this.heads()
    const people = new Map(this.#all('person').map((row) => [row['id'], row]))
    const posts = new Map(this.#all('post').map((row) => [row['id'], row]))
    return new Map(
      this.#all('staff_group').map((group) => {
        const inPost = new Set<string>()
        let thousandthDays = 0
        for (const holding of this.#all('post_holding')) {
          if (posts.get(holding['post_id'] ?? null)?.['staff_group_id'] !== group['id']) continue
          const person = people.get(holding['person_id'] ?? null) ?? {}
          const from = later(textOf(holding, 'from_on'), textOf(person, 'started_on'), this.#period.startsOn)
          const ends = [holding['to_on'], person['left_on']].filter((end) => typeof end === 'string')
          const days = daysBetween(from, earlier(this.#period.endsOn, ...ends))
          if (days <= 0) continue
          inPost.add(textOf(holding, 'person_id'))
          thousandthDays += days * numberOf(holding, 'fte_thousandths')
        }
        const held = this.#held().filter(({ booking }) => booking['staff_group_id'] === group['id'])
        const took = new Set(held.map(({ booking }) => textOf(booking, 'person_id')))
        const credited = sum(held.map(({ attendance }) => numberOf(attendance, 'credited_minutes')))
        const counts = [...took].filter((person) => heads.has(person)).length
        return [textOf(group, 'name'), { people: inPost.size, thousandthDays, heads: counts, credited }]
      }),
    )
  }

  /** How many events had a session of the year by a day. None of the sample is cancelled. */
  eventsHeld(today: string): number {
    const until = earlier(this.#period.endsOn, today)
    const held = this.#all('session').filter(
      (row) => textOf(row, 'held_on') >= this.#period.startsOn && textOf(row, 'held_on') <= until,
    )
    return new Set(held.map((row) => row['event_id'])).size
  }

  /** How many records of each awkward kind there are: an audit of plain records would prove little. */
  awkward() {
    const funds = new Map<string, number>()
    for (const fund of this.#all('cost_fund')) add(funds, textOf(fund, 'cost_line_id'), 1)
    const lines = this.#all('cost_line')
    return {
      splitCosts: [...funds.values()].filter((count) => count > 1).length,
      credits: this.#all('cost_movement').filter((move) => move['kind'] === 'credited').length,
      vatThatStays: lines.filter((line) => line['is_vat_recoverable'] === 0).length,
      covered: lines.some((line) => numberOf(line, 'covered_minutes') > 0),
      givenUp: this.#all('booking').filter((booking) => booking['state'] === 'cancelled').length,
    }
  }

  /** The priority that each event serves: its id, "other" for one of an academic year that is not ours, "" for none. */
  priorityOfEvent(): Map<string, string> {
    const academicYear = (on: string) => Number(on.slice(0, 4)) - (on.slice(5) < '09-01' ? 1 : 0)
    const [first, last] = [academicYear(this.#period.startsOn), academicYear(this.#period.endsOn)]
    const years = new Map(this.#all('priority').map((row) => [row['id'], numberOf(row, 'academic_year')]))
    return new Map(
      this.#all('event').map((row) => {
        const year = years.get(row['priority_id'] ?? null)
        const isOurs = year !== undefined && year >= first && year <= last
        return [textOf(row, 'id'), year === undefined ? '' : isOurs ? textOf(row, 'priority_id') : 'other']
      }),
    )
  }
}

/** Shares pence by whole weights, exactly: spare pennies to the largest remainders, the smaller key on a tie. */
function shared(pence: number, weights: ReadonlyMap<string, number>): Map<string, number> {
  const total = sum(weights.values())
  const sign = Math.sign(pence)
  const size = Math.abs(pence)
  const parts = new Map([...weights].map(([key, weight]) => [key, Math.floor((size * weight) / total)]))
  const byRemainder = [...weights].sort(
    ([a, one], [b, two]) => ((size * two) % total) - ((size * one) % total) || (a < b ? -1 : 1),
  )
  const spare = size - sum(parts.values())
  for (const [key] of byRemainder.slice(0, spare)) add(parts, key, 1)
  return new Map([...parts].map(([key, part]) => [key, sign * part]))
}
