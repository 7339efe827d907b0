import { addDays, type Day } from '../../../shared/kernel/dates'
import { pence } from '../../../shared/kernel/money'
import { sql, type WriteDb } from '../../db/handle'
import type { SamplePerson } from './people'
import type { Seeded } from './seeded'

interface RequestsNeeds {
  readonly db: WriteDb
  readonly chance: Seeded
  readonly people: readonly SamplePerson[]
  readonly today: Day
}

type State = 'waiting' | 'returned' | 'approved' | 'declined'

interface SampleRequest {
  readonly who: number
  readonly askedBefore: number
  readonly wantedIn: number
  readonly title: string
  readonly provider: string
  readonly change: string
  readonly pupils: string
  readonly measure: string
  readonly feePence: number
  readonly coverPence: number
  readonly coverQuarterDays: number
  readonly features: readonly string[]
  /** How many steps have agreed, and what the next one said. */
  readonly agreed: number
  readonly state: State
  readonly words: string | null
}

const asked: readonly SampleRequest[] = [
  {
    who: 5,
    askedBefore: 24,
    wantedIn: 26,
    title: 'Bar models in fractions, Years 3 and 4',
    provider: 'Bright Lantern Maths',
    change: 'I plan with bar models in every unit on fractions',
    pupils: 'More pupils explain how they found a fraction of an amount',
    measure: 'Books and the end of unit test',
    feePence: 18_000,
    coverPence: 19_500,
    coverQuarterDays: 4,
    features: ['impact', 'own-need', 'pupils', 'observation', 'balance'],
    agreed: 1,
    state: 'waiting',
    words: null,
  },
  {
    who: 9,
    askedBefore: 9,
    wantedIn: 12,
    title: 'Sounds first: teaching early reading again',
    provider: 'Ridgeway Teaching School Hub',
    change: 'I teach the daily phonics session to the school’s sequence',
    pupils: 'Fewer children need to catch up by the spring',
    measure: 'The half-termly check',
    feePence: 24_000,
    coverPence: 9_750,
    coverQuarterDays: 2,
    features: ['impact', 'pupils', 'review'],
    agreed: 0,
    state: 'waiting',
    words: null,
  },
  {
    who: 14,
    askedBefore: 30,
    wantedIn: 60,
    title: 'Certificate in supporting children who stammer',
    provider: 'Ridgeway Teaching School Hub',
    change: 'I run the talking group and advise the class teams',
    pupils: 'Three pupils take part in class talk each day',
    measure: 'Observation in the second half of the spring term',
    feePence: 62_500,
    coverPence: 0,
    coverQuarterDays: 0,
    features: ['impact', 'own-need', 'coaching', 'pupils', 'career', 'fit'],
    agreed: 2,
    state: 'waiting',
    words: null,
  },
  {
    who: 11,
    askedBefore: 18,
    wantedIn: 67,
    title: 'National history conference',
    provider: 'Subject association for history',
    change: 'New ideas for the local study',
    pupils: 'A livelier summer term',
    measure: 'Pupils’ work in June',
    feePence: 31_000,
    coverPence: 39_000,
    coverQuarterDays: 8,
    features: ['balance'],
    agreed: 1,
    state: 'returned',
    words: 'Which of our priorities does it serve, and could the online day do?',
  },
  {
    who: 7,
    askedBefore: 45,
    wantedIn: 20,
    title: 'Leading a subject in a primary school',
    provider: 'Ridgeway Teaching School Hub',
    change: 'I look at work in three classes each half term and feed back',
    pupils: 'The same words for the same ideas from year to year',
    measure: 'Notes of the looks at work, and talks with pupils',
    feePence: 14_500,
    coverPence: 9_750,
    coverQuarterDays: 2,
    features: ['impact', 'own-need', 'pupils', 'career', 'review', 'fit'],
    agreed: 2,
    state: 'approved',
    words: 'Please show the team in February what you will look for.',
  },
  {
    who: 16,
    askedBefore: 50,
    wantedIn: 15,
    title: 'Two days on wellbeing by the sea',
    provider: 'Calm Coast Retreats',
    change: 'I feel calmer',
    pupils: 'A calmer teacher',
    measure: 'I will know',
    feePence: 49_000,
    coverPence: 39_000,
    coverQuarterDays: 8,
    features: [],
    agreed: 0,
    state: 'declined',
    words: 'It does not say what would be different for pupils. Let us talk about what would help.',
  },
]

const steps = [
  { title: 'Line manager', role: 'lineManager', over: null },
  { title: 'CPD leader', role: 'cpdLeader', over: null },
  { title: 'Headteacher', role: 'head', over: 50_000 },
] as const

/**
 * Requests of this term, on every step of the way, and how the school decides. Nothing of them is booked, so that no
 * other record of the sample changes with them.
 */
export function fillRequests(needs: RequestsNeeds): void {
  const { db, chance, people } = needs
  steps.forEach((step, position) =>
    db.runOne(
      sql.insertInto('request_route').values({
        id: chance.id(),
        position,
        title: step.title,
        role: step.role,
        person_id: step.role === 'head' ? (people[0]?.id ?? null) : null,
        is_comment_only: 0,
        over_pence: step.over === null ? null : pence(step.over),
      }),
    ),
  )
  db.runOne(sql.insertInto('request_rule').values({ id: chance.id(), notice_days: 21 }))
  for (const [underDays, percent] of [
    [10, 100],
    [20, 50],
  ] as const)
    db.runOne(
      sql.insertInto('charge_rule').values({
        id: chance.id(),
        provider_id: null,
        under_days: underDays,
        is_working_days: 1,
        percent,
      }),
    )
  const fund = db.first(sql.selectFrom('fund').select('id').orderBy('sort_order').limit(1))?.id ?? null
  asked.forEach((request, index) => fillRequest(needs, request, index + 1, fund))
}

function fillRequest(needs: RequestsNeeds, request: SampleRequest, number: number, fundId: string | null): void {
  const { db, chance, people, today } = needs
  const person = people[request.who % people.length]
  if (!person) return
  const id = chance.id()
  const receivedOn = addDays(today, -request.askedBefore)
  const decidedOn = addDays(today, -Math.floor(request.askedBefore / 3))
  const isDecided = request.state === 'approved' || request.state === 'declined'
  db.runOne(
    sql.insertInto('request').values({
      id,
      number,
      person_id: person.id,
      received_on: receivedOn,
      title: request.title,
      type_code: 'COURSE',
      provider_name: request.provider,
      wanted_on: addDays(today, request.wantedIn),
      starts_at: '09:00',
      ends_at: '15:30',
      expected_change: request.change,
      pupil_benefit: request.pupils,
      how_measured: request.measure,
      measure_on: addDays(today, request.wantedIn + 90),
      cover_quarter_days: request.coverQuarterDays,
      features_json: JSON.stringify(request.features),
      state: request.state,
      decided_on: isDecided ? decidedOn : null,
    }),
  )
  const costs = [
    { kind: 'fee', net: request.feePence, vat: Math.round(request.feePence / 5) },
    { kind: 'cover-supply', net: request.coverPence, vat: 0 },
  ].filter(({ net }) => net > 0)
  costs.forEach((cost, position) =>
    db.runOne(
      sql.insertInto('request_cost').values({
        id: chance.id(),
        request_id: id,
        position,
        kind_code: cost.kind,
        net_pence: pence(cost.net),
        vat_pence: pence(cost.vat),
        is_vat_recoverable: 1,
        fund_id: fundId,
      }),
    ),
  )
  fillSteps(needs, { ...request, id, personId: person.id, receivedOn, decidedOn })
}

interface PlacedRequest extends SampleRequest {
  readonly id: string
  readonly personId: string
  readonly receivedOn: Day
  readonly decidedOn: Day
}

/** Its steps as far as they have come, and what was said in each. */
function fillSteps({ db, chance, people }: RequestsNeeds, request: PlacedRequest): void {
  const said = (kind: 'asked' | 'approve' | 'approve-if' | 'decline' | 'ask-again', at: At) =>
    db.runOne(
      sql.insertInto('request_history').values({
        id: chance.id(),
        request_id: request.id,
        request_step_id: at.stepId,
        kind,
        happened_on: at.on,
        person_id: at.personId,
        words: at.words,
      }),
    )
  said('asked', { stepId: null, on: request.receivedOn, personId: request.personId, words: null })
  const cash = request.feePence + request.coverPence
  const own = steps.filter(({ over }) => over === null || cash > over)
  own.forEach((step, position) => {
    const stepId = chance.id()
    const decider = people[step.role === 'cpdLeader' ? 1 : 0]?.id ?? null
    const personId = decider === request.personId ? null : decider
    const isAgreed = position < request.agreed
    const isNext = position === request.agreed && request.state === 'declined'
    db.runOne(
      sql.insertInto('request_step').values({
        id: stepId,
        request_id: request.id,
        position,
        title: step.title,
        role: step.role,
        person_id: personId,
        is_comment_only: 0,
        state: isAgreed
          ? 'approved'
          : isNext
            ? 'declined'
            : request.state === 'declined'
              ? 'not-needed'
              : 'pending',
      }),
    )
    const isLast = request.state === 'approved' && position === own.length - 1
    if (isAgreed)
      said(isLast && request.words !== null ? 'approve-if' : 'approve', {
        stepId,
        on: request.decidedOn,
        personId,
        words: isLast ? request.words : null,
      })
    else if (position === request.agreed && request.words !== null)
      said(request.state === 'declined' ? 'decline' : 'ask-again', {
        stepId,
        on: request.decidedOn,
        personId,
        words: request.words,
      })
  })
}

interface At {
  readonly stepId: string | null
  readonly on: Day
  readonly personId: string | null
  readonly words: string | null
}
