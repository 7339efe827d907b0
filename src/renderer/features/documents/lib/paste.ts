/**
 * What is pasted, cleaned to what a document may hold. Word, Outlook, Google Docs and web pages bring styles, pictures
 * and lists that are no lists; the words, their headings, lists, tables, bold, italic and links stay.
 */

const dropped = new Set([
  'IMG',
  'STYLE',
  'SCRIPT',
  'META',
  'LINK',
  'TITLE',
  'XML',
  'SVG',
  'PICTURE',
  'HR',
  'COL',
  'COLGROUP',
])
const blockTags = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'LI',
  'TABLE',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'PRE',
  'DL',
  'DT',
  'DD',
  'ADDRESS',
  'FIGURE',
  'FIGCAPTION',
  'CENTER',
])

/** Pasted HTML as HTML of the allowed kinds alone. What the editor itself has copied comes back as it was. */
export function cleanPasted(html: string): string {
  const isOurs = html.includes('data-pm-slice') && !/<[^>]*\sstyle\s*=/i.test(html)
  if (isOurs) return html
  // Before anything is parsed: the content policy reports every style, even in a page that is never shown.
  const unstyled = html
    .replace(/<style\b[\s\S]*?(<\/style>|$)/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-look='))
  return blocksIn(new DOMParser().parseFromString(unstyled, 'text/html').body).join('')
}

const lookOf = (element: Element) => (element.getAttribute('data-look') ?? '').toLowerCase().replace(/\s+/g, ' ')
const elementsIn = (parent: Element, tag: string) => [...parent.children].filter((child) => child.tagName === tag)

/** The blocks of an element, loose words between them as lines of their own. */
function blocksIn(parent: Node): string[] {
  const blocks: string[] = []
  let loose = ''
  const endLine = () => {
    if (hasWords(loose)) blocks.push(`<p>${loose.trim()}</p>`)
    loose = ''
  }
  const nodes = [...parent.childNodes]
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (node instanceof Element && holdsBlocks(node)) {
      endLine()
      const run = wordListFrom(nodes, at)
      if (run.length > 0) {
        blocks.push(wordList(run))
        at = nodes.indexOf(run.at(-1) as ChildNode)
      } else blocks.push(...blockOf(node))
    } else if (node) loose += inlineOf(node)
  }
  endLine()
  return blocks
}

// Google Docs wraps a whole page in a bold that is none.
function holdsBlocks(element: Element): boolean {
  return blockTags.has(element.tagName) || [...element.children].some((child) => holdsBlocks(child))
}

function blockOf(element: Element): string[] {
  const { tagName } = element
  if (dropped.has(tagName)) return []
  if (/^H[1-6]$/.test(tagName)) return lineIn(element, Number(tagName[1]) <= 3 ? 'h3' : 'h4')
  if (tagName === 'P' && /MsoTitle|MsoSubtitle/.test(element.className)) return lineIn(element, 'h3')
  if (tagName === 'UL' || tagName === 'OL') return listOf(element)
  if (tagName === 'TABLE') return tableOf(element)
  if (tagName === 'BLOCKQUOTE') return [`<blockquote>${blocksIn(element).join('')}</blockquote>`]
  if (tagName === 'P' && ![...element.children].some(holdsBlocks)) return lineIn(element, 'p')
  return blocksIn(element)
}

function lineIn(element: Element, tag: string): string[] {
  const inner = inlineIn(element).trim()
  return hasWords(inner) ? [`<${tag}>${inner}</${tag}>`] : []
}

/** The items of a list; Word on the web puts a list that belongs to an item behind it. */
function listOf(list: Element): string[] {
  const items: string[] = []
  for (const child of list.children) {
    const inner = blocksIn(child.tagName === 'LI' ? child : wrapped(child)).join('')
    if (inner === '') continue
    const isNested = child.tagName === 'UL' || child.tagName === 'OL'
    if (isNested && items.length > 0) items[items.length - 1] += inner
    else items.push(inner)
  }
  const tag = list.tagName.toLowerCase()
  return items.length === 0 ? [] : [`<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`]
}

function wrapped(element: Element): Element {
  const box = element.ownerDocument.createElement('div')
  box.append(element.cloneNode(true))
  return box
}

/** The first row is the head, as in every table of a document. */
function tableOf(table: Element): string[] {
  const rows = [table, ...table.children].flatMap((part) => elementsIn(part, 'TR'))
  const lines = rows.map((row, at) => {
    const tag = at === 0 ? 'th' : 'td'
    const cells = [...elementsIn(row, 'TD'), ...elementsIn(row, 'TH')].sort((a, b) =>
      a.compareDocumentPosition(b) === Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
    return `<tr>${cells.map((cell) => `<${tag}>${cellIn(cell)}</${tag}>`).join('')}</tr>`
  })
  return rows.length === 0 ? [] : [`<table><tbody>${lines.join('')}</tbody></table>`]
}

/** Cells hold lines alone. */
function cellIn(cell: Element): string {
  const lines = blocksIn(cell).map((block) =>
    block.replace(/<(\/?)(h3|h4|li)>/g, '<$1p>').replace(/<\/?(ul|ol|blockquote|table|tbody|tr|th|td)>/g, ''),
  )
  return lines.length === 0
    ? '<p></p>'
    : lines
        .join('')
        .replace(/<p><p>/g, '<p>')
        .replace(/<\/p><\/p>/g, '</p>')
}

/** The lines of Word, from here on, that only look like a list: each carries `mso-list` and a bullet of its own. */
function wordListFrom(nodes: readonly ChildNode[], at: number): Element[] {
  const run: Element[] = []
  for (const node of nodes.slice(at)) {
    if (node instanceof Element) {
      if (wordLevel(node) === undefined) break
      run.push(node)
    } else if (hasWords(node.textContent ?? '')) break
  }
  return run
}

function wordLevel(element: Element): number | undefined {
  if (element.tagName !== 'P') return undefined
  const level = /mso-list:[^;]*\blevel(\d)/.exec(lookOf(element))?.[1]
  return level === undefined ? undefined : Number(level)
}

const isMarker = (element: Element) => /mso-list: ?ignore/.test(lookOf(element))

function wordList(lines: readonly Element[]): string {
  const items = lines.map((line) => ({
    level: wordLevel(line) ?? 1,
    tag: isNumbered(line) ? 'ol' : 'ul',
    inner: `<p>${inlineIn(line).trim()}</p>`,
  }))
  return nested(items)
}

function isNumbered(line: Element): boolean {
  const marker = [...line.querySelectorAll('span')].find(isMarker)?.textContent ?? ''
  return /^\s*\(?(\d+|[a-z]{1,4})[.)]/i.test(marker)
}

interface WordItem {
  readonly level: number
  readonly tag: string
  readonly inner: string
}

/** Items one behind the other with their levels, as lists in each other. */
function nested(items: readonly WordItem[]): string {
  const [first] = items
  if (first === undefined) return ''
  let html = ''
  for (let at = 0; at < items.length;) {
    const item = items[at] as WordItem
    const deeper = items.slice(at + 1)
    const count = deeper.findIndex((one) => one.level <= first.level)
    const inside = count === -1 ? deeper : deeper.slice(0, count)
    html += `<li>${item.inner}${nested(inside)}</li>`
    at += 1 + inside.length
  }
  return `<${first.tag}>${html}</${first.tag}>`
}

function inlineIn(element: Element): string {
  return [...element.childNodes].map(inlineOf).join('')
}

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' '))
  if (!(node instanceof Element) || dropped.has(node.tagName) || isMarker(node)) return ''
  if (node.tagName === 'BR') return '<br>'
  const inner = inlineIn(node)
  if (!hasWords(inner)) return inner
  if (node.tagName === 'A') return linked(node, inner)
  const look = lookOf(node)
  const isBold =
    /font-weight: ?(bold|[6-9]00)/.test(look) ||
    (isOne(node, 'B', 'STRONG') && !/font-weight: ?(normal|400)/.test(look))
  const isItalic = /font-style: ?italic/.test(look) || (isOne(node, 'I', 'EM') && !/font-style: ?normal/.test(look))
  const italic = isItalic ? `<em>${inner}</em>` : inner
  return isBold ? `<strong>${italic}</strong>` : italic
}

const isOne = (element: Element, ...tags: readonly string[]) => tags.includes(element.tagName)

/** Links of the web and of mail; one that is not secure is asked for securely. */
function linked(link: Element, inner: string): string {
  const address = (link.getAttribute('href') ?? '').trim().replace(/^http:/i, 'https:')
  return /^(https:\/\/|mailto:)\S+$/i.test(address) ? `<a href="${escaped(address)}">${inner}</a>` : inner
}

const hasWords = (html: string) => html.replace(/<[^>]*>/g, '').trim() !== ''

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
