/** A description as it is typed in a plain box: blank lines part paragraphs, "- " begins a point, "## " a heading. */
import { inlineText, type RichText, type TextBlock } from '../../kernel/rich-text'

function linesOf(block: TextBlock): string {
  switch (block.type) {
    case 'heading':
      return `## ${inlineText(block.content)}`
    case 'paragraph':
      return inlineText(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => `- ${item.content.map(linesOf).join(' ')}`).join('\n')
    case 'blockquote':
      return block.content.map(linesOf).join('\n\n')
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => cell.content.map(linesOf).join(' ')).join(' | '))
        .join('\n')
    case 'tableField':
      return ''
  }
}

/** The words of a description for the box. Bold, italic and links are not shown there. */
export function aboutText(about: RichText | null): string | null {
  return about === null ? null : about.content.map(linesOf).filter(Boolean).join('\n\n')
}

const plainly = (text: string): string => text.trim().replace(/\s+/g, ' ')

const words = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

function blockOf(part: string): TextBlock[] {
  const lines = part
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first] = lines
  if (first === undefined) return []
  if (lines.length === 1 && /^#{1,4} \S/.test(first)) {
    const text = first.replace(/^#+ /, '')
    return [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }]
  }
  const points = lines.map((line) => /^[-*•] (.+)$/.exec(line)?.[1])
  if (points.every((point) => point !== undefined)) {
    const items = points.map((point) => ({ type: 'listItem' as const, content: [words(point.trim())] }))
    return [{ type: 'bulletList', content: items }]
  }
  return [words(lines.join(' '))]
}

/**
 * What was typed as a description; null where nothing was. A part whose words are as they were `before` keeps its bold
 * words, links and lists within lists, which the box does not show.
 */
export function aboutOf(text: string | null, before: RichText | null = null): RichText | null {
  const kept = new Map((before?.content ?? []).map((block) => [plainly(linesOf(block)), block]))
  const content = (text ?? '').split(/\n\s*\n/).flatMap((part) => {
    const there = kept.get(plainly(part))
    return there === undefined ? blockOf(part) : [there]
  })
  return content.length === 0 ? null : { type: 'doc', content }
}
