import { sumPence, type Pence } from '../../kernel/money'
import type { Block, ReportTable, Row } from '../../kernel/report-table'
import { yearLabel } from '../../kernel/years'
import { levelNames } from '../priorities/rules'
import type { PriorityFact, ReportFacts } from './facts'
import { paragraphs } from './fairness'
import { figureOf, fullCost, fullCostPence, progressOf, type Progress } from './rules'
import { notYet } from './tense'
import { capital, counted, evidenceName, inWords, listed, pounds } from './words'

/** Full cost of what belongs to no priority of the table, so that its rows add up to the full cost of the year. */
function withoutPriority(facts: ReportFacts): { other: Pence; none: Pence; schoolWide: Pence } {
  const shown = new Set(facts.priorities.map((priority) => priority.priorityId))
  const costOf = (pick: (priorityId: string | null) => boolean): Pence =>
    sumPence(facts.events.filter((event) => pick(event.priorityId)).map(fullCostPence))
  return {
    other: costOf((id) => id !== null && !shown.has(id)),
    none: costOf((id) => id === null),
    schoolWide: figureOf([facts.schoolWide]).withPromisedPence,
  }
}

/** Each priority: where it started, where it was to get to, where it is, what it cost and how strong the evidence is. */
export function priorityTable(facts: ReportFacts): ReportTable {
  const { other, none, schoolWide } = withoutPriority(facts)
  const extra = (key: string, title: string, fullPence: Pence): Row[] =>
    fullPence === 0 ? [] : [{ key, cells: { priority: title, fullPence, evidence: null } }]
  return {
    key: 'priorities',
    title: 'Priorities, their measures and what they cost',
    columns: [
      { key: 'priority', title: 'Priority and success measure', kind: 'text' },
      { key: 'start', title: 'Start', kind: 'number' },
      { key: 'target', title: 'Target', kind: 'number' },
      { key: 'latest', title: 'Latest', kind: 'number' },
      { key: 'fullPence', title: 'Full cost', kind: 'pounds', note: 'paid and promised' },
      { key: 'evidence', title: 'Strongest evidence', kind: 'text' },
    ],
    rows: [
      ...facts.priorities.map((priority) => priorityRow(priority, hasTwoYears(facts))),
      ...extra('other', 'Priorities of other years', other),
      ...extra('none', 'Events without a priority', none),
      ...extra('school', 'Costs of the whole school, for no one event', schoolWide),
    ],
    totals: {
      key: 'total',
      cells: { priority: 'Full cost of the year', fullPence: fullCost(facts).withPromisedPence },
    },
    notes: [
      'Strongest evidence is the highest level that any event for the priority was judged at. It is not proof that the event alone moved the measure.',
    ],
  }
}

/** True where the report's year touches two academic years: the same priority may then stand twice. */
function hasTwoYears({ priorities }: ReportFacts): boolean {
  return new Set(priorities.map((priority) => priority.academicYear)).size > 1
}

function priorityRow(priority: PriorityFact, saysYear: boolean): Row {
  const unit = priority.unit ?? ''
  return {
    key: priority.priorityId,
    note:
      [priority.level === 'school' ? null : levelNames[priority.level], priority.measure]
        .filter((part) => part !== null && part !== '')
        .join(' · ') || 'No measure set',
    cells: {
      // In the cell, not beneath it: CSV and JSON have the cells only.
      priority: saysYear ? `${priority.title} (${yearLabel(priority.academicYear)})` : priority.title,
      start: priority.baselineValue,
      target: priority.targetValue,
      latest: priority.latestValue,
      fullPence: fullCostPence(priority),
      evidence: evidenceName(priority.evidenceLevel),
    },
    // Only these are short enough to stand at each number; other units are told once, with the measure.
    ...(unit === '%' || unit === '£' ? { units: { start: unit, target: unit, latest: unit } } : {}),
    doors: { priority: `/priorities/${priority.priorityId}` },
  }
}

const alone: Readonly<Record<Progress, string>> = {
  reached: 'reached its target',
  towards: 'moved towards its target',
  'not-yet': 'did not improve',
  'not-measured': 'has no reading yet',
}

/** How many priorities reached their target, in a sentence. */
export function prioritySentence(facts: ReportFacts): string | undefined {
  const all = facts.priorities
  if (all.length === 0) return undefined
  const states = all.map(progressOf)
  if (states.length === 1 && states[0] !== undefined) return `Our one priority ${alone[states[0]]}.`
  const number = (state: string): number => states.filter((one) => one === state).length
  const measured = all.length - number('not-measured')
  if (measured === 0 && all.length === 1) return 'Our one priority has no reading yet.'
  if (measured === 0) return `None of our ${counted(all.length, 'priority', 'priorities')} has a reading yet.`
  const say = (count: number): string =>
    count === all.length && count > 1 ? `all ${inWords(count)}` : inWords(count)
  const isOne = number('towards') === 1
  const towards = number('reached') > 0 ? (isOne ? 'its own' : 'theirs') : isOne ? 'its target' : 'their targets'
  const parts = [
    number('reached') > 0
      ? `${say(number('reached'))} reached ${number('reached') === 1 ? 'its' : 'their'} target`
      : '',
    number('towards') > 0 ? `${say(number('towards'))} moved towards ${towards}` : '',
    number('not-yet') > 0 ? `${say(number('not-yet'))} did not improve` : '',
    number('not-measured') > 0
      ? `${inWords(number('not-measured'))} ${number('not-measured') === 1 ? 'has' : 'have'} no reading yet`
      : '',
  ].filter((part) => part !== '')
  return `Of our ${counted(all.length, 'priority', 'priorities')}${hasTwoYears(facts) ? ' in two school years' : ''}, ${listed(parts)}.`
}

/** What the dearest priority cost and how it stands, in a sentence. */
function dearestSentence(facts: ReportFacts): string | undefined {
  const dearest = [...facts.priorities].sort((a, b) => fullCostPence(b) - fullCostPence(a))[0]
  if (!dearest || fullCostPence(dearest) === 0) return undefined
  const standing = {
    reached: 'it reached its target',
    towards: 'it is on its way',
    'not-yet': 'its measure has not improved yet',
    'not-measured': 'it has no reading yet',
  }
  return `Most went into “${dearest.title}”, ${pounds(fullCostPence(dearest))} in full cost; ${standing[progressOf(dearest)]}.`
}

/** The section on priorities. */
export function priorityBlocks(facts: ReportFacts): Block[] {
  const sentences = [prioritySentence(facts), dearestSentence(facts)].filter((sentence) => sentence !== undefined)
  const text = sentences.length > 0 ? capital(sentences.join(' ')) : notYet(facts, 'No priorities', 'set')
  return [
    { kind: 'heading', level: 1, text: 'What did it do for the priorities?' },
    { kind: 'paragraph', text },
    ...paragraphs(facts.texts.priorities),
    ...(facts.priorities.length > 0 ? [{ kind: 'table' as const, table: priorityTable(facts) }] : []),
  ]
}
