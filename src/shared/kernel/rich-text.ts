/**
 * Formatted text as a tree: what guides are read from, documents are written in, and paper is printed from. The shape is
 * ProseMirror's JSON, so that an editor can hold it as it is; only these nodes and marks exist, everything else is
 * refused by the schema.
 */
import { z } from 'zod'

/** An address a text may point to: the web or a mail box; nothing that opens a file or runs something. */
export const zLinkAddress = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i, 'not an address that begins with https:// or mailto:')

export const zMark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: zLinkAddress }) }),
])
export type Mark = z.infer<typeof zMark>

const zTextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(zMark).optional(),
})
const zBreak = z.strictObject({ type: z.literal('hardBreak') })
/** Stands for one of the school's own facts; its value is put in when the text is read. */
const zMergeField = z.strictObject({
  type: z.literal('mergeField'),
  attrs: z.strictObject({ name: z.string().min(1).max(80) }),
})
/** What somebody still has to write: a gap that is seen, never an empty string. */
const zGap = z.strictObject({ type: z.literal('gap'), attrs: z.strictObject({ hint: z.string().min(1).max(300) }) })

export const zInline = z.discriminatedUnion('type', [zTextNode, zBreak, zMergeField, zGap])
export type Inline = z.infer<typeof zInline>

const inlines = z.array(zInline).optional()

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content?: readonly Inline[] | undefined
}
export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 2 | 3 | 4 }
  readonly content?: readonly Inline[] | undefined
}
export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly TextBlock[]
}
export interface List {
  readonly type: 'bulletList' | 'orderedList'
  readonly content: readonly ListItem[]
}
export interface Quote {
  readonly type: 'blockquote'
  readonly content: readonly TextBlock[]
}
export interface TableCell {
  readonly type: 'tableHeader' | 'tableCell'
  readonly content: readonly Paragraph[]
}
export interface TableRow {
  readonly type: 'tableRow'
  readonly content: readonly TableCell[]
}
export interface Table {
  readonly type: 'table'
  readonly content: readonly TableRow[]
}
/** A merge field that stands for a whole table of the school's own. */
export interface TableField {
  readonly type: 'tableField'
  readonly attrs: { readonly name: string }
}
export type TextBlock = Paragraph | Heading | List | Quote | Table | TableField

export interface RichText {
  readonly type: 'doc'
  readonly content: readonly TextBlock[]
}

const zParagraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
const zHeading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
})
const zTableField = z.strictObject({
  type: z.literal('tableField'),
  attrs: z.strictObject({ name: z.string().min(1).max(80) }),
})
const zTableCell = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  content: z.array(zParagraph).min(1),
})
const zTable = z.strictObject({
  type: z.literal('table'),
  content: z.array(z.strictObject({ type: z.literal('tableRow'), content: z.array(zTableCell).min(1) })).min(1),
})
const zListItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(zTextBlock).min(1) }),
)
const zTextBlock: z.ZodType<TextBlock> = z.lazy(() =>
  z.union([
    zParagraph,
    zHeading,
    z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(zListItem).min(1) }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(zTextBlock).min(1) }),
    zTable,
    zTableField,
  ]),
)

export const zRichText: z.ZodType<RichText> = z.strictObject({
  type: z.literal('doc'),
  content: z.array(zTextBlock),
})

/** The words of inline nodes, without their marks; a field reads as `{{its name}}`, a gap as `[[its hint]]`. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text
        case 'hardBreak':
          return ' '
        case 'mergeField':
          return `{{${node.attrs.name}}}`
        case 'gap':
          return `[[${node.attrs.hint}]]`
      }
    })
    .join('')
}

/** A text's words, one line for each block, list item or row: for searching, and as plain text. */
export function plainText(text: RichText): string {
  return text.content.map((block) => blockLines(block).join('\n')).join('\n\n')
}

function blockLines(block: TextBlock): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)]
    case 'bulletList':
      return block.content.flatMap((item) => item.content.flatMap(blockLines).map((line) => `- ${line}`))
    case 'orderedList':
      return block.content.flatMap((item, index) =>
        item.content.flatMap(blockLines).map((line) => `${index + 1}. ${line}`),
      )
    case 'blockquote':
      return block.content.flatMap(blockLines)
    case 'table':
      return block.content.map((row) =>
        row.content.map((cell) => cell.content.map((part) => inlineText(part.content)).join(' ')).join('; '),
      )
    case 'tableField':
      return [`{{${block.attrs.name}}}`]
  }
}

/** A text cut at its headings of level 2: what stands before the first has no title. */
export interface TextSection {
  readonly title: string
  readonly content: readonly TextBlock[]
}

export function sectionsOf(text: RichText): TextSection[] {
  const sections: { title: string; content: TextBlock[] }[] = []
  for (const block of text.content) {
    if (block.type === 'heading' && block.attrs.level === 2)
      sections.push({ title: inlineText(block.content), content: [] })
    else {
      if (sections.length === 0) sections.push({ title: '', content: [] })
      sections.at(-1)?.content.push(block)
    }
  }
  return sections
}

/** The fields of a text by name, those within lines and those that are tables, and how many gaps there are. */
export interface TextFields {
  readonly words: readonly string[]
  readonly tables: readonly string[]
  readonly gaps: number
}

/** Every field of a text, as often as it occurs. */
export function fieldsIn({ content }: Pick<RichText, 'content'>): TextFields {
  const lines: (readonly Inline[])[] = []
  const tables: string[] = []
  collect(content, lines, tables)
  const nodes = lines.flat()
  return {
    words: nodes.flatMap((node) => (node.type === 'mergeField' ? [node.attrs.name] : [])),
    tables,
    gaps: nodes.filter((node) => node.type === 'gap').length,
  }
}

function collect(blocks: readonly TextBlock[], lines: (readonly Inline[])[], tables: string[]): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        lines.push(block.content ?? [])
        break
      case 'bulletList':
      case 'orderedList':
        for (const item of block.content) collect(item.content, lines, tables)
        break
      case 'blockquote':
        collect(block.content, lines, tables)
        break
      case 'table':
        for (const row of block.content) for (const cell of row.content) collect(cell.content, lines, tables)
        break
      case 'tableField':
        tables.push(block.attrs.name)
    }
  }
}
