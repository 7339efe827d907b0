import type { Standard } from '../../../../shared/features/needs/model'
import { useRead } from '../../../lib/contract-client'

const none: readonly Standard[] = []

/** The standards that can be chosen. They come from packs, which are read in a moment: no form waits for them. */
export function useStandards(): readonly Standard[] {
  return useRead('needs.standards', {}).data?.standards ?? none
}
