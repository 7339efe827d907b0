import { BorderStyle, ExternalHyperlink, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'
import { inlineText, plainText, type Inline, type List, type TextBlock } from '../../shared/kernel/rich-text'
import { xmlText } from './cell-values'
import { ink, listIndent, listLevels, lists } from './docx-style'

type Around = Pick<IParagraphOptions, 'indent' | 'border' | 'spacing'>

/** A text as Word's own paragraphs: bold and italic words, lists within lists, quotes with a rule beside them. */
export function docxText(content: readonly TextBlock[], nextList: () => number): Paragraph[] {
  return content.flatMap((block) => pieces(block, { level: 0, nextList, around: {} }))
}

interface Place {
  /** How many lists it stands in. */
  readonly level: number
  readonly nextList: () => number
  readonly around: Around
}

function pieces(block: TextBlock, place: Place): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          children: docxLine(block.content),
          widowControl: true,
          keepNext: leadsOn(inlineText(block.content)),
          ...place.around,
        }),
      ]
    case 'bulletList':
    case 'orderedList':
      return listPieces(block, place)
    case 'blockquote': {
      const around: Around = {
        indent: { left: listIndent(place.level) },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: ink.rule, space: 8 } },
      }
      return block.content.flatMap((part) => pieces(part, { ...place, around }))
    }
    // A document holds its headings and tables as pieces of their own.
    case 'heading':
    case 'table':
    case 'tableField':
      return [new Paragraph({ text: xmlText(plainText({ type: 'doc', content: [block] })), ...place.around })]
  }
}

/** The first paragraph of an item carries its number; what else it has stands beneath its words. */
function listPieces({ type, content }: List, { level, nextList }: Place): Paragraph[] {
  const depth = Math.min(level, listLevels - 1)
  // Each numbered list is an instance of its own, so that it starts at 1 again.
  const numbering =
    type === 'orderedList'
      ? { reference: lists.numbers, level: depth, instance: nextList() }
      : { reference: lists.bullets, level: depth }
  const spacing = { after: 60 }
  const beneath: Place = { level: level + 1, nextList, around: { indent: { left: listIndent(depth) }, spacing } }
  return content.flatMap(({ content: [first, ...rest] }, index) => {
    const words = first?.type === 'paragraph' ? first.content : []
    const others = first === undefined || first.type === 'paragraph' ? rest : [first, ...rest]
    return [
      new Paragraph({
        children: docxLine(words),
        numbering,
        spacing,
        keepNext: staysWithNext(content.length, index),
      }),
      ...others.flatMap((part) => pieces(part, beneath)),
    ]
  })
}

/** True for words that announce what follows: they are not parted from it by the end of a page. */
export const leadsOn = (words: string): boolean => words.trimEnd().endsWith(':')

// As in print.css.
const mostKeptWhole = 6

/** True for an item of a short list that is not its last: such a list is kept on one page. */
export const staysWithNext = (count: number, index: number): boolean => count <= mostKeptWhole && index < count - 1

/** A line as Word's own pieces: bold and italic words, links to press, and gaps marked as with a highlighter. */
export function docxLine(content: readonly Inline[] = [], look: IRunOptions = {}): (TextRun | ExternalHyperlink)[] {
  return content.map((node) => {
    if (node.type === 'hardBreak') return new TextRun({ break: 1 })
    if (node.type === 'gap')
      return new TextRun({ ...look, text: xmlText(`[${node.attrs.hint}]`), highlight: 'yellow' })
    const marks = node.type === 'text' ? (node.marks ?? []) : []
    const link = marks.find((mark) => mark.type === 'link')
    const run: IRunOptions = {
      ...look,
      text: xmlText(inlineText([node])),
      bold: look.bold === true || marks.some(({ type }) => type === 'bold'),
      italics: marks.some(({ type }) => type === 'italic'),
    }
    return link?.type === 'link'
      ? new ExternalHyperlink({
          link: link.attrs.href,
          children: [new TextRun({ ...run, style: 'Hyperlink' })],
        })
      : new TextRun(run)
  })
}
