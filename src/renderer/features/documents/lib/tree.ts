/**
 * What the editor holds, as the tree that documents are kept in. The editor's own JSON says more than the tree knows
 * (spans of cells, the look of links); here only what the tree allows comes through.
 */
import {
  inlineText,
  zLinkAddress,
  type Inline,
  type ListItem,
  type Mark,
  type Paragraph,
  type RichText,
  type TableCell,
  type TableRow,
  type TextBlock,
} from '../../../../shared/kernel/rich-text'

/** A node as the editor gives it. */
export interface EditorNode {
  readonly type?: string | undefined
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly EditorNode[] | undefined
  readonly marks?:
    readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[] | undefined
  readonly text?: string | undefined
}

/** The tree of what the editor holds. Empty lines at the end are the editor's own and are left out. */
export function treeOf(doc: EditorNode): RichText {
  const content = blocksOf(doc.content)
  while (isEmptyLine(content.at(-1))) content.pop()
  return { type: 'doc', content }
}

function isEmptyLine(block: TextBlock | undefined): boolean {
  return block?.type === 'paragraph' && block.content === undefined
}

function blocksOf(nodes: readonly EditorNode[] | undefined): TextBlock[] {
  return (nodes ?? []).flatMap(blockOf)
}

function blockOf(node: EditorNode): TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node)]
    case 'heading':
      return [{ type: 'heading', attrs: { level: levelOf(node.attrs?.['level']) }, ...line(node) }]
    case 'bulletList':
    case 'orderedList': {
      const items = (node.content ?? []).map(listItem)
      return items.length === 0 ? [] : [{ type: node.type, content: items }]
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: atLeastOne(blocksOf(node.content)) }]
    case 'table': {
      const rows = (node.content ?? []).map(tableRow).filter((row) => row.content.length > 0)
      return rows.length === 0 ? [] : [{ type: 'table', content: rows }]
    }
    case 'tableField':
      return named(node, 'name').map((name) => ({ type: 'tableField', attrs: { name } }))
    default:
      return []
  }
}

/** The attribute that makes a piece what it is; a piece without it is none. */
function named(node: EditorNode, attribute: 'name' | 'hint'): string[] {
  const value = node.attrs?.[attribute]
  return typeof value === 'string' && value !== '' ? [value] : []
}

function levelOf(level: unknown): 2 | 3 | 4 {
  return level === 2 || level === 4 ? level : 3
}

function listItem(node: EditorNode): ListItem {
  return { type: 'listItem', content: atLeastOne(blocksOf(node.content)) }
}

function atLeastOne(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks
}

function tableRow(node: EditorNode): TableRow {
  return { type: 'tableRow', content: (node.content ?? []).map(tableCell) }
}

function tableCell(node: EditorNode): TableCell {
  const content = blocksOf(node.content).map(asParagraph)
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    content: content.length === 0 ? [{ type: 'paragraph' }] : content,
  }
}

/** Cells hold lines alone; of anything else its words stay. */
function asParagraph(block: TextBlock): Paragraph {
  if (block.type === 'paragraph') return block
  if (block.type === 'heading') return { type: 'paragraph', ...(block.content && { content: block.content }) }
  const text = wordsOf(block)
  return { type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }
}

function wordsOf(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map(wordsOf)).join(' ')
    case 'blockquote':
      return block.content.map(wordsOf).join(' ')
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.map(wordsOf))).join(' ')
    case 'tableField':
      return `{{${block.attrs.name}}}`
  }
}

function paragraph(node: EditorNode): Paragraph {
  return { type: 'paragraph', ...line(node) }
}

function line(node: EditorNode): { content?: readonly Inline[] } {
  const content = (node.content ?? []).flatMap(inlineOf)
  return content.length === 0 ? {} : { content }
}

function inlineOf(node: EditorNode): Inline[] {
  switch (node.type) {
    case 'text':
      return node.text === undefined || node.text === '' ? [] : [textNode(node.text, node.marks)]
    case 'hardBreak':
      return [{ type: 'hardBreak' }]
    case 'mergeField':
      return named(node, 'name').map((name) => ({ type: 'mergeField', attrs: { name } }))
    case 'gap':
      return named(node, 'hint').map((hint) => ({ type: 'gap', attrs: { hint } }))
    default:
      return []
  }
}

function textNode(text: string, marks: EditorNode['marks']): Inline {
  const kept = (marks ?? []).flatMap(markOf)
  return { type: 'text', text, ...(kept.length === 0 ? {} : { marks: kept }) }
}

function markOf(mark: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): Mark[] {
  if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }]
  const address = mark.type === 'link' ? zLinkAddress.safeParse(mark.attrs?.['href']) : undefined
  return address?.success === true ? [{ type: 'link', attrs: { href: address.data } }] : []
}
