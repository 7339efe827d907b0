/** What the library for reading Word gives, as far as it is used here, turned into the tree that documents are kept in. */
import {
  inlineText,
  zLinkAddress,
  type Inline,
  type List,
  type ListItem,
  type Mark,
  type Paragraph,
  type TableCell,
  type TextBlock,
} from '../../shared/kernel/rich-text'
import type { LostKind } from '../../shared/kernel/word-text'

/** A part of a Word document as the library names it. */
export interface WordNode {
  readonly type: string
  readonly children?: readonly WordNode[]
  readonly value?: string
  readonly styleName?: string | null
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string | number } | null
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isUnderline?: boolean
  readonly isStrikethrough?: boolean
  readonly highlight?: string | null
  readonly href?: string
  readonly checked?: boolean
  readonly breakType?: string
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly isHeader?: boolean
}

/** A block with the level that its heading had in Word, 0 for the title of the whole. */
export interface LevelledBlock {
  readonly block: TextBlock
  readonly level: number | undefined
}

/** Counts what is left behind. */
export class Losses {
  readonly #counts = new Map<LostKind, number>()

  add(what: LostKind, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  get list(): { what: LostKind; count: number }[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }
}

/** The blocks of a document's body, in order. */
export function blocksOfWord(nodes: readonly WordNode[], losses: Losses): LevelledBlock[] {
  const blocks: LevelledBlock[] = []
  let items: ListLine[] = []
  const endList = () => {
    if (items.length > 0) blocks.push(...listsOf(items).map((block) => ({ block, level: undefined })))
    items = []
  }
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      const item = listLine(node, losses)
      if (item) {
        items.push(item)
        continue
      }
      endList()
      const block = paragraphBlock(node, losses)
      if (block) blocks.push(block)
    } else if (node.type === 'table') {
      endList()
      const table = tableOf(node, losses)
      if (table) blocks.push({ block: table, level: undefined })
    } else losses.add(node.type === 'image' ? 'pictures' : 'drawings', node.type === 'bookmarkStart' ? 0 : 1)
  }
  endList()
  return blocks
}

const headingName = /^heading (\d)$/i
const contentsName = /^(toc \d|toc heading|table of contents)/i

function paragraphBlock(node: WordNode, losses: Losses): LevelledBlock | undefined {
  const style = node.styleName ?? ''
  if (contentsName.test(style)) {
    losses.add('contents-list')
    return undefined
  }
  const content = inlines(node.children, losses)
  if (inlineText(content).trim() === '') return undefined
  const level = headingName.exec(style)?.[1]
  if (level !== undefined || /^title$/i.test(style)) {
    const plain = content.map((part): Inline => (part.type === 'text' ? { type: 'text', text: part.text } : part))
    return {
      block: { type: 'heading', attrs: { level: 2 }, content: plain },
      level: level === undefined ? 0 : Number(level),
    }
  }
  const paragraph: Paragraph = { type: 'paragraph', content }
  const isQuote = /quote/i.test(style)
  return { block: isQuote ? { type: 'blockquote', content: [paragraph] } : paragraph, level: undefined }
}

interface ListLine {
  readonly level: number
  readonly isOrdered: boolean
  readonly content: Inline[]
}

function listLine(node: WordNode, losses: Losses): ListLine | undefined {
  const { numbering } = node
  // Numbered headings are headings.
  if (!numbering || headingName.test(node.styleName ?? '')) return undefined
  const content = inlines(node.children, losses)
  if (inlineText(content).trim() === '') return undefined
  return { level: Math.min(8, Number(numbering.level) || 0), isOrdered: numbering.isOrdered, content }
}

/** Lines that follow each other, as lists within lists. */
function listsOf(lines: readonly ListLine[]): List[] {
  const lists: {
    type: List['type']
    level: number
    items: { own: ListItem['content'][number]; inner: ListLine[] }[]
  }[] = []
  for (const line of lines) {
    const open = lists.at(-1)
    const last = open?.items.at(-1)
    if (open && last && line.level > open.level) last.inner.push(line)
    else {
      const type = line.isOrdered ? 'orderedList' : 'bulletList'
      const own: TextBlock = { type: 'paragraph', content: line.content }
      if (open && open.type === type && line.level === open.level) open.items.push({ own, inner: [] })
      else lists.push({ type, level: line.level, items: [{ own, inner: [] }] })
    }
  }
  return lists.map(({ type, items }) => ({
    type,
    content: items.map(({ own, inner }) => ({ type: 'listItem', content: [own, ...listsOf(inner)] })),
  }))
}

function tableOf(node: WordNode, losses: Losses): TextBlock | undefined {
  const rows = (node.children ?? []).map((row) => ({
    isHeader: row.isHeader === true,
    cells: (row.children ?? []).flatMap((cell) => cellsOf(cell, losses)),
  }))
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  if (width === 0) return undefined
  const hasHead = rows.some(({ isHeader }) => isHeader)
  return {
    type: 'table',
    content: rows.map(({ isHeader, cells }, at) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, index): TableCell => ({
        // Where no row is marked as one of headings, the first is taken for it, as on paper.
        type: isHeader || (!hasHead && at === 0) ? 'tableHeader' : 'tableCell',
        content: cells[index] ?? [{ type: 'paragraph' }],
      })),
    })),
  }
}

/** A cell; one that is joined out of several is itself and then empty ones, so that every row is as wide as the table. */
function cellsOf(cell: WordNode, losses: Losses): Paragraph[][] {
  const across = Math.min(63, Math.max(1, cell.colSpan ?? 1))
  if (across > 1 || (cell.rowSpan ?? 1) > 1) losses.add('joined-cells')
  const empty: Paragraph[][] = Array.from({ length: across - 1 }, () => [{ type: 'paragraph' }])
  return [cellParagraphs(cell.children ?? [], losses), ...empty]
}

function cellParagraphs(nodes: readonly WordNode[], losses: Losses): Paragraph[] {
  const found = nodes.flatMap((node): Paragraph[] => {
    if (node.type === 'table') {
      losses.add('tables-in-tables')
      const cells = (node.children ?? []).flatMap((row) => row.children ?? [])
      return cells.flatMap((inner) => cellParagraphs(inner.children ?? [], losses))
    }
    if (node.type !== 'paragraph') return []
    const content = inlines(node.children, losses)
    if (inlineText(content).trim() === '') return []
    const mark: Inline[] = node.numbering ? [{ type: 'text', text: '• ' }] : []
    return [{ type: 'paragraph', content: [...mark, ...content] }]
  })
  return found.length > 0 ? found : [{ type: 'paragraph' }]
}

type Look = readonly Mark[]

function inlines(nodes: readonly WordNode[] | undefined, losses: Losses, look: Look = []): Inline[] {
  return joined((nodes ?? []).flatMap((node) => inlineOf(node, losses, look)))
}

function inlineOf(node: WordNode, losses: Losses, look: Look): Inline[] {
  switch (node.type) {
    case 'run':
      if (node.isUnderline === true || node.isStrikethrough === true || Boolean(node.highlight)) losses.add('looks')
      return inlines(node.children, losses, [
        ...look,
        ...(node.isBold === true ? [{ type: 'bold' } as const] : []),
        ...(node.isItalic === true ? [{ type: 'italic' } as const] : []),
      ])
    case 'hyperlink':
      return inlines(node.children, losses, [...look, ...linkMark(node.href, losses)])
    case 'text':
      return node.value === undefined || node.value === '' ? [] : [words(node.value, look)]
    case 'tab':
      return [words(' ', look)]
    case 'checkbox':
      return [words(node.checked === true ? '☒ ' : '☐ ', look)]
    case 'break':
      return node.breakType === 'line' ? [{ type: 'hardBreak' }] : []
    case 'image':
      losses.add('pictures')
      return []
    case 'noteReference':
      losses.add('footnotes')
      return []
    case 'commentReference':
      losses.add('comments')
      return []
    default:
      return inlines(node.children, losses, look)
  }
}

function words(text: string, marks: Look): Inline {
  return { type: 'text', text, ...(marks.length === 0 ? {} : { marks: [...marks] }) }
}

/** An address on the web or of a mail box; http is asked for as https. A place within the document is none. */
function linkMark(href: string | undefined, losses: Losses): Mark[] {
  if (href === undefined || href === '') return []
  const address = zLinkAddress.safeParse(href.trim().replace(/^http:/i, 'https:'))
  if (address.success) return [{ type: 'link', attrs: { href: address.data } }]
  losses.add('links')
  return []
}

/** Word cuts its lines into many runs that look the same: they are put together. */
function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}
