import { formatPoundsTogether } from '../../kernel/adding-up'
import { daysInclusive } from '../../kernel/dates'
import { pence } from '../../kernel/money'
import type { Block } from '../../kernel/report-table'
import type { ReportFacts } from './facts'
import { allGroups, groupsByShare } from './fairness'
import { dearestUnjudged, unjudgedSentence } from './evidence'
import { trainingCodeOf } from './money'
import { activitiesOver, allCash, codeTotal, fullCost, minutesPerPost, ownTimePence, progressOf } from './rules'
import { capital, counted, hours, listed, pounds, quoted, small } from './words'

/** Steps that the figures suggest, for a report whose author has not written any yet. */
export function proposedSteps(facts: ReportFacts): string[] {
  const steps: string[] = []
  const all = minutesPerPost(allGroups(facts), facts.period)
  const behind = groupsByShare(facts).filter(({ minutes }) => all !== null && all > 0 && minutes < all * 0.6)
  if (behind.length > 0) {
    const names = behind.slice(0, 3).map(({ group }) => small(group.name ?? 'staff whose group is not known'))
    steps.push(`Find times and formats that suit ${listed(names)}, who had well under the school’s average hours.`)
  }
  const over = activitiesOver(facts)
  const waiting = over.filter((event) => event.evidenceLevel === null).length
  if (waiting > 0)
    steps.push(
      `Judge the ${counted(waiting, 'event that has', 'events that have')} no evidence yet, the dearest first.`,
    )
  const share = over.filter((event) => event.decision === 'share').map((event) => event.title)
  if (share.length > 0) steps.push(`Share what worked: ${quoted(share.slice(0, 3))}.`)
  const stop = over.filter((event) => event.decision === 'stop').map((event) => event.title)
  if (stop.length > 0) steps.push(`Do not repeat ${quoted(stop.slice(0, 3))}; use the time and money elsewhere.`)
  const unread = facts.priorities.filter((priority) => progressOf(priority) === 'not-measured').length
  if (unread > 0) steps.push(`Take a reading for the ${counted(unread, 'priority', 'priorities')} without one.`)
  if (steps.length === 0)
    steps.push(
      'Record next term’s events with a measure and a starting point, so that next year’s report can say what they changed.',
    )
  return steps
}

/** The section on next steps: what the head wrote, one step a line, else what the figures suggest. */
export function nextStepBlocks(facts: ReportFacts): Block[] {
  const written = (facts.texts['next-steps'] ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter((line) => line !== '')
  const items = written.length > 0 ? written : proposedSteps(facts)
  return [
    { kind: 'heading', level: 1, text: 'What next?' },
    { kind: 'list', ordered: true, items: [...new Set(items)] },
  ]
}

/** Questions that governors may ask, each with the answer that the figures give. */
export function questionBlocks(facts: ReportFacts): Block[] {
  const pairs = [
    costQuestion(facts),
    fairQuestion(facts),
    proofQuestion(facts),
    promisedQuestion(facts),
    unjudgedQuestion(facts),
  ]
  const blocks = pairs.flatMap((pair): Block[] =>
    pair === undefined
      ? []
      : [
          { kind: 'heading', level: 2, text: pair.asked },
          { kind: 'paragraph', text: pair.answer },
        ],
  )
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: 'Questions governors may ask' }, ...blocks]
}

interface Pair {
  readonly asked: string
  readonly answer: string
}

function costQuestion(facts: ReportFacts): Pair | undefined {
  const code = codeTotal(facts).withPromisedPence
  const cash = allCash(facts).withPromisedPence
  const time = ownTimePence(facts)
  if (code === cash && time === 0) return undefined
  const [cashText = '', timeText = ''] = formatPoundsTogether(cash, time)
  const name = trainingCodeOf(facts)
  const ofCash =
    code === cash
      ? `All of the cash, ${cashText}, is coded ${name}, as the finance return shows it.`
      : `The finance return shows only what is coded ${name}, ${pounds(code)}. Cover, travel and other costs are coded elsewhere; with them the cash comes to ${cashText}.`
  const inAll = `${timeText} at our own day rates, ${pounds(fullCost(facts).withPromisedPence)} in all`
  const ofTime =
    time === 0
      ? 'No time of our own staff is recorded, so the full cost is the cash.'
      : time > cash
        ? `The largest cost of learning is people’s time: ${inAll}.`
        : `People’s time comes on top: ${inAll}.`
  return {
    asked: 'Why are there three totals?',
    answer: `${ofCash} ${ofTime} Compare schools by the first, judge value by the last.`,
  }
}

function fairQuestion(facts: ReportFacts): Pair | undefined {
  const all = minutesPerPost(allGroups(facts), facts.period)
  const shares = groupsByShare(facts)
  const none = shares.filter(({ group }) => group.creditedMinutes === 0)
  if (all === null || all === 0) return undefined
  const answer =
    none.length === 0
      ? 'Every group with posts took part.'
      : `${capital(listed(none.map(({ group }) => small(group.name ?? 'staff whose group is not known'))))} had no recorded hours.`
  return {
    asked: 'Did every group of staff take part?',
    answer: `${answer} Across the school each full-time post had ${hours(all)} hours. Hours are counted pro rata, so part-time staff are not hidden behind full-time ones.`,
  }
}

function proofQuestion(facts: ReportFacts): Pair | undefined {
  if (activitiesOver(facts).every((event) => event.evidenceLevel === null)) return undefined
  return {
    asked: 'How sure are we that it was the training?',
    answer:
      'As sure as the level of evidence says, and no surer. Reactions and learning are asked of the people who went; changed practice is seen in lessons and work; pupils’ learning is measured. None of these shows that the training alone was the cause, so we name other causes where we know them.',
  }
}

function promisedQuestion(facts: ReportFacts): Pair | undefined {
  const cash = allCash(facts)
  const promised = cash.withPromisedPence - cash.paidPence
  if (promised <= 0) return undefined
  const [paidText, promisedText] = formatPoundsTogether(cash.paidPence, pence(promised))
  return {
    asked: 'What is still to pay?',
    answer: `${pounds(cash.withPromisedPence)} is paid and promised; ${paidText} of it has left the account. The other ${promisedText} is ordered or invoiced and not yet paid.`,
  }
}

function unjudgedQuestion(facts: ReportFacts): Pair | undefined {
  const dearest = dearestUnjudged(facts)
  const cash = unjudgedSentence(facts)
  const sentences = [
    dearest &&
      `The dearest event that is over and not judged yet is “${dearest.title}”, at ${dearest.cost} in full cost.`,
    cash,
  ].filter((sentence) => sentence !== undefined)
  if (sentences.length === 0) return undefined
  return { asked: 'Where do we not know yet whether it worked?', answer: sentences.join(' ') }
}

/** The codes for staff development that the year's costs bear, the school's own first. */
function codesUsed(facts: ReportFacts): string[] {
  const used = facts.codes.flatMap(({ code }) =>
    code !== null && facts.trainingCodes.includes(code) ? [code] : [],
  )
  return [...new Set([trainingCodeOf(facts), ...used])]
}

/** How each figure is made, in words; a report on spending says it of the money alone. */
export function methodBlocks(facts: ReportFacts, kind: 'governors' | 'spend'): Block[] {
  const days = daysInclusive(facts.period.startsOn, facts.period.endsOn)
  const ofPeople = [
    `Hours per full-time post: credited hours divided by full-time posts. A post counts by its FTE and its days in post out of ${days}.`,
    'Took part: people with at least one credited hour.',
    'Levels of evidence are those of Guskey (2002): 1 staff reactions, 2 staff learning, 3 support and change in school, 4 changed practice, 5 pupils’ learning.',
  ]
  return [
    { kind: 'heading', level: 1, text: 'How these figures are made' },
    {
      kind: 'list',
      ordered: false,
      items: [
        `Staff-development code: costs coded ${listed(codesUsed(facts))}, whoever paid.`,
        'All cash: every cost whatever its code, cover and travel included. Money from outside is shown beneath and never taken off. A cost is its net amount and any VAT that the school cannot claim back.',
        `Full cost: all cash, and the hours of our own staff at their group’s day rate for a day of ${hours(facts.schoolDayMinutes)} hours.${facts.coveredHoursExcluded ? ' Hours for which cover was bought are not counted again.' : ' Hours for which cover was bought are counted as well as the cover.'}`,
        'Paid counts in the year in which it was paid. Promised is what was committed or invoiced in the year and is not yet paid.',
        ...(kind === 'spend' ? [] : ofPeople),
      ],
    },
  ]
}
