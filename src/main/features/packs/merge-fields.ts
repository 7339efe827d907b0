import type { Inline, RichText, TextBlock } from '../../../shared/kernel/rich-text'
import type { ContentKind } from '../../../shared/features/packs/content'
import { isTableField, isWordField } from '../../../shared/features/packs/merge-fields'

/** What is wrong with the fields of a text: only templates have any, and only those that are known. */
export function fieldProblems(text: RichText, kind: ContentKind): string[] {
  const { words, tables, gaps } = fieldsOf(text)
  if (kind !== 'template' && words.length + tables.length + gaps > 0)
    return ['only a template has fields ({{…}}) and gaps ([[…]])']
  return [
    ...words
      .filter((name) => !isWordField(name))
      .map((name) =>
        isTableField(name)
          ? `the field {{${name}}} is a table and stands on a line of its own`
          : `there is no field {{${name}}}`,
      ),
    ...tables.filter((name) => !isTableField(name)).map((name) => `there is no field {{${name}}}`),
  ]
}

interface Fields {
  readonly words: string[]
  readonly tables: string[]
  gaps: number
}

/** Every field of a text, as often as it occurs, and how many gaps there are. */
export function fieldsOf(text: RichText): Readonly<Fields> {
  const found: Fields = { words: [], tables: [], gaps: 0 }
  for (const block of text.content) collect(block, found)
  return found
}

function collect(block: TextBlock, found: Fields): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return collectInline(block.content ?? [], found)
    case 'bulletList':
    case 'orderedList':
      return block.content.forEach((item) => item.content.forEach((inner) => collect(inner, found)))
    case 'blockquote':
      return block.content.forEach((inner) => collect(inner, found))
    case 'table':
      for (const row of block.content)
        for (const cell of row.content) for (const part of cell.content) collectInline(part.content ?? [], found)
      return
    case 'tableField':
      found.tables.push(block.attrs.name)
  }
}

function collectInline(nodes: readonly Inline[], found: Fields): void {
  for (const node of nodes) {
    if (node.type === 'mergeField') found.words.push(node.attrs.name)
    if (node.type === 'gap') found.gaps += 1
  }
}
