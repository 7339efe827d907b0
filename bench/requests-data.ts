import type { Database } from 'better-sqlite3'
import { YEARS, type Size } from './sizes'

interface RequestsFilling {
  readonly database: Database
  readonly size: Size
  readonly id: (table: string, number: number) => string
  readonly insert: (table: string, row: Readonly<Record<string, string | number | null>>) => void
  readonly dayOf: (number: number, count: number) => string
}

const states = ['booked', 'booked', 'booked', 'declined', 'waiting', 'approved', 'withdrawn'] as const

/** A request of everybody in every year: most of them booked, each with two costs and two steps. */
export function fillRequests({ size, insert, id, dayOf }: RequestsFilling): void {
  const count = size.staff * YEARS
  for (let number = 0; number < count; number += 1) {
    const state = states[number % states.length] ?? 'waiting'
    const requestId = id('request', number)
    const on = dayOf(number, count)
    insert('request', {
      id: requestId,
      number: number + 1,
      person_id: id('person', number % size.staff),
      received_on: on,
      title: `Request number ${number}`,
      provider_name: `Provider ${number % 120}`,
      wanted_on: on,
      expected_change: 'I plan with it',
      pupil_benefit: 'They explain it',
      how_measured: 'Books',
      cover_quarter_days: number % 5,
      features_json: '[]',
      state,
      decided_on: state === 'waiting' ? null : on,
      booking_id: state === 'booked' ? id('booking', number) : null,
    })
    fillParts({ insert, id }, { number, state, requestId })
  }
}

function fillParts(
  { insert, id }: Pick<RequestsFilling, 'insert' | 'id'>,
  { number, state, requestId }: { readonly number: number; readonly state: string; readonly requestId: string },
): void {
  for (const position of [0, 1]) {
    insert('request_cost', {
      id: id('request_cost', number * 2 + position),
      request_id: requestId,
      position,
      kind_code: position === 0 ? 'fee' : 'travel',
      net_pence: 12_000 + (number % 90) * 100,
      vat_pence: 2_400,
      is_vat_recoverable: number % 3 === 0 ? 0 : 1,
      fund_id: id('fund', number % 8),
    })
    insert('request_step', {
      id: id('request_step', number * 2 + position),
      request_id: requestId,
      position,
      title: position === 0 ? 'Line manager' : 'CPD leader',
      role: position === 0 ? 'lineManager' : 'cpdLeader',
      person_id: id('person', position),
      is_comment_only: 0,
      state: state === 'waiting' ? 'pending' : 'approved',
    })
  }
}
