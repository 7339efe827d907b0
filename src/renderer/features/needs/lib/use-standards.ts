import type { Standard } from '../../../../shared/features/needs/model'
import { standardTitle } from '../../../../shared/features/needs/rules'
import { useRead } from '../../../lib/contract-client'

const none: readonly Standard[] = []

/**
 * The standards that can be chosen, with the one that a record keeps first, in its own words: its framework may word it
 * otherwise by now. They come from packs, which are read in a moment: no form waits for them.
 */
export function useStandards(kept: Standard | null): readonly Standard[] {
  const known = useRead('needs.standards', {}).data?.standards ?? none
  if (kept === null) return known
  const others = known.filter((one) => standardTitle(one) !== standardTitle(kept))
  // Of a code kept without its framework, the statement of the same words says which it is.
  return kept.framework === null && others.length < known.length ? known : [kept, ...others]
}
