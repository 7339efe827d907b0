import type { ComparedSection, Piece } from '../../shared/kernel/compared-text'

/** The words of one side of a comparison: what was added is not on the earlier, what went is not on the later. */
export function sideOf({ pieces }: Pick<ComparedSection, 'pieces'>, side: 'before' | 'after'): Piece[] {
  const other = side === 'before' ? 'added' : 'removed'
  return pieces.filter(({ what, text }) => what !== other && text !== '')
}
