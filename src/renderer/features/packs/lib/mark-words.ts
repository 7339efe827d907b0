import { foldText } from '../../../../shared/kernel/fold-text'

/** A piece of an excerpt: one of the words that were asked for, or what stands between them. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Cuts an excerpt at the words that were asked for, whatever their capitals, accents and apostrophes. */
export function markWords(excerpt: string, asked: string): Piece[] {
  const words = foldText(asked).split(/\s+/).filter(Boolean)
  const { folded, starts } = foldedWithPlaces(excerpt)
  const pieces: Piece[] = []
  const add = (from: number, to: number, isMarked: boolean) => {
    const text = excerpt.slice(starts[from], starts[to])
    if (text !== '') pieces.push({ text, isMarked })
  }
  let at = 0
  for (let next = nextWord(folded, words, at); next !== undefined; next = nextWord(folded, words, at)) {
    add(at, next.from, false)
    add(next.from, next.to, true)
    at = next.to
  }
  add(at, folded.length, false)
  return pieces
}

/** A text folded, and for each of its signs (and its end) where that begins in the text as it was written. */
function foldedWithPlaces(text: string): { readonly folded: string; readonly starts: readonly number[] } {
  let folded = ''
  const starts: number[] = []
  let place = 0
  for (const sign of text) {
    const plain = foldText(sign)
    folded += plain
    for (let index = 0; index < plain.length; index += 1) starts.push(place)
    place += sign.length
  }
  return { folded, starts: [...starts, place] }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The word that comes first, the longest where several begin at one place. */
function nextWord(folded: string, words: readonly string[], after: number): Span | undefined {
  const spans = words.flatMap((word): Span[] => {
    const from = folded.indexOf(word, after)
    return from < 0 ? [] : [{ from, to: from + word.length }]
  })
  return spans.sort((a, b) => a.from - b.from || b.to - a.to)[0]
}
