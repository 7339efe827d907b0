import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { requestsContract } from '../../../shared/features/requests/contract'
import { buyLines } from '../../../shared/features/requests/before-you-buy'
import type { Rules } from '../../../shared/features/requests/model'
import type { Paper } from '../../documents/paper'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { bookAgain, type AgainNeeds } from './again'
import { bookRequest, type BookNeeds } from './book'
import { buyFacts, type BuyNeeds } from './buy-facts'
import { cancelPlace, cancelTerms, type CancelNeeds } from './cancel'
import { decide } from './decide'
import { orderRequest, type OrderNeeds } from './order'
import { requestsOnPaper } from './paper'
import { countByState, countRequests, listRequests, readRequest, waitsFor } from './repository'
import { rulesOfSchool, saveRules } from './rules-of-school'
import { changeFund, saveRequest, withdrawRequest } from './service'
import { insertStepInto, leaveStepOut } from './steps'

export interface RequestsNeeds
  extends
    Omit<BookNeeds, 'today' | 'actingPersonId'>,
    Omit<BuyNeeds, 'today' | 'marks' | 'marksTitle'>,
    Omit<CancelNeeds, 'today' | 'giveUpCosts'>,
    Omit<AgainNeeds, 'giveUpCosts'>,
    OrderNeeds {
  readonly desk: SchoolDesk
  readonly clock: Clock
  readonly paper: Paper
  /** Brings the costs of a place down to what is charged; belongs to costs. */
  readonly giveUpCosts: CancelNeeds['giveUpCosts'] & AgainNeeds['giveUpCosts']
  /** The checklists of every layer: one of them holds the marks of effective development. */
  readonly checklists: () => Promise<readonly Marks[]>
}

/** A checklist that a pack or the school brings. */
interface Marks {
  readonly id: string
  readonly fields: {
    readonly title: string
    readonly about: string
    readonly items: readonly { readonly id: string; readonly text: string; readonly help?: string | undefined }[]
  }
}

const MARKS = 'effective-development'

type Handlers = HandlersOf<typeof requestsContract>

export function requestsHandlers(needs: RequestsNeeds): Handlers {
  return { ...reading(needs), ...asking(needs), ...deciding(needs) }
}

function reading(needs: RequestsNeeds) {
  const { desk, clock, codes, checklists } = needs
  const marks = async () => (await desk.sameSchoolAfter(checklists)).find(({ id }) => id === MARKS)?.fields
  return {
    'requests.beforeYouBuy': async ({ id }) => {
      const found = await marks()
      const of = { marks: found?.items ?? [], marksTitle: found?.title ?? null }
      return { lines: buyLines(buyFacts(desk.read, id, { ...needs, ...of, today: clock.today() })) }
    },
    'requests.marks': async () => {
      const found = await marks()
      return {
        title: found?.title ?? '',
        about: found?.about ?? '',
        marks: (found?.items ?? []).map(({ id, text, help }) => ({ id, text, help: help ?? '' })),
      }
    },
    'requests.list': ({ year, waitsFor: whom, states, ...filter }) => {
      const received = year && daysOfYear(desk.read, year)
      const all = listRequests(desk.read, { ...filter, received })
      const fitting = whom === undefined ? all : all.filter((line) => waitsFor(line, whom))
      return {
        today: clock.today(),
        requests: states === undefined ? fitting : fitting.filter((line) => states.includes(line.state)),
        counts: countByState(fitting),
        inAll: countRequests(desk.read),
      }
    },
    'requests.get': ({ id }) => ({ ...readRequest(desk.read, id, codes), today: clock.today() }),
    'requests.rules': () => rulesOfSchool(desk.read),
    'requests.print': async (asked) => requestsOnPaper(needs, asked, (await marks())?.items ?? []),
  } satisfies Partial<Handlers>
}

function asking({ desk, clock, codes }: RequestsNeeds) {
  const now = () => ({ codes, today: clock.today(), actingPersonId: desk.actingPersonId })
  return {
    'requests.save': (input) => ({ id: desk.write('requests.save', (db) => saveRequest(db, input, now())) }),
    'requests.withdraw': (input) => {
      desk.write('requests.withdraw', (db) => withdrawRequest(db, input, now()), { reason: input.reason })
      return {}
    },
    'requests.addStep': (input) => ({
      id: desk.write('requests.addStep', (db) => insertStepInto(db, input, now())),
    }),
    'requests.leaveStepOut': (input) => {
      desk.write('requests.leaveStepOut', (db) => leaveStepOut(db, input, now()), { reason: input.reason })
      return {}
    },
    'requests.changeFund': (input) => ({
      isAskedAgain: desk.write('requests.changeFund', (db) => changeFund(db, input, now())),
    }),
  } satisfies Partial<Handlers>
}

function deciding(needs: RequestsNeeds) {
  const { desk, clock } = needs
  return {
    'requests.decide': (input) =>
      desk.write('requests.decide', (db) => decide(db, input, clock.today()), {
        reason: input.reason ?? undefined,
      }),
    'requests.book': (input) =>
      desk.write('requests.book', (db) =>
        bookRequest(db, input, { ...needs, today: clock.today(), actingPersonId: desk.actingPersonId }),
      ),
    'requests.order': (input) =>
      desk.write('requests.order', (db) =>
        orderRequest(db, input, { ...needs, actingPersonId: desk.actingPersonId }),
      ),
    'requests.bookAgain': ({ id }) =>
      desk.write('requests.bookAgain', (db) =>
        bookAgain(db, id, { ...needs, today: clock.today(), actingPersonId: desk.actingPersonId }),
      ),
    'requests.cancelTerms': ({ bookingId }) =>
      cancelTerms(desk.read, bookingId, { ...needs, today: clock.today() }),
    'requests.cancelPlace': (input) =>
      desk.write('requests.cancelPlace', (db) => cancelPlace(db, input, { ...needs, today: clock.today() }), {
        reason: input.reason,
      }),
    'requests.saveRules': (rules) => {
      desk.write('requests.saveRules', (db) => saveRules(db, checked(rules)))
      return {}
    },
  } satisfies Partial<Handlers>
}

/** Somebody must decide about every request, whatever it costs. */
function checked(rules: Rules): Rules {
  const decides = rules.steps.some(({ isCommentOnly, overPence }) => !isCommentOnly && overPence === null)
  if (rules.steps.length > 0 && !decides)
    throw new Refusal('request.nobody-to-ask', undefined, [{ path: 'steps', code: 'request.nobody-to-ask' }])
  return rules
}
