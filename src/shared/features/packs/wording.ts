/** How a text of the library is written by hand: Markdown, or for lists of points one point after the other. */
import { readMarkdown } from '../../kernel/markdown'
import type { RichText, TextBlock } from '../../kernel/rich-text'
import type { WordedKind } from './library'

/** A point of a checklist or a question, with what helps with it ('' when there is nothing). */
export interface Point {
  readonly text: string
  readonly help: string
}

/** Points as they are written: each on a line, what helps with it beneath, an empty line before the next. */
export function pointsAsText(points: readonly Point[]): string {
  // An empty line would begin the next point.
  return points.map(({ text, help }) => [text, help].map(withoutEmptyLines).filter(Boolean).join('\n')).join('\n\n')
}

function withoutEmptyLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** The points that were written; none when there are only empty lines. */
export function pointsOfText(text: string): Point[] {
  return text.split(/\r?\n[^\S\n]*\r?\n/).flatMap((piece) => {
    const [point, ...help] = withoutEmptyLines(piece).split('\n')
    return point === undefined || point === '' ? [] : [{ text: point, help: help.join('\n') }]
  })
}

/** Points as a numbered list, what helps with each beneath it. */
export function pointsAsList(points: readonly Point[]): TextBlock[] {
  if (points.length === 0) return []
  return [
    {
      type: 'orderedList',
      content: points.map(({ text, help }) => ({
        type: 'listItem',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] },
          ...(help === ''
            ? []
            : [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: help }] }]),
        ],
      })),
    },
  ]
}

/** True for kinds whose text is Markdown; the text of the others is points. */
export function isMarkdownKind(kind: WordedKind): kind is 'guide' | 'case-study' {
  return kind === 'guide' || kind === 'case-study'
}

/** What was written, as it will be read. What a text cannot hold is left out. */
export function readWording(kind: WordedKind, text: string): RichText {
  return isMarkdownKind(kind) ? readMarkdown(text).text : { type: 'doc', content: pointsAsList(pointsOfText(text)) }
}
