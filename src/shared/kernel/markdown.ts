/**
 * Reads the Markdown of packs into formatted text. Only what the tree holds is taken; anything else (HTML, pictures,
 * code) is told with its line, so that a pack is refused and nothing is dropped in silence.
 */
import { Lexer, type Token, type Tokens } from 'marked'
import {
  zLinkAddress,
  type Inline,
  type ListItem,
  type Mark,
  type Paragraph,
  type RichText,
  type TextBlock,
} from './rich-text'

/** Something a text of a pack may not hold. */
export interface MarkdownProblem {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly reason: string
}

export interface MarkdownRead {
  readonly text: RichText
  readonly problems: readonly MarkdownProblem[]
}

/** A heading's id as it is written in templates: `## Our aims {#aims}`. */
const headingId = /\s*\{#([a-z0-9-]+)\}\s*$/

/** The text and the id of a heading; the id is undefined when none is written. */
export function headingParts(text: string): { title: string; id: string | undefined } {
  const found = headingId.exec(text)
  return { title: text.replace(headingId, ''), id: found?.[1] }
}

/** Reads Markdown: headings of levels 2 to 4, paragraphs, lists, tables, quotes, bold, italic, links, fields and gaps. */
export function readMarkdown(markdown: string): MarkdownRead {
  const reader = new Reader()
  return {
    text: { type: 'doc', content: reader.blocks(new Lexer({ gfm: true }).lex(markdown)) },
    problems: reader.problems,
  }
}

const fieldOrGap = /\{\{([^{}]*)\}\}|\[\[([^[\]]*)\]\]/g

class Reader {
  readonly problems: MarkdownProblem[] = []
  #line = 1

  blocks(tokens: readonly Token[]): TextBlock[] {
    return tokens.flatMap((token) => {
      const blocks = this.#block(token as Tokens.Generic)
      this.#line += token.raw.split('\n').length - 1
      return blocks
    })
  }

  #problem(reason: string): [] {
    this.problems.push({ line: this.#line, reason })
    return []
  }

  #block(token: Tokens.Generic): TextBlock[] {
    switch (token.type) {
      case 'space':
      case 'def':
        return []
      case 'heading':
        return this.#heading(token as Tokens.Heading)
      case 'paragraph':
      case 'text':
        return this.#paragraph(token)
      case 'list':
        return this.#list(token as Tokens.List)
      case 'table':
        return this.#table(token as Tokens.Table)
      case 'blockquote':
        return this.#quote(token as Tokens.Blockquote)
      default:
        return this.#problem(`a text cannot hold this: ${token.type}`)
    }
  }

  #heading(token: Tokens.Heading): TextBlock[] {
    if (token.depth < 2 || token.depth > 4)
      return this.#problem('headings are of level 2 to 4; the title is in the index')
    const content = this.#inlines(token.tokens, [])
    const last = content.at(-1)
    if (last?.type === 'text') {
      const { title } = headingParts(last.text)
      content.splice(-1, 1, ...(title === '' ? [] : [{ ...last, text: title }]))
    }
    return [{ type: 'heading', attrs: { level: token.depth as 2 | 3 | 4 }, content }]
  }

  #paragraph(token: Tokens.Generic): TextBlock[] {
    const table = /^\{\{(table\.[^{}]*)\}\}$/.exec(token.raw.trim())
    if (table?.[1] !== undefined) return [{ type: 'tableField', attrs: { name: table[1] } }]
    return [this.#paragraphOf(token)]
  }

  #paragraphOf(token: Tokens.Generic): Paragraph {
    return { type: 'paragraph', content: this.#inlines(token.tokens ?? [], []) }
  }

  #list(token: Tokens.List): TextBlock[] {
    const content = token.items.map((item): ListItem => {
      if (item.task) this.#problem('a text cannot hold boxes to tick; use a checklist')
      const inner = this.#within(() => this.blocks(item.tokens))
      return { type: 'listItem', content: inner.length === 0 ? [{ type: 'paragraph' }] : inner }
    })
    return [{ type: token.ordered ? 'orderedList' : 'bulletList', content }]
  }

  #quote(token: Tokens.Blockquote): TextBlock[] {
    const content = this.#within(() => this.blocks(token.tokens))
    return content.length === 0 ? [] : [{ type: 'blockquote', content }]
  }

  #table(token: Tokens.Table): TextBlock[] {
    const cell = (type: 'tableHeader' | 'tableCell') => (from: Tokens.TableCell) => ({
      type,
      content: [{ type: 'paragraph' as const, content: this.#inlines(from.tokens, []) }],
    })
    const head = { type: 'tableRow' as const, content: token.header.map(cell('tableHeader')) }
    const rows = token.rows.map((row) => ({ type: 'tableRow' as const, content: row.map(cell('tableCell')) }))
    return [{ type: 'table', content: [head, ...rows] }]
  }

  // A block counts its lines itself; what is inside it is told with the line it begins on.
  #within<T>(work: () => T): T {
    const line = this.#line
    const found = work()
    this.#line = line
    return found
  }

  #inlines(tokens: readonly Token[], marks: readonly Mark[]): Inline[] {
    return joined(tokens.flatMap((token) => this.#inline(token as Tokens.Generic, marks)))
  }

  #inline(token: Tokens.Generic, marks: readonly Mark[]): Inline[] {
    switch (token.type) {
      case 'text':
      case 'escape':
        return token.tokens
          ? this.#inlines(token.tokens, marks)
          : this.#words(plain(token['text'] as string), marks)
      case 'strong':
        return this.#inlines(token.tokens ?? [], [...marks, { type: 'bold' }])
      case 'em':
        return this.#inlines(token.tokens ?? [], [...marks, { type: 'italic' }])
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'link':
        return this.#link(token as Tokens.Link, marks)
      default:
        return this.#problem(`a line cannot hold this: ${token.type}`)
    }
  }

  #link(token: Tokens.Link, marks: readonly Mark[]): Inline[] {
    if (!zLinkAddress.safeParse(token.href).success)
      return this.#problem(
        `a link leads to a web address (https) or a mail box, not to "${token.href.slice(0, 60)}"`,
      )
    return this.#inlines(token.tokens, [...marks, { type: 'link', attrs: { href: token.href } }])
  }

  #words(text: string, marks: readonly Mark[]): Inline[] {
    const found: Inline[] = []
    let from = 0
    for (const match of text.matchAll(fieldOrGap)) {
      found.push(...worded(text.slice(from, match.index), marks))
      const [whole, field, gap] = match
      from = match.index + whole.length
      const name = (field ?? gap ?? '').trim()
      if (name === '') this.#problem('a field or a gap has no name')
      else if (field === undefined) found.push({ type: 'gap', attrs: { hint: name } })
      else found.push({ type: 'mergeField', attrs: { name } })
    }
    return [...found, ...worded(text.slice(from), marks)]
  }
}

/** Lines of one paragraph are one line; character references are characters. */
function plain(text: string): string {
  return text
    .replaceAll('\n', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

function worded(text: string, marks: readonly Mark[]): Inline[] {
  if (text === '') return []
  return [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks: [...marks] }) }]
}

/** Neighbouring texts with the same marks are one, as an editor has them. */
function joined(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      out.splice(-1, 1, { ...last, text: last.text + node.text })
    else out.push(node)
  }
  return out
}
