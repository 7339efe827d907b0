/** Texts and lists of the library as documents for paper: the same pages print, and become PDF and Word files. */
import { formatDay, type Day } from '../../kernel/dates'
import { areFigures } from '../../kernel/figures-in-text'
import type { Block, Column, ReportDocument, ReportTable, Row } from '../../kernel/report-table'
import {
  inlineText,
  plainText,
  type Inline,
  type List,
  type Paragraph,
  type Table,
  type TableCell,
  type TableRow,
  type TextBlock,
} from '../../kernel/rich-text'
import type { LibraryItem, ListedAcronym, ListedLink, ListedTerm } from './library'
import { aboutKind, cautionOf, fromSentence, sourceLine } from './words'

/** What a sheet says about itself, whatever is on it. */
export interface Sheet {
  readonly schoolName: string
  readonly today: Day
}

/** A text of the library with its sources. A checklist becomes a list with boxes to tick. */
export function itemAsReport(item: LibraryItem, sheet: Sheet): ReportDocument {
  const caution = cautionOf(item.from)
  const body = item.kind === 'checklist' ? item.text.content.flatMap(tickList) : blocksOf(item.text.content)
  const sources: Block[] =
    item.sources.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: 'Sources' },
          { kind: 'list', ordered: false, items: item.sources.map(sourceLine) },
        ]
  return {
    ...documentOf(sheet, item.title, aboutKind(item.kind)),
    blocks: [
      ...(caution === undefined ? [] : [{ kind: 'note' as const, text: caution }]),
      ...(item.kind === 'role' ? [] : [{ kind: 'lead' as const, text: item.summary }]),
      ...body,
      ...sources,
      { kind: 'note', text: fromSentence(item.from) },
    ],
  }
}

/** Every acronym, with what it stands for. */
export function acronymsAsReport(acronyms: readonly ListedAcronym[], sheet: Sheet): ReportDocument {
  return listDocument(sheet, 'Acronyms', 'What the letters stand for', {
    columns: [textColumn('acronym', 'Acronym'), textColumn('meaning', 'Stands for'), textColumn('note', 'Note')],
    rows: acronyms.map(({ id, acronym, meaning, note, isHistoric, from }) => ({
      key: id,
      cells: {
        acronym,
        meaning,
        note: [isHistoric || from.isHistory ? 'No longer in use' : '', note].filter(Boolean).join('. ') || blank,
      },
    })),
  })
}

/** The words of CPD and what they mean. */
export function termsAsReport(terms: readonly ListedTerm[], sheet: Sheet): ReportDocument {
  return listDocument(sheet, 'Glossary', 'The words of CPD and what they mean', {
    columns: [textColumn('term', 'Word'), textColumn('meaning', 'What it means')],
    rows: terms.map(({ id, term, meaning }) => ({ key: id, cells: { term, meaning } })),
  })
}

/** Addresses on the web, each with the day on which it was looked at. */
export function linksAsReport(links: readonly ListedLink[], sheet: Sheet): ReportDocument {
  return listDocument(sheet, 'Web links', 'Where to read more', {
    columns: [
      textColumn('title', 'Page'),
      textColumn('about', 'What it is for'),
      { key: 'asOf', title: 'Looked at', kind: 'day' },
    ],
    rows: links.map(({ id, title, url, about, asOf }) => ({ key: id, note: url, cells: { title, about, asOf } })),
  })
}

/** An empty cell that stays empty: a missing value would be printed as a dash. */
const blank = '\u00a0'
/** Room to write a name and a day into. */
const room = blank.repeat(36)

function documentOf({ schoolName, today }: Sheet, title: string, subtitle: string): ReportDocument {
  return {
    kind: 'library',
    title,
    subtitle,
    schoolName,
    running: 'Professional development, library',
    stamp: `Printed ${formatDay(today)}`,
    blocks: [],
    moreTables: [],
    totals: {},
  }
}

function listDocument(
  sheet: Sheet,
  title: string,
  subtitle: string,
  table: Pick<ReportTable, 'columns' | 'rows'>,
): ReportDocument {
  const whole: ReportTable = { key: 'list', title: '', notes: [], ...table }
  return { ...documentOf(sheet, title, subtitle), blocks: [{ kind: 'table', table: whole }] }
}

const textColumn = (key: string, title: string): Column => ({ key, title, kind: 'text' })

/** The blocks of a text as paper has them: the address of a link stands behind its words, gaps are there to be seen. */
export function blocksOf(content: readonly TextBlock[]): Block[] {
  return content.flatMap((block, index) => blockOf(block, index))
}

const headingLevels = { 2: 1, 3: 2, 4: 3 } as const

function blockOf(block: TextBlock, index: number): Block[] {
  switch (block.type) {
    case 'paragraph':
      return [isPlain(block) ? { kind: 'paragraph', text: wordsOf(block.content) } : rich(block)]
    case 'heading':
      return [{ kind: 'heading', level: headingLevels[block.attrs.level], text: wordsOf(block.content) }]
    case 'bulletList':
    case 'orderedList':
      return [plainList(block) ?? rich(block)]
    case 'blockquote':
      return [rich(block)]
    case 'table':
      return [{ kind: 'table', table: tableOf(block, `table-${index}`) }]
    case 'tableField':
      return [{ kind: 'paragraph', text: fieldWords(block.attrs.name) }]
  }
}

function isPlain({ content = [] }: Paragraph): boolean {
  return content.every((node) => node.type === 'text' && (node.marks ?? []).length === 0)
}

/** A list of single plain lines; undefined for one that has more to it. */
function plainList({ type, content }: List): Block | undefined {
  const items = content.map(({ content: [first, ...rest] }) =>
    first?.type === 'paragraph' && rest.length === 0 && isPlain(first) ? wordsOf(first.content) : undefined,
  )
  return items.every((item) => item !== undefined)
    ? { kind: 'list', ordered: type === 'orderedList', items }
    : undefined
}

const rich = (block: TextBlock): Block => ({ kind: 'rich', text: { type: 'doc', content: [onPaper(block)] } })

/** A block with nothing in it that paper cannot show. */
function onPaper(block: TextBlock): TextBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: lineOnPaper(block.content) }
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(onPaper) })) }
    case 'blockquote':
      return { ...block, content: block.content.map(onPaper) }
    // A table within a list or a quote is told line by line.
    case 'table':
    case 'tableField':
      return { type: 'paragraph', content: [{ type: 'text', text: plainText({ type: 'doc', content: [block] }) }] }
  }
}

/** A line as paper has it: the address of a link stands behind its words as well, because paper cannot be pressed. */
function lineOnPaper(content: readonly Inline[] = []): Inline[] {
  return content.flatMap((node, index): Inline[] => {
    if (node.type === 'mergeField') return [{ type: 'text', text: fieldWords(node.attrs.name) }]
    const href = linkOf(node)
    // A link may be several pieces, of which one is bold: its address follows the last.
    if (href === undefined || linkOf(content[index + 1]) === href) return [node]
    const behind = addressBehind(node, href)
    return behind === '' ? [node] : [node, { type: 'text', text: behind }]
  })
}

function linkOf(node: Inline | undefined): string | undefined {
  const link = node?.type === 'text' ? node.marks?.find((mark) => mark.type === 'link') : undefined
  return link?.type === 'link' ? link.attrs.href : undefined
}

/** The address of a link in brackets, or nothing where its words are the address. */
function addressBehind(node: Inline, href: string): string {
  const address = href.replace(/^mailto:/i, '')
  return node.type === 'text' && node.text.includes(address) ? '' : ` (${address})`
}

const fieldWords = (name: string): string => `{{${name}}}`

/** Inline nodes as words; the address of a link stands behind them, because paper cannot be pressed. */
export function wordsOf(content: readonly Inline[] | undefined): string {
  return lineOnPaper(content)
    .map((node) => {
      if (node.type === 'hardBreak') return ' '
      return node.type === 'gap' ? `[${node.attrs.hint}]` : inlineText([node])
    })
    .join('')
}

/** A table of a text, its first row as the head. Columns that hold figures alone are set as figures. */
function tableOf({ content: [head, ...rows] }: Table, key: string): ReportTable {
  const columns = (head?.content ?? []).map((cell, index): Column => {
    const below = rows.map((row) => cellWords(row.content[index]))
    const richTitle = richCell(cell)
    return {
      key: `c${index}`,
      title: cellWords(cell),
      kind: areFigures(below) ? 'number' : 'text',
      ...(richTitle ? { richTitle } : {}),
    }
  })
  return { key, title: '', columns, notes: [], rows: rows.map((row, index) => rowOf(row, index, columns)) }
}

function rowOf({ content }: TableRow, index: number, columns: readonly Column[]): Row {
  const rich = columns.flatMap(({ key }, at) => {
    const line = richCell(content[at])
    return line === undefined ? [] : [[key, line] as const]
  })
  return {
    key: `r${index}`,
    cells: Object.fromEntries(columns.map(({ key }, at) => [key, cellWords(content[at]) || blank])),
    ...(rich.length === 0 ? {} : { rich: Object.fromEntries(rich) }),
  }
}

const cellWords = (cell: TableCell | undefined): string =>
  (cell?.content ?? []).map((part) => wordsOf(part.content)).join(' ')

/** A cell's words with their marks; undefined for one line of plain words. */
function richCell(cell: TableCell | undefined): Inline[] | undefined {
  const parts = cell?.content ?? []
  if (parts.length < 2 && parts.every(isPlain)) return undefined
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
    ...lineOnPaper(part.content),
  ])
}

function tickList(block: TextBlock, index: number): Block[] {
  if (block.type !== 'orderedList') return blockOf(block, index)
  const rows = block.content.map(({ content: [point, ...help] }, at): Row => {
    const note = help.flatMap((part) => (part.type === 'paragraph' ? [wordsOf(part.content)] : [])).join(' ')
    return {
      key: `p${at}`,
      cells: { point: point?.type === 'paragraph' ? wordsOf(point.content) : blank, done: '☐', who: room },
      ...(note === '' ? {} : { note }),
    }
  })
  const columns = [textColumn('point', 'To see to'), textColumn('done', 'Done'), textColumn('who', 'Who, by when')]
  return [{ kind: 'table', table: { key: `points-${index}`, title: '', columns, rows, notes: [] } }]
}
