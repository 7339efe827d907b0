import type { z } from 'zod'
import { foldText } from '../../../shared/kernel/fold-text'
import { readMarkdown } from '../../../shared/kernel/markdown'
import { Refusal } from '../../../shared/kernel/result'
import { plainText, type RichText, type TextBlock } from '../../../shared/kernel/rich-text'
import { contentIdOf, contentKinds, type ContentKind, type ContentOf } from '../../../shared/features/packs/content'
import {
  zReadableKind,
  type Found,
  type LibraryItem,
  type LibraryLine,
  type ReadableKind,
} from '../../../shared/features/packs/library'
import { pointsAsList } from '../../../shared/features/packs/wording'
import type { WriteDb } from '../../db/handle'
import { dropOwnContent, keepOwnContent, ownContents } from './repository'
import type { Shelf, Shelved } from './shelf'

const readable = zReadableKind.options

/** What there is to read, and how long the lists are. */
export async function contentsOf(shelf: Shelf) {
  const [lines, acronyms, terms, links] = await Promise.all([
    shelf.all(readable),
    shelf.all(['acronym']),
    shelf.all(['term']),
    shelf.all(['link']),
  ])
  return {
    lines: lines.map(lineOf),
    counts: { acronyms: acronyms.length, terms: terms.length, links: links.length },
  }
}

/** One text. Throws Refusal `record.missing` when there is none of that kind and id. */
export async function itemOf(shelf: Shelf, kind: ReadableKind, id: string): Promise<LibraryItem> {
  const found = await shelf.one(kind, id)
  if (!found) throw new Refusal('record.missing')
  return itemFrom(found)
}

/** Something readable with its text. */
export function itemFrom(content: Shelved<ReadableKind>): LibraryItem {
  return {
    ...lineOf(content),
    text: textOf(content),
    sources: 'sources' in content.fields ? [...content.fields.sources] : [],
  }
}

/** Something readable as one line of a list. */
export function lineOf(content: Shelved<ReadableKind>): LibraryLine {
  const { kind, id, from, theirs } = content
  return { kind, id, ...headOf(content), from, theirs }
}

/** What stands above a text: its title and what it is about. */
export function headOf({ kind, fields }: Shelved<ReadableKind>): Pick<LibraryLine, 'title' | 'summary' | 'topic'> {
  if (kind === 'guide' || kind === 'case-study') {
    const { title, summary, topic } = fields as ContentOf<'guide'>
    return { title, summary, topic }
  }
  if (kind === 'role') {
    const { title, corePurpose } = fields as ContentOf<'role'>
    return { title, summary: corePurpose, topic: null }
  }
  const { title, about } = fields as ContentOf<'checklist'> | ContentOf<'questions'>
  return { title, summary: about, topic: null }
}

/** The text of something readable: written as Markdown, or made of its points. */
export function textOf({ kind, fields, markdown }: Shelved<ReadableKind>): RichText {
  switch (kind) {
    case 'guide':
    case 'case-study':
      return readMarkdown(markdown).text
    case 'checklist':
      return { type: 'doc', content: pointsAsList((fields as ContentOf<'checklist'>).items) }
    case 'questions':
      return { type: 'doc', content: pointsAsList((fields as ContentOf<'questions'>).questions) }
    case 'role':
      return { type: 'doc', content: roleOf(fields as ContentOf<'role'>) }
  }
}

const paragraph = (text: string): TextBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): TextBlock => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
const list = (type: 'bulletList' | 'orderedList', texts: readonly string[]): TextBlock => ({
  type,
  content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
})

function roleOf({ corePurpose, areas, competencies, learningNeeds }: ContentOf<'role'>): TextBlock[] {
  const part = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [heading(title), list('bulletList', texts)]
  return [
    heading('Core purpose'),
    paragraph(corePurpose),
    ...areas.flatMap(({ title, responsibilities }) => [
      heading(title),
      list(
        'orderedList',
        responsibilities.map(({ text }) => text),
      ),
    ]),
    ...part('What it asks of a person', competencies),
    ...part('What the post-holder needs to learn', learningNeeds),
  ]
}

/** How many are found at most. */
const MOST_FOUND = 200
const AROUND = 80

/** Finds things in which every word occurs, those with the words in their title first. */
export async function findIn(shelf: Shelf, typed: string): Promise<Found[]> {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const all = await shelf.all([...readable, 'acronym', 'term', 'link'])
  const found = all.flatMap((content) => {
    const { title, text } = wordsOf(content)
    const [inTitle, inText] = [foldText(title), foldText(text)]
    if (!words.every((word) => inTitle.includes(word) || inText.includes(word))) return []
    const rank = words.every((word) => inTitle.includes(word)) ? 0 : 1
    return [{ rank, kind: content.kind, id: content.id, title, excerpt: excerptOf(text, words[0] ?? '') }]
  })
  return found
    .sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title, 'en-GB'))
    .slice(0, MOST_FOUND)
    .map(({ kind, id, title, excerpt }) => ({ kind, id, title, excerpt }))
}

function wordsOf(content: Shelved): { title: string; text: string } {
  switch (content.kind) {
    case 'acronym': {
      const { acronym, meaning, note } = content.fields as ContentOf<'acronym'>
      return { title: acronym, text: [meaning, note].filter(Boolean).join('. ') }
    }
    case 'term': {
      const { term, meaning } = content.fields as ContentOf<'term'>
      return { title: term, text: meaning }
    }
    case 'link': {
      const { title, about, url } = content.fields as ContentOf<'link'>
      return { title, text: `${about} ${url}` }
    }
    default: {
      const item = content as Shelved<ReadableKind>
      const { title, summary } = headOf(item)
      const { keywords = [] } = item.fields as Partial<ContentOf<'guide'>>
      return { title, text: [summary, plainText(textOf(item)), keywords.join(', ')].join('\n') }
    }
  }
}

/** The words around the first place of a word, whole words at both ends. */
function excerptOf(text: string, word: string): string {
  const line = text.replace(/\s+/g, ' ')
  const at = Math.max(0, foldText(line).indexOf(word))
  const from = at <= AROUND ? 0 : line.indexOf(' ', at - AROUND) + 1
  const end = at + word.length + AROUND
  const to = end >= line.length ? line.length : Math.max(line.lastIndexOf(' ', end), at + word.length)
  return `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`
}

/**
 * Keeps an entry of the school's own in a list, in the place of its entry `replaces`; returns its id. Throws Refusals
 * `input.invalid` for words without a letter or a figure, `record.missing` for an entry that is not the school's, and `library.already-there` when another one is just that.
 */
export function keepEntry<K extends 'acronym' | 'term' | 'link'>(
  db: WriteDb,
  kind: K,
  given: z.input<(typeof contentKinds)[K]['schema']>,
  replaces: string | null,
): string {
  const fields = contentKinds[kind].schema.parse(given)
  const id = contentIdOf(kind, fields)
  // An id is made of letters and figures: words without any cannot be told apart.
  if (id === '') throw new Refusal('input.invalid')
  const own = ownContents(db).filter((entry) => entry.kind === kind)
  if (replaces !== null && !own.some((entry) => entry.id === replaces)) throw new Refusal('record.missing')
  if (id !== replaces && own.some((entry) => entry.id === id)) throw new Refusal('library.already-there')
  keepOwnContent(db, { kind, id, fields, markdown: '', basedOn: undefined }, replaces ?? undefined)
  return id
}

/** Takes an entry of the school's own out. Throws Refusal `record.missing`. */
export function removeEntry(db: WriteDb, kind: ContentKind, id: string): void {
  if (!dropOwnContent(db, kind, id)) throw new Refusal('record.missing')
}
