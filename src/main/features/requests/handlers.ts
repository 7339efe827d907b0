import type { HandlersOf } from '../../../shared/kernel/channel'
import type { Clock } from '../../../shared/kernel/clock'
import { Refusal } from '../../../shared/kernel/result'
import type { requestsContract } from '../../../shared/features/requests/contract'
import type { Rules } from '../../../shared/features/requests/model'
import type { SchoolDesk } from '../../db/school-desk'
import { daysOfYear } from '../../db/school-years'
import { bookRequest, type BookNeeds } from './book'
import { decide } from './decide'
import { countByState, listRequests, readRequest } from './repository'
import { rulesOfSchool, saveRules } from './rules-of-school'
import { changeFund, insertStepInto, leaveStepOut, saveRequest, withdrawRequest } from './service'

export interface RequestsNeeds extends Omit<BookNeeds, 'today' | 'actingPersonId'> {
  readonly desk: SchoolDesk
  readonly clock: Clock
}

type Handlers = HandlersOf<typeof requestsContract>

export function requestsHandlers(needs: RequestsNeeds): Handlers {
  return { ...reading(needs), ...asking(needs), ...deciding(needs) }
}

function reading({ desk, clock, codes }: RequestsNeeds) {
  return {
    'requests.list': ({ year, waitsFor, ...filter }) => {
      const received = year && daysOfYear(desk.read, year)
      const requests = listRequests(desk.read, { ...filter, received })
      return {
        today: clock.today(),
        requests:
          waitsFor === undefined
            ? requests
            : requests.filter(
                (line) => line.waitsFor?.title === waitsFor || line.waitsFor?.person?.id === waitsFor,
              ),
        counts: countByState(desk.read),
      }
    },
    'requests.get': ({ id }) => ({ ...readRequest(desk.read, id, codes), today: clock.today() }),
    'requests.rules': () => rulesOfSchool(desk.read),
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
    'requests.changeFund': (input) => {
      desk.write('requests.changeFund', (db) => changeFund(db, input, now()))
      return {}
    },
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
