import { formatPoundsTogether } from '../../kernel/adding-up'
import { daysInclusive } from '../../kernel/dates'
import type { Block } from '../../kernel/report-table'
import type { ReportFacts } from './facts'
import { allGroups, groupsByShare } from './fairness'
import { dearestUnjudged } from './evidence'
import { trainingCodeOf } from './money'
import { activitiesOver, allCash, codeTotal, fullCost, minutesPerPost, ownTimePence, progressOf } from './rules'
import { capital, counted, hours, listed, pounds, small } from './words'

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
      `Judge the ${counted(waiting, 'activity that has', 'activities that have')} no evidence yet, the dearest first.`,
    )
  const share = over.filter((event) => event.decision === 'share').map((event) => event.title)
  if (share.length > 0) steps.push(`Share what worked: ${listed(share.slice(0, 3))}.`)
  const stop = over.filter((event) => event.decision === 'stop').map((event) => event.title)
  if (stop.length > 0) steps.push(`Do not repeat ${listed(stop.slice(0, 3))}; use the time and money elsewhere.`)
  const unread = facts.priorities.filter((priority) => progressOf(priority) === 'not-measured').length
  if (unread > 0) steps.push(`Take a reading for the ${counted(unread, 'priority', 'priorities')} without one.`)
  if (steps.length === 0)
    steps.push(
      'Record the next term’s activities with a measure and a starting point, so that next year’s report can say what they changed.',
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
  const [code, cash, full] = [codeTotal(facts), allCash(facts), fullCost(facts)].map(
    (figure) => figure.withPromisedPence,
  )
  if (code === undefined || cash === undefined || full === undefined || full === 0) return undefined
  const [cashText, timeText] = formatPoundsTogether(cash, ownTimePence(facts))
  return {
    asked: 'Why are there three totals?',
    answer: `The finance return shows only what is coded ${trainingCodeOf(facts)}, ${pounds(code)}. Cover, travel and materials are coded elsewhere; with them the cash comes to ${cashText}. The largest cost of learning is people’s time: ${timeText} at our own day rates, ${pounds(full)} in all. Compare schools by the first, judge value by the last.`,
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
  return {
    asked: 'What is still to pay?',
    answer: `${pounds(allCash(facts).withPromisedPence)} is paid and promised; ${pounds(cash.paidPence)} of it has left the account. The rest is ordered or invoiced and will be paid, in this year or the next.`,
  }
}

function unjudgedQuestion(facts: ReportFacts): Pair | undefined {
  const dearest = dearestUnjudged(facts)
  if (!dearest) return undefined
  return {
    asked: 'What have we paid for without knowing whether it worked?',
    answer: `The dearest activity that nobody has judged yet is “${dearest.title}”, at ${dearest.cost} in full cost.`,
  }
}

/** How each figure is made, in words. */
export function methodBlocks(facts: ReportFacts): Block[] {
  const days = daysInclusive(facts.period.startsOn, facts.period.endsOn)
  return [
    { kind: 'heading', level: 1, text: 'How these figures are made' },
    {
      kind: 'list',
      ordered: false,
      items: [
        `Staff-development code: costs coded ${listed(facts.trainingCodes)}, whoever paid.`,
        'All cash: every cost whatever its code, cover and travel included. Money from outside is shown beneath and never taken off. A cost is its net amount and any VAT that the school cannot claim back.',
        `Full cost: all cash, and the hours of our own staff at their group’s day rate for a day of ${hours(facts.schoolDayMinutes)} hours.${facts.coveredHoursExcluded ? ' Hours for which cover was bought are not counted again.' : ' Hours for which cover was bought are counted as well as the cover.'}`,
        'Paid counts in the year in which it was paid. Promised is what was committed or invoiced in the year and is not yet paid.',
        `Hours per full-time post: credited hours divided by full-time posts. A post counts by its FTE and its days in post out of ${days}.`,
        'Took part: people with at least one credited hour.',
        'Levels of evidence are those of Guskey (2002): 1 staff reactions, 2 staff learning, 3 support and change in school, 4 changed practice, 5 pupils’ learning.',
      ],
    },
  ]
}
