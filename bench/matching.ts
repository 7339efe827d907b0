import {
  prepare,
  rank,
  tellingWords,
  weights,
  type Candidate,
  type NeedToServe,
} from '../src/shared/features/opportunities/rules'
import { day } from '../src/shared/kernel/dates'
import { pence } from '../src/shared/kernel/money'
import { inTurn, timed, type Line } from './measure'

const subjects =
  'phonics spelling fluency fractions geometry history science music drawing behaviour attendance safeguarding dyslexia autism speech finance payroll spreadsheets catering cleaning allergies swimming coding grammar handwriting'.split(
    ' ',
  )
/** Words that many courses share: matching must not be quick only because nothing fits. */
const usual =
  'workshop network update national regional primary secondary subject leader assessment curriculum wellbeing'.split(
    ' ',
  )

/** Two frameworks that use the same codes, and codes alone. */
const frameworks = ['teachers', 'leaders', null] as const

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

function needs(count: number): NeedToServe[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `n${n}`,
    title: `${pick(subjects, n * 7)} ${pick(subjects, n * 11 + 3)}`,
    words: `${pick(subjects, n * 7)} ${pick(subjects, n * 11 + 3)} ${pick(usual, n)} for those who ask`,
    standard: n % 3 === 0 ? { code: `TS${n % 9}`, framework: pick(frameworks, n) } : null,
    groupId: n % 2 === 0 ? 'teacher' : 'office',
    typeCode: null,
    dueOn: n % 4 === 0 ? day('2026-03-31') : null,
  }))
}

function candidates(count: number): Candidate[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `c${String(n).padStart(6, '0')}`,
    title: `${pick(subjects, n * 5)} ${pick(subjects, n * 13 + 1)}`,
    words: `${pick(subjects, n * 5)} ${pick(subjects, n * 13 + 1)} ${pick(usual, n * 3)} ${pick(usual, n * 5 + 2)}`,
    standards: n % 5 === 0 ? [{ code: `TS${n % 9}`, framework: pick(frameworks, n * 3) }] : [],
    groupIds: n % 3 === 0 ? ['teacher'] : [],
    typeCode: 'COURSE',
    isInHouse: n % 10 === 0,
    isAnyTime: n % 10 === 0,
    nextOn: n % 2 === 0 ? day('2026-02-01') : null,
    hasDates: n % 2 === 0,
    priceNetPence: n % 4 === 0 ? pence(n) : null,
    pastValue: n % 6 === 0 ? 0.5 : null,
  }))
}

/** The plain loop: every need against every candidate, its words compared one by one, then sorted. */
function byHand(asked: readonly NeedToServe[], offered: readonly Candidate[]): number {
  const words = offered.map((candidate) => tellingWords(candidate.words))
  let found = 0
  for (const need of asked) {
    const wanted = tellingWords(need.words)
    const list: { score: number; isInHouse: boolean; id: string }[] = []
    for (const [index, candidate] of offered.entries()) {
      let shared = 0
      for (const word of wanted) if (words[index]?.has(word) === true) shared += 1
      const { standard } = need
      const isNamed =
        standard !== null &&
        candidate.standards.some(
          ({ code, framework }) =>
            code === standard.code &&
            (framework === null || standard.framework === null || framework === standard.framework),
        )
      if (shared === 0 && !isNamed) continue
      let score = (isNamed ? weights.standard : 0) + Math.round((weights.words * Math.min(shared, 4)) / 4)
      if (candidate.groupIds.length === 0) score += weights.everybody
      else if (need.groupId !== null)
        score += candidate.groupIds.includes(need.groupId) ? weights.group : weights.otherGroup
      if (candidate.priceNetPence === 0) score += weights.free
      if (candidate.pastValue !== null) score += Math.round(weights.pastValue * candidate.pastValue)
      if (candidate.nextOn !== null)
        score += need.dueOn === null || candidate.nextOn <= need.dueOn ? weights.inTime : weights.tooLate
      else if (candidate.isAnyTime) score += weights.anyTime
      else if (candidate.hasDates) score += weights.onlyPast
      list.push({ score, isInHouse: candidate.isInHouse, id: candidate.id })
    }
    list.sort((a, b) => Number(b.isInHouse) - Number(a.isInHouse) || b.score - a.score || (a.id < b.id ? -1 : 1))
    found += list.length
  }
  return found
}

function ours(asked: readonly NeedToServe[], offered: readonly Candidate[]): number {
  const prepared = prepare(offered)
  return asked.reduce((sum, need) => sum + rank(need, prepared, null).length, 0)
}

/** Matching 1,000 needs against 2,000 opportunities beside a plain loop, and how its cost grows with their product. */
export async function matchingLines(): Promise<Line[]> {
  const [asked, offered] = [needs(1_000), candidates(2_000)]
  if (ours(asked, offered) !== byHand(asked, offered)) throw new Error('the plain loop finds something else')
  const beside = await inTurn(
    3,
    () => ours(asked, offered),
    () => byHand(asked, offered),
  )
  const [fewer, small] = [needs(500), candidates(1_000)]
  ours(fewer, small)
  const quarterMs = Math.min(await timed(() => ours(fewer, small)), await timed(() => ours(fewer, small)))
  // Four times the product may take four times as long; a fifth more is the noise of a short measurement.
  const growth = { oursMs: beside.oursMs, baselineMs: quarterMs * 4, ratio: beside.oursMs / (quarterMs * 4) }
  return [
    { name: 'matching, 1,000 needs × 2,000', ...beside, goal: 2 },
    { name: 'matching, growth to 4 × the product', ...growth, goal: 1.2 },
  ]
}
