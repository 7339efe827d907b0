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
        <p className={paragraphClass(inlineText(block.content))}>
          <PrintLine content={block.content ?? []} />
        </p>
      )
    // A document holds its headings and tables as pieces of their own.
    case 'heading':
    case 'table':
    case 'tableField':
      return <p>{plainText({ type: 'doc', content: [block] })}</p>
  }
}

/** Up to this many characters a paragraph has no more than five lines: it cannot be parted with three on both pages. */
const fiveLines = 300

/** How a paragraph of these words is parted by the end of a page. */
export function paragraphClass(words: string): string | undefined {
  const isShort = words.length <= fiveLines && 'report-short'
  const leads = words.trimEnd().endsWith(':') && 'report-leads'
  return [isShort, leads].filter(Boolean).join(' ') || undefined
}

/** A line with its bold and italic words, its links and its gaps. */
export function PrintLine({ content }: { readonly content: readonly Inline[] }) {
  return content.map((node, index) => <Words key={index} node={node} />)
}

function Words({ node }: { readonly node: Inline }) {
  if (node.type === 'hardBreak') return <br />
  if (node.type === 'gap') return <span className="report-gap">[{node.attrs.hint}]</span>
  const marks = node.type === 'text' ? (node.marks ?? []) : []
  let words: ReactNode = inlineText([node])
  if (marks.some(({ type }) => type === 'italic')) words = <i>{words}</i>
  if (marks.some(({ type }) => type === 'bold')) words = <strong>{words}</strong>
  const link = marks.find(({ type }) => type === 'link')
  return link?.type === 'link' ? <a href={link.attrs.href}>{words}</a> : words
}
