import { diffWordsWithSpace } from 'diff'
import { plainText, sectionsOf, type RichText } from '../../shared/kernel/rich-text'
import type { ComparedSection, Piece } from '../../shared/kernel/compared-text'

/** What is other in a later text, section by section in its order; sections that went come where they stood. */
export function compareTexts(before: RichText, after: RichText): ComparedSection[] {
  const [old, young] = [wordsBySection(before), wordsBySection(after)]
  const compared = [...young].map(([title, text]) => comparedSection(title, old.get(title), text))
  const gone = [...old].filter(([title]) => !young.has(title))
  for (const [title, text] of gone) {
    const before = [...old.keys()].slice(0, [...old.keys()].indexOf(title)).findLast((key) => young.has(key))
    const at = before === undefined ? 0 : compared.findIndex((section) => section.title === before) + 1
    compared.splice(at, 0, comparedSection(title, text, undefined))
  }
  return compared
}

function wordsBySection(text: RichText): Map<string, string> {
  const sections = new Map<string, string>()
  for (const { title, content } of sectionsOf(text)) {
    const words = plainText({ type: 'doc', content })
    const before = sections.get(title)
    // Two sections of one title are told as one.
    sections.set(title, before === undefined ? words : `${before}\n\n${words}`)
  }
  return sections
}

function comparedSection(title: string, before: string | undefined, after: string | undefined): ComparedSection {
  const what =
    before === undefined ? 'added' : after === undefined ? 'removed' : before === after ? 'same' : 'changed'
  return { title, what, pieces: compareWords(before, after) }
}

/** The words of two texts, each marked as in both, only in the earlier or only in the later; undefined is no text. */
export function compareWords(before: string | undefined, after: string | undefined): Piece[] {
  if (before === undefined) return [{ what: 'added', text: after ?? '' }]
  if (after === undefined) return [{ what: 'removed', text: before }]
  if (before === after) return [{ what: 'same', text: after }]
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    return { what: added ? 'added' : removed ? 'removed' : 'same', text: value }
  })
}
