import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { ReportDocument } from '../../../shared/kernel/report-table'
import { pence, sumPence } from '../../../shared/kernel/money'
import { academicYearOf, yearLabel } from '../../../shared/kernel/years'
import type { NeedLine } from '../../../shared/features/needs/model'
import type { FinanceCodes, Typology } from '../../../shared/features/packs/model'
import { actualDocument, actualTable } from '../../../shared/features/plan/actual-table'
import type { planContract } from '../../../shared/features/plan/contract'
import type { Plan, VersionFormat } from '../../../shared/features/plan/model'
import type { ReadDb, WriteDb } from '../../db/handle'
import { profileOn } from '../../db/school-years'
import type { SchoolDesk } from '../../db/school-desk'
import type { Paper } from '../../documents/paper'
import { planAgainstActual } from './actual'
import { choicesOf, type NamedPerson } from './choices'
import { makeEvent, type EventNeeds } from './event'
import { PlanPaper } from './paper'
import { readPlan, type ReadNeeds } from './read'
import { linesOf, listPlans, planOfYear, planRow, type LineNeeds } from './repository'
import {
  beginPlan,
  markMust,
  moveLine,
  removeLine,
  removePlan,
  saveLine,
  savePlan,
  step,
  type Hand,
} from './service'
import { carryOver, clustersToTake, linesToCarry, requestsToTake, takeNeeds, takeRequests } from './take'

export interface PlanNeeds extends Omit<EventNeeds, 'codes' | 'serveNeeds'>, Pick<ReadNeeds, 'fundsOf'> {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  readonly typology: Typology
  readonly codes: FinanceCodes
  /** The last days of the terms, as the packs have them. */
  readonly termEnds: () => readonly string[]
  /** Everybody who works at the school today. */
  readonly staffOf: (db: ReadDb) => readonly NamedPerson[]
  /** Every need that is still open. */
  readonly openNeeds: (db: ReadDb) => readonly NeedLine[]
  readonly serveNeeds: (db: WriteDb, needIds: readonly string[], eventId: string, hand: Hand) => number
  readonly providerNamed: (db: WriteDb, name: string) => string
  readonly planNeeds: (db: WriteDb, needIds: readonly string[], reason: string, hand: Hand) => number
}

type Handlers = HandlersOf<typeof planContract>

/** A plan as the command line asks for it. */
export interface PlanFiles {
  /**
   * Writes the plan of a year to a place that is known already, as the window would save it. Throws Refusals
   * `plan.none`, `file.*`, and `host.unavailable` where pages cannot be drawn.
   */
  readonly writeTo: (path: string, asked: PlanAsked) => Promise<{ report: ReportDocument; byteCount: number }>
}

interface PlanAsked {
  readonly year: number
  readonly names: boolean
  readonly format: VersionFormat
}

/** Everything about the training plan: for the window, and its files for the command line. */
export function planHandlers(needs: PlanNeeds): { readonly handlers: Handlers; readonly files: PlanFiles } {
  const work = workOf(needs)
  const handlers = { ...reading(work), ...changing(work), ...taking(work), ...moving(work), ...onPaper(work) }
  const { desk, ofYear, pages } = work
  const writeTo: PlanFiles['writeTo'] = async (path, { year, names, format }) => {
    const plan = ofYear(desk.read, year)
    if (plan === null) throw new Refusal('plan.none', { year: yearLabel(year) })
    return pages.writeTo(path, pages.document(plan, names), format)
  }
  return { handlers, files: { writeTo } }
}

const lineNeeds = (needs: PlanNeeds, db: ReadDb): LineNeeds => ({
  staff: needs.staffOf(db),
  termEnds: needs.termEnds(),
})

function workOf(needs: PlanNeeds) {
  const { desk, clock } = needs
  const hand = (): Hand => ({ today: clock.today(), byPersonId: desk.actingPersonId ?? null })
  const readNeeds = (db: ReadDb): ReadNeeds => ({ fundsOf: needs.fundsOf, ...lineNeeds(needs, db) })
  const planOf = (db: ReadDb, id: string): Plan => readPlan(db, planRow(db, id), readNeeds(db))
  const ofYear = (db: ReadDb, year: number): Plan | null => {
    const row = planOfYear(db, year)
    return row ? readPlan(db, row, readNeeds(db)) : null
  }
  const pages = new PlanPaper({
    ...needs,
    planOf,
    hand,
    planNeeds: (db, ids, reason) => needs.planNeeds(db, ids, reason, hand()),
  })
  return { needs, desk, clock, hand, ofYear, pages }
}
type Work = ReturnType<typeof workOf>

/** The plan of a year. Throws Refusal `record.missing`. */
function expectPlan(plan: Plan | null): Plan {
  if (plan === null) throw new Refusal('record.missing')
  return plan
}

function reading({ needs, desk, clock, ofYear }: Work) {
  return {
    'plan.list': () => ({ thisYear: academicYearOf(clock.today()), plans: listPlans(desk.read) }),
    'plan.get': ({ year }) => ({ today: clock.today(), plan: ofYear(desk.read, year) }),
    'plan.choices': () =>
      choicesOf(desk.read, needs, { staff: needs.staffOf(desk.read), needs: needs.openNeeds(desk.read) }),
    'plan.toTake': ({ year }) => toTake(needs, desk.read, year),
    'plan.actual': ({ year }) => {
      const db = desk.read
      const plan = ofYear(db, year)
      const short = listPlans(db).find(({ academicYear }) => academicYear === year) ?? null
      const none = { version: null, lines: [], outsidePence: pence(0) }
      const { version, lines, outsidePence } = plan ? planAgainstActual(db, plan) : none
      return {
        today: clock.today(),
        plan: short,
        version,
        lines,
        plannedPence: sumPence(lines.map(({ plannedPence }) => plannedPence)),
        spentPence: sumPence(lines.flatMap(({ paidPence, promisedPence }) => [paidPence, promisedPence])),
        outsidePence,
        table: actualTable(lines, clock.today()),
      }
    },
  } satisfies Partial<Handlers>
}

function toTake(needs: PlanNeeds, db: ReadDb, year: number) {
  const lines = lineNeeds(needs, db)
  const plan = planOfYear(db, year)
  const before = planOfYear(db, year - 1)
  const open = needs.openNeeds(db)
  const there = plan ? linesOf(db, plan.id, lines) : []
  return {
    clusters: clustersToTake(db, plan?.id ?? null, open),
    raised: open.filter(({ state }) => state === 'raised').length,
    requests: requestsToTake(db, year),
    lastYear: before ? { academicYear: year - 1, lines: linesToCarry(linesOf(db, before.id, lines), there) } : null,
  }
}

function changing({ needs, desk, hand }: Work) {
  return {
    'plan.begin': ({ year }) => ({ id: desk.write('plan.begin', (db) => beginPlan(db, year, hand())) }),
    'plan.save': (input) => {
      desk.write('plan.save', (db) => savePlan(db, input))
      return {}
    },
    'plan.remove': ({ id }) => {
      desk.write('plan.remove', (db) => removePlan(db, id))
      return {}
    },
    'plan.saveLine': (input) => ({ id: desk.write('plan.saveLine', (db) => saveLine(db, input, needs)) }),
    'plan.removeLine': ({ id }) => {
      desk.write('plan.removeLine', (db) => removeLine(db, id))
      return {}
    },
    'plan.move': ({ id, to }) => {
      desk.write('plan.move', (db) => moveLine(db, id, to))
      return {}
    },
    'plan.markMust': ({ id, isMust }) => {
      desk.write('plan.markMust', (db) => markMust(db, id, isMust))
      return {}
    },
  } satisfies Partial<Handlers>
}

function taking({ needs, desk, hand }: Work) {
  return {
    'plan.takeNeeds': (input) => ({
      added: desk.write('plan.takeNeeds', (db) => takeNeeds(db, input, { ...needs, staff: needs.staffOf(db) })),
    }),
    'plan.takeRequests': (input) => ({
      added: desk.write('plan.takeRequests', (db) => takeRequests(db, input, needs)),
    }),
    'plan.carryOver': (input) => ({
      added: desk.write('plan.carryOver', (db) => carryOver(db, input, needs.staffOf(db))),
    }),
    'plan.makeEvent': (input) =>
      desk.write('plan.makeEvent', (db) => {
        const serveNeeds: EventNeeds['serveNeeds'] = (to, ids, eventId) =>
          needs.serveNeeds(to, ids, eventId, hand())
        return makeEvent(db, input, { ...needs, serveNeeds }, hand())
      }),
  } satisfies Partial<Handlers>
}

function moving({ desk, hand, pages }: Work) {
  const stepTo = (
    channel: string,
    id: string,
    what: { kind: 'submitted' | 'returned' | 'reopened'; words: string | null },
  ) => {
    desk.write(channel, (db) => step(db, id, what, hand()), { reason: what.words ?? undefined })
    return {}
  }
  return {
    'plan.submit': ({ id }) => stepTo('plan.submit', id, { kind: 'submitted', words: null }),
    'plan.return': ({ id, words }) => stepTo('plan.return', id, { kind: 'returned', words }),
    'plan.reopen': ({ id, reason }) => stepTo('plan.reopen', id, { kind: 'reopened', words: reason }),
    'plan.approve': (input) => pages.approve(input),
  } satisfies Partial<Handlers>
}

function onPaper({ desk, clock, ofYear, pages }: Work) {
  return {
    'plan.document': ({ year, names }) => ({ report: pages.document(expectPlan(ofYear(desk.read, year)), names) }),
    'plan.print': ({ year, names, format }) => pages.print(expectPlan(ofYear(desk.read, year)), { names, format }),
    'plan.printActual': ({ year, format }) => {
      const db = desk.read
      const today = clock.today()
      const actual = planAgainstActual(db, expectPlan(ofYear(db, year)))
      const schoolName = profileOn(db, today)?.name ?? ''
      return pages.printReport(actualDocument({ year, today, schoolName, ...actual }), format)
    },
    'plan.openVersion': ({ id, format }) => pages.opened(id, format),
    'plan.printVersion': ({ id, format }) => pages.printVersion(id, format),
  } satisfies Partial<Handlers>
}
