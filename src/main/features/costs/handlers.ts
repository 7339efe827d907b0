import type { HandlersOf } from '../../../shared/kernel/channel'
import { addDays, addMonths, day } from '../../../shared/kernel/dates'
import { Refusal } from '../../../shared/kernel/result'
import type { Period } from '../../../shared/kernel/years'
import type { costsContract } from '../../../shared/features/costs/contract'
import type { CostFilter } from '../../../shared/features/costs/model'
import type { FinanceCodes } from '../../../shared/features/packs/model'
import type { ReadDb } from '../../db/handle'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear, regimesOf } from '../../db/school-years'
import { bookingsOf, eventChoices, fundChoices, usedBefore } from './choices'
import { forgetMovement } from './ledger-links'
import { fittingAmounts, wordsOf, type Span } from './list-query'
import * as repository from './repository'
import {
  addCost,
  changeCost,
  fundsByLine,
  readCost,
  removeCost,
  rowToSummary,
  totalsOf,
  totalsOfAll,
} from './service'
import { credit, enterInvoices, settle } from './settle'

/** Most rows a list gives at once: a long life of a school, and still only a few megabytes. */
const MOST_ROWS = 5000

function spanOf(filter: CostFilter, period: Period | undefined): Span | undefined {
  if (filter.month === undefined) return period
  const startsOn = day(`${filter.month}-01`)
  return { startsOn, endsOn: addDays(addMonths(startsOn, 1), -1) }
}

export function costsHandlers(
  desk: SchoolDesk,
  codes: () => FinanceCodes,
  mostRows = MOST_ROWS,
): HandlersOf<typeof costsContract> {
  return {
    'costs.list': (filter) => listCosts(desk.read, codes(), filter, mostRows),
    'costs.get': ({ id }) => readCost(desk.read, id, codes()),
    'costs.choices': () => ({
      financeCodes: codes(),
      regimes: regimesOf(desk.read),
      funds: fundChoices(desk.read),
      events: eventChoices(desk.read),
      ...usedBefore(desk.read),
    }),
    'costs.bookings': ({ eventId }) => ({ bookings: bookingsOf(desk.read, eventId) }),
    'costs.save': ({ id, start, ...input }) => ({
      id: desk.write('costs.save', (db) => {
        if (id === undefined) return addCost(db, input, start, codes())
        changeCost(db, id, input, codes())
        return id
      }),
    }),
    'costs.remove': ({ id }) => {
      desk.write('costs.remove', (db) => removeCost(db, id))
      return {}
    },
    'costs.saveMovement': ({ id, costLineId, ...input }) => ({
      id: desk.write('costs.saveMovement', (db) => {
        if (!repository.costLine(db, costLineId)) throw new Refusal('record.missing')
        if (id === undefined) return repository.insertMovement(db, costLineId, input)
        repository.updateMovement(db, costLineId, id, input)
        return id
      }),
    }),
    'costs.removeMovement': ({ id }) => {
      desk.write('costs.removeMovement', (db) => {
        forgetMovement(db, id)
        repository.deleteMovement(db, id)
      })
      return {}
    },
    'costs.markInvoiced': (asked) => ({
      id: desk.write('costs.markInvoiced', (db) => settle(db, 'invoiced', asked)),
    }),
    'costs.markPaid': (asked) => ({ id: desk.write('costs.markPaid', (db) => settle(db, 'paid', asked)) }),
    'costs.credit': (note) => ({ id: desk.write('costs.credit', (db) => credit(db, note)) }),
    'costs.enterInvoices': ({ rows }) => ({
      ids: desk.write('costs.enterInvoices', (db) => enterInvoices(db, rows, codes())),
    }),
  }
}

function listCosts(db: ReadDb, codes: FinanceCodes, filter: CostFilter, mostRows: number) {
  const period = filter.year && daysOfYear(db, filter.year)
  const span = spanOf(filter, period)
  const all = db.all(fittingAmounts(filter, span))
  const shown = all.slice(0, mostRows)
  const ids = shown.map((row) => row.id)
  const words = new Map(db.all(wordsOf(ids)).map((row) => [row.id, row]))
  const funds = fundsByLine(db, ids)
  const costs = shown.flatMap((row) => {
    const said = words.get(row.id)
    return said ? [rowToSummary({ ...row, ...said }, codes, funds, filter.fundId)] : []
  })
  const isCut = all.length > shown.length
  return {
    costs,
    // A list that is cut still has the totals of everything that fits.
    totals: isCut ? totalsOfAll(db, all, filter.fundId) : totalsOf(costs),
    more: all.length - shown.length,
    period: period ? { label: period.label, startsOn: period.startsOn, endsOn: period.endsOn } : null,
  }
}
