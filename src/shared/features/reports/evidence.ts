import { formatPoundsTogether, sharesTogether, stepsTogether } from '../../kernel/adding-up'
import { formatDayShort } from '../../kernel/dates'
import { sumPence, type Pence } from '../../kernel/money'
import type { Block, Chart, ReportTable, Row } from '../../kernel/report-table'
import type { EventFact, ReportFacts } from './facts'
import { paragraphs } from './fairness'
import {
  activitiesHeld,
  activitiesOver,
  allCash,
  cashByEvidence,
  figureOf,
  fullCost,
  fullCostPence,
  ownTimePence,
  type CashByEvent,
} from './rules'
import { notYet } from './tense'
import {
  capital,
  counted,
  decisionNames,
  evidenceName,
  evidenceNames,
  inWords,
  listed,
  judgementNames,
  percent,
  pounds,
} from './words'

const mostShown = 12

/** What spending by strength of evidence is computed from. */
export type EvidenceFacts = CashByEvent &
  Pick<ReportFacts, 'codes' | 'today'> & {
    readonly events: readonly Pick<EventFact, 'firstOn' | 'lastOn' | 'evidenceLevel'>[]
  }

/** Spending by the strength of evidence that it worked; the shares add up to all cash. */
export function evidenceTable(facts: ReportFacts): ReportTable {
  const cash = allCash(facts).withPromisedPence
  const parts = cashByEvidence(facts)
  const shares = sharesTogether(parts.map((part) => part.pence))
  return {
    key: 'evidence',
    title: 'All cash, by strength of evidence',
    columns: [
      { key: 'evidence', title: 'Strongest evidence', kind: 'text' },
      { key: 'level', title: 'Level', kind: 'level' },
      { key: 'withPromisedPence', title: 'Paid and promised', kind: 'pence' },
      { key: 'sharePercent', title: 'Share', kind: 'percent' },
    ],
    rows: parts.map(({ level, pence }, index) => ({
      key: String(level),
      cells: {
        evidence: evidenceNames[level] ?? '',
        level: level === 0 ? null : level,
        withPromisedPence: pence,
        sharePercent: shares[index] ?? 0,
      },
    })),
    totals: {
      key: 'total',
      cells: { evidence: 'All cash', withPromisedPence: cash, sharePercent: cash === 0 ? 0 : 100 },
    },
    notes: [
      'Levels after Guskey: staff reactions, staff learning, support and change in school, changed practice, pupils’ learning. Spending for no event, or for one that is not over, counts as not judged.',
    ],
  }
}

/** Each level's share in whole per cent, as the table shows it, so that a sentence is the sum of what is read there. */
function wholeShares(facts: CashByEvent): { level: number; share: number }[] {
  const parts = cashByEvidence(facts)
  const shares = stepsTogether(sharesTogether(parts.map((part) => part.pence)), 1)
  return parts.map(({ level }, index) => ({ level, share: shares[index] ?? 0 }))
}

/** The share of the spending that is known to have changed something: "31%", "under 1%"; undefined for none. */
function shareShown(facts: EvidenceFacts): string | undefined {
  const isStrong = ({ level }: { level: number }): boolean => level >= 4
  if (!cashByEvidence(facts).some((part) => isStrong(part) && part.pence > 0)) return undefined
  const share = wholeShares(facts).reduce((sum, part) => (isStrong(part) ? sum + part.share : sum), 0)
  return share === 0 ? 'under 1%' : percent(share)
}

/** Spending by strength of evidence, as shares. Undefined without spending. */
export function evidenceChart(facts: EvidenceFacts): Chart | undefined {
  const cash = allCash(facts).withPromisedPence
  if (cash <= 0) return undefined
  const shown = shareShown(facts)
  return {
    key: 'evidence',
    title:
      shown === undefined
        ? 'No spending is known yet to have changed practice or pupils’ learning'
        : `${capital(shown)} of spending is known to have changed practice or pupils’ learning`,
    kind: 'bars',
    unit: 'percent',
    series: [{ key: 'share', title: 'Share of all cash' }],
    points: wholeShares(facts).map(({ level, share }) => ({
      label: evidenceNames[level] ?? '',
      values: { share },
      ...(level === 0 ? { isUnknown: true } : {}),
    })),
    tableKey: 'evidence',
  }
}

/** What the evidence says, in a sentence. */
export function evidenceSentence(facts: EvidenceFacts): string | undefined {
  const over = activitiesOver(facts)
  if (over.length === 0) return undefined
  const judged = over.filter((event) => event.evidenceLevel !== null)
  const waiting = over.length - judged.length
  if (judged.length === 0 && waiting === 1)
    return 'The one event that is over has not been judged yet, so this report cannot say what worked.'
  if (judged.length === 0)
    return `None of the ${counted(over.length, 'event', 'events')} that are over has been judged yet, so this report cannot say what worked.`
  const strong = judged.filter((event) => (event.evidenceLevel ?? 0) >= 4).length
  const opening = `${strongOf(strong, over.length)} known to have changed practice or pupils’ learning`
  const share = allCash(facts).withPromisedPence > 0 ? shareShown(facts) : undefined
  // Beside "none", a share could only come from another year's activity that was paid for in this one.
  const money = share === undefined || strong === 0 ? '' : `, and ${share} of the spending went to such events`
  return `${opening}${money}. ${waiting === 0 ? 'Every event has been judged.' : `${capital(counted(waiting, 'event is', 'events are'))} still to be judged.`}`
}

function strongOf(strong: number, over: number): string {
  if (over === 1) return `The one event that is over is${strong === 1 ? '' : ' not yet'}`
  const whole = `of the ${counted(over, 'event', 'events')} that are over`
  if (strong === 0) return `None ${whole} is yet`
  return `${capital(inWords(strong))} ${whole} ${strong === 1 ? 'is' : 'are'}`
}

function byStrength(a: EventFact, b: EventFact): number {
  return (b.evidenceLevel ?? 0) - (a.evidenceLevel ?? 0) || fullCostPence(b) - fullCostPence(a)
}

/** Activities that were judged, the strongest evidence first. Undefined without one. */
export function workedTable(facts: ReportFacts, most = Number.POSITIVE_INFINITY): ReportTable | undefined {
  const judged = activitiesHeld(facts)
    .filter((event) => event.evidenceLevel !== null || event.judgement !== null)
    .sort(byStrength)
  if (judged.length === 0) return undefined
  const shown = judged.slice(0, most)
  return {
    key: 'worked',
    title: 'What worked, the strongest evidence first',
    columns: [
      { key: 'activity', title: 'Event and measure', kind: 'text' },
      { key: 'start', title: 'Start', kind: 'number' },
      { key: 'actual', title: 'After', kind: 'number' },
      { key: 'fullPence', title: 'Full cost', kind: 'pounds' },
      { key: 'evidence', title: 'Evidence', kind: 'text' },
      { key: 'judgement', title: 'Judgement', kind: 'text' },
      { key: 'decision', title: 'Next time', kind: 'text' },
    ],
    rows: shown.map(workedRow),
    notes:
      shown.length < judged.length
        ? [
            `The first ${shown.length} of ${judged.length} judged events; the Excel copy of this report has them all.`,
          ]
        : [],
  }
}

function workedRow(event: EventFact): Row {
  return {
    key: event.eventId,
    ...(event.measure === null
      ? {}
      : { note: event.unit === null || event.unit === '%' ? event.measure : `${event.measure} (${event.unit})` }),
    cells: {
      activity: event.title,
      start: event.baselineValue,
      actual: event.actualValue,
      fullPence: fullCostPence(event),
      evidence: evidenceName(event.evidenceLevel),
      judgement: event.judgement === null ? null : judgementNames[event.judgement],
      decision: event.decision === null ? null : decisionNames[event.decision],
    },
    ...(event.unit === '%' ? { units: { start: '%', actual: '%' } } : {}),
    doors: { activity: `/activities/${event.eventId}` },
  }
}

/** Held or planned in the year, or with money of it: an order of this year that was paid in the next leaves nothing. */
function isOfTheYear(event: EventFact): boolean {
  return event.firstOn !== null || event.paidPence !== 0 || event.promisedPence !== 0 || event.timePence !== 0
}

/** Two runs of one activity in one list are told apart by their days; one may be held in another year altogether. */
function noteOfTwin(event: EventFact, twins: ReadonlySet<string>): Pick<Row, 'note'> {
  const { title, firstOn, lastOn, isCancelled } = event
  if (!twins.has(title) || isCancelled) return {}
  if (firstOn !== null) return { note: `from ${formatDayShort(firstOn)}` }
  return { note: lastOn === null ? 'no day yet' : `to ${formatDayShort(lastOn)}` }
}

/** The titles that occur more than once. */
function titlesOfTwins(events: readonly EventFact[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(events.flatMap(({ title }) => (seen.has(title) ? [title] : (seen.add(title), []))))
}

function eventRows(events: readonly EventFact[]): Row[] {
  const twins = titlesOfTwins(events)
  return events.map((event) => ({
    key: event.eventId,
    ...noteOfTwin(event, twins),
    cells: {
      activity: event.isCancelled ? `${event.title} (cancelled)` : event.title,
      provider: event.providerName,
      firstOn: event.firstOn,
      heads: event.heads,
      creditedMinutes: event.creditedMinutes,
      paidPence: event.paidPence,
      promisedPence: event.promisedPence,
      timePence: event.timePence,
      fullPence: fullCostPence(event),
      level: event.evidenceLevel,
    },
    doors: { activity: `/activities/${event.eventId}` },
  }))
}

/** Every event of the year with its people, hours and costs; for the workbook. Adds up to the full cost. */
export function activityTable(facts: Pick<ReportFacts, 'events' | 'schoolWide' | 'codes' | 'groups'>): ReportTable {
  const { schoolWide } = facts
  const wide = figureOf([schoolWide])
  const cash = allCash(facts)
  const rows = eventRows(facts.events.filter(isOfTheYear))
  if (wide.withPromisedPence !== 0) {
    const cells = {
      activity: 'Costs of the whole school',
      paidPence: schoolWide.paidPence,
      promisedPence: schoolWide.promisedPence,
      timePence: 0,
      fullPence: wide.withPromisedPence,
    }
    rows.push({ key: 'school', cells })
  }
  return {
    key: 'activities',
    title: 'Every event of the year',
    columns: [
      { key: 'activity', title: 'Event', kind: 'text' },
      { key: 'provider', title: 'Provider', kind: 'text' },
      { key: 'firstOn', title: 'First day', kind: 'day' },
      { key: 'heads', title: 'People', kind: 'count' },
      { key: 'creditedMinutes', title: 'Hours', kind: 'hours' },
      { key: 'paidPence', title: 'Paid', kind: 'pence' },
      { key: 'promisedPence', title: 'Promised', kind: 'pence' },
      { key: 'timePence', title: 'Own time', kind: 'pence' },
      { key: 'fullPence', title: 'Full cost', kind: 'pence' },
      { key: 'level', title: 'Evidence', kind: 'level', note: '1 to 5' },
    ],
    rows,
    totals: {
      key: 'total',
      cells: {
        activity: 'All',
        creditedMinutes: facts.events.reduce((sum, event) => sum + event.creditedMinutes, 0),
        paidPence: cash.paidPence,
        promisedPence: cash.withPromisedPence - cash.paidPence,
        timePence: ownTimePence(facts),
        fullPence: fullCost(facts).withPromisedPence,
      },
    },
    notes: [],
  }
}

/** The dearest event that nobody has judged, for the questions; undefined without one. */
export function dearestUnjudged(facts: ReportFacts): { title: string; cost: string } | undefined {
  const event = activitiesOver(facts)
    .filter((one) => one.evidenceLevel === null)
    .sort((a, b) => fullCostPence(b) - fullCostPence(a))[0]
  return event && fullCostPence(event) > 0 ? { title: event.title, cost: pounds(fullCostPence(event)) } : undefined
}

/** What of the cash is not judged, and why not, in whole pounds that add up to the chart's; undefined for none. */
export function unjudgedSentence(facts: ReportFacts): string | undefined {
  const over = new Set(activitiesOver(facts).map((event) => event.eventId))
  const unjudged = facts.events.filter((event) => event.evidenceLevel === null)
  const stateOf = (event: EventFact): string => {
    if (over.has(event.eventId)) return 'over'
    return event.isCancelled ? 'cancelled' : 'other'
  }
  const cashOf = (state: string): Pence =>
    figureOf(unjudged.filter((event) => stateOf(event) === state)).withPromisedPence
  const parts = [
    { for: 'events that are over', amount: cashOf('over') },
    { for: 'events still under way or of another year', amount: cashOf('other') },
    { for: 'events that were cancelled', amount: cashOf('cancelled') },
    { for: 'no one event', amount: figureOf([facts.schoolWide]).withPromisedPence },
  ].filter(({ amount }) => amount > 0)
  if (parts.length === 0) return undefined
  const texts = formatPoundsTogether(...parts.map(({ amount }) => amount))
  const whole = pounds(sumPence(parts.map(({ amount }) => amount)))
  const said = parts.map((part, index) => `${parts.length === 1 ? 'all of it' : texts[index]} for ${part.for}`)
  return `Of the cash, ${whole} is not judged: ${listed(said)}.`
}

/** The section on what worked. */
export function workedBlocks(facts: ReportFacts): Block[] {
  const table = workedTable(facts, mostShown)
  return [
    { kind: 'heading', level: 1, text: 'What worked, and how do we know?' },
    {
      kind: 'paragraph',
      text: evidenceSentence(facts) ?? notYet(facts, 'No events', 'recorded'),
    },
    ...paragraphs(facts.texts.worked),
    ...(table ? [{ kind: 'table' as const, table }] : []),
  ]
}
