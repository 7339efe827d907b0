/** A text of the library as somebody writes it, and back into what is kept. */
import { readMarkdown } from '../../../shared/kernel/markdown'
import { Refusal, type ErrorFacts } from '../../../shared/kernel/result'
import type { ErrorCode } from '../../../shared/kernel/error-codes'
import { contentKinds, slugOf, type Content, type ContentOf } from '../../../shared/features/packs/content'
import { zWordedKind, type WordedKind } from '../../../shared/features/packs/library'
import { isMarkdownKind, pointsAsText, pointsOfText, type Point } from '../../../shared/features/packs/wording'
import { sha256OfText } from '../../lib/files'
import { fieldProblems } from './merge-fields'

/** What a person writes of a text: its title, what it is about, and the text itself. */
export interface Written {
  readonly title: string
  readonly summary: string
  readonly text: string
}

/** True for a text that a school can word anew. */
export function isWorded(content: Content): content is Content<WordedKind> {
  return zWordedKind.safeParse(content.kind).success
}

type Points = ContentOf<'checklist'>['items']

/** A text as it is written by hand. */
export function writtenOf({ kind, fields, markdown }: Content<WordedKind>): Written {
  if (isMarkdownKind(kind)) {
    const { title, summary } = fields as ContentOf<'guide'>
    return { title, summary, text: markdown.trim() }
  }
  const { title, about } = fields as ContentOf<'checklist'> | ContentOf<'questions'>
  return { title, summary: about, text: pointsAsText(pointsIn(kind, fields)) }
}

function pointsIn(kind: WordedKind, fields: unknown): Points {
  return kind === 'questions'
    ? (fields as ContentOf<'questions'>).questions
    : (fields as ContentOf<'checklist'>).items
}

/** Tells one wording from another. Keywords and sources are no words of a text: it reads as before when only they change. */
export function wordingSha256(content: Content<WordedKind>): string {
  const { title, summary, text } = writtenOf(content)
  return sha256OfText(JSON.stringify([title, summary, text]))
}

/**
 * A text with the words that were written, everything else as `before` has it. Throws Refusals `library.text-cannot-hold`,
 * `input.required` and `input.too-long` with the field that they are about.
 */
export function rewritten(before: Content<WordedKind>, written: Written): Content<WordedKind> {
  const { kind } = before
  const { title, summary, text } = written
  if (isMarkdownKind(kind)) {
    expectReadable(text)
    return checked({ ...before, fields: { ...before.fields, title, summary }, markdown: `${text}\n` })
  }
  const points = withIds(pointsIn(kind, before.fields), pointsOfText(text))
  const fields = { ...before.fields, title, about: summary, [kind === 'questions' ? 'questions' : 'items']: points }
  return checked({ ...before, fields })
}

function expectReadable(markdown: string): void {
  const { text, problems } = readMarkdown(markdown)
  const [problem] = problems
  if (problem !== undefined) refuseText('library.text-cannot-hold', { line: problem.line, reason: problem.reason })
  const [reason] = fieldProblems(text, 'guide')
  if (reason !== undefined) {
    const line = markdown.split('\n').findIndex((words) => /\{\{|\[\[/.test(words)) + 1
    refuseText('library.text-cannot-hold', { line, reason })
  }
  if (text.content.length === 0) refuseText('input.required')
}

function refuseText(code: ErrorCode, facts?: ErrorFacts): never {
  throw new Refusal(code, facts, [{ path: 'text', code, ...(facts === undefined ? {} : { facts }) }])
}

function checked(content: Content<WordedKind>): Content<WordedKind> {
  const fields = contentKinds[content.kind].schema.safeParse(content.fields)
  // Title and summary were checked before: only a point can be longer than a pack may have it.
  if (!fields.success) refuseText('input.too-long', { limit: 4_000 })
  return { ...content, fields: fields.data }
}

/**
 * Points keep the ids (and the weeks) by which others know them: one that reads as before, and one worded anew that
 * stands behind the same point as before. All others get an id of their own.
 */
function withIds(before: Points, points: readonly Point[]): Points {
  const free = new Map(before.map((point) => [point.id, point]))
  const kept = points.map(({ text }) => {
    const same = [...free.values()].find((point) => point.text === text)
    if (same) free.delete(same.id)
    return same
  })
  const taken = new Set(before.map(({ id }) => id))
  const done: Points = []
  for (const [index, { text, help }] of points.entries()) {
    const known =
      kept[index] ?? free.get(before[1 + before.findIndex(({ id }) => id === done.at(-1)?.id)]?.id ?? '')
    if (known) free.delete(known.id)
    const id = known?.id ?? freshId(text, taken)
    taken.add(id)
    done.push({ ...known, id, text, help })
  }
  return done
}

function freshId(text: string, taken: ReadonlySet<string>): string {
  const stem = slugOf(text).slice(0, 60).replace(/-+$/, '') || 'point'
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? stem : `${stem}-${count}`
    if (!taken.has(id)) return id
  }
}
