/**
 * Formatted text that a web editor or Word has written, cleaned to the marks that our texts know: paragraphs, headings,
 * lists, bold, italic and links. Styles, scripts, comments and everything else are left behind. Reads its input once.
 */
import {
  zLinkAddress,
  type Inline,
  type ListItem,
  type Mark,
  type RichText,
  type TextBlock,
} from '../../kernel/rich-text'
import { withoutEntities } from './html-entities'

const lineBlocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'table',
  'tbody',
  'thead',
  'tr',
])
/** What stands inside these is no text. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
  'noscript',
])
const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }
const deepestList = 3

interface OpenList {
  readonly type: 'bulletList' | 'orderedList'
  readonly items: { readonly content: TextBlock[] }[]
}

class Cleaner {
  readonly blocks: TextBlock[] = []
  #lists: OpenList[] = []
  #line: Inline[] = []
  #heading: 2 | 3 | 4 | undefined
  #bold = 0
  #italic = 0
  #links: (string | undefined)[] = []

  text(raw: string): void {
    const text = withoutEntities(raw).replace(/[\s\p{Cc}\u00a0\u200b\ufeff]+/gu, ' ')
    if (text === '' || (text === ' ' && this.#line.length === 0)) return
    const marks = this.#marks()
    this.#line.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks })
  }

  #marks(): Mark[] {
    const href = this.#links.findLast((link) => link !== undefined)
    return [
      ...(this.#bold > 0 && this.#heading === undefined ? [{ type: 'bold' as const }] : []),
      ...(this.#italic > 0 ? [{ type: 'italic' as const }] : []),
      ...(href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }]),
    ]
  }

  open(name: string, attributes: string): void {
    const level = headings[name]
    if (name === 'strong' || name === 'b') this.#bold += 1
    else if (name === 'em' || name === 'i') this.#italic += 1
    else if (name === 'a') this.#links.push(hrefOf(attributes))
    else if (name === 'br') this.endLine()
    else if (name === 'td' || name === 'th') this.text(' ')
    else if (level !== undefined) {
      this.endLine()
      this.#heading = level
    } else if (name === 'ul' || name === 'ol') this.#openList(name)
    else if (name === 'li') {
      this.endLine()
      if (this.#lists.length === 0) this.#openList('ul')
      this.#lists.at(-1)?.items.push({ content: [] })
    } else if (lineBlocks.has(name)) this.endLine()
  }

  close(name: string): void {
    if (name === 'strong' || name === 'b') this.#bold = Math.max(0, this.#bold - 1)
    else if (name === 'em' || name === 'i') this.#italic = Math.max(0, this.#italic - 1)
    else if (name === 'a') this.#links.pop()
    else if (headings[name] !== undefined) {
      this.endLine()
      this.#heading = undefined
    } else if (name === 'ul' || name === 'ol') this.#closeList()
    else if (name === 'li' || lineBlocks.has(name)) this.endLine()
  }

  #openList(name: 'ul' | 'ol'): void {
    this.endLine()
    if (this.#lists.length >= deepestList) return
    this.#lists.push({ type: name === 'ul' ? 'bulletList' : 'orderedList', items: [] })
  }

  #closeList(): void {
    this.endLine()
    const list = this.#lists.pop()
    if (list === undefined) return
    const items = list.items
      .filter(({ content }) => content.length > 0)
      .map(({ content }): ListItem => ({ type: 'listItem', content }))
    if (items.length > 0) this.#into().push({ type: list.type, content: items })
  }

  /** Where the next block belongs: the point that is open, else the text itself. */
  #into(): TextBlock[] {
    return this.#lists.at(-1)?.items.at(-1)?.content ?? this.blocks
  }

  /** Ends the line that is being read. */
  endLine(): void {
    const content = trimmed(this.#line)
    this.#line = []
    if (content.length === 0) return
    const isInList = this.#lists.some(({ items }) => items.length > 0)
    if (this.#heading !== undefined && !isInList) {
      this.blocks.push({ type: 'heading', attrs: { level: this.#heading }, content })
    } else this.#into().push({ type: 'paragraph', content })
  }

  end(): RichText | null {
    this.endLine()
    while (this.#lists.length > 0) this.#closeList()
    return this.blocks.length === 0 ? null : { type: 'doc', content: this.blocks }
  }
}

/** A line without blanks at its ends, and without two in a row where one mark ends and another begins. */
function trimmed(line: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  let endsBlank = true
  for (const one of line) {
    if (one.type !== 'text') continue
    const text: string = endsBlank ? one.text.replace(/^ /, '') : one.text
    if (text === '') continue
    endsBlank = text.endsWith(' ')
    const before = kept.at(-1)
    if (before?.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(one.marks))
      kept[kept.length - 1] = { ...before, text: before.text + text }
    else kept.push({ ...one, text })
  }
  const last = kept.at(-1)
  if (last?.type === 'text' && last.text.endsWith(' ')) {
    const text = last.text.slice(0, -1)
    if (text === '') kept.pop()
    else kept[kept.length - 1] = { ...last, text }
  }
  return kept
}

function hrefOf(attributes: string): string | undefined {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes.slice(0, 4_000))
  const href = withoutEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim()
  return zLinkAddress.safeParse(href).success ? href : undefined
}

/** Plain text as paragraphs: a line of its own each. */
function plain(text: string): RichText | null {
  const cleaner = new Cleaner()
  for (const line of text.split(/\r?\n/)) {
    cleaner.text(line)
    cleaner.endLine()
  }
  return cleaner.end()
}

/** Cleans formatted or plain text; null where nothing is left of it. */
export function cleanHtml(html: string): RichText | null {
  if (!/<[a-z!/]/i.test(html)) return plain(html)
  const cleaner = new Cleaner()
  let at = 0
  let quiet: string | undefined
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const until = open === -1 ? html.length : open
    if (quiet === undefined && until > at) cleaner.text(html.slice(at, until))
    if (open === -1) break
    const tag = tagAt(html, open)
    if (tag === undefined) {
      if (quiet === undefined) cleaner.text('<')
      at = open + 1
      continue
    }
    at = tag.end
    if (quiet !== undefined) {
      if (tag.isClosing && tag.name === quiet) quiet = undefined
    } else if (silent.has(tag.name)) {
      if (!tag.isClosing && !tag.isEmpty) quiet = tag.name
    } else if (tag.isClosing) cleaner.close(tag.name)
    else cleaner.open(tag.name, tag.attributes)
  }
  return cleaner.end()
}

interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly isEmpty: boolean
  readonly attributes: string
  /** Behind it. */
  readonly end: number
}

/** The tag that begins at a bracket; undefined where it is only a bracket. A comment is a tag without a name. */
function tagAt(html: string, open: number): Tag | undefined {
  const nothing = { name: '', isClosing: false, isEmpty: true, attributes: '' }
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { ...nothing, end: end === -1 ? html.length : end + 3 }
  }
  const next = html[open + 1] ?? ''
  if (!/[a-z/!?]/i.test(next)) return undefined
  const close = endOfTag(html, open + 1)
  const body = html.slice(open + 1, close)
  if (next === '!' || next === '?') return { ...nothing, end: close + 1 }
  const name = /^\/?([a-z][a-z0-9:-]*)/i.exec(body)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  return {
    name,
    isClosing: next === '/',
    isEmpty: body.endsWith('/'),
    attributes: body.slice(name.length),
    end: close + 1,
  }
}

/** Where a tag ends: at its bracket, not at one inside quotation marks. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
  }
  return html.length
}
