import { headingParts, readMarkdown } from '../../../shared/kernel/markdown'
import { inlineText, sectionsOf, type RichText, type TextBlock } from '../../../shared/kernel/rich-text'

/** A section as a template brings it. */
export interface TemplateSection {
  /** Written in the heading: `## Our aims {#aims}`; null where none is. */
  readonly key: string | null
  readonly title: string
  readonly body: RichText
  /** What the template says about writing it; never printed. */
  readonly guidance: RichText | null
}

const guidanceMark = /^Guidance:\s*/

/** A template's text in its sections. What stands before the first heading is guidance for nobody and is not taken. */
export function templateSections(markdown: string): TemplateSection[] {
  const keys = [...markdown.matchAll(/^## (.+)$/gm)].map((match) => headingParts(match[1] ?? '').id ?? null)
  const sections = sectionsOf(readMarkdown(markdown).text).filter(({ title }) => title !== '')
  return sections.map(({ title, content }, index) => ({
    key: keys[index] ?? null,
    title,
    body: { type: 'doc', content: content.filter((block) => !isGuidance(block)) },
    guidance: guidanceIn(content),
  }))
}

function isGuidance(block: TextBlock): boolean {
  return block.type === 'blockquote' && guidanceMark.test(firstWords(block.content[0]))
}

function firstWords(block: TextBlock | undefined): string {
  return block?.type === 'paragraph' ? inlineText(block.content) : ''
}

function guidanceIn(content: readonly TextBlock[]): RichText | null {
  const blocks = content.flatMap((block) => (isGuidance(block) && block.type === 'blockquote' ? block.content : []))
  return blocks.length === 0 ? null : { type: 'doc', content: blocks.map(withoutMark) }
}

function withoutMark(block: TextBlock): TextBlock {
  if (block.type !== 'paragraph') return block
  const [first, ...rest] = block.content ?? []
  if (first?.type !== 'text' || !guidanceMark.test(first.text)) return block
  const text = first.text.replace(guidanceMark, '')
  return { type: 'paragraph', content: [...(text === '' ? [] : [{ ...first, text }]), ...rest] }
}
