/** Needs and expertise as tables and pages for paper, Word and spreadsheets. Names only where they are asked for. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, ReportDocument, ReportTable } from '../../kernel/report-table'
import { SMALLEST_GROUP } from '../../kernel/smallest-group'
import { expertiseSourceNames, type ExpertiseLine } from './expertise'
import type { NeedLine } from './model'
import { titleKey } from './rules'
import { importanceNames, levelNames, sourceNames, stateNames } from './words'

export interface NeedsSheet {
  readonly schoolName: string
  readonly today: Day
  /** Names of people are left out unless somebody asked for them. */
  readonly withNames: boolean
}

/** What says whose needs are on paper: names, or how many work in each staff group, by its id. */
export interface OwnersOnPaper {
  readonly withNames: boolean
  readonly headsOf: (groupId: string) => number
}

/** Whose a need is, on paper for others: the group in place of a name, unless that is small. */
export function ownerWords(
  { owner, groupId, groupName }: Pick<NeedLine, 'owner' | 'groupId' | 'groupName'>,
  { withNames, headsOf }: OwnersOnPaper,
): string {
  if (owner.kind !== 'person' || withNames) return owner.listName
  const isLarge = groupId !== null && headsOf(groupId) >= SMALLEST_GROUP
  return isLarge && groupName !== null ? `One of: ${groupName}` : 'A member of staff'
}

/** A page of needs that everything of this feature is printed as. */
export function needsDocument(
  title: string,
  subtitle: string,
  blocks: readonly Block[],
  { schoolName, today, withNames }: NeedsSheet,
): ReportDocument {
  return {
    kind: 'needs',
    title,
    subtitle,
    schoolName,
    running: 'Professional development',
    stamp: `Printed ${formatDay(today)}`,
    blocks: withNames
      ? [
          { kind: 'note', text: 'With names: for those who plan with it, not to be put up or passed round.' },
          ...blocks,
        ]
      : [...blocks],
    moreTables: [],
    totals: {},
  }
}

/** The register as a table for spreadsheets, in the order of the list: a column for everything. */
export function needsTable(needs: readonly NeedLine[], owners: OwnersOnPaper): ReportTable {
  return {
    key: 'needs',
    title: '',
    columns: [
      { key: 'title', title: 'Need', kind: 'text' },
      { key: 'whose', title: 'Whose', kind: 'text' },
      { key: 'source', title: 'Found by', kind: 'text' },
      { key: 'priority', title: 'Priority', kind: 'text' },
      { key: 'importance', title: 'Importance', kind: 'text' },
      { key: 'now', title: 'Stands at', kind: 'text' },
      { key: 'target', title: 'To reach', kind: 'text' },
      { key: 'due', title: 'Due', kind: 'day' },
      { key: 'state', title: 'State', kind: 'text' },
    ],
    rows: needs.map((need) => ({
      key: need.id,
      ...(need.standard && { note: `${need.standard.code} ${need.standard.label}` }),
      cells: {
        title: need.title,
        whose: ownerWords(need, owners),
        source: sourceNames[need.sourceCode],
        priority: need.priorityTitle,
        importance: importanceNames[need.importance] ?? null,
        now: need.nowLevel === null ? null : (levelNames[need.nowLevel] ?? null),
        target: need.targetLevel === null ? null : (levelNames[need.targetLevel] ?? null),
        due: need.dueOn,
        state: stateNames[need.state],
      },
    })),
    notes: [],
  }
}

/** The register as a table for pages: what would squeeze the need’s title stands on the line beneath it. */
export function needsPage(needs: readonly NeedLine[], owners: OwnersOnPaper): ReportTable {
  const level = (known: number | null): string => (known === null ? '' : (levelNames[known] ?? ''))
  return {
    key: 'needs',
    title: '',
    columns: [
      { key: 'title', title: 'Need', kind: 'text' },
      { key: 'whose', title: 'Whose', kind: 'text' },
      { key: 'importance', title: 'Importance', kind: 'text' },
      { key: 'level', title: 'From, to', kind: 'text' },
      { key: 'due', title: 'Due', kind: 'day' },
      { key: 'state', title: 'State', kind: 'text' },
    ],
    rows: needs.map((need) => ({
      key: need.id,
      note: [
        need.standard && `${need.standard.code} ${need.standard.label}`,
        `Found by: ${sourceNames[need.sourceCode]}`,
        need.priorityTitle !== null && `Priority: ${need.priorityTitle}`,
      ]
        .filter(Boolean)
        .join(' · '),
      cells: {
        title: need.title,
        whose: ownerWords(need, owners),
        importance: importanceNames[need.importance] ?? null,
        level: [level(need.nowLevel), level(need.targetLevel)].filter(Boolean).join(' → ') || null,
        due: need.dueOn,
        state: stateNames[need.state],
      },
    })),
    notes: [],
  }
}

/** Who knows what, by name; without names, how many in each subject. */
export function expertiseTable(lines: readonly ExpertiseLine[], withNames: boolean): ReportTable {
  return withNames ? namedExpertise(lines) : countedExpertise(lines)
}

function namedExpertise(lines: readonly ExpertiseLine[]): ReportTable {
  return {
    key: 'expertise',
    title: '',
    columns: [
      { key: 'subject', title: 'Subject or skill', kind: 'text' },
      { key: 'name', title: 'Who', kind: 'text' },
      { key: 'level', title: 'How well', kind: 'text' },
      { key: 'trains', title: 'Can train others', kind: 'text' },
      { key: 'source', title: 'How we know', kind: 'text' },
      { key: 'from', title: 'Since', kind: 'day' },
    ],
    rows: lines.map((line) => ({
      key: line.id,
      cells: {
        subject: line.subject,
        name: line.listName,
        level: levelNames[line.level] ?? null,
        trains: line.canTrain ? 'Yes' : 'No',
        source: expertiseSourceNames[line.source],
        from: line.fromOn,
      },
    })),
    notes: [],
  }
}

function countedExpertise(lines: readonly ExpertiseLine[]): ReportTable {
  const subjects = new Map<string, ExpertiseLine[]>()
  for (const line of lines) {
    const key = titleKey(line.subject)
    const there = subjects.get(key)
    if (there) there.push(line)
    else subjects.set(key, [line])
  }
  return {
    key: 'expertise',
    title: '',
    columns: [
      { key: 'subject', title: 'Subject or skill', kind: 'text' },
      { key: 'people', title: 'People', kind: 'count' },
      { key: 'trains', title: 'Can train others', kind: 'count' },
    ],
    rows: [...subjects].map(([key, of]) => ({
      key,
      cells: {
        subject: of[0]?.subject ?? key,
        people: of.length,
        trains: of.filter(({ canTrain }) => canTrain).length,
      },
    })),
    notes: [],
  }
}
