import type { ReactNode } from 'react'
import { inlineText, plainText, type Inline, type TextBlock } from '../../../../shared/kernel/rich-text'

/** A text on paper: its paragraphs, lists within lists and quotes, with their bold and italic words. */
export function PrintText({ content }: { readonly content: readonly TextBlock[] }) {
  // A text never changes while it is printed, so the place of a part in it is its key.
  return content.map((block, index) => <Part key={index} block={block} />)
}

function Part({ block }: { readonly block: TextBlock }) {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList': {
      const Tag = block.type === 'orderedList' ? 'ol' : 'ul'
      return (
        <Tag>
          {block.content.map((item, index) => (
            <li key={index}>
              <PrintText content={item.content} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'blockquote':
      return (
        <blockquote>
          <PrintText content={block.content} />
        </blockquote>
      )
    case 'paragraph':
      return (
        <p>
          {block.content?.map((node, index) => (
            <Words key={index} node={node} />
          ))}
        </p>
      )
    // A document holds its headings and tables as pieces of their own.
    case 'heading':
    case 'table':
    case 'tableField':
      return <p>{plainText({ type: 'doc', content: [block] })}</p>
  }
}

function Words({ node }: { readonly node: Inline }) {
  if (node.type === 'hardBreak') return <br />
  const marks = node.type === 'text' ? (node.marks ?? []) : []
  let words: ReactNode = inlineText([node])
  if (marks.some(({ type }) => type === 'italic')) words = <i>{words}</i>
  if (marks.some(({ type }) => type === 'bold')) words = <strong>{words}</strong>
  return words
}
