import { useContext, type ReactNode } from 'react'
import type {
  Inline,
  List,
  Mark,
  Paragraph,
  RichText,
  Table,
  TableCell,
  TextBlock,
} from '../../shared/kernel/rich-text'
import { inlineText } from '../../shared/kernel/rich-text'
import { areFigures } from '../../shared/kernel/figures-in-text'
import { OutsideLink } from './outside-link'
import { RichTextFactsContext } from './rich-text-facts'
import { useOverflow } from './use-overflow'
import './rich-text-view.css'

type TopLevel = 2 | 3

export interface RichTextViewProps {
  readonly text: RichText
  /** The level of the text's highest headings on this page. */
  readonly topLevel?: TopLevel
}

/** A text to be read, in the letters of print. Fields and gaps stay visible as what they are. */
export function RichTextView({ text, topLevel = 2 }: RichTextViewProps) {
  return (
    <div className="rich-text">
      <Blocks content={text.content} topLevel={topLevel} />
    </div>
  )
}

// A text never changes while it is read, so the place of a part in it is its key.
function Blocks({ content, topLevel }: { readonly content: readonly TextBlock[]; readonly topLevel: TopLevel }) {
  return content.map((block, index) => <OneBlock key={index} block={block} topLevel={topLevel} />)
}

function OneBlock({ block, topLevel }: { readonly block: TextBlock; readonly topLevel: TopLevel }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.content)}</p>
    case 'heading': {
      const Tag = `h${block.attrs.level - 2 + topLevel}` as 'h2' | 'h3' | 'h4' | 'h5'
      return <Tag>{inline(block.content)}</Tag>
    }
    case 'bulletList':
    case 'orderedList':
      return <OneList list={block} topLevel={topLevel} />
    case 'blockquote':
      return (
        <blockquote>
          <Blocks content={block.content} topLevel={topLevel} />
        </blockquote>
      )
    case 'table':
      return <OneTable table={block} />
    case 'tableField':
      return <FieldTable name={block.attrs.name} />
  }
}

function OneList({ list, topLevel }: { readonly list: List; readonly topLevel: TopLevel }) {
  const Tag = list.type === 'orderedList' ? 'ol' : 'ul'
  return (
    <Tag>
      {list.content.map((item, index) => (
        <li key={index}>
          <Blocks content={item.content} topLevel={topLevel} />
        </li>
      ))}
    </Tag>
  )
}

function OneTable({ table }: { readonly table: Table }) {
  const [box, overflows] = useOverflow()
  const [head, ...rows] = table.content
  const figures = (head?.content ?? []).map((_, index) =>
    areFigures(rows.map((row) => wordsIn(row.content[index]))),
  )
  const className = (index: number) => (figures[index] === true ? 'number' : undefined)
  return (
    <div
      className="rich-table"
      ref={box}
      {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': 'Table' } : {})}
    >
      <table>
        {head !== undefined && (
          <thead>
            <tr>
              {head.content.map((cell, index) => (
                <HeadCell key={index} cell={cell} className={className(index)} />
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.content.map((cell, index) => (
                <td key={index} className={className(index)}>
                  {paragraphs(cell.content)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The corner above the names of rows is often empty; an empty head would name nothing. */
function HeadCell({ cell, className }: { readonly cell: TableCell; readonly className: string | undefined }) {
  if (wordsIn(cell) === '') return <td />
  return (
    <th scope="col" className={className}>
      {paragraphs(cell.content)}
    </th>
  )
}

function wordsIn(cell: TableCell | undefined): string {
  return (cell?.content ?? []).map((part) => inlineText(part.content)).join(' ')
}

function paragraphs(content: readonly Paragraph[]): ReactNode {
  return content.map((part, index) => <span key={index}>{inline(part.content)}</span>)
}

function inline(content: readonly Inline[] | undefined): ReactNode {
  return content?.map((node, index) => <OneInline key={index} node={node} />)
}

function OneInline({ node }: { readonly node: Inline }) {
  switch (node.type) {
    case 'text':
      return <>{(node.marks ?? []).reduceRight<ReactNode>(marked, node.text)}</>
    case 'hardBreak':
      return <br />
    case 'mergeField':
      return <Field name={node.attrs.name} />
    case 'gap':
      return <mark className="rich-gap">[{node.attrs.hint}]</mark>
  }
}

function marked(words: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>
    case 'italic':
      return <i>{words}</i>
    case 'link':
      return <OutsideLink href={mark.attrs.href}>{words}</OutsideLink>
  }
}

/** Stands for one of the school's own facts, which is put in when the text becomes a document. */
function Field({ name }: { readonly name: string }) {
  const facts = useContext(RichTextFactsContext)
  return facts === undefined ? <span className="rich-field">{name}</span> : facts.word(name)
}

function FieldTable({ name }: { readonly name: string }) {
  const facts = useContext(RichTextFactsContext)
  if (facts !== undefined) return facts.table(name)
  return (
    <p>
      <Field name={name} />
    </p>
  )
}
