import {
  fieldsIn,
  type Inline,
  type Paragraph,
  type RichText,
  type TextBlock,
} from '../../../shared/kernel/rich-text'
import { formatCellOf, type ReportTable } from '../../../shared/kernel/report-table'
import { isTableField, isWordField } from '../../../shared/features/packs/merge-fields'
import type { FieldValue, Unfinished } from '../../../shared/features/documents/model'

type Values = ReadonlyMap<string, FieldValue>

/** A section as far as its text needs it. */
export interface WrittenSection {
  readonly title: string
  readonly body: RichText
  readonly isLeftOut: boolean
}

/** The whole text as it reads: sections under their headings, those that are left out left out, fields as their values. */
export function wholeText(sections: readonly WrittenSection[], values: Values): RichText {
  return {
    type: 'doc',
    content: sections
      .filter(({ isLeftOut }) => !isLeftOut)
      .flatMap(({ title, body }): TextBlock[] => [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
        ...body.content.map((block) => filled(block, values)),
      ]),
  }
}

/** A block with its fields as their values; a field without one becomes a gap that names what is missing. */
function filled(block: TextBlock, values: Values): TextBlock {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: filledLine(block.content, values) }
    case 'heading':
      return { ...block, content: filledLine(block.content, values) }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item) => ({
          ...item,
          content: item.content.map((inner) => filled(inner, values)),
        })),
      }
    case 'blockquote':
      return { ...block, content: block.content.map((inner) => filled(inner, values)) }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((part): Paragraph => ({
              type: 'paragraph',
              content: filledLine(part.content, values),
            })),
          })),
        })),
      }
    case 'tableField':
      return tableOf(block.attrs.name, values)
  }
}

function filledLine(nodes: readonly Inline[] | undefined, values: Values): Inline[] {
  return (nodes ?? []).map((node): Inline => {
    if (node.type !== 'mergeField') return node
    const value = values.get(node.attrs.name)
    if (value?.text !== undefined && value.text !== null && value.text !== '')
      return { type: 'text', text: value.text }
    return { type: 'gap', attrs: { hint: value?.title ?? node.attrs.name } }
  })
}

function tableOf(name: string, values: Values): TextBlock {
  const value = values.get(name)
  if (!value?.table || value.table.rows.length === 0)
    return { type: 'paragraph', content: [{ type: 'gap', attrs: { hint: value?.title ?? name } }] }
  return reportTableAsText(value.table)
}

/** A table of figures as a table of text, every cell as it reads. */
export function reportTableAsText(table: ReportTable): TextBlock {
  const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
    type,
    content: [
      { type: 'paragraph' as const, ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }) },
    ],
  })
  const head = {
    type: 'tableRow' as const,
    content: table.columns.map((column) => cell('tableHeader', column.title)),
  }
  const rows = table.rows.map((row) => ({
    type: 'tableRow' as const,
    content: table.columns.map((column) => cell('tableCell', formatCellOf(column, row))),
  }))
  return { type: 'table', content: [head, ...rows] }
}

/** What stands in the way of a finished text, over the sections that are not left out. */
export function unfinishedIn(sections: readonly WrittenSection[], values: Values): Unfinished {
  const content = sections.filter(({ isLeftOut }) => !isLeftOut).flatMap(({ body }) => body.content)
  const { words, tables, gaps } = fieldsIn({ content })
  const names = [...new Set([...words, ...tables])].sort()
  const isKnown = (name: string) => isWordField(name) || isTableField(name)
  return {
    gaps,
    empty: names.filter((name) => isKnown(name) && !hasValue(values.get(name))),
    unknown: names.filter((name) => !isKnown(name)),
  }
}

function hasValue(value: FieldValue | undefined): boolean {
  if (value?.table) return value.table.rows.length > 0
  return value?.text !== undefined && value.text !== null && value.text !== ''
}
