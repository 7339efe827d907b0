/** Finding words in what is on the page. Matches are marked by the browser itself, so that neither React nor the editor is touched. */

const blockSelector = 'p, h2, h3, h4, h5, li, td, th, caption, figcaption'
const mostMatches = 2_000

/** Where words occur in a line of text, each after the end of the one before; capitals make no difference. */
export function placesOf(words: string, line: string): number[] {
  const wanted = words.toLowerCase()
  const hay = line.toLowerCase()
  // Some letters grow when they are made small (İ): then the places would not fit the line.
  if (wanted === '' || hay.length !== line.length) return []
  const places: number[] = []
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + wanted.length)) places.push(at)
  return places
}

interface Line {
  readonly nodes: Text[]
  text: string
}

/** Every place of the words beneath an element, in reading order. */
export function findIn(root: HTMLElement, words: string): Range[] {
  if (words.trim() === '') return []
  const ranges: Range[] = []
  for (const line of linesIn(root)) {
    for (const at of placesOf(words, line.text)) {
      ranges.push(rangeOf(line, at, at + words.length))
      if (ranges.length >= mostMatches) return ranges
    }
  }
  return ranges
}

function linesIn(root: HTMLElement): Line[] {
  const lines: Line[] = []
  let block: Element | null | undefined
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent?.closest('[data-find="no"]') !== null) continue
    const own = parent.closest(blockSelector)
    if (own !== block || lines.length === 0) lines.push({ nodes: [], text: '' })
    block = own
    const line = lines.at(-1)
    line?.nodes.push(node as Text)
    if (line) line.text += node.nodeValue ?? ''
  }
  return lines
}

function rangeOf(line: Line, from: number, to: number): Range {
  const range = document.createRange()
  let start = 0
  for (const node of line.nodes) {
    const end = start + node.length
    if (from >= start && from < end) range.setStart(node, from - start)
    if (to > start && to <= end) range.setEnd(node, to - start)
    start = end
  }
  return range
}

/** Marks the places found, one of them as the present one, and brings that one into sight; none takes the marks away. */
export function showFound(ranges: readonly Range[], current: number): void {
  CSS.highlights.delete('doc-found')
  CSS.highlights.delete('doc-found-now')
  const now = ranges[current]
  if (now === undefined) return
  CSS.highlights.set('doc-found', new Highlight(...ranges.filter((range) => range !== now)))
  CSS.highlights.set('doc-found-now', new Highlight(now))
  now.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
