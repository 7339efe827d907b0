/** The training plan as a document for those who approve it. */
import { formatDay, type Day } from '../../kernel/dates'
import { formatPence, pence, type Pence } from '../../kernel/money'
import type { Block, ReportDocument } from '../../kernel/report-table'
import { yearLabel } from '../../kernel/years'
import type { Plan, PlanLine } from './model'
import {
  coverTable,
  fullTable,
  groupTable,
  kindTable,
  linesTable,
  measureTable,
  priorityTable,
  type PlanFacts,
} from './plan-tables'
import { daysOfPlan, drawLine, isCosted, isMeasured, type Drawn } from './rules'
import { stateWords } from './words'

/** What a version says of its approval. */
export interface Edition {
  readonly number: number
  readonly approvedOn: Day
  readonly approvedBy: string
  readonly approvedAt: string | null
  readonly reason: string | null
}

export interface PaperFacts extends Omit<PlanFacts, 'drawn'> {
  readonly schoolName: string
  readonly today: Day
  /** Undefined for the plan as it stands now. */
  readonly edition?: Edition
}

/** The whole plan as one document: all forms of it are made from this. */
export function planDocument(asked: PaperFacts): ReportDocument {
  const { plan, schoolName, edition, today } = asked
  const drawn = drawLine(plan.lines, plan.budgetPence)
  const facts: PlanFacts = { ...asked, drawn }
  const above = drawn.placed.filter(({ isAbove }) => isAbove).map(({ line }) => line)
  const year = yearLabel(plan.academicYear)
  return {
    kind: 'plan',
    title: plan.title,
    subtitle: edition ? approvalWords(edition) : standsWords(plan, today),
    schoolName,
    period: { kind: 'academic', label: year, ...daysOfPlan(plan.academicYear) },
    running: plan.title,
    stamp: edition ? `Version ${edition.number}, ${formatDay(edition.approvedOn)}` : formatDay(today),
    blocks: [
      ...opening(plan, drawn, above),
      ...(edition?.reason == null
        ? []
        : [{ kind: 'paragraph' as const, text: `What changed since the version before: ${edition.reason}` }]),
      ...whatBlocks(facts, above),
      ...shareBlocks(facts, above),
      { kind: 'heading', level: 1, text: 'How we will know' },
      { kind: 'paragraph', text: measuredWords(above) },
      ...(above.length > 0 ? [{ kind: 'table' as const, table: measureTable(above) }] : []),
    ],
    moreTables: [fullTable(facts)],
    totals: totalsOf(plan, drawn, above),
  }
}

/** The plan's totals by name. */
export function totalsOf(plan: Plan, drawn: Drawn<PlanLine>, above: readonly PlanLine[]): Record<string, number> {
  return {
    ...(plan.budgetPence !== null && { budgetPence: plan.budgetPence }),
    abovePence: drawn.abovePence,
    belowPence: drawn.belowPence,
    ...(drawn.leftPence !== null && { leftPence: drawn.leftPence }),
    linesAbove: above.length,
    linesBelow: plan.lines.length - above.length,
    coverQuarterDays: above.reduce((sum, line) => sum + line.coverQuarterDays, 0),
  }
}

const things = (count: number, one: string, many: string) =>
  `${count === 1 ? 'one' : count} ${count === 1 ? one : many}`
const capital = (sentence: string) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`

/** The plan in two or three sentences. */
export function summaryWords(plan: Plan, drawn: Drawn<PlanLine>): string {
  const above = drawn.placed.filter(({ isAbove }) => isAbove).length
  const below = drawn.placed.length - above
  if (drawn.placed.length === 0) return 'The plan has no line yet.'
  const first = `In ${yearLabel(plan.academicYear)} we plan ${things(above, 'thing', 'things')} that cost ${formatPence(drawn.abovePence)} together.`
  const waiting =
    below === 0
      ? ''
      : ` ${capital(things(below, 'more', 'more'))} for ${formatPence(drawn.belowPence)} ${below === 1 ? 'waits' : 'wait'} below the line until there is money.`
  const uncosted = drawn.placed.filter(({ line }) => !isCosted(line)).length
  const open = uncosted === 0 ? '' : ` ${capital(things(uncosted, 'line says', 'lines say'))} no cost yet.`
  return `${first} ${budgetWords(plan.budgetPence, drawn.leftPence)}${reachWords(plan)}${waiting}${open}`
}

/** That the funds end before the year does: the next financial year is not entered yet. */
function reachWords({ budgetReachesTo }: Plan): string {
  return budgetReachesTo === null
    ? ''
    : ` The funds reach only to ${formatDay(budgetReachesTo)}: nothing is entered for what comes after.`
}

function budgetWords(budget: Pence | null, left: Pence | null): string {
  if (budget === null || left === null) return 'No budget is entered for the year yet, so nothing is cut.'
  const has = `The budget is ${formatPence(budget)}`
  if (left < 0) return `${has}: what must happen costs ${formatPence(pence(0 - left))} more.`
  return left === 0 ? `${has}, and all of it is planned.` : `${has}, so ${formatPence(left)} is not planned yet.`
}

function opening(plan: Plan, drawn: Drawn<PlanLine>, above: readonly PlanLine[]): Block[] {
  const needs = new Set(above.flatMap((line) => line.needs.map(({ id }) => id))).size
  const own = (plan.words ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return [
    { kind: 'lead', text: summaryWords(plan, drawn) },
    ...own.map((part): Block => ({ kind: 'paragraph', text: part.trim() })),
    {
      kind: 'figures',
      items: [
        {
          label: 'Budget',
          value: plan.budgetPence === null ? '–' : formatPence(plan.budgetPence),
          note: plan.ownBudgetPence === null ? 'of the chosen funds' : 'as set for this plan',
        },
        { label: 'Planned', value: formatPence(drawn.abovePence), note: things(above.length, 'line', 'lines') },
        {
          label: 'Below the line',
          value: formatPence(drawn.belowPence),
          note: things(drawn.placed.length - above.length, 'line', 'lines'),
        },
        { label: 'Needs served', value: String(needs), note: 'each counted once' },
      ],
    },
  ]
}

function whatBlocks(facts: PlanFacts, above: readonly PlanLine[]): Block[] {
  const below = facts.drawn.placed.filter(({ isAbove }) => !isAbove).map(({ line }) => line)
  return [
    { kind: 'heading', level: 1, text: 'What we will do' },
    above.length === 0
      ? { kind: 'paragraph', text: 'Nothing is planned within the budget.' }
      : {
          kind: 'table',
          table: linesTable(above, facts, { key: 'plan-above', title: 'In the order in which it is paid for' }),
        },
    { kind: 'heading', level: 1, text: 'What waits below the line' },
    below.length === 0
      ? { kind: 'paragraph', text: 'Nothing: the budget pays for every line.' }
      : {
          kind: 'table',
          table: linesTable(below, facts, { key: 'plan-below', title: 'Would follow in this order' }),
        },
  ]
}

function shareBlocks({ kinds, groups }: PlanFacts, above: readonly PlanLine[]): Block[] {
  if (above.length === 0) return []
  const cover = coverTable(above)
  return [
    { kind: 'heading', level: 1, text: 'What it is for, whom and at what cost' },
    { kind: 'table', table: priorityTable(above) },
    { kind: 'table', table: groupTable(above, groups) },
    { kind: 'table', table: kindTable(above, kinds) },
    cover.rows.length === 0 ? { kind: 'paragraph', text: 'No cover is planned.' } : { kind: 'table', table: cover },
  ]
}

function measuredWords(above: readonly PlanLine[]): string {
  const without = above.filter((line) => !isMeasured(line)).length
  if (above.length === 0) return 'There is nothing to measure yet.'
  if (without === 0) return 'Every line says what should have changed.'
  return `${capital(things(without, 'line does', 'lines do'))} not say yet what should have changed.`
}

/** How a plan stands on a day: one that is approved says by whom and when that was, not when it is printed. */
function standsWords({ state, versions }: Plan, today: Day): string {
  const [newest] = versions
  const how = state === 'approved' && newest !== undefined ? approvalWords(newest) : stateWords[state]
  return `${how}; as it stood on ${formatDay(today)}`
}

function approvalWords({ number, approvedBy, approvedOn, approvedAt }: Omit<Edition, 'reason'>): string {
  const at = approvedAt === null ? '' : `, ${approvedAt}`
  return `Version ${number}, approved by ${approvedBy}${at}, ${formatDay(approvedOn)}`
}
