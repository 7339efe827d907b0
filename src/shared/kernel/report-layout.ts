import type { Block, Chart } from './report-table'

/** A piece of a report as it is placed on paper. */
export type PlacedBlock =
  | Exclude<Block, { kind: 'chart' } | { kind: 'page-break' }>
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }

/** Places the blocks of a report: two charts that follow each other stand beside each other, on paper and in Word. */
export function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const placed: PlacedBlock[] = []
  let open: Chart[] | undefined
  for (const block of blocks) {
    if (block.kind === 'chart') {
      if (open) {
        open.push(block.chart)
        open = undefined
      } else {
        open = [block.chart]
        placed.push({ kind: 'charts', charts: open })
      }
      continue
    }
    open = undefined
    if (block.kind !== 'page-break') placed.push(block)
  }
  return placed
}

/** True when a page-break stands before this piece. */
export function opensPage(blocks: readonly Block[], piece: PlacedBlock): boolean {
  if (piece.kind === 'charts') return false
  const place = blocks.indexOf(piece)
  return place > 0 && blocks[place - 1]?.kind === 'page-break'
}
