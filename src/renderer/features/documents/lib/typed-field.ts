/** Facts that are offered while somebody types two opening braces. */
import type { Editor } from '@tiptap/core'
import { tableFields, wordFields } from '../../../../shared/features/packs/merge-fields'
import { fieldTitle } from './field-words'

/** A fact that a text can quote. */
export interface Fact {
  readonly name: string
  readonly title: string
  readonly isTable: boolean
}

/** Every fact that a text can quote, words first. */
export const allFacts: readonly Fact[] = [...Object.keys(wordFields), ...Object.keys(tableFields)].map((name) => ({
  name,
  title: fieldTitle(name),
  isTable: Object.hasOwn(tableFields, name),
}))

/** Braces that are being typed: what was written after them, and where it stands in the document. */
export interface TypedField {
  readonly words: string
  readonly from: number
  readonly to: number
}

const mostTyped = 40
const opening = /\{\{([^{}]{0,40})$/

/** The braces before the cursor, where it stands right behind them and what they hold. */
export function typedField({ state }: Editor): TypedField | undefined {
  const { $from, empty } = state.selection
  if (!empty) return undefined
  const start = Math.max(0, $from.parentOffset - mostTyped - 2)
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc')
  const words = opening.exec(before)?.[1]
  if (words === undefined) return undefined
  return { words, from: $from.pos - words.length - 2, to: $from.pos }
}

/** The facts whose title or name has these words, at most so many. */
export function factsFor(words: string, most: number): readonly Fact[] {
  const wanted = words.trim().toLowerCase()
  return allFacts
    .filter(({ title, name }) => title.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted))
    .slice(0, most)
}

/** Puts a fact in the place of the braces. */
export function putFact(editor: Editor, { from, to }: TypedField, { name, isTable }: Fact): void {
  const type = isTable ? 'tableField' : 'mergeField'
  editor.chain().focus().deleteRange({ from, to }).insertContent({ type, attrs: { name } }).run()
}
