/** The contents of the binder as one document for paper: contents, a divider for each section, and the texts behind it. */
import { formatDay, type Day } from '../../kernel/dates'
import type { Block, ReportDocument, ReportTable, Row } from '../../kernel/report-table'
import { itemAsReport, type Sheet } from '../packs/as-report'
import type { LibraryItem } from '../packs/library'
import { binderPages } from '../packs/pages'
import { aboutKind } from '../packs/words'
import type { BinderContents, BinderEntry, BinderSection } from './model'
import { stateSentence, summaryOf } from './words'

/** The texts that belong to each section, by the section's id, in the order of its entries. */
export type TextsOfSections = ReadonlyMap<string, readonly LibraryItem[]>

/** A binder to print: each text once, behind the first divider that names it. */
export function binderAsReport(contents: BinderContents, texts: TextsOfSections, sheet: Sheet): ReportDocument {
  const { order, sections } = contents
  const dividers = dividersOfTexts(sections, texts)
  return {
    kind: 'binder',
    title: 'The CPD binder',
    subtitle: `In the order of: ${order.title}`,
    schoolName: sheet.schoolName,
    running: 'Professional development',
    stamp: stampOf(sheet.today),
    blocks: [
      { kind: 'lead', text: order.about },
      { kind: 'paragraph', text: `${summaryOf(sections)}, as it stood on ${formatDay(sheet.today)}.` },
      { kind: 'table', table: contentsTable(sections, texts) },
      ...sections.flatMap((section, index) =>
        sectionBlocks(section, { number: index + 1, texts, dividers, sheet }),
      ),
    ],
    moreTables: [],
    totals: {},
  }
}

const stampOf = (today: Day): string => `Printed ${formatDay(today)}`

function contentsTable(sections: readonly BinderSection[], texts: TextsOfSections): ReportTable {
  return {
    key: 'contents',
    title: 'Contents',
    columns: [
      { key: 'section', title: 'Divider', kind: 'text' },
      { key: 'entries', title: 'Entries', kind: 'count' },
      { key: 'texts', title: 'Texts behind it', kind: 'count' },
    ],
    rows: sections.map(({ id, title, entries }, index) => ({
      key: id,
      cells: {
        section: `${index + 1}  ${title}`,
        entries: entries.length,
        texts: texts.get(id)?.length ?? 0,
      },
    })),
    totals: {
      key: 'all',
      cells: {
        section: 'All',
        entries: sections.reduce((sum, { entries }) => sum + entries.length, 0),
        texts: sections.reduce((sum, { id }) => sum + (texts.get(id)?.length ?? 0), 0),
      },
    },
    notes: [],
  }
}

/** Behind which divider each text is printed, by the route of the text. */
type DividersOfTexts = ReadonlyMap<string, number>

function dividersOfTexts(sections: readonly BinderSection[], texts: TextsOfSections): DividersOfTexts {
  const routeOf = ({ kind, id }: LibraryItem) => `/library/${kind}/${id}`
  return new Map(
    sections.flatMap(({ id }, index) => (texts.get(id) ?? []).map((item) => [routeOf(item), index + 1] as const)),
  )
}

interface Printing {
  readonly number: number
  readonly texts: TextsOfSections
  readonly dividers: DividersOfTexts
  readonly sheet: Sheet
}

function sectionBlocks({ id, title, entries }: BinderSection, printing: Printing): Block[] {
  const { number, texts, dividers, sheet } = printing
  const table: ReportTable = {
    key: `section-${id}`,
    title: '',
    columns: [
      { key: 'entry', title: 'Entry', kind: 'text' },
      { key: 'where', title: 'Where', kind: 'text' },
      { key: 'state', title: 'How it stands', kind: 'text' },
    ],
    rows: entries.map((entry) => rowOf(entry, whereOf(entry, number, dividers))),
    notes: [],
  }
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: `${number}  ${title}` },
    { kind: 'table', table },
    ...(texts.get(id) ?? []).flatMap((item) => textBlocks(item, sheet)),
  ]
}

function rowOf(entry: BinderEntry, where: string | null): Row {
  return {
    key: entry.id,
    cells: { entry: entry.title, where, state: stateSentence(entry) },
    ...(entry.note === null ? {} : { note: entry.note }),
  }
}

/** Where a reader of the paper looks: behind a divider, or at a page of the program. Null for what is nowhere yet. */
function whereOf({ route }: BinderEntry, number: number, dividers: DividersOfTexts): string | null {
  if (route === null) return null
  const divider = dividers.get(route)
  if (divider !== undefined) return divider === number ? 'Behind this divider' : `Behind divider ${divider}`
  const title = (binderPages as Readonly<Record<string, string>>)[route]
  return title === undefined ? null : `On screen: ${title}`
}

/** A text on a page of its own, its headings beneath those of the binder. */
function textBlocks(item: LibraryItem, sheet: Sheet): Block[] {
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: item.title },
    { kind: 'note', text: aboutKind(item.kind) },
    ...itemAsReport(item, sheet).blocks.map((block) => beneath(block, `${item.kind}-${item.id}`)),
  ]
}

/** A block of a text within the binder: one heading is as deep as another's parts, and no two tables share a key. */
function beneath(block: Block, textKey: string): Block {
  if (block.kind === 'heading') return { ...block, level: 3 }
  if (block.kind === 'table') return { ...block, table: { ...block.table, key: `${textKey}-${block.table.key}` } }
  return block
}
